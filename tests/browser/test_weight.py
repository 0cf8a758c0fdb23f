"""What a first view of an entry page transfers, compressed as servers do it."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.profiles import tab_in_new_profile
from tests.browser.served import Watched, served
from tests.playbooks import REAL_PLAYBOOK

MOST = {
    "practices/slow-down/": 55_500,
    "moments/before-meeting/": 54_500,
    "tells/price-based/": 53_500,
    "conversations/mineral-rights/": 64_000,  # eight steps with their questions, and what shows them one by one
    "": 60_000,
}
"""Bytes of a first view, typefaces included, which browsers keep from then on."""


@pytest.mark.browser
@pytest.mark.parametrize("path", MOST)
def test_a_first_view_is_light(browser: Browser, path: str) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body(), 6))

    with served(REAL_PLAYBOOK) as address, tab_in_new_profile(browser) as tab:
        reader = Watched(tab, address)
        tab.on("response", weigh)
        reader.open(path).wait_for_load_state("networkidle")
    assert any(url.endswith(".woff2") for url in sizes)
    assert sum(sizes.values()) < MOST[path], sizes
