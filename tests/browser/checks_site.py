"""The small playbook of self-checks, and what tests do on its pages."""

from __future__ import annotations

import base64
import json
import zlib
from collections.abc import Mapping
from typing import Any

from playwright.sync_api import Locator, expect
from playwright.sync_api import Page as Tab

from tests.browser.accessibility import violations

SHOP, RIDE, TEAM = "assessments/shop-check/", "assessments/ride-check/", "team/"
LEVELS = "assessments/levels-check/"
KEY = "playbook:workshop.example/book:shop-check"

SLIP = {"greeted": 0, "on-time": 1, "explained": 2, "safe": 3}

ALL_GOOD = {"greeted": 3, "on-time": 3, "explained": 2, "safe": 3}


def answer(tab: Tab, answers: Mapping[str, float]) -> None:
    """Choose these answers as one does with a mouse."""
    for item, value in answers.items():
        tab.locator(f'[name="answer-{item}"][value="{value}"]').check()


def chosen(tab: Tab) -> dict[str, str]:
    """What is chosen, by item; "" stands for not answered."""
    found: dict[str, str] = tab.evaluate(
        "Object.fromEntries([...document.querySelectorAll('[name^=answer-]:checked')]"
        ".map((one) => [one.name.slice(7), one.value]))"
    )
    return found


def kept(tab: Tab, key: str = KEY) -> Any:
    """What the browser has kept."""
    text = tab.evaluate("(key) => localStorage.getItem(key)", key)
    return None if text is None else json.loads(text)


def keep(tab: Tab, address: str, text: str, key: str = KEY) -> None:
    """Put something into the storage before a page of the site reads it."""
    tab.goto(address + "404.html")
    tab.evaluate("([key, text]) => localStorage.setItem(key, text)", [key, text])


def record(answers: Mapping[str, int], **changes: Any) -> str:
    """A record as the page keeps it."""
    data = {"schema": 1, "edition": 3, "updatedAt": "2026-02-03T10:00:00Z", "answers": dict(answers), "history": []}
    return json.dumps({**data, **changes})


def share_link(payload: bytes, version: str = "v1") -> str:
    """A link with a right checksum, whatever it carries."""
    words = base64.urlsafe_b64encode(payload).decode().rstrip("=")
    return f"{version}.{words}.{zlib.crc32(words.encode()):08x}"


def button(tab: Tab, name: str) -> Locator:
    return tab.get_by_role("button", name=name, exact=True)


def notes(tab: Tab) -> list[str]:
    """What the page tells above the questions."""
    return [text.strip() for text in tab.locator(".check-note > p:first-child").all_inner_texts()]


def accessible(tab: Tab, *rules: str) -> None:
    found = violations(tab, *rules)
    assert found == [], found


def finish(tab: Tab) -> None:
    button(tab, "See the result").click()
    expect(tab.locator(".result-title")).to_be_focused()
    assert tab.url.endswith("#result")
