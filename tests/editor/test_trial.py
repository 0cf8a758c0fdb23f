"""What a change would do to readers is told before it is saved: lost addresses, answers without a place, formulas."""

from __future__ import annotations

from typing import Any

import pytest

from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook
from tests.editor.browser import Browser, wish


@pytest.fixture
def browser(playbook: Playbook) -> Browser:
    return Browser.on(playbook({"site_config.yml": CONFIG, **clean_files()}))


def tried(browser: Browser, address: str, **fields: Any) -> Any:
    return browser.post("try", wish(browser, f"entry?{address}", **fields))


def test_an_item_that_goes_takes_its_address_and_ticks_along(browser: Browser) -> None:
    groups = browser.get("entry?kind=checklist&id=meeting-checklist")["value"]["groups"]
    gone, *rest = groups[0]["items"]

    found = tried(browser, "kind=checklist&id=meeting-checklist", groups=[{**groups[0], "items": rest}, *groups[1:]])

    assert found["stands"] == "saved"
    assert found["lost_addresses"] == [f"/checklists/meeting-checklist/#tick-{gone['id']}"]
    assert found["orphaned_answers"] == [gone["text"]]
    assert any(line.startswith("The list, ") for line in found["effects"])


def test_without_a_change_nothing_is_said(browser: Browser) -> None:
    found = tried(browser, "kind=checklist&id=meeting-checklist")

    assert (found["effects"], found["lost_addresses"], found["orphaned_answers"]) == ([], [], [])
    assert found["problems"] == []


def test_formulas_have_live_results(browser: Browser) -> None:
    outputs = browser.get("entry?kind=calculator&id=win-ratio-sum")["value"]["outputs"]

    found = tried(browser, "kind=calculator&id=win-ratio-sum")
    assert set(found["formulas"]) == {f"outputs.{at}.formula" for at in range(len(outputs))}
    assert all("value" in result for result in found["formulas"].values())

    broken = [{**outputs[0], "formula": "1 +"}, *outputs[1:]]
    found = tried(browser, "kind=calculator&id=win-ratio-sum", outputs=broken)
    assert list(found["formulas"]) == ["outputs.0.formula"]
    assert found["formulas"]["outputs.0.formula"]["error"]


def test_errors_of_other_entries_do_not_stop_a_try(browser: Browser) -> None:
    (browser.root / "content/practices/slow-down.yml").write_text("title: Broken\n", encoding="utf-8")

    found = tried(browser, "kind=term&id=small-talk", meaning="As in [[slow-down]].")

    assert found["stands"] == "saved"
    assert (found["lost_addresses"], len(found["effects"])) == ([], 1)


def test_what_it_would_break_elsewhere_is_told_as_such(browser: Browser) -> None:
    target = {"kind": "term", "id": "slow-down", "new": True}  # the id of a practice

    value = {"title": "T", "summary": "S.", "origin": "own", "meaning": "M."}
    found = browser.post("try", {"target": target, "version": "", "base": {}, "value": value})

    assert found["stands"] == "draft-only"
    assert {problem["code"] for problem in found["problems"]} == {"duplicate-id"}
