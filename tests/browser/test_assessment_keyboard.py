"""Each of the playbook's own self-checks, from the first question to the result, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab
from pypdf import PdfReader

from generator.kinds.assessment import Assessment
from tests.browser.checks_site import accessible
from tests.browser.served import watched
from tests.conftest import every_case
from tests.playbooks import REAL_PLAYBOOK, reading
from tests.sampling import sampled

PLAYBOOK = REAL_PLAYBOOK

pytestmark = pytest.mark.browser


def asks(check: Assessment) -> Iterator[object]:
    """How a self-check is answered and scored."""
    scored = [check.total] if check.total else []
    yield from (f"scored by {scoring.method}" for scoring in [*scored, *check.dimensions])
    yield from (f"answered on {item.scale}" for item in check.items)


CHECKS = sampled("assessment", asks)


def focused(tab: Tab) -> tuple[str, str]:
    """The type and the name of the field that has the focus."""
    kind, name = tab.evaluate("[document.activeElement.type ?? '', document.activeElement.name ?? '']")
    return kind, name


def go_to(tab: Tab, name: str) -> None:
    """Press Tab until the field has the focus."""
    for _ in range(20):
        if focused(tab)[1] == name:
            return
        tab.keyboard.press("Tab")
    raise AssertionError(f"{name} cannot be reached with Tab; the focus is on {focused(tab)}")


@pytest.mark.sampled
@pytest.mark.parametrize("check", CHECKS)
def test_a_check_is_completed_by_keyboard_alone(browser: Browser, address: str, check: str) -> None:
    with watched(browser, address) as watch:
        tab = watch.open(f"assessments/{check}/")
        entry = reading(REAL_PLAYBOOK).graph.entries[check].entry
        assert isinstance(entry, Assessment)
        items = [item.id for item in entry.items]
        # Where a visitor is who has read the introduction and goes on with Tab.
        tab.locator("#questions").evaluate("(heading) => { heading.tabIndex = -1; heading.focus() }")
        for number, item in enumerate(items):
            go_to(tab, f"answer-{item}")
            if focused(tab)[0] == "text":
                tab.keyboard.type(str(number + 3))
            else:
                # From "Not answered", the last radio button, the arrow goes on to the first.
                for _ in range(number % 3 + 1):
                    tab.keyboard.press("ArrowDown")
        expect(tab.locator(".check-count")).to_contain_text(f"{len(items)} of {len(items)} answered")
        for _ in range(20):
            tab.keyboard.press("Tab")
            if tab.evaluate("document.activeElement.className") == "check-finish":
                break
        tab.keyboard.press("Enter")
        expect(tab.locator(".result-title")).to_be_focused()
        assert 1 <= tab.locator(".result-picks li").count() <= 4
        tells = [text.split(": ")[1] for text in tab.locator(".result-counted li").all_inner_texts()]
        assert tells == (["3 of 10 tells", "3 of 10 tells", "4 of 10 tells"] if check == "squid-eye-check" else [])
        if every_case():  # otherwise tests/browser/test_assessment.py looks at results
            accessible(tab)
        assert len(PdfReader(BytesIO(tab.pdf(format="A4"))).pages) == 1
        assert watch.complaints == []
