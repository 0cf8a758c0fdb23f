"""What is missing in an entry and what rules ask of it is said at once."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editor.browser import Browser, on_example, wish

CHECK = "entry?kind=assessment&id=patience-check"


@pytest.fixture
def browser() -> Browser:
    return on_example()


def said(answer: Any) -> dict[str, list[Any]]:
    return {one["code"]: one["route"] for one in answer["problems"]}


def test_an_empty_question_is_told_all_that_it_needs(browser: Browser) -> None:
    items = browser.get(CHECK)["value"]["items"]
    asked = wish(browser, CHECK, items=[*items, {"id": "", "text": ""}])
    found = browser.post("try", asked)
    at = ["items", len(items)]
    assert said(found) == {
        "empty-value": [*at, "text"],
        "same-advice": [*at, "recommends"],
        "uneven-bands": ["total", "bands", 1, "at_most"],
        "edition": ["edition"],
    }
    assert found["stands"] == "draft-only"
    refused = browser.answer("POST", "save", asked)
    assert refused.status == 422
    assert b"same-advice" in refused.body


def test_what_rules_ask_stays_told_while_something_else_is_missing(browser: Browser) -> None:
    items = browser.get(CHECK)["value"]["items"]
    question = {"id": "called", "text": "They called first", "recommends": [{"to": "", "why": ""}]}
    found = browser.post("try", wish(browser, CHECK, items=[*items, question]))
    assert "uneven-bands" in said(found)
    assert "same-advice" not in said(found)  # something is recommended, only not yet what
    assert not any("…" in one["message"] for one in found["problems"])


def test_a_new_entry_is_told_what_is_missing_and_what_is_expected(browser: Browser) -> None:
    found = browser.get("new?kind=tell")
    new = {**found["target"], "id": "no-question"}
    value = {**found["value"], "title": "They ask nothing"}
    answer = browser.post("try", {"target": new, "version": found["version"], "base": {}, "value": value})
    told = {"/".join(map(str, one["route"])): (one["severity"], one["message"]) for one in answer["problems"]}
    assert told["seen_in"] == ("error", "“Seen in” is missing")
    assert told["keywords"][0] == "warning"
    assert told["links"][0] == "warning"
    hints = {one["route"][0]: one["hint"] for one in answer["problems"] if one["code"] == "missing-field"}
    assert (hints["seen_in"], hints["sign"]) == ("choose one", "fill it in")


def test_a_new_self_check_is_told_nothing_of_scores_before_it_has_any(browser: Browser) -> None:
    found = browser.get("new?kind=assessment")
    target = {**found["target"], "id": "new-check"}
    value = {**found["value"], "title": "A new check"}
    answer = browser.post("try", {"target": target, "version": found["version"], "base": {}, "value": value})
    assert "missing-field" in said(answer)
    assert "uncounted-question" not in said(answer)


def test_a_whole_entry_is_asked_about_once(browser: Browser) -> None:
    found = browser.post("try", wish(browser, CHECK, subject="Another subject"))
    assert found["problems"] == []


def test_what_nothing_fits_in_place_of_is_told_as_it_is(browser: Browser) -> None:
    found = browser.post("try", wish(browser, CHECK, scale=""))
    assert {one["severity"] for one in found["problems"]} == {"error"}
    assert ["scale"] in [one["route"] for one in found["problems"]]
