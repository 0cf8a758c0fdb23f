"""Problems are said in the words of the form, each at its field."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest

from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook
from tests.editor.browser import FILES, Browser
from tests.sampling import first_of

NAME_IN_FILES = re.compile(r"`[a-z]+(?:_[a-z]+|\[\d+\]|\.[a-z])[^`]*`|^`[a-z_]+` |\b[a-z]+_[a-z]+\b")
"""A field as files name it."""

ENTRIES = (
    ("checklist", "meeting-checklist"),
    ("term", "small-talk"),
    ("practice", "slow-down"),
    ("calculator", "win-ratio-sum"),
)


@pytest.fixture
def browser(playbook: Playbook) -> Browser:
    return Browser.on(playbook({"site_config.yml": CONFIG, **clean_files()}))


def opened(browser: Browser, kind: str, entry_id: str) -> dict[str, Any]:
    found = browser.get(f"entry?kind={kind}&id={entry_id}")
    return {key: found[key] for key in ("target", "version", "value")} | {"base": found["value"]}


def problems(browser: Browser, data: dict[str, Any], **fields: Any) -> list[dict[str, Any]]:
    value = {name: new for name, new in {**data["value"], **fields}.items() if new is not None}
    return list(browser.post("try", {**data, "value": value})["problems"])


def test_a_field_is_called_by_its_labels_and_an_entry_by_its_title(browser: Browser) -> None:
    data = opened(browser, "checklist", "meeting-checklist")
    groups = data["value"]["groups"]
    items = [{**groups[0]["items"][0], "text": ""}, *groups[0]["items"][1:]]
    (found,) = problems(browser, data, groups=[{**groups[0], "items": items}, *groups[1:]])
    assert found["route"] == ["groups", 0, "items", 0, "text"]
    assert (found["message"], found["at_field"]) == ("“The list / 1 / Items / 1 / Text” is empty", "is empty")
    assert found["sentence"] == "“Text” is empty"

    data = opened(browser, "term", "small-talk")
    links = {"next": ["slow-down"]}
    said = {one["code"]: (one["message"], one["hint"]) for one in problems(browser, data, links=links)}
    assert said["missing-why"][0] == "the link to “Slow it down” has no reason"
    (found,) = problems(browser, data, origin="nobody")
    assert (found["message"], found["at_field"]) == ("“Where it comes from” cannot be `nobody`", "cannot be `nobody`")
    assert "`" not in found["hint"]


def test_a_problem_of_the_whole_entry_is_said_at_the_field_that_it_asks_for(browser: Browser) -> None:
    found = problems(browser, opened(browser, "practice", "slow-down"), keywords=None)
    (asking,) = [one for one in found if "Words to find it by" in one["message"]]
    assert asking["route"] == ["keywords"]
    assert asking["at_field"] == "“Slow it down” has no “Words to find it by”"


def test_a_problem_of_another_entry_leads_there(playbook: Playbook) -> None:
    broken = FILES["content/sources.yml"].replace("describes: To have no time.", "describes: As in [[gone]].")
    browser = Browser.on(playbook({**FILES, "content/sources.yml": broken}))
    found = browser.get("entry?kind=source&id=rest")["problems"]
    (gone,) = [one for one in found if one["code"] == "unknown-reference"]
    assert (gone["elsewhere"], gone["route"]) == (True, [])
    assert gone["there"] == {"kind": "source", "id": "hurry", "title": "Hurry"}


def emptied(value: Any) -> Iterator[Any]:
    """A value with one of its texts or items empty, each in turn."""
    if isinstance(value, str):
        yield ""
    elif isinstance(value, list):
        yield []
        yield from ([one, *value[1:]] for one in emptied(value[0]))
    else:
        for name in value:
            yield {key: one for key, one in value.items() if key != name}
            yield from ({**value, name: one} for one in emptied(value[name]))


@pytest.mark.sampled
@pytest.mark.parametrize(("kind", "entry_id"), first_of(ENTRIES))
def test_no_message_says_what_only_files_call_a_field(browser: Browser, kind: str, entry_id: str) -> None:
    data = opened(browser, kind, entry_id)
    texts = set[str]()
    for value in emptied(data["value"]):
        for found in browser.post("try", {**data, "value": value})["problems"]:
            texts |= {found["message"], found["at_field"], found["hint"]}
    assert len(texts) > 10
    assert [text for text in texts if NAME_IN_FILES.search(text)] == []
