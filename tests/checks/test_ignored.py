"""Entries ignore rules, each with a reason, as long as there is something to ignore."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.checks import check
from generator.config.settings import SiteConfig
from generator.model.values import Written
from generator.reporting.report import as_text
from tests.checks.small_playbook import SITE, graph_of, with_changes

PRACTICE = "content/practices/slow-down.yml"
UNFINISHED = "badly: TODO\n"


def said(changes: dict[str, str], site: SiteConfig = SITE, *, complete: bool = True) -> str:
    files = with_changes(changes)
    found = check(replace(graph_of(files), complete=complete), site)
    return as_text(found, lambda file, number: files[file].splitlines()[number - 1])


def test_what_an_entry_ignores_is_not_reported() -> None:
    assert "[unfinished-text]" in said({PRACTICE: UNFINISHED})
    assert said({PRACTICE: f"{UNFINISHED}ignore:\n  unfinished-text: It waits for the lawyers.\n"}) == ""


def test_a_reason_is_no_text_of_the_page() -> None:
    assert said({PRACTICE: f"{UNFINISHED}ignore:\n  unfinished-text: The TODO is the lesson.\n"}) == ""


def test_an_entry_ignores_for_itself_only() -> None:
    files = {
        "content/terms.yml": (
            "lag:\n  title: Lag\n  summary: TODO\n  meaning: Lag.\n  origin: own\n  ignore:\n"
            "    unfinished-text: It waits.\n    unused-term: It is new.\n    too-few-links: It is new.\n"
            "log:\n  title: Log\n  summary: TODO\n  meaning: Log.\n  origin: own\n  ignore:\n"
            "    unused-term: It is new.\n    too-few-links: It is new.\n"
        )
    }
    report = said(files)
    assert report.count("[unfinished-text]") == 1
    assert "content/terms.yml:12:12: warning[unfinished-text]" in report
    assert "[unused-ignore]" not in report


def test_what_ignores_nothing_is_reported() -> None:
    assert (
        said({PRACTICE: "ignore:\n  hard-to-read: It is an oath.\n"})
        == """\
content/practices/slow-down.yml:2:3: warning[unused-ignore]: `hard-to-read` reports nothing here, so there is nothing to ignore
   2 |   hard-to-read: It is an oath.
     |   ^^^^^^^^^^^^
   hint: delete this line and `ignore:`
"""
    )


def test_what_is_switched_off_need_not_be_ignored() -> None:
    off = SITE.model_copy(update={"checks": {"unfinished-text": Written("off")}})
    assert (
        said({PRACTICE: f"{UNFINISHED}ignore:\n  unfinished-text: It waits.\n"}, off)
        == """\
content/practices/slow-down.yml:3:3: warning[unused-ignore]: `unfinished-text` is switched off in the configuration, so there is nothing to ignore
   3 |   unfinished-text: It waits.
     |   ^^^^^^^^^^^^^^^
   hint: delete this line and `ignore:`
"""
    )


def test_while_entries_are_left_out_nobody_knows_what_ignores_nothing() -> None:
    assert said({PRACTICE: "ignore:\n  hard-to-read: It is an oath.\n"}, complete=False) == ""


@pytest.mark.parametrize(
    ("name", "message", "hint"),
    [
        (
            "hard-to-raed",
            "no rule is called `hard-to-raed`",
            "did you mean `hard-to-read`? It reports nothing here: delete this line and `ignore:`",
        ),
        ("nonsense", "no rule is called `nonsense`", "delete this line and `ignore:`: no rule reports anything here"),
        (
            "raw-html",
            "`raw-html` cannot be ignored: what it reports makes a page wrong",
            "correct what it reports, and delete this line and `ignore:`",
        ),
        (
            "unknown-reference",
            "`unknown-reference` cannot be ignored: it is no editorial rule",
            "correct what it reports, and delete this line and `ignore:`",
        ),
    ],
)
def test_what_cannot_be_ignored_is_an_error(name: str, message: str, hint: str) -> None:
    report = said({PRACTICE: f"ignore:\n  {name}: Because.\n"})
    assert f"{PRACTICE}:2:3: error[wrong-ignore]: {message}\n" in report
    assert f"hint: {hint}\n" in report


def test_an_error_that_makes_a_page_wrong_is_reported_though_an_entry_ignores_it() -> None:
    report = said({PRACTICE: "do: Wait <b>longer</b>.\nignore:\n  raw-html: We like it.\n"})
    assert "[raw-html]" in report


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("unfinished", "write `unfinished-text`, or delete this line and `ignore:`"),
        ("todo", "write `unfinished-text`, or delete this line and `ignore:`"),
        ("hard-to-read", "delete this line and `ignore:`, or write `unfinished-text`, which is reported here"),
    ],
)
def test_what_is_reported_may_be_meant(name: str, hint: str) -> None:
    assert f"hint: {hint}\n" in said({PRACTICE: f"{UNFINISHED}ignore:\n  {name}: It waits.\n"})


def test_a_reason_in_place_of_the_rule_changes_places_with_it() -> None:
    report = said({PRACTICE: f"{UNFINISHED}ignore:\n  It waits: unfinished-text\n"})
    assert "hint: write `unfinished-text: It waits`\n" in report
