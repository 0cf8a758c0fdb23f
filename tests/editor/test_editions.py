"""What a form says of the edition of a self-check, also after questions have been saved."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.browser.editing import copied
from tests.editor.browser import Browser
from tests.playbooks import EXAMPLE_PLAYBOOK

CHECK = "entry?kind=assessment&id=patience-check"
QUESTION = {"id": "called", "text": "They called first", "recommends": [{"to": "slow-down", "why": "Wait a bit."}]}


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser.on(copied(EXAMPLE_PLAYBOOK.parent, tmp_path))


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
    told = f"is still {edition}, though questions have changed: `called` is new"
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


def test_a_question_that_is_taken_back_is_said_no_more(browser: Browser) -> None:
    found = browser.get(CHECK)
    browser.post("save", with_question(found, QUESTION))
    browser.post("undo", {"version": browser.get(CHECK)["version"]})
    assert said(browser.get(CHECK)) == []
