"""A tab tells of everything that it asks of anybody but its site."""

from __future__ import annotations

from urllib.parse import urljoin

import pytest
from playwright.sync_api import Browser

from tests.browser.served import watched

pytestmark = pytest.mark.browser

ELSEWHERE = ("https://elsewhere.example/", "http://192.0.2.1/", "http://[2001:db8::1]/", "http://localhost/")


def test_a_request_that_leaves_the_site_is_told(browser: Browser, address: str) -> None:
    beside = urljoin(address, "/beside.js")
    with watched(browser, address) as reader:
        reader.open("404.html")
        assert reader.complaints == []
        reader.tab.goto("about:blank")  # which has no policy that forbids them
        ask = "(all) => Promise.allSettled(all.map((one) => fetch(one, { mode: 'no-cors' })))"
        reader.tab.evaluate(ask, [beside, *ELSEWHERE])
        told = {said for said in reader.complaints if said.startswith("foreign request")}
        assert told == {f"foreign request: {one}" for one in (beside, *ELSEWHERE)}
