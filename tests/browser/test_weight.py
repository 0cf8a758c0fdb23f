"""What a first view of an entry page transfers, compressed as servers do it."""

from __future__ import annotations

import gzip

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.served import served, watched
from tests.playbooks import REAL_PLAYBOOK

MOST = 120 * 1024


@pytest.mark.browser
@pytest.mark.parametrize(
    "path", ["practices/slow-down/", "conversations/mineral-rights/", "moments/before-meeting/", ""]
)
def test_a_first_view_is_light(browser: Browser, path: str) -> None:
    sizes: dict[str, int] = {}

    def weigh(response: Response) -> None:
        sizes[response.url] = len(gzip.compress(response.body(), 6))

    with served(REAL_PLAYBOOK) as address, watched(browser, address) as reader:
        reader.tab.on("response", weigh)
        reader.open(path).wait_for_load_state("networkidle")
    assert sum(sizes.values()) < MOST
