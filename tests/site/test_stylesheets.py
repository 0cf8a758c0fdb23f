"""A page loads the styles that it can use, and no others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
import tinycss2

from generator.config.brand import Brand
from generator.config.theme import Theme
from generator.site.css_names import StyleNames
from generator.site.css_rules import Rule, rules_of, selectors, split
from generator.site.css_short import with_short_names
from generator.site.stylesheets import Stylesheets, stylesheets, stylesheets_once
from generator.site.theme_files import style_files
from tests.conftest import ROOT
from tests.playbooks import EXAMPLE_PLAYBOOK, OPERATIONS, REAL_PLAYBOOK, site

THEME = Theme((ROOT / "themes" / "playbook",))

FILES = {
    "css/page.css": "p { top: 0 } .lead { top: 1px } .only-home { top: 2px } .nowhere { top: 3px }",
    "css/print.css": "@media print { p { top: 12px } .nowhere { top: 13px } }",
    "pages/plain.html.j2": "<p>",
    "pages/entry.html.j2": '<p class="lead"></p>{% import "components/mark/mark.html.j2" as mark %}{{ mark.small(1) }}'
    '{% import "components/seldom/seldom.html.j2" as seldom %}{{ seldom.one() }}',
    "pages/home.html.j2": '<p class="only-home">{% import "components/mark/mark.html.j2" as mark %}{{ mark.large() }}',
    "pages/sheet.html.j2": '{% import "components/block-" ~ kind ~ "/x.html.j2" as one %}{{ one.block() }}',
    "pages/tool.html.j2": "<a-tool></a-tool>",
    "components/mark/mark.html.j2": '{% macro small() %}<i class="small">{% endmacro %}'
    '{% macro large() %}<i class="large">{% endmacro %}',
    "components/mark/mark.css": ".small { top: 4px } .large { top: 5px }",
    "components/block-lines/block-lines.html.j2": '{% macro block() %}<i class="lines">{% endmacro %}',
    "components/block-lines/block-lines.css": "/* Where used */ .lines { top: 6px }",
    "components/a-tool/a-tool.js": 'import "./lazy/more.js"; customElements.define("a-tool", A);',
    "components/a-tool/lazy/more.js": '/** @type {import("../../mark/x.js")} */ ({ class: "made rare plate" });',
    "components/a-tool/a-tool.css": "a-tool { top: 7px } .made { top: 8px } .large { top: 9px }",
    "pages/sheets.html.j2": "{# shows entries #}<a-tool></a-tool>",
    "components/seldom/seldom.html.j2": '{% macro one() %}<i class="rare">{% endmacro %}',
    "components/seldom/seldom.css": "/* Where used */ .rare { top: 11px } @media print { .lead { top: 14px } }",
    "components/seldom/more.css": "/* Where used */ @media print { .much, .lead { top: 16px } }",
    "components/a-tool/lazy/later.css": "a-tool { top: 15px }",
    "components/plate/plate.css": ".plate { top: 17px } .plate .nowhere { top: 18px }",
    "components/all/all.js": 'element("b", { class: "always" });',
    "components/all/all.css": ".always { top: 10px }",
}
EVERYWHERE = ["components/all/all.js"]
KINDS = ["sheet"]

RULE = "qualified-rule"


@pytest.fixture
def made(tmp_path: Path) -> Stylesheets:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return stylesheets(Theme((tmp_path,)), EVERYWHERE, KINDS)


def test_the_cache_of_the_user_gives_the_same_and_knows_all_that_decides_it(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, made: Stylesheets
) -> None:
    cache = str(tmp_path_factory.mktemp("cache"))
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    # `made` has written the files of the theme.
    theme = Theme((tmp_path,))
    assert stylesheets_once(theme, EVERYWHERE, KINDS) == stylesheets_once(theme, EVERYWHERE, KINDS) == made

    monkeypatch.setattr("generator.site.stylesheets.stylesheets", lambda *_: replace(made, files=()))
    assert stylesheets_once(theme, EVERYWHERE, KINDS) == made
    assert stylesheets_once(replace(theme, brand=Brand(light=(("paper", "#fff"),))), EVERYWHERE, KINDS) == made
    assert stylesheets_once(theme, [], KINDS).files == ()
    assert stylesheets_once(theme, EVERYWHERE, []).files == ()
    monkeypatch.setattr("generator.site.stylesheets.program", lambda: "another")
    assert stylesheets_once(theme, EVERYWHERE, KINDS).files == ()
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    (tmp_path / "css" / "own.css").parent.mkdir(exist_ok=True)
    (tmp_path / "css" / "own.css").write_text("b { top: 12px }", "utf-8")
    assert stylesheets_once(theme, EVERYWHERE, KINDS) != made


def places(made: Stylesheets, *paths: str) -> list[int]:
    """The rules of some stylesheets, by the numbers in them."""
    files = {file.path: file.content.decode() for file in made.files}
    return [int(number) for path in paths for number in re.findall(r"top:(\d+)", files[path])]


ENTRY, PRINTED = "styles/entry.css", "styles/printed.css"


def test_all_pages_have_what_written_pages_use_and_what_runs_everywhere(made: Stylesheets) -> None:
    assert sorted(places(made, "styles/all.css")) == [0, 10]


def test_what_is_for_paper_in_any_case_is_a_file_of_its_own(made: Stylesheets) -> None:
    assert [file.content for file in made.files if file.path == PRINTED] == [b"p{top:12px}"]


def test_the_colours_of_a_playbook_follow_what_all_pages_have(made: Stylesheets) -> None:
    coloured = made.with_colours(b"[data-kind]{top:11px}")
    assert places(coloured, "styles/all.css") == [*places(made, "styles/all.css"), 11]
    assert places(coloured, "styles/home.css") == places(made, "styles/home.css")


def test_a_page_has_what_its_template_and_its_scripts_use_besides(made: Stylesheets) -> None:
    assert places(made, *made.of(["home"], "")) == [12, 5, 2]
    assert places(made, *made.of(["tool"], "")) == [12, 7, 8, 17, 11, 14]
    assert made.of(["plain"], "") == made.of(["unknown"], "") == (PRINTED,)
    assert made.of(["unknown", "home"], "") == made.of(["home"], "")


def test_entries_and_pages_that_show_some_share_what_all_entries_have(made: Stylesheets) -> None:
    assert places(made, ENTRY) == [4, 1]
    assert made.of(["entry"], "") == made.of(["sheet"], "") == (ENTRY, PRINTED)
    assert made.of(["sheets"], "")[:2] == (ENTRY, PRINTED)
    assert places(made, *made.of(["sheets"], "")[2:]) == [7, 8, 17, 11, 14]


def test_a_file_that_says_so_comes_where_a_page_has_what_it_has_styles_for(made: Stylesheets) -> None:
    assert made.of(["sheet"], '<div class="block-other">') == (ENTRY, PRINTED)
    assert places(made, *made.of(["sheet"], '<div class="block-lines">')[2:]) == [6]


@pytest.mark.parametrize(
    ("body", "has"),
    [
        ('<i class="rare">', True),
        ('<i id="x" class="so rare yet">', True),
        ("a rare word", False),
        ('<i title="rare">', False),
        ('<i class="rarely not-rare">', False),
        ('<i class="lead">', False),
    ],
)
def test_what_few_pages_of_a_template_have_comes_with_its_classes(made: Stylesheets, body: str, has: bool) -> None:
    assert ("parts/seldom.css" in made.of(["entry"], body)) is has
    assert places(made, "parts/seldom.css") == [11, 14]


def test_what_is_only_for_paper_is_loaded_where_its_classes_are(made: Stylesheets) -> None:
    assert made.of(["plain"], '<i class="much">') == (PRINTED, "parts/seldom-more.css")
    assert places(made, "parts/seldom-more.css") == [16]


def test_what_scripts_load_keeps_its_path(made: Stylesheets) -> None:
    assert places(made, "a-tool/lazy/later.css") == [15]


def test_what_nothing_uses_is_in_none(made: Stylesheets) -> None:
    assert 3 not in [place for file in made.files for place in places(made, file.path)]


def _selectors(rules: Iterable[Rule], outer: str = "") -> Iterator[str]:
    """The selectors of rules, and of those that stand within others, written whole."""
    for head, content in rules:
        if not isinstance(content, str):
            yield from _selectors(content)
        elif not head.startswith("@"):
            found = tinycss2.parse_blocks_contents(content) if "{" in content else ()
            inner = [(",".join(split(n.prelude)), tinycss2.serialize(n.content)) for n in found if n.type == RULE]
            for one in selectors(head):
                whole = outer + (one.removeprefix("&") if one[0] in "&>+~" else f" {one}") if outer else one
                yield whole
                yield from _selectors(inner, whole)


@pytest.mark.parametrize("playbook", [EXAMPLE_PLAYBOOK, OPERATIONS, REAL_PLAYBOOK], ids=["example", "levels", "real"])
def test_no_page_lacks_a_rule_for_what_it_contains(playbook: Path) -> None:
    """Classes in `:not()` need not be there. Of `:is()`, this asks for all, so it may overlook something."""
    files = [with_short_names(rules_of(file.read_text("utf-8"))) for file in style_files(THEME).values()]
    everything = {one for rules in files for one in _selectors(rules)}
    needs = {
        one: frozenset(re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r":not\([^)]*\)", "", one))) for one in everything
    }
    found = site(playbook)
    sheets = {a.path: a.content.decode() for a in found.artifacts if a.path.endswith(".css")}
    said = {path: {*_selectors(rules_of(css))} for path, css in sheets.items()}
    general = found.stylesheets
    names = defaultdict[tuple[str, ...], set[str]](set)
    for page in found.pages:
        classes = (name for of_one in re.findall(r'class="([^"]*)"', page.body) for name in of_one.split())
        names[page.stylesheets].update(classes, re.findall(r"<([a-z]+-[a-z-]+)", page.body))
    assert len(names) > 15
    for styles, classes in names.items():
        there = set[str]().union(*(said[path] for path in (*general, *styles)))
        missing = [one for one, needed in needs.items() if needed and needed <= classes and one not in there]
        # Rules for one kind of page or block may be for another than these.
        used = StyleNames(frozenset(classes), ())
        lost = [one for one in missing if "=" not in one and used.apply_to(one)]
        assert lost == [], styles
