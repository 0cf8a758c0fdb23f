"""Edits of a playbook in any order; after each, a build that uses what earlier ones left is like a clean build."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, rule

from generator.caching.kept import Kept
from tests.media.made import SVG
from tests.prove.playbook import KEPT, Playbook, assert_like_a_clean_build, built

MOMENTS = (
    "generator.shells.shell.framed",
    "generator.publishing.site_folder.publish",
    "generator.stages.earlier.write",
)
WORDS = ("counter", "bicycle", "slow", "trust", "the fault", "a week", "nobody's", 'said "no"', "*never*", "1. first")
IDS = ("brake-cable", "spare-wheel", "tea-break")
MISTAKES = ("TODO", "[brake-cable]", "[x](files/plan.svg)", "[x](tea-break)", "• one")
"""What rules say of the second and the third depends on whether the entry and the file are there."""
TERM = {"title": "Spoke", "summary": "A thin bar.", "meaning": "It keeps the wheel round.", "origin": "own"}
THEME = "themes/playbook/"
STYLE, SCRIPT, TEMPLATE = f"{THEME}css/own.css", f"{THEME}js/own.js", f"{THEME}pages/term.html.j2"
OWN_TEMPLATE = '{{% call section("meaning", "{}", "meaning") %}}<p>{{{{ md(entry.meaning) }}}}</p>{{% endcall %}}\n'


def texts(data: Any, route: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """The routes of the texts with several words in the data of an entry."""
    if isinstance(data, str):
        return [route] if " " in data else []
    items = data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ()
    return [found for key, value in items for found in texts(value, (*route, key))]


class Edits(RuleBasedStateMachine):
    """The files of a playbook, edited step by step."""

    def __init__(self) -> None:
        super().__init__()
        self.root = Path(mkdtemp(prefix="playbook-edits-"))
        self.now = Playbook.example()
        self.good = self.now.copy()

    def teardown(self) -> None:
        shutil.rmtree(self.root, ignore_errors=True)

    @initialize()
    def first_build(self) -> None:
        self._compare()

    def _compare(self) -> None:
        self.now.write(self.root)
        if assert_like_a_clean_build(self.root):
            self.good = self.now.copy()

    def _some_entry(self, data: st.DataObject) -> dict[str, Any]:
        plural, entry_id = data.draw(st.sampled_from(self.now.entries))
        found: dict[str, Any] = self.now.kinds[plural][entry_id]
        return found

    @rule(data=st.data(), word=st.sampled_from(WORDS))
    def a_text(self, data: st.DataObject, word: str) -> None:
        at: Any = self._some_entry(data)
        *route, last = data.draw(st.sampled_from(texts(at)))
        for key in route:
            at = at[key]
        at[last] += f" {word}"
        self._compare()

    @rule(data=st.data(), mistake=st.sampled_from(MISTAKES))
    def a_mistake(self, data: st.DataObject, mistake: str) -> None:
        self._some_entry(data)["note"] = f"Look: {mistake}"
        self._compare()

    @rule(data=st.data(), word=st.sampled_from(WORDS))
    def a_title(self, data: st.DataObject, word: str) -> None:
        self._some_entry(data)["title"] += f" {word}"
        self._compare()

    @rule(data=st.data())
    def a_mention(self, data: st.DataObject) -> None:
        self._some_entry(data)["note"] = f"See [[{data.draw(st.sampled_from(self.now.entries))[1]}]]."
        self._compare()

    @rule(data=st.data())
    def a_link(self, data: st.DataObject) -> None:
        link = {"to": data.draw(st.sampled_from(self.now.entries))[1], "why": "It says what to do then."}
        self._some_entry(data).setdefault("links", {})["next"] = [link]
        self._compare()

    @rule(data=st.data())
    def facets_and_search_words(self, data: st.DataObject) -> None:
        entry = self._some_entry(data)
        entry["keywords"] = data.draw(st.lists(st.sampled_from(IDS), unique=True, max_size=2))
        entry["minutes"] = str(data.draw(st.integers(1, 90)))
        self._compare()

    @rule(data=st.data(), draft=st.booleans(), reviewed=st.sampled_from(["2026-03-01", "2026-11-30"]))
    def a_draft_or_a_review(self, data: st.DataObject, draft: bool, reviewed: str) -> None:
        self._some_entry(data).update({"draft": str(draft).lower(), "reviewed": reviewed})
        self._compare()

    @rule(data=st.data(), new_id=st.sampled_from(IDS), kept=st.booleans(), followed=st.booleans())
    def an_id(self, data: st.DataObject, new_id: str, kept: bool, followed: bool) -> None:
        plural, old = data.draw(st.sampled_from(self.now.entries))
        entries = self.now.kinds[plural]
        entries[new_id] = entries.pop(old)
        if kept:
            entries[new_id].setdefault("aliases", []).append(old)
        if followed:
            self.now.kinds = _with_references(self.now.kinds, old, new_id)
        self._compare()

    @rule(data=st.data())
    def an_entry_goes(self, data: st.DataObject) -> None:
        plural, entry_id = data.draw(st.sampled_from(self.now.entries))
        del self.now.kinds[plural][entry_id]
        self._compare()

    @rule(new_id=st.sampled_from(IDS), form=st.sampled_from(("spokes", "bicycle", "slow")))
    def a_new_term(self, new_id: str, form: str) -> None:
        self.now.kinds["terms"][new_id] = {**TERM, "title": f"Spoke {new_id}", "forms": [form]}
        self._compare()

    @rule(data=st.data(), draft=st.booleans())
    def a_draft(self, data: st.DataObject, draft: bool) -> None:
        self._some_entry(data)["draft"] = draft
        self._compare()

    @rule(data=st.data(), owner=st.sampled_from(("counter", "bench")), status=st.sampled_from(("tried", "idea")))
    def who_keeps_an_entry(self, data: st.DataObject, owner: str, status: str) -> None:
        day = data.draw(st.sampled_from(("2026-01-02", "2026-03-04")))
        self._some_entry(data).update(owner=owner, status=status, reviewed=day)
        self._compare()

    @rule(name=st.sampled_from(("shop", "hours")), text=st.sampled_from(("", "the shop", "a shed", "{hours} o'clock")))
    def a_definition(self, name: str, text: str) -> None:
        """`shop` is a variable of the configuration, `hours` a snippet."""
        self.now.config.pop("variables", None)
        self.now.others.pop("content/snippets/hours.md", None)
        if text and name == "shop":
            self.now.config["variables"] = {"shop": text}
        elif text:
            self.now.others["content/snippets/hours.md"] = f"Open for *{text}*.\n"
        self._compare()

    @rule(data=st.data(), name=st.sampled_from(("shop", "hours")))
    def a_use_of_a_definition(self, data: st.DataObject, name: str) -> None:
        self._some_entry(data)["note"] = f"Ask there: {{{name}}}"
        self._compare()

    @rule(plural=st.sampled_from(("practices", "terms", "tells", "stories", "figures")))
    def the_files_of_a_kind(self, plural: str) -> None:
        self.now.split ^= {plural}
        self._compare()

    @rule(label=st.sampled_from(("What", "How")), icon=st.sampled_from(("repeat", "talk")))
    def a_kind_of_the_configuration(self, label: str, icon: str) -> None:
        ritual = self.now.config["kinds"]["ritual"]
        ritual["icon"], ritual["label"] = icon, f"{label} we do"
        ritual["fields"].pop("opening", None)
        ritual["fields"]["opening"] = {"type": "text", "label": label}
        self._compare()

    @rule(data=st.data())
    def the_navigation(self, data: st.DataObject) -> None:
        groups = self.now.config["nav"]
        self.now.config["nav"] = data.draw(st.permutations(groups))
        self._compare()

    @rule(
        key=st.sampled_from(("footer", "tagline", "edit_url", "synonyms", "language", "checks")),
        number=st.sampled_from((0, 1)),
    )
    def the_configuration(self, key: str, number: int) -> None:
        values: dict[str, tuple[Any, Any]] = {
            "footer": ("Kept by all.", "Kept by one."),
            "tagline": ("How we work.", "How we talk."),
            "edit_url": ("https://git.example/{file}#L{line}", "https://code.example/{file}"),
            "synonyms": ([["price", "cost"]], [["late", "slow"]]),
            "language": ("en-GB", "de"),
            "checks": ({"unfinished-text": "error"}, {"hard-to-read": {"most_words": 6}}),
        }
        self.now.config[key] = values[key][number]
        self._compare()

    @rule(path=st.sampled_from((STYLE, SCRIPT, TEMPLATE)), text=st.sampled_from(("", "One", "Two")))
    def the_theme(self, path: str, text: str) -> None:
        contents = {STYLE: f"/* {text} */\n", SCRIPT: f"// {text}\n", TEMPLATE: OWN_TEMPLATE.format(text)}
        self.now.others.pop(path, None)
        if text:
            self.now.others[path] = contents[path]
        self._compare()

    @rule(name=st.sampled_from(("about", "first-week")), text=st.sampled_from(("", "Slow.", "See [[at-the-counter]].")))
    def a_page_by_hand(self, name: str, text: str) -> None:
        self.now.others.pop(f"content/pages/{name}.md", None)
        if text:
            self.now.others[f"content/pages/{name}.md"] = f"# The {name}\n\nA lead.\n\n## What\n\n{text}\n"
        self._compare()

    @rule(colour=st.sampled_from(("", "red", "blue")))
    def a_picture(self, colour: str) -> None:
        self.now.others.pop("content/files/plan.svg", None)
        self.now.others["content/pages/about.md"] = "# About\n\nA lead.\n\n## What\n\nNothing to see.\n"
        if colour:
            self.now.others["content/files/plan.svg"] = SVG.format(f'<rect fill="{colour}" width="9" height="9"/>')
            self.now.others["content/pages/about.md"] += "\n![A plan in a colour](files/plan.svg)\n"
        self._compare()

    @rule(data=st.data(), path=st.sampled_from(("changes.yml", "content/redirects.yml")), there=st.booleans())
    def changes_and_redirects(self, data: st.DataObject, path: str, there: bool) -> None:
        target = data.draw(st.sampled_from(self.now.entries))[1]
        changed = f"changes:\n  - {{id: first, date: 2026-01-02, title: New, what: It is new., entries: [{target}]}}\n"
        self.now.others.pop(path, None)
        if there:
            self.now.others[path] = changed if path == "changes.yml" else f"tells/gone-long-ago: {target}\n"
        self._compare()

    @rule(data=st.data(), text=st.sampled_from(("title: [\n", "", "title: 'x\n", "- a\n")))
    def a_file_is_broken(self, data: st.DataObject, text: str) -> None:
        path = data.draw(st.sampled_from(sorted(path for path in self.now.files() if path.startswith("content/"))))
        self.now.others[path] = text
        self._compare()

    @rule()
    def all_is_mended(self) -> None:
        self.now = self.good.copy()
        self._compare()

    @rule(data=st.data(), at=st.sampled_from(MOMENTS), word=st.sampled_from(WORDS))
    def a_build_is_interrupted(self, data: st.DataObject, at: str, word: str) -> None:
        self._some_entry(data)["title"] += f" {word}"
        self.now.write(self.root)
        with interrupted(at):
            built(self.root, self.root / "site", Kept(self.root / KEPT))
        self._compare()

    @rule(data=st.data(), how=st.sampled_from((lambda b: b[:-9], lambda b: b"x" + b, lambda b: b.replace(b"a", b"b"))))
    def what_is_kept_or_published_is_damaged(self, data: st.DataObject, how: Callable[[bytes], bytes]) -> None:
        files = sorted(p for folder in (".cache", "site") for p in (self.root / folder).rglob("*") if p.is_file())
        files = [path for path in files if not path.name.startswith(".")]
        path = files[data.draw(st.integers(0, len(files) - 1))]
        path.write_bytes(how(path.read_bytes()))
        self._compare()


@contextmanager
def interrupted(at: str) -> Iterator[None]:
    """End a build before it calls the function `at`, as a signal would."""

    def stop(*_: object, **__: object) -> None:
        raise KeyboardInterrupt

    with pytest.MonkeyPatch.context() as patches, suppress(KeyboardInterrupt):
        patches.setattr(at, stop)
        yield


def _with_references(data: Any, old: str, new: str) -> Any:
    if isinstance(data, dict):
        return {key: value if key == "aliases" else _with_references(value, old, new) for key, value in data.items()}
    if isinstance(data, list):
        return [_with_references(value, old, new) for value in data]
    return new if data == old else data.replace(f"[[{old}", f"[[{new}") if isinstance(data, str) else data
