"""What a first view of an entry page transfers, compressed as servers do it."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.profiles import tab_in_new_profile
from tests.browser.served import Watched, served
from tests.playbooks import REAL_PLAYBOOK

MOST = 48 * 1024
MOST_OF_FONTS = 40 * 1024
"""Browsers keep them from the first page on."""


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["practices/slow-down/", "conversations/mineral-rights/", "moments/before-meeting/", ""]
)
def test_a_first_view_is_light(browser: Browser, path: str) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body(), 6))

    with served(REAL_PLAYBOOK) as address, tab_in_new_profile(browser) as tab:
        reader = Watched(tab, address)
        tab.on("response", weigh)
        reader.open(path).wait_for_load_state("networkidle")
    fonts = sum(size for url, size in sizes.items() if url.endswith(".woff2"))
    assert sum(sizes.values()) - fonts < MOST
    assert 0 < fonts < MOST_OF_FONTS
