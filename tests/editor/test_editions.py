"""What a form says of the edition of a self-check, also after questions have been saved."""

from __future__ import annotations

from typing import Any

import pytest

from tests.editor.browser import Browser, on_example

CHECK = "entry?kind=assessment&id=patience-check"
QUESTION = {"id": "called", "text": "They called first", "recommends": [{"to": "slow-down", "why": "Wait a bit."}]}


@pytest.fixture
def browser() -> Browser:
    return on_example()


def said(answer: Any) -> list[str]:
    return [problem["message"] for problem in answer["problems"] if problem["route"] == ["edition"]]


def wanted(found: Any, **values: Any) -> dict[str, Any]:
    names = ("target", "version")
    return {**{name: found[name] for name in names}, "base": found["value"], "value": {**found["value"], **values}}


def with_question(found: Any, item: Any) -> dict[str, Any]:
    total = found["value"]["total"]
    *others, last = total["bands"]
    bands = [*others, {**last, "at_most": "8"}]
    return wanted(found, items=[*found["value"]["items"], item], total={**total, "bands": bands})


def test_a_question_under_the_same_edition_is_said_until_the_edition_is_set(browser: Browser) -> None:
    found = browser.get(CHECK)
    edition = found["value"]["edition"]
    assert said(found) == []
    wish = with_question(found, QUESTION)
    told = f"is still {edition}, though questions have changed: “They called first” is new"
    assert said(browser.post("try", wish)) == [told]
    assert said(browser.post("save", wish)) == [told]
    saved = browser.get(CHECK)
    assert said(saved) == [told]

    other = wanted(saved, title="Another title")
    browser.post("save", other)
    again = browser.get(CHECK)
    assert said(again) == [told]

    next_one = str(int(edition) + 1)
    changes = [*again["value"].get("changes", []), {"edition": next_one, "what": "One more question."}]
    browser.post("save", wanted(again, edition=next_one, changes=changes))
    last = browser.get(CHECK)
    assert last["value"]["edition"] == next_one
    assert said(last) == []


def test_the_next_edition_is_prepared_with_what_is_to_be_said_of_it(browser: Browser) -> None:
    found = browser.get(CHECK)
    edition = int(found["value"]["edition"])
    (told,) = [
        one for one in browser.post("try", with_question(found, QUESTION))["problems"] if one["code"] == "edition"
    ]
    assert told["remedy"] == {
        "label": f"Begin edition {edition + 1}, and say what is new",
        "put": [{"route": ["edition"], "value": str(edition + 1)}],
        "add": {"changes": {"edition": str(edition + 1), "what": "One question is new: “They called first”."}},
        "lead": ["changes", len(found["value"].get("changes", [])), "what"],
    }
    wish = with_question(found, QUESTION)
    changes = [*found["value"].get("changes", []), {"edition": str(edition + 1), "what": "One more question."}]
    (told,) = [
        one
        for one in browser.post("try", {**wish, "value": {**wish["value"], "changes": changes}})["problems"]
        if one["code"] == "edition"
    ]
    assert told["remedy"]["add"] == {}


def test_what_is_not_said_of_an_edition_is_said_where_it_is_to_be_written(browser: Browser) -> None:
    found = browser.get(CHECK)
    following = str(int(found["value"]["edition"]) + 1)
    told = browser.post("try", wanted(found, edition=following))["problems"]
    assert [(one["route"], one["code"]) for one in told] == [(["changes"], "unknown-part")]


def test_a_question_that_is_taken_back_is_said_no_more(browser: Browser) -> None:
    found = browser.get(CHECK)
    browser.post("save", with_question(found, QUESTION))
    browser.post("undo", {"version": browser.get(CHECK)["version"]})
    assert said(browser.get(CHECK)) == []


def test_a_question_without_recommendation_is_told_at_that_field_in_its_words(browser: Browser) -> None:
    found = browser.get(CHECK)
    question = {name: value for name, value in QUESTION.items() if name != "recommends"}
    told = browser.post("try", with_question(found, question))["problems"]
    (advice,) = [one for one in told if one["code"] == "same-advice"]
    assert advice["route"] == ["items", len(found["value"]["items"]), "recommends"]
    assert advice["message"] == "a bad answer to “They called first” recommends no page"


def test_the_next_edition_says_which_questions_are_gone(browser: Browser) -> None:
    found = browser.get(CHECK)
    (gone, *others), edition = found["value"]["items"], int(found["value"]["edition"])
    items = [*others, QUESTION]
    (told,) = [one for one in browser.post("try", wanted(found, items=items))["problems"] if one["code"] == "edition"]
    assert told["remedy"]["add"]["changes"] == {
        "edition": str(edition + 1),
        "what": f"One question is new: “They called first”. One question is no longer asked: “{gone['text']}”.",
        "removed": [gone["id"]],
    }


def test_what_a_hint_says_to_write_is_a_button_at_its_field(browser: Browser) -> None:
    found = browser.get(CHECK)
    last = len(found["value"]["total"]["bands"]) - 1
    wish = wanted(found, items=[*found["value"]["items"], QUESTION])
    (told,) = [one for one in browser.post("try", wish)["problems"] if one["code"] == "uneven-bands"]
    assert told["message"] == "answers can give a score of 8, which is in no range"
    place = ["total", "bands", last, "at_most"]
    assert (told["route"], told["remedy"]) == (
        place,
        {"label": "Set “At most” to 8", "put": [{"route": place, "value": "8"}], "add": {}, "lead": place},
    )
    again = browser.post("try", with_question(found, QUESTION))["problems"]
    assert "uneven-bands" not in {one["code"] for one in again}
