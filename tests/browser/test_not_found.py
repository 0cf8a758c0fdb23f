"""The page for missing addresses, on servers that have the site below any path and show it at any depth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests.browser.served import Handler, served_folder, until_at_rest, watched
from tests.playbooks import EXAMPLE_PLAYBOOK, built
from tests.sampling import covering

pytestmark = pytest.mark.browser


STYLED = """() => [...document.querySelectorAll("link[rel=stylesheet]")].every((link) => {
  try {
    return link.sheet.cssRules.length > 0;
  } catch {
    return false; // the page that came in its place is still there
  }
})"""


class Host(Handler):
    """Has nothing but the site below its path, and answers everything else with the site's page for that.

    Some hosts say that it is found (status 200).
    """

    status = 404

    def is_answered(self) -> bool:
        return True

    def translate_path(self, path: str) -> str:
        found = super().translate_path(path)
        inside = path.startswith(self.below) and Path(found).exists()
        return found if inside else str(Path(self.directory, "nothing"))

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        page = Path(self.directory, "404.html").read_bytes()
        self.send_response(self.status)
        self.send_header("Content-Type", "text/html; charset=utf-8")
        self.send_header("Content-Length", str(len(page)))
        self.end_headers()
        if self.command == "GET":
            self.wfile.write(page)


class Welcoming(Host):
    """Says of everything that it is found."""

    status = 200


@contextmanager
def hosted(below: str, host: type[Host] = Host) -> Iterator[str]:
    """The address of a server that has the example below this path."""
    _, folder = built(EXAMPLE_PLAYBOOK)
    with served_folder(folder, below, host) as address:
        yield address.removesuffix(below)


def unexpected(complaints: list[str]) -> list[str]:
    """Without what a browser says about files that are missing, or are none of their type."""
    usual = (
        "Failed to load resource",
        "because its MIME type",
        "Refused to apply style",
        "Failed to load module script",
    )
    return [complaint for complaint in complaints if not any(text in complaint for text in usual)]


MISSING: Sequence[tuple[str, str, type[Host]]] = (
    ("/", "/typo", Host),
    ("/", "/tells/typo/deeper/still/", Host),
    ("/preview/12/", "/preview/12/typo/", Host),
    ("/preview/12/", "/preview/12/tells/typo/deeper/", Host),
    ("/a/", "/a/tells/typo/", Welcoming),
    ("/a/", "/a//evil.example/typo/", Host),
    ("/a/", "/a/100%25/%zz/", Host),
)


def oddities(case: tuple[str, str, type[Host]]) -> set[object]:
    """How deep the site is, whether the missing address is deeper, which server it is, and what else is odd."""
    below, missing, host = case
    return {below.count("/"), missing.count("/") > below.count("/") + 1, host, *re.findall("//|%", missing)}


@pytest.mark.sampled
@pytest.mark.parametrize(("below", "missing", "host"), covering(MISSING, oddities))
def test_it_finds_the_site_wherever_that_is(browser: Browser, below: str, missing: str, host: type[Host]) -> None:
    site, _ = built(EXAMPLE_PLAYBOOK)
    assert below != urlsplit(site.url).path
    with hosted(below, host) as origin, watched(browser, origin) as reader:
        tab = reader.open(missing)
        home = tab.locator("article.plain a").first
        expect(home).to_have_attribute("href", origin + below)
        tab.wait_for_function(STYLED)
        home.click()
        expect(tab).to_have_url(origin + below)
        expect(tab.locator("h1")).to_contain_text(site.name)
        assert unexpected(reader.complaints) == []


def test_where_the_address_is_right_nothing_is_looked_for(browser: Browser) -> None:
    site, _ = built(EXAMPLE_PLAYBOOK)
    below = urlsplit(site.url).path
    with hosted(below) as origin, watched(browser, origin) as reader:
        asked: list[str] = []
        reader.tab.on("request", lambda request: asked.append(request.method))
        with until_at_rest(reader.tab):
            tab = reader.open(f"{below}tells/typo/deeper/")
        assert set(asked) == {"GET"}
        expect(tab.locator("article.plain a").first).to_have_attribute("href", below)
        assert [text for text in reader.complaints if "404" not in text] == []


def test_a_page_that_belongs_to_no_site_stays_readable(browser: Browser) -> None:
    """All folders are tried, and there are no more than a few requests."""
    with hosted("/nowhere/") as origin, watched(browser, origin) as reader:
        asked: list[Any] = []
        reader.tab.on("request", lambda request: asked.append(request) if request.method == "HEAD" else None)
        with until_at_rest(reader.tab):
            tab = reader.open("/" + "x/" * 200)
        expect(tab.locator("h1")).to_be_visible()
        assert len(asked) == 21
        assert unexpected(reader.complaints) == []
