"""What a first view of a page loads before somebody begins to use it: compressed as servers do it, and styles raw."""

from __future__ import annotations

import gzip
import re
from collections import defaultdict
from functools import cache
from pathlib import Path
from posixpath import normpath

import pytest
from playwright.sync_api import Browser, Response
from playwright.sync_api import Page as Tab

from tests.browser.profiles import tab_in_new_profile
from tests.browser.served import served, until_at_rest
from tests.playbooks import EXAMPLE_PLAYBOOK, OPERATIONS, REAL_PLAYBOOK, built
from tests.sampling import covering

MOST = 60_000
"""Bytes of a first view, typefaces included, which browsers keep from then on."""

MOST_STYLES = 40_000
"""Bytes of all styles of a first view as they are, for screens and for paper."""


def weight(text: bytes) -> int:
    return len(gzip.compress(text, 6))


@cache
def heaviest() -> tuple[str, ...]:
    """Home, and the entry of each kind with the most HTML."""
    folder = built(REAL_PLAYBOOK)[1]
    kinds: defaultdict[str, list[tuple[int, str]]] = defaultdict(list)
    for page in folder.glob("*/*/index.html"):
        address = page.parent.relative_to(folder).as_posix() + "/"
        kinds[address.partition("/")[0]].append((weight(page.read_bytes()), address))
    return ("", *(max(pages)[1] for _, pages in sorted(kinds.items())))


def scripts(path: str) -> set[str]:
    """The scripts that a page names."""
    return {name for name in named(path) if name.endswith(".js")}


NAMED = re.compile(r'\s(?:href|src)="?([^" >]+[.](?:css|js|woff2))(?=[" >])')


@cache
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


INLINE = re.compile(r"<style[^>]*>(.*?)</style>|\sstyle=(\"[^\"]*\"|[^ >]*)", re.DOTALL)


STYLES = re.compile(r'\shref="?[^" >]*?(assets/[^" >]+[.]css)(?=[" >])')


def styles(folder: Path, page: Path) -> int:
    """The bytes of the styles that the HTML of a page names or contains."""
    html = page.read_text("utf-8")
    files = sum((folder / name).stat().st_size for name in set(STYLES.findall(html)))
    return files + sum(len("".join(found).encode()) for found in INLINE.findall(html))


@cache
def pages_by_type(folder: Path) -> dict[str, list[Path]]:
    """All pages with styles: entries by their kind, every other page by itself."""
    found = defaultdict[str, list[Path]](list)
    for page in sorted(folder.rglob("*.html")):
        if "stylesheet" in page.read_text("utf-8"):
            address = page.relative_to(folder).as_posix().removesuffix("index.html")
            found[f"{address.split('/')[0]}/*" if address.count("/") > 1 else address].append(page)
    return found


@pytest.mark.parametrize("playbook", [EXAMPLE_PLAYBOOK, OPERATIONS, REAL_PLAYBOOK], ids=["example", "levels", "real"])
def test_no_page_names_many_styles(playbook: Path) -> None:
    folder = built(playbook)[1]
    found = {name: max(styles(folder, page) for page in pages) for name, pages in pages_by_type(folder).items()}
    assert {"", "404.html", "search/", "browse/"} <= found.keys()
    assert min(found.values()) > 10_000
    assert {name: size for name, size in found.items() if size >= MOST_STYLES} == {}


def answers_to(tab: Tab) -> list[Response]:
    """What a tab is answered, from now on. The bodies are read afterwards: a handler that waits for one may be late."""
    answers = list[Response]()
    tab.on("response", lambda answer: answers.append(answer))
    return answers


def sizes(answer: Response) -> tuple[int, int]:
    """The bytes of a file compressed, and those of its styles as they are."""
    body = answer.body()
    return weight(body), len(body) if answer.request.resource_type == "stylesheet" else 0


@pytest.mark.browser
@pytest.mark.sampled
@pytest.mark.rehearsal
def test_the_first_view_is_light_and_has_few_styles_with_all_that_scripts_load(browser: Browser) -> None:
    folder, address = built(REAL_PLAYBOOK)[1], served(REAL_PLAYBOOK)
    light = heaviest()
    others = (name for name in pages_by_type(folder) if not name.endswith("*") and name not in ("", "404.html"))
    all_sizes, of_styles = dict[str, int](), dict[str, int]()
    for path in covering((*light, *others), scripts):
        with tab_in_new_profile(browser) as tab:
            answers = answers_to(tab)
            with until_at_rest(tab):
                tab.goto(address + path)
            loaded = {answer.url.removeprefix(address): sizes(answer) for answer in answers}
        assert named(path) <= loaded.keys()
        all_sizes[path] = sum(size for size, _ in loaded.values())
        of_styles[path] = sum(size for _, size in loaded.values())
    assert min(of_styles.values()) > 10_000
    assert {path: size for path, size in of_styles.items() if size >= MOST_STYLES} == {}
    assert {path: size for path, size in all_sizes.items() if path in light and size > MOST} == {}
