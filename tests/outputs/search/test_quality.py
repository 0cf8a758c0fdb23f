"""The bar for search: what people type leads to the right page, for the whole playbook, in few bytes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

import pytest
from playwright.sync_api import Browser, expect

from generator.outputs.search.index import INDEX_PATH
from generator.outputs.search.nearby import NEARBY_PATH
from tests.browser.served import Watched, served, watched
from tests.conftest import some_of
from tests.hashed_names import data_file
from tests.node.process import Node
from tests.node.search_index import keep_index
from tests.outputs.search.measure import PEOPLE, Quality, first_query, quality, queries
from tests.playbooks import REAL_PLAYBOOK, built

AMONG_THREE, RECIPROCAL_RANK = 0.95, 0.85
FIRST_RESULT, FIRST_QUERY = 80_000, 300_000
"""Bytes before the first result, and until everything is there."""

pytestmark = pytest.mark.slow


@pytest.fixture(scope="module")
def index(node: Node) -> str:
    """The name under which the playbook's index is kept in the process of Node.js."""
    return keep_index(node, data_file(built(REAL_PLAYBOOK)[1], INDEX_PATH))


@pytest.fixture(scope="module")
def address() -> str:
    return served(REAL_PLAYBOOK)


@pytest.fixture
def reader(browser: Browser, address: str) -> Iterator[Watched]:
    with watched(browser, address) as reader:
        yield reader


def test_every_query_names_pages_that_exist() -> None:
    ids = {page.url.rstrip("/").rpartition("/")[2] for page in built(REAL_PLAYBOOK)[0].pages}
    asked = queries()
    groups = (*asked.values(), *queries(PEOPLE).values())
    assert {name for group in groups for right in group.values() for name in right} <= ids
    assert sum(map(len, asked.values())) >= 80
    assert len(set(chain.from_iterable(asked.values()))) == sum(map(len, asked.values()))


def test_the_right_page_is_among_the_first(node: Node, index: str) -> None:
    answers = [answer for group in queries().values() for answer in quality(node, index, group).answers]
    missed = "\n".join(f"{a.place:3} {a.query}: {', '.join(a.found[:3])}" for a in answers if not 1 <= a.place <= 3)
    result = Quality(tuple(answers))
    assert result.among_three >= AMONG_THREE, f"{result.among_three:.1%}\n{missed}"
    assert result.reciprocal_rank >= RECIPROCAL_RANK, f"{result.reciprocal_rank:.3f}"


def test_pages_that_are_no_entries_are_found_by_everyday_words(node: Node, index: str) -> None:
    answers = quality(node, index, queries()["pages"]).answers
    assert {answer.query: answer.found[:3] for answer in answers if not 1 <= answer.place <= 3} == {}


@pytest.mark.parametrize(
    ("name", "first", "among_three"),
    [
        ("people", 0.85, 0.94),
        ("people-aside", 0.58, 0.78),
        ("practitioners", 0.87, 0.96),
        ("practitioners-aside", 0.69, 0.83),
    ],
)
def test_people_find_pages_whose_titles_they_do_not_know(
    node: Node, index: str, name: str, first: float, among_three: float
) -> None:
    nearby = data_file(built(REAL_PLAYBOOK)[1], NEARBY_PATH)
    result = quality(node, index, queries(PEOPLE)[name], nearby)
    assert result.first >= first, f"{result.first:.1%}"
    assert result.among_three >= among_three, f"{result.among_three:.1%}"


@pytest.mark.browser
@pytest.mark.sampled
def test_the_search_page_shows_the_list_that_is_measured(reader: Watched, node: Node, index: str) -> None:
    asked = dict(list(queries()["tuning"].items())[: some_of(10)])
    for answer in quality(node, index, asked).answers:
        tab = reader.open(f"search/?q={answer.query.replace(' ', '+')}")
        tab.locator("search-panel[data-ready]").wait_for()
        links = tab.locator("[data-search-result]")
        expect(links.first).to_be_visible()
        found = links.evaluate_all("links => links.map(link => link.pathname.split('/').at(-2))")
        assert tuple(found) == answer.found[: len(found)]


@pytest.mark.browser
def test_the_first_query_costs_few_bytes(reader: Watched) -> None:
    sizes = first_query(reader.tab, reader.address)
    assert sum(sizes.values()) < FIRST_QUERY, sizes
    assert sum(sizes.values()) - sizes[INDEX_PATH] < FIRST_RESULT, sizes
