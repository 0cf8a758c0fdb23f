"""Every field of every kind is changed in a browser and saved: the file differs in it alone, and the site has it.

The entries have every field and every choice between them that any entry of their playbook has. What cannot be saved,
because the site would not build, is said at the field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.commands.serve import Builder
from generator.content.located import Located
from generator.editing.new_playbook import Wishes, new_playbook
from tests.browser.editing import copied, edited, opened
from tests.browser.editor_form import MARK, Control, change, controls, data_in, differences, stretches
from tests.browser.profiles import tab_in
from tests.browser.served import Watched
from tests.playbooks import OPERATIONS, REAL_PLAYBOOK, reading
from tests.prove.figures import Figures, counted
from tests.sampling import covering, features_of

ENTRIES = counted(400, small=3)
"""The most entries of a playbook that are tried."""


PATIENCE = 120_000
"""For so many milliseconds a page is waited for, on a machine that has other things to do."""

REFUSED = "422 (Unprocessable"
"""What a browser says of a save that the program refuses."""

SEARCHED = ("keywords", "asked_as")
"""Fields for the search alone, whose words are in its index, which is no text."""

DONE = """() => document.querySelector(".bar .state").textContent === "Saved"
  || document.querySelector(".problems.has-errors")"""
"""Whether a save has been answered."""


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
    "kinds of its own": lambda into: copied(OPERATIONS.parent, into),
    "real": lambda into: copied(REAL_PLAYBOOK.parent, into),
}


@dataclass
class Trial:
    """One entry in the editor."""

    tab: Tab
    root: Path
    located: Located
    counts: Counter[str]
    marks: dict[str, str] = field(default_factory=dict)

    @property
    def path(self) -> Path:
        return self.root / self.located.document.file

    def one(self, control: Control) -> None:
        """Change a field, save, and compare the files."""
        before, mark = self.path.read_bytes(), f"{MARK}{self.counts['fields']}"
        self.counts["fields"] += 1
        if not change(self.tab, control, mark):
            self.counts["nothing else to choose"] += 1
            return
        state = self.tab.locator(".bar .state")
        expect(state).to_have_text("Not saved", timeout=PATIENCE)
        self.tab.keyboard.press("Control+s")
        self.tab.wait_for_function(DONE)
        if state.inner_text() != "Saved":
            self._held(control, before)
            return
        self._compare(control, before, mark)

    def _held(self, control: Control, before: bytes) -> None:
        """What would stop the build is not saved, and is said at a field."""
        assert self.path.read_bytes() == before, control
        assert self.tab.locator(".is-wrong, .problems .error").count(), control
        self.counts["could not be saved"] += 1
        self.tab.get_by_role("button", name="Undo", exact=True).click()
        expect(self.tab.locator(".bar .state")).to_have_text("Saved", timeout=PATIENCE)
        expect(self.tab.locator(".problems.has-errors")).to_have_count(0, timeout=PATIENCE)

    def _compare(self, control: Control, before: bytes, mark: str) -> None:
        after = self.path.read_bytes()
        changed = list(differences(data_in(before), data_in(after)))
        expected = (self.located.id, *control.route) if self.located.prefix else control.route
        assert [str(part) for part in changed[0]] == [str(part) for part in expected][: len(changed[0])], control
        assert (len(changed), stretches(before, after)) == (1, 1), control
        self.counts["saved"] += 1
        if control.sort in ("text", "line", "prose", "verbatim") and control.route[0] not in SEARCHED:
            self.marks[mark] = f"{self.located.kind.name} {self.located.id}: {control.route}"


def tried(root: Path) -> Iterator[Located]:
    """Entries that have all fields between them."""
    entries = reading(root / "site_config.yml").graph.entries.values()
    yield from covering(entries, lambda located: features_of(located.entry))[:ENTRIES]


@pytest.mark.parametrize("name", PLAYBOOKS)
def test_a_field_is_changed_alone_and_the_site_has_it(
    browser: Browser, tmp_path: Path, name: str, figures: Figures
) -> None:
    root = PLAYBOOKS[name](tmp_path)
    counts: Counter[str] = Counter()
    marks: dict[str, str] = {}
    with edited(root) as entrance, tab_in(browser) as tab:
        watched = Watched(tab, entrance.partition("/__edit/")[0])
        tab.set_default_timeout(PATIENCE)
        for located in tried(root):
            opened(tab, entrance, f"kind={located.kind.name}&id={located.id}")
            trial = Trial(tab, root, located, counts)
            # The form may be made anew meanwhile, with the same fields.
            for at in range(len(controls(tab))):
                trial.one(controls(tab)[at])
            marks |= trial.marks
            counts["entries"] += 1
            assert [said for said in watched.complaints if REFUSED not in said] == []
    files = Builder(root / "site_config.yml").build().files or {}
    texts = b"\n".join(file.content for file in files.values()).lower()
    lost = [place for mark, place in marks.items() if mark.lower().encode() not in texts]
    assert not lost, "\n".join(lost)
    figures(f"editor, {name}: " + ", ".join(f"{count} {what}" for what, count in sorted(counts.items())))
