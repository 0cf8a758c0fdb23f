"""What a first view of a page transfers, compressed as servers do it, before somebody begins to use it."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from posixpath import normpath

import pytest
from playwright.sync_api import Browser, Response

from tests.browser.profiles import tab_in_new_profile
from tests.browser.served import served
from tests.playbooks import REAL_PLAYBOOK, built
from tests.sampling import covering

MOST = 60_000
"""Bytes of a first view, typefaces included, which browsers keep from then on."""


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


def scripts(path: str) -> set[str]:
    """The scripts that a page names."""
    return {name for name in named(path) if name.endswith(".js")}


NAMED = re.compile(r'\s(?:href|src)="?([^" >]+[.](?:css|js|woff2))(?=[" >])')


def named(path: str) -> set[str]:
    """The styles, scripts and typefaces that the HTML of a page names."""
    html = (built(REAL_PLAYBOOK)[1] / path / "index.html").read_text("utf-8")
    return {normpath(f"{path}{name}") for name in NAMED.findall(html)}


def test_what_home_and_a_page_of_each_kind_name_is_light() -> None:
    folder = built(REAL_PLAYBOOK)[1]
    weights = {name: weight((folder / name).read_bytes()) for path in heaviest() for name in named(path)}
    found = {
        path: weight((folder / path / "index.html").read_bytes()) + sum(weights[name] for name in named(path))
        for path in heaviest()
    }
    assert len(found) > 20
    assert min(found.values()) > 20_000
    assert {path: size for path, size in found.items() if size > MOST} == {}


@pytest.mark.browser
@pytest.mark.sampled
def test_the_first_view_is_light_with_all_that_scripts_and_styles_load(browser: Browser) -> None:
    found, address = {}, served(REAL_PLAYBOOK)
    for path in covering(heaviest(), scripts):
        sizes: dict[str, int] = {}

        def weigh(response: Response, sizes: dict[str, int] = sizes) -> None:
            sizes[response.url.removeprefix(address)] = weight(response.body())

        with tab_in_new_profile(browser) as tab:
            tab.on("response", weigh)
            tab.goto(address + path, wait_until="networkidle")
        assert named(path) <= sizes.keys()
        found[path] = sum(sizes.values())
    assert {path: size for path, size in found.items() if size > MOST} == {}
