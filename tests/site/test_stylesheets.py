"""A page loads the styles that it can use, and no others."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from generator.config.brand import Brand
from generator.config.theme import Theme
from generator.site.css_names import StyleNames
from generator.site.css_rules import Rule, rules_of, selectors
from generator.site.stylesheets import Stylesheets, stylesheets, stylesheets_once
from generator.site.theme_files import style_files
from tests.conftest import ROOT
from tests.playbooks import EXAMPLE_PLAYBOOK, site

THEME = Theme((ROOT / "themes" / "playbook",))

FILES = {
    "css/page.css": "p { top: 0 } .lead { top: 1px } .only-home { top: 2px } .nowhere { top: 3px }",
    "pages/entry.html.j2": '<p class="lead"></p>{% import "components/mark/mark.html.j2" as mark %}{{ mark.small(1) }}',
    "pages/home.html.j2": '<p class="only-home">{% import "components/mark/mark.html.j2" as mark %}{{ mark.large() }}',
    "pages/sheet.html.j2": '{% import "components/block-" ~ kind ~ "/x.html.j2" as one %}{{ one.block() }}',
    "pages/tool.html.j2": "<a-tool></a-tool>",
    "components/mark/mark.html.j2": '{% macro small() %}<i class="small">{% endmacro %}'
    '{% macro large() %}<i class="large">{% endmacro %}',
    "components/mark/mark.css": ".small { top: 4px } .large { top: 5px }",
    "components/block-lines/block-lines.html.j2": '{% macro block() %}<i class="lines">{% endmacro %}',
    "components/block-lines/block-lines.css": ".lines { top: 6px }",
    "components/a-tool/a-tool.js": 'import "./lazy/more.js"; customElements.define("a-tool", A);',
    "components/a-tool/lazy/more.js": '/** @type {import("../../mark/x.js")} */ const made = { class: "made" };',
    "components/a-tool/a-tool.css": "a-tool { top: 7px } .made { top: 8px } .large { top: 9px }",
    "components/all/all.js": 'element("b", { class: "always" });',
    "components/all/all.css": ".always { top: 10px }",
}
EVERYWHERE = ["components/all/all.js"]


@pytest.fixture
def made(tmp_path: Path) -> Stylesheets:
    for name, text in FILES.items():
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return stylesheets(Theme((tmp_path,)), EVERYWHERE)


def test_the_cache_of_the_user_gives_the_same_and_knows_all_that_decides_it(
    tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch, made: Stylesheets
) -> None:
    cache = str(tmp_path_factory.mktemp("cache"))
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    # `made` has written the files of the theme.
    theme = Theme((tmp_path,))
    assert stylesheets_once(theme, EVERYWHERE) == stylesheets_once(theme, EVERYWHERE) == made

    monkeypatch.setattr("generator.site.stylesheets.stylesheets", lambda *_: replace(made, files=()))
    assert stylesheets_once(theme, EVERYWHERE) == made
    assert stylesheets_once(replace(theme, brand=Brand(light=(("paper", "#fff"),))), EVERYWHERE) == made
    assert stylesheets_once(theme, []).files == ()
    monkeypatch.setattr("generator.site.stylesheets.program", lambda: "another")
    assert stylesheets_once(theme, EVERYWHERE).files == ()
    monkeypatch.undo()
    monkeypatch.setenv("XDG_CACHE_HOME", cache)
    (tmp_path / "css" / "own.css").parent.mkdir(exist_ok=True)
    (tmp_path / "css" / "own.css").write_text("b { top: 12px }", "utf-8")
    assert stylesheets_once(theme, EVERYWHERE) != made


def places(made: Stylesheets, *paths: str) -> list[int]:
    """The rules of some stylesheets, by the numbers in them."""
    files = {file.path: file.content.decode() for file in made.files}
    return [int(number) for path in paths for number in re.findall(r"top:(\d+)", files[path])]


def test_all_pages_have_what_entries_use_and_what_runs_everywhere(made: Stylesheets) -> None:
    assert sorted(places(made, "styles/all.css")) == [0, 1, 4, 10]


def test_the_colours_of_a_playbook_follow_what_all_pages_have(made: Stylesheets) -> None:
    coloured = made.with_colours(b"[data-kind]{top:11px}")
    assert places(coloured, "styles/all.css") == [*places(made, "styles/all.css"), 11]
    assert places(coloured, "styles/home.css") == places(made, "styles/home.css")


def test_a_page_has_what_its_template_and_its_scripts_use_besides(made: Stylesheets) -> None:
    assert places(made, *made.of(["home"], "")) == [5, 2]
    assert places(made, *made.of(["tool"], "")) == [7, 8]
    assert made.of(["entry"], "") == made.of(["unknown"], "") == ()
    assert made.of(["unknown", "home"], "") == made.of(["home"], "")


def test_what_is_chosen_when_a_page_is_made_comes_where_the_page_names_it(made: Stylesheets) -> None:
    assert made.of(["sheet"], '<div class="block-other">') == ()
    assert places(made, *made.of(["sheet"], '<div class="block-lines">')) == [6]


def test_what_nothing_uses_is_in_none(made: Stylesheets) -> None:
    assert 3 not in [place for file in made.files for place in places(made, file.path)]


def _selectors(rules: tuple[Rule, ...]) -> Iterator[str]:
    for head, content in rules:
        if isinstance(content, tuple):
            yield from _selectors(content)
        elif not head.startswith("@"):
            yield from selectors(head)


def test_no_page_of_the_example_lacks_a_rule_for_what_it_contains() -> None:
    """Classes in `:not()` need not be there. Of `:is()`, this asks for all, so it may overlook something."""
    everything = {one for file in style_files(THEME).values() for one in _selectors(rules_of(file.read_text("utf-8")))}
    needs = {
        one: frozenset(re.findall(r"\.([A-Za-z_][\w-]*)", re.sub(r":not\([^)]*\)", "", one))) for one in everything
    }
    sheets = {a.path: a.content.decode() for a in site(EXAMPLE_PLAYBOOK).artifacts if a.path.endswith(".css")}
    general = site(EXAMPLE_PLAYBOOK).stylesheets
    names = defaultdict[tuple[str, ...], set[str]](set)
    for page in site(EXAMPLE_PLAYBOOK).pages:
        classes = (name for found in re.findall(r'class="([^"]*)"', page.body) for name in found.split())
        names[page.stylesheets].update(classes, re.findall(r"<([a-z]+-[a-z-]+)", page.body))
    assert len(names) > 15
    for styles, classes in names.items():
        there = {one for path in (*general, *styles) for one in _selectors(rules_of(sheets[path]))}
        missing = [one for one, needed in needs.items() if needed and needed <= classes and one not in there]
        # Rules for one kind of page or block may be for another than these.
        used = StyleNames(frozenset(classes), ())
        lost = [one for one in missing if "=" not in one and used.apply_to(one)]
        assert lost == [], styles


LARGEST = 33_000
"""Bytes of the styles of the theme for a page. The frame has 12,000 more."""
LARGER = {
    "home": 34_300,
    "plan-a-session": 36_500,
    "print": 36_600,
    "assessment": 40_300,
    "worksheet": 44_300,
    "calculator": 37_800,
    "conversation": 35_600,
    "team": 35_300,
}
"""Pages of tools and the home page, by their kind."""


def test_styles_weigh_little() -> None:
    found = site(EXAMPLE_PLAYBOOK)
    sizes = {a.path: len(a.content) for a in found.artifacts if a.path.endswith(".css")}
    weights = {page.url: sum(sizes[path] for path in (*found.stylesheets, *page.stylesheets)) for page in found.pages}
    limits = {page.url: LARGER.get(page.kind, LARGEST) for page in found.pages}
    assert {url: weight for url, weight in weights.items() if weight > limits[url]} == {}
