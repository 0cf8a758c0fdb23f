"""What most browser tests start from: a served playbook, and a tab in which nothing may go wrong."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.editing import Desk, tab_with_form, tidy_desk
from tests.browser.served import Watched, served, watched
from tests.playbooks import EXAMPLE_PLAYBOOK


@pytest.fixture(scope="module")
def address(request: pytest.FixtureRequest) -> str:
    """The address of the playbook that the module names as `PLAYBOOK`, or of the example."""
    return served(getattr(request.module, "PLAYBOOK", EXAMPLE_PLAYBOOK))


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as reader:
        yield reader
    assert reader.complaints == []


@pytest.fixture
def desk() -> Desk:
    """The example playbook in the editor."""
    return tidy_desk(EXAMPLE_PLAYBOOK.parent)


@pytest.fixture
def root(desk: Desk) -> Path:
    """The folder of the playbook that the editor has."""
    return desk.root


@pytest.fixture
def entrance(desk: Desk) -> str:
    """The address that lets a browser edit it."""
    return desk.entrance


@pytest.fixture
def tab(browser: Browser, entrance: str, request: pytest.FixtureRequest) -> Iterator[Tab]:
    """A tab with the form of a tell, or with that with which a test begins.

    What a browser may say of requests that are refused, the module names as `REFUSED`.
    """
    query = getattr(request, "param", "kind=tell&id=price-based")
    with tab_with_form(browser, entrance, query, request.module.REFUSED) as tab:
        yield tab
