"""The pages of the golden playbook, and of the real one the longest page of each kind, in a real browser.

A sample of them has every element and class between them that any of them has and no example of a component, and every
sort of page: tests/browser/test_components.py tries what is in examples. Of a class with variants, such as the colours
of kinds, one is enough.

A page keeps the policy, asks no other site for anything, says nothing in the console, fits a screen of 320 pixels
(which is the same as one of 1280 at 400 %), and axe finds nothing in it, light or dark. Of the real playbook every
page is also checked without a browser: its headings, its ids, and that each link and anchor leads somewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from itertools import pairwise
from pathlib import Path
from posixpath import normpath
from urllib.parse import unquote, urljoin, urlsplit

import pytest
from playwright.sync_api import Browser, Route
from playwright.sync_api import Page as Tab

from generator.site.page import Page
from tests.browser.accessibility import HEIGHTS, TWO_LOOKS, violations_in_looks
from tests.browser.examples import examples
from tests.browser.served import Watched, begin_to_use, served, until_at_rest, watched
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK, built
from tests.sampling import covering, first_of

PARTS = 3
"""The pages are divided among so many tests, which processes share."""


def longest_pages() -> tuple[Page, ...]:
    """The longest page of each kind of entry of the real playbook, and every page that is no entry."""
    longest: dict[str, Page] = {}
    for page in built(REAL_PLAYBOOK)[0].pages:
        key = page.kind if page.place else page.url
        longest[key] = max(longest.get(key, page), page, key=lambda page: len(page.body))
    return tuple(longest.values())


def example_pages() -> tuple[Page, ...]:
    """The pages of the golden playbook but for lists of entries that the real one has as well, and longer."""
    real = {page.url for page in built(REAL_PLAYBOOK)[0].pages}
    return tuple(page for page in built(EXAMPLE_PLAYBOOK)[0].pages if page.kind != "index" or page.url not in real)


TAG = re.compile(r"<[a-z][^>]*>")
NAME = re.compile(r"<([a-z][\w-]*)")
CLASSES = re.compile(r'\sclass="([^"]*)"')


def features(html: str) -> Iterator[str]:
    """The elements and classes of which a page is made, whatever their variants."""
    for tag in TAG.findall(html):
        yield from NAME.findall(tag)
        yield from (f".{name.partition('--')[0]}" for names in CLASSES.findall(tag) for name in names.split())


@cache
def chosen() -> Mapping[Path, Sequence[Page]]:
    """The pages that are tried, of each of the two playbooks."""
    every = [(config, page) for config, pages in PAGES.items() for page in pages()]
    in_examples = {feature for html in examples().values() for feature in features(html)}

    def own(found: tuple[Path, Page]) -> set[str]:
        page = found[1]
        return {*features(page.body)} - in_examples | {"an entry" if page.place else f"a page: {page.kind}"}

    sample = covering(every, own)
    return {config: [page for one, page in sample if one == config] for config in PAGES}


PAGES = {EXAMPLE_PLAYBOOK: example_pages, REAL_PLAYBOOK: longest_pages}


def faults(reader: Watched, page: Page) -> Iterator[str]:
    """Everything that is wrong with a page, opened once and then shown in one look after the other."""
    reader.complaints.clear()
    width, scheme = TWO_LOOKS[0]
    reader.tab.emulate_media(color_scheme=scheme)
    reader.tab.set_viewport_size({"width": width, "height": HEIGHTS[width]})
    tab = reader.open(page.path)
    found = [*violations_in_looks(tab, first_of(TWO_LOOKS)), *under_the_header(tab)]
    yield from (f"{page.path}: {fault}" for fault in (*reader.complaints, *found))


def under_the_header(tab: Tab) -> list[str]:
    """What an address of the page leads to and the header then hides."""
    found: list[str] = tab.evaluate(
        """() => [...document.querySelectorAll("main [id]")].filter((one) => {
          if (!one.getClientRects().length) return false;
          one.scrollIntoView();
          const header = document.querySelector(".md-header").getBoundingClientRect();
          return getComputedStyle(one).position !== "sticky" && one.getBoundingClientRect().top < header.bottom;
        }).map((one) => `the header hides #${one.id}`)"""
    )
    return found


@pytest.mark.browser
@pytest.mark.slow
@pytest.mark.sampled
@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("config", [EXAMPLE_PLAYBOOK, REAL_PLAYBOOK], ids=["example", "real"])
def test_nothing_is_wrong_with_a_page(browser: Browser, config: Path, part: int) -> None:
    with watched(browser, served(config)) as reader:
        assert [fault for page in chosen()[config][part::PARTS] for fault in faults(reader, page)] == []


@pytest.mark.browser
def test_pages_on_paper_are_light_whatever_the_screen(browser: Browser) -> None:
    with watched(browser, served(EXAMPLE_PLAYBOOK), color_scheme="dark") as reader:
        tab = reader.open("practices/ask-before-fixing/")
        tab.emulate_media(media="print", color_scheme="dark")
        colours = """() => ["html", "body", "h1", ".part p", ".entry-kind a"].map((name) => {
          const { color, backgroundColor } = getComputedStyle(document.querySelector(name));
          return [color, backgroundColor]; })"""
        for colour, ground in tab.evaluate(colours):
            assert brightness(colour) < 80
            assert ground == "rgba(0, 0, 0, 0)" or brightness(ground) > 240


def brightness(colour: str) -> float:
    red, green, blue, *_ = map(float, re.findall(r"[\d.]+", colour))
    return 0.299 * red + 0.587 * green + 0.114 * blue


PAINTED = """() => new Promise((done) =>
  new PerformanceObserver((list) => list.getEntriesByName("first-contentful-paint").length && done())
    .observe({ type: "paint", buffered: true }))"""
SHIFTED = """() => new Promise((done) => { let sum = 0;
  new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
    .observe({ type: "layout-shift", buffered: true });
  requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(() => done(sum)))); })"""
SHIFTING = (
    "",
    "assessments/shop-check/",
    "bingo/counter-bingo/",
    "calculators/win-ratio-sum/",
    "checklists/meeting-checklist/",
    "dialogues/early-pitch/",
    "plan/",
    "plan-a-session/",
    "practices/slow-down/",
    "text-checks/before-sending/",
    "worksheets/first-look/",
)
"""A page of each sort to which scripts add something."""


@pytest.mark.browser
def test_nothing_shifts_when_the_scripts_come_after_the_first_paint(browser: Browser) -> None:
    late = re.compile(r"/assets/[^?]*(?<!/shell)\.js$")
    address = served(EXAMPLE_PLAYBOOK)
    with watched(browser, address, viewport={"width": 390, "height": 800}) as reader:
        tab, shifted = reader.tab, {}
        held: list[Route] = []

        def hold(route: Route) -> None:
            held.append(route)

        for path in SHIFTING:
            held.clear()
            tab.route(late, hold)
            tab.goto(reader.address + path, wait_until="commit")
            tab.evaluate(PAINTED)
            assert held, path
            with until_at_rest(tab):
                tab.unroute(late)  # which lets those go that are held
                tab.wait_for_load_state()
            with until_at_rest(tab):
                begin_to_use(tab)
            shifted[path] = tab.evaluate(SHIFTED)
        assert {path: sum for path, sum in shifted.items() if sum} == {}


# ---- every page of the real playbook, without a browser ----

ADDRESS = re.compile(r'\s(?:href|src)="([^"]*)"')
ID = re.compile(r'\sid="([^"]*)"')
HEADING = re.compile(r"<h([1-6])[\s>]")


@cache
def written() -> dict[str, str]:
    """The HTML of every page as it was written, by its path."""
    site, folder = built(REAL_PLAYBOOK)
    return {page.path: (folder / page.path).read_text("utf-8") for page in site.pages}


def tags(html: str) -> str:
    return " ".join(TAG.findall(html))


def test_every_link_and_anchor_of_the_real_site_leads_somewhere() -> None:
    site, folder = built(REAL_PLAYBOOK)
    ids = {path: set(ID.findall(tags(html))) for path, html in written().items()}
    root = urlsplit(site.url).path
    lost = []
    for path, html in written().items():
        here = site.url + path.removesuffix("index.html")
        for address in dict.fromkeys(ADDRESS.findall(tags(html))):
            whole = urlsplit(urljoin(here, address.replace("&amp;", "&")))
            if whole.scheme not in ("http", "https") or f"{whole.scheme}://{whole.netloc}" not in site.url:
                continue
            target = unquote(whole.path).removeprefix(root)
            target = f"{target}index.html" if target.endswith("/") or not target else target
            is_there = target in ids or Path(folder, normpath(target)).is_file()
            if not is_there or (whole.fragment and target in ids and unquote(whole.fragment) not in ids[target]):
                lost.append((path, address))
    assert lost == []


def test_every_page_of_the_real_site_has_one_h1_headings_in_order_and_ids_of_its_own() -> None:
    faults = []
    for path, html in written().items():
        levels = [int(level) for level in HEADING.findall(html)]
        if levels[:1] != [1] or levels.count(1) != 1:
            faults.append((path, "h1", levels))
        if any(deeper > level + 1 for level, deeper in pairwise(levels)):
            faults.append((path, "order", levels))
        twice = [name for name, count in Counter(ID.findall(tags(html))).items() if count > 1]
        if twice:
            faults.append((path, "ids", twice))
    assert faults == []
