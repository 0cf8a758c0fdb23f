"""What a change does is said in the words of the form: labels, choices, titles, and what parts are called."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from tests.browser.editing import copied
from tests.editor.browser import Browser, on_example
from tests.playbooks import EXAMPLE_PLAYBOOK

CHECK = "entry?kind=assessment&id=patience-check"


@pytest.fixture
def browser() -> Browser:
    return on_example()


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
        "Edition: 1 becomes 2",
        "What changed with editions: “Another first question.” is added",
        f"Questions, “I asked twice”, Question: “{first['text']}” becomes “I asked twice”",
    ]
    added = {"id": "called-first", "text": "They called first", "recommends": first["recommends"]}
    *lower, highest = value["total"]["bands"]
    total = {**value["total"], "bands": [*lower, {**highest, "at_most": "8"}]}
    found = effects(browser, CHECK, items=[*value["items"], added], total=total)
    assert "Questions: “They called first” is added" in found
    assert [line for line in found if "called-first" in line] == []
    assert any("“They called first” is unanswered" in line for line in found)


def test_choices_titles_and_pictures_are_said_as_readers_see_them(browser: Browser) -> None:
    tell = "entry?kind=tell&id=price-based"
    assert effects(browser, tell, origin="assembled", title="About price") == [
        "Title: “The relationship rests mainly on price” becomes “About price”",
        "Where it comes from: “From the sources” becomes “Put together from several places”",
    ]
    text = "See [[slow-down]], [[slow-down|that]] and ![a plan of the room](files/plan.png)."
    (found,) = effects(browser, tell, check=text)
    assert found.endswith("becomes “See Slow it down, that and (a plan of the room).”")


@pytest.fixture
def german(tmp_path: Path) -> Browser:
    root = copied(EXAMPLE_PLAYBOOK.parent, tmp_path)
    config = root / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("language: en-GB", "language: de"), encoding="utf-8")
    return Browser.on(root)


TELL = "entry?kind=tell&id=price-based"


def test_of_a_link_whose_words_stay_it_is_said_where_it_leads(browser: Browser) -> None:
    found = browser.get(TELL)
    was = {**found["value"], "check": "Read [[slow-down|that]] twice."}
    sent = {"target": found["target"], "version": found["version"], "base": found["value"], "value": was}
    saved = browser.post("save", sent)
    has = {**was, "check": "Read [[mineral-rights|that]] twice."}
    assert browser.post("try", {**sent, "version": saved["version"], "base": was, "value": has})["effects"] == [
        "Is it really so?: “that” leads to “Mineral rights”, and no longer to “Slow it down”"
    ]


def test_a_link_that_leads_elsewhere_with_the_same_reason_is_one_change(browser: Browser) -> None:
    pair = "entry?kind=belief-pair&id=bicycle-or-rider"
    links = browser.get(pair)["value"]["links"]
    (link,) = links["practised_in"]
    assert effects(browser, pair, links={**links, "practised_in": [{**link, "to": "slow-down"}]}) == [
        "The link from “Bicycle or rider” (Acting on the right side) leads to “Slow it down”, and no longer to "
        "“Ask before you fix”; its reason is the same"
    ]


def test_what_a_new_page_is_said_to_be(browser: Browser) -> None:
    new = browser.get("entry?kind=term&new=1")
    value = {"title": "Haste", "summary": "Too fast.", "origin": "own", "meaning": "As not in [[slow-down]]."}
    sent = {"target": {**new["target"], "id": "haste"}, "version": new["version"], "base": {}, "value": value}
    assert browser.post("try", sent)["effects"] == [
        "New page “Haste” (Term) at terms/haste/, with links to 1 other page",
        "In short: “Too fast.”",
    ]


def test_it_is_said_in_the_language_of_the_playbook(german: Browser) -> None:
    assert effects(german, TELL, origin="assembled", title="Über den Preis", minutes="7") == [
        "Titel: aus „The relationship rests mainly on price“ wird „Über den Preis“",
        "Zeit in Minuten: 7, war leer",
        "Woher es stammt: aus „Aus den Quellen“ wird „Aus mehreren Stellen zusammengesetzt“",
    ]


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
