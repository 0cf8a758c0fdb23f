"""Every field of every kind is changed in a browser and saved: the file differs in it alone, and the site has it.

The entries have every field between them that any entry of their playbook has; each is changed in one of them, and so
are a few more. Fields that an entry does not have are added. What cannot be saved, because the site would not build, is
said at the field. In the end `check` finds what the editor said at the saves, and no error.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator import pipeline
from generator.commands.serve import Builder
from generator.content.located import Located
from generator.diagnostics.diagnostic import Severity
from generator.editing.new_playbook import Wishes, new_playbook
from tests.browser.editing import copied, edited, opened
from tests.browser.editor_form import (
    FRESH,
    MARK,
    Adder,
    Control,
    Route,
    adders,
    change,
    controls,
    data_in,
    differences,
    stretches,
)
from tests.browser.profiles import tab_in
from tests.browser.served import Watched
from tests.playbooks import OPERATIONS, REAL_PLAYBOOK, project
from tests.prove.figures import Figures, counted
from tests.sampling import covering

ENTRIES = counted(400, small=3)
"""The most entries of a playbook that are tried."""

MORE = counted(2, small=0)
"""So many fields of each entry are changed as well that were changed in another one."""

ADDED = counted(10_000, small=3)
"""The most fields that are added to entries of a playbook."""

PATIENCE = 120_000
"""For so many milliseconds a page is waited for, on a machine that has other things to do."""

REFUSED = "422 (Unprocessable"
"""What a browser says of a save that the program refuses."""

NOT_SHOWN = ("keywords", "asked_as", "forms")
"""Fields for the search alone, whose words are in its index, which is no text, and words that become links."""

IS_SAVED = """() => document.querySelector(".bar .state").textContent === "Saved" """
IS_HELD = """() => document.querySelector(".problems").contains(document.activeElement)"""
"""Whether a save was not asked for, because an error is known that stands in its way."""

TOLD = """async (target) => {
  const headers = { "X-Playbook-Editor": "1" };
  const answer = await fetch(`/__edit/api/entry?${new URLSearchParams(target)}`, { headers });
  return (await answer.json()).problems.map((problem) => problem.code);
}"""
"""What the editor says of an entry that is opened."""

UNDO = """async () => {
  const headers = { "Content-Type": "application/json", "X-Playbook-Editor": "1" };
  const answer = await fetch("/__edit/api/undo", { method: "POST", headers, body: "{}" });
  return answer.status;
}"""


def started(into: Path) -> Path:
    """A new playbook, with an entry of each kind."""
    root = into / "playbook"
    for name, content in new_playbook(Wishes()).items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return root


PLAYBOOKS: dict[str, Callable[[Path], Path]] = {
    "starter": started,
    "declared": lambda into: copied(OPERATIONS.parent, into),
    "real": lambda into: copied(REAL_PLAYBOOK.parent, into),
}


def pattern(route: Route) -> Route:
    """The route with a sign in place of the numbers of items."""
    return tuple("[]" if isinstance(step, int) else step for step in route)


def value_of(located: Located) -> Any:
    """The fields of an entry as its file has them."""
    data: Any = located.document.data
    for name in located.prefix:
        data = data[name]
    return data


def fields_in(value: Any, route: Route = ()) -> Iterator[Route]:
    """The pattern of the route of each text in a value."""
    if isinstance(value, dict | list):
        for step, one in value.items() if isinstance(value, dict) else enumerate(value):
            yield from fields_in(one, (*route, step))
    else:
        yield pattern(route)


def tried(root: Path) -> Iterator[Located]:
    """Entries that have all fields between them."""
    entries = pipeline.read(project(root / "site_config.yml")).graph.entries.values()

    def fields(located: Located) -> set[tuple[str, Route]]:
        return {(located.kind.name, found) for found in fields_in(value_of(located))}

    yield from covering(entries, fields)[:ENTRIES]


@dataclass
class Proof:
    """What was tried in a playbook."""

    tab: Tab
    root: Path
    entrance: str
    counts: Counter[str] = field(default_factory=Counter)
    done: set[tuple[object, ...]] = field(default_factory=set)
    marks: dict[str, str] = field(default_factory=dict)
    refusals: int = 0
    """How many saves the program has refused since the last one was asked for."""
    refused: list[str] = field(default_factory=list)
    """Which fields could not be saved as they were changed."""

    def __post_init__(self) -> None:
        self.tab.on("response", lambda response: self._hear(response.url, response.status))

    def _hear(self, url: str, status: int) -> None:
        self.refusals += url.endswith("/save") and status == 422

    def open(self, located: Located) -> Trial:
        opened(self.tab, self.entrance, f"kind={located.kind.name}&id={located.id}")
        return Trial(self, located)

    def told(self, located: Located) -> list[str]:
        """The codes of the problems that the editor tells of an entry when it is opened."""
        codes: list[str] = self.tab.evaluate(TOLD, {"kind": located.kind.name, "id": located.id})
        return codes

    def is_new(self, *key: object) -> bool:
        """Whether a field was not tried yet. It counts as tried from now on."""
        if key in self.done:
            return False
        self.done.add(key)
        return True


@dataclass
class Trial:
    """One entry in the editor."""

    proof: Proof
    located: Located

    @property
    def tab(self) -> Tab:
        return self.proof.tab

    @property
    def path(self) -> Path:
        return self.proof.root / self.located.document.file

    def whole(self, dice: Random) -> None:
        """Change each field that was changed in no entry of this kind, and a few others."""
        kind = self.located.kind.name
        found = controls(self.tab)
        more = {control.route for control in dice.sample(found, min(MORE, len(found)))}
        for control in found:
            if self.proof.is_new(kind, pattern(control.route), control.sort) or control.route in more:
                # The form may be made anew meanwhile, and a name that is a part of the route may be another one by now.
                same = [one for one in controls(self.tab) if (one.route, one.sort) == (control.route, control.sort)]
                if same:
                    self.one(same[0])
                self.proof.counts["gone meanwhile"] += not same

    def one(self, control: Control) -> None:
        """Change a field, save, and compare the files."""
        before, mark = self.path.read_bytes(), self._mark()
        if not change(self.tab, control, mark):
            self.proof.counts["nothing else to choose"] += 1
            return
        if self.is_saved(control.route, before):
            self._compare(control.route, before)
            self._remember(control, mark)

    def added(self) -> None:
        """Add each field that was added to no entry of this kind and that this one does not have, and take it back."""
        kind, before = self.located.kind.name, self.path.read_bytes()
        for number in range(len(adders(self.tab))):
            at = 0
            while self.proof.counts["added"] < ADDED:
                controls(self.tab)
                adder = adders(self.tab)[number]
                offers = adder.offers(self.tab)
                if at >= len(offers):
                    self.tab.keyboard.press("Escape")
                    break
                if self.proof.is_new(kind, pattern(adder.route), offers[at]):
                    self._add(adder, at, offers[at], before)
                    opened(self.tab, self.proof.entrance, f"kind={kind}&id={self.located.id}")
                else:
                    self.tab.keyboard.press("Escape")
                at += 1

    def _add(self, adder: Adder, at: int, name: str, before: bytes) -> None:
        adder.add(self.tab, at)
        for control in controls(self.tab, FRESH):
            if control.sort != "id" and control.node(self.tab).is_visible():  # an id is made from other fields
                change(self.tab, control, self._mark())
        if self.tab.locator(".bar .state").inner_text() == "Saved":
            self.proof.counts["nothing to fill in"] += 1
        elif self.is_saved((*adder.route, name), before):
            self._compare(adder.route, before)
            self.proof.counts["added"] += 1
            assert self.tab.evaluate(UNDO) == 200, (adder, name)
            assert self.path.read_bytes() == before, (adder, name)

    def is_saved(self, route: Route, before: bytes) -> bool:
        """Save. What would stop the build is not saved, and is said at a field."""
        state = self.tab.locator(".bar .state")
        expect(state).to_have_text("Not saved", timeout=PATIENCE)
        self.proof.refusals = 0
        self.tab.keyboard.press("Control+s")
        for _ in range(PATIENCE // 50):
            if self.tab.evaluate(IS_SAVED):
                self.proof.counts["saved"] += 1
                return True
            if self.proof.refusals or self.tab.evaluate(IS_HELD):
                break
            self.tab.wait_for_timeout(50)
        # A field that the save led to and that is still empty is told nothing: the bar says why nothing was saved.
        said = self.tab.locator(".refusal p, .problems.has-errors .error").first
        expect(said).to_be_visible(timeout=PATIENCE)
        assert self.path.read_bytes() == before, route
        self.proof.counts["could not be saved"] += 1
        self.proof.refused.append(f"{self.located.kind.name} {self.located.id}: {route}")
        self._take_back()
        return False

    def _take_back(self) -> None:
        """Undo what could not be saved."""
        state, undo = self.tab.locator(".bar .state"), self.tab.get_by_role("button", name="Undo", exact=True)
        for _ in range(20):
            if state.inner_text() == "Saved":
                break
            undo.click()
        expect(state).to_have_text("Saved", timeout=PATIENCE)
        expect(self.tab.locator(".problems.has-errors")).to_have_count(0, timeout=PATIENCE)

    def _mark(self) -> str:
        self.proof.counts["fields"] += 1
        return f"{MARK}{self.proof.counts['fields']}"

    def _compare(self, route: Route, before: bytes) -> None:
        after = self.path.read_bytes()
        changed = list(differences(data_in(before), data_in(after)))
        expected = (self.located.id, *route) if self.located.prefix else route
        assert len(changed) == 1, (route, changed)
        length = min(len(changed[0]), len(expected))
        assert [str(step) for step in changed[0]][:length] == [str(step) for step in expected][:length], (
            route,
            changed,
        )
        assert stretches(before, after) == 1, route

    def _remember(self, control: Control, mark: str) -> None:
        if control.sort in ("text", "line", "prose", "verbatim") and control.route[0] not in NOT_SHOWN:
            self.proof.marks[mark] = f"{self.located.kind.name} {self.located.id}: {control.route}"


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_a_field_is_changed_alone_and_the_site_has_it(
    browser: Browser, tmp_path: Path, name: str, figures: Figures
) -> None:
    root = PLAYBOOKS[name](tmp_path)
    entries, dice = tuple(tried(root)), Random(17)
    already = {(one.span.file, one.code.name) for one in pipeline.read(project(root / "site_config.yml")).diagnostics}
    with edited(root) as entrance, tab_in(browser) as tab:
        watched = Watched(tab, entrance.partition("/__edit/")[0])
        tab.set_default_timeout(PATIENCE)
        proof = Proof(tab, root, entrance)
        for located in entries:
            proof.open(located).whole(dice)
            proof.counts["entries"] += 1
            assert [said for said in watched.complaints if REFUSED not in said] == []
        for located in entries:
            proof.open(located).added()
        assert [said for said in watched.complaints if REFUSED not in said] == []
        # Only now: what one entry has may have to do with what was changed in another one later.
        reading = pipeline.read(project(root / "site_config.yml"))
        found = {(one.span.file, one.code.name) for one in reading.diagnostics}
        files = {file for file, _ in found}
        marked = [one for one in reading.graph.entries.values() if one.document.file in files]
        told = {(one.document.file, code) for one in marked for code in proof.told(one)}
    assert [one for one in reading.diagnostics if one.severity is Severity.ERROR] == []
    assert found - told <= already
    built = Builder(root / "site_config.yml").build().files or {}
    texts = b"\n".join(file.content for file in built.values()).lower()
    lost = [place for mark, place in proof.marks.items() if mark.lower().encode() not in texts]
    assert not lost, "\n".join(lost)
    assert len(proof.refused) < proof.counts["saved"], "Could not be saved:\n" + "\n".join(proof.refused)
    figures(f"editor, {name}: " + ", ".join(f"{count} {what}" for what, count in sorted(proof.counts.items())))
