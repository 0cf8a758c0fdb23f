"""What a change does is said in the words of the form: labels, choices, titles, and what parts are called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.editing import copied
from tests.editor.browser import Browser
from tests.playbooks import EXAMPLE_PLAYBOOK

CHECK = "entry?kind=assessment&id=patience-check"


@pytest.fixture
def browser(tmp_path: Path) -> Browser:
    return Browser.on(copied(EXAMPLE_PLAYBOOK.parent, tmp_path))


def effects(browser: Browser, address: str, **values: Any) -> list[str]:
    found = browser.get(address)
    value = {**found["value"], **values}
    sent = {"target": found["target"], "version": found["version"], "base": found["value"], "value": value}
    return list(browser.post("try", sent)["effects"])


def test_questions_and_editions_are_said_without_short_names(browser: Browser) -> None:
    value = browser.get(CHECK)["value"]
    first, *others = value["items"]
    items = [{**first, "text": "I asked twice"}, *others]
    found = effects(
        browser, CHECK, edition="2", items=items, changes=[{"edition": "2", "what": "Another first question."}]
    )
    assert found[:3] == [
        "Edition: “1” → “2”",
        "What changed with editions, 1: new: “Another first question.”",
        f"Questions, “I asked twice”, Question: “{first['text']}” → “I asked twice”",
    ]
    added = {"id": "called-first", "text": "They called first", "recommends": first["recommends"]}
    *lower, highest = value["total"]["bands"]
    total = {**value["total"], "bands": [*lower, {**highest, "at_most": "8"}]}
    found = effects(browser, CHECK, items=[*value["items"], added], total=total)
    assert "Questions, “They called first”: new: “They called first”" in found
    assert [line for line in found if "called-first" in line] == []
    assert any("“They called first” is unanswered" in line for line in found)


def test_choices_titles_and_pictures_are_said_as_readers_see_them(browser: Browser) -> None:
    tell = "entry?kind=tell&id=price-based"
    assert effects(browser, tell, origin="assembled", title="About price") == [
        "Title: “The relationship rests mainly on price” → “About price”",
        "Where it comes from: “From the sources” → “Put together from several places”",
    ]
    text = "See [[slow-down]], [[slow-down|that]] and ![a plan of the room](files/plan.png)."
    (found,) = effects(browser, tell, check=text)
    assert found.endswith("→ “See Slow it down, that and (a plan of the room).”")


def test_nothing_that_is_said_has_names_of_fields_in_it(browser: Browser) -> None:
    """Every field of an entry of each of these kinds is emptied or gone, one after the other."""
    texts = set[str]()
    for kind, entry_id in (("assessment", "patience-check"), ("checklist", "meeting-checklist")):
        address = f"entry?kind={kind}&id={entry_id}"
        for name, value in browser.get(address)["value"].items():
            if isinstance(value, list) and len(value) > 1:
                texts |= {*effects(browser, address, **{name: value[1:]})}
            elif isinstance(value, str) and name not in ("scale", "edition"):
                texts |= {*effects(browser, address, **{name: f"{value} more"})}
    assert len(texts) > 5
    assert [text for text in texts if re.search(r"`|\b[a-z]+_[a-z]+\b|^[a-z]+, ", text)] == []
