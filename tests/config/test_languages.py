"""The language that a configuration names, and words of a playbook's own."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.project import Project, read_config
from generator.diagnostics.diagnostic import Diagnostic
from generator.language.language import supplied
from tests.conftest import CONFIG, Playbook

ENGLISH = supplied()["en"].read_text("utf-8")


def read(playbook: Playbook, tag: str, own: dict[str, str] | None = None) -> tuple[Project | None, list[Diagnostic]]:
    files = {f"languages/{name}.yml": text for name, text in (own or {}).items()}
    root = playbook({"site_config.yml": CONFIG.replace("en-GB", tag), **files})
    project, problems = read_config(root / "site_config.yml")
    return project, list(problems)


def said(problems: list[Diagnostic]) -> list[tuple[str, int, str]]:
    return [(problem.span.file, problem.span.line, problem.message) for problem in problems]


@pytest.mark.parametrize(
    ("tag", "search"), [("en", "Search"), ("en-GB", "Search"), ("de", "Suche"), ("de-AT", "Suche")]
)
def test_the_nearest_language_that_there_is_gives_the_words(tag: str, search: str, playbook: Playbook) -> None:
    project, problems = read(playbook, tag)
    assert project is not None
    assert (project.language.tag, project.language.words.search.title, problems) == (tag, search, [])


def test_the_kinds_and_their_relations_speak_the_language(playbook: Playbook) -> None:
    project, _ = read(playbook, "de")
    assert project is not None
    tell = project.kinds.by_name["tell"]
    (cured_by,) = [project.kinds.in_words(r) for r in tell.relations if r.name == "cured_by"]
    assert (tell.label, tell.groups["team"]) == ("Anzeichen", "Im Team")
    assert (cured_by.label, cured_by.inverse) == ("Was hilft", "Anzeichen, gegen die es hilft")
    assert list(tell.groups) == ["core", "us", "them", "numbers", "team"]


@pytest.mark.parametrize("tag", ["fr", "zh-Hant", "sr-Latn", "es-419", "ar", "he", "fa", "ur"])
def test_a_language_without_words_is_refused_with_those_that_there_are(tag: str, playbook: Playbook) -> None:
    project, (problem,) = read(playbook, tag)
    assert project is None
    assert problem.message == f"there are no words for the language `{tag}`"
    assert problem.hint == f"known here: `de` and `en`; one of your own is a file `languages/{tag}.yml`"
    assert (problem.span.file, problem.span.line) == ("site_config.yml", 4)


@pytest.mark.parametrize("tag", ["es-419", "it", "pt-BR"])
def test_a_playbook_may_bring_a_language_of_its_own(tag: str, playbook: Playbook) -> None:
    project, problems = read(playbook, tag, {tag: ENGLISH.replace("Search\n", "Suche X\n", 1)})
    assert project is not None
    assert (project.language.words.search.title, problems) == ("Suche X", [])


@pytest.mark.parametrize(
    ("tag", "lacking"),
    [("zh-Hant", set()), ("sr-Latn", {"`few`"}), ("ar-EG", {"`few`, `many`, `two` and `zero`"}), ("he", {"`two`"})],
)
def test_a_language_of_its_own_has_the_plural_forms_that_it_needs(
    tag: str, lacking: set[str], playbook: Playbook
) -> None:
    _, problems = read(playbook, tag, {tag: ENGLISH})
    assert {problem.message.partition("has no form ")[2] for problem in problems} == lacking


def test_words_of_its_own_lie_over_those_of_the_generator(playbook: Playbook) -> None:
    project, problems = read(playbook, "de-AT", {"de-AT": "search: {title: Suchen}\n"})
    assert project is not None
    assert problems == []
    assert (project.language.words.search.title, project.language.words.search.kind) == ("Suchen", "Rubrik")


def test_a_language_of_its_own_that_lacks_words_is_told_and_they_stay_english(playbook: Playbook) -> None:
    project, (problem,) = read(playbook, "eo", {"eo": "search: {title: Serĉo}\n"})
    assert project is not None
    assert (project.language.words.search.title, project.language.words.search.kind) == ("Serĉo", "Kind")
    assert (problem.span.file, problem.code.name, problem.severity.value) == (
        "languages/eo.yml",
        "missing-word",
        "warning",
    )


def test_whatever_does_not_fit_english_is_told_where_it_stands(playbook: Playbook) -> None:
    own = """search:
  titel: Suche
  rest: Mehr
  found: {one: eine, few: ein paar, other: "{n}"}
  best: {one: eine}
  title: [a]
  kind: ""
browse: Stöbern
common: {minutes: {eins: eine, other: "{n}"}}
"""
    project, problems = read(playbook, "de", {"de": own})
    assert project is None
    assert said(problems) == [
        ("languages/de.yml", 2, "English has no word `search.titel`"),
        ("languages/de.yml", 3, "`search.rest` has other places than English: {n}"),
        ("languages/de.yml", 4, "`search.found` has other places than English: {text}"),
        ("languages/de.yml", 5, "`search.best` has no form `other`"),
        ("languages/de.yml", 6, "`search.title` takes a text"),
        ("languages/de.yml", 7, "`search.kind` takes a text"),
        ("languages/de.yml", 8, "`browse` is a group of words"),
        ("languages/de.yml", 9, "`common.minutes` has a plural form `eins`"),
    ]


def test_a_file_that_holds_no_words(playbook: Playbook, tmp_path: Path) -> None:
    project, (problem,) = read(playbook, "de", {"de": "- a\n"})
    assert project is None
    assert problem.message == "the words do not stand under their names"
