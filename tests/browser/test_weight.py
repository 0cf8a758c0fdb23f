"""What a first view of a page transfers, compressed as servers do it, before somebody begins to use it."""

from __future__ import annotations

import gzip
from collections import defaultdict

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.profiles import tab_in_new_profile
from tests.browser.served import served
from tests.playbooks import REAL_PLAYBOOK, built

MOST = 60_000
"""Bytes of a first view, typefaces included, which browsers keep from then on."""

LARGER = {"assessments": 61_500}
"""The same for kinds of which it is not reached."""


def weight(text: bytes) -> int:
    return len(gzip.compress(text, 6))


def heaviest() -> list[str]:
    """Home, and the entry of each kind with the most HTML."""
    folder = built(REAL_PLAYBOOK)[1]
    kinds: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for page in folder.glob("*/*/index.html"):
        address = page.parent.relative_to(folder).as_posix() + "/"
        kinds[address.partition("/")[0]].append((weight(page.read_bytes()), address))
    return ["", *(max(pages)[1] for _, pages in sorted(kinds.items()))]


@pytest.mark.browser
def test_the_first_view_of_home_and_of_each_kind_is_light(browser: Browser) -> None:
    found = {}
    for path in heaviest():
        sizes: dict[str, int] = {}

        def weigh(response: Response, sizes: dict[str, int] = sizes) -> None:
            sizes[response.url] = weight(response.body())

        with tab_in_new_profile(browser) as tab:
            tab.on("response", weigh)
            tab.goto(served(REAL_PLAYBOOK) + path, wait_until="networkidle")
        assert sum(url.endswith(".woff2") for url in sizes) >= 3
        found[path] = sum(sizes.values())
    assert len(found) > 20
    assert {path: size for path, size in found.items() if size > LARGER.get(path.partition("/")[0], MOST)} == {}
