"""A form that nobody touched has the values of the file."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from generator.content.located import Located
from generator.editor.form import form_of
from generator.model.kind import Kind
from tests.browser.editing import opened
from tests.browser.profiles import tab_in
from tests.editor.forms import each_with
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading
from tests.sampling import covering

pytestmark = pytest.mark.browser

BACK = ".saved-again > button:not([hidden])"


def sorts(kind: Kind) -> set[str]:
    """The sorts of fields that the form of a kind has, and of what they hold."""
    form = form_of(kind, project(EXAMPLE_PLAYBOOK))
    return {f"{shape['sort']} {shape.get('item', {}).get('sort', '')}" for shape in each_with("sort", form)}


def some_entries() -> tuple[Located, ...]:
    """An entry of each kind; in a sample, of kinds that have every sort of field between them."""
    one_of_each = {entry.kind.name: entry for entry in reading(EXAMPLE_PLAYBOOK).graph.entries.values()}
    return covering(one_of_each.values(), lambda entry: sorts(entry.kind))


@pytest.mark.sampled
def test_no_field_of_an_untouched_form_of_any_kind_offers_what_is_saved(browser: Browser, entrance: str) -> None:
    offered = {}
    with tab_in(browser) as tab:
        for entry in some_entries():
            opened(tab, entrance, f"kind={entry.kind.name}&id={entry.id}")
            offered[entry.kind.name] = tab.locator(BACK).count()
    assert offered
    assert {kind: count for kind, count in offered.items() if count} == {}


def test_what_is_written_as_a_word_goes_back_to_that_word(browser: Browser, entrance: str) -> None:
    with tab_in(browser) as tab:
        opened(tab, entrance, "kind=assessment&id=patience-check")
        whose = tab.locator("[data-field=scale] [data-field=of]")
        whose.locator("input[value=assembled]").check()
        expect(tab.locator(BACK)).to_have_count(1)
        whose.get_by_role("button", name="Back to what is saved").click()
        expect(whose.locator("input[value=own]")).to_be_checked()
        expect(tab.locator(BACK)).to_have_count(0)
        expect(tab.locator(".bar .state")).to_have_text("Saved")
