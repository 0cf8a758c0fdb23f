"""The scheme of addresses, each way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model import addresses
from generator.model.addresses import ANCHOR, PAGE, RESERVED, AddressParts, asked, parts, place, question, relative

IDS = st.from_regex(r"[a-z0-9]+(-[a-z0-9]+)*", fullmatch=True)


def test_each_sort_of_page_has_its_address() -> None:
    assert addresses.page("about") == "about/"
    assert addresses.index("practices") == "practices/"
    assert addresses.entry("practices", "slow-down") == "practices/slow-down/"
    assert place("practices/slow-down/", "steps") == "practices/slow-down/#steps"


@given(IDS, IDS)
def test_an_address_can_be_taken_apart(folder: str, name: str) -> None:
    assert parts(addresses.entry(folder, name)) == AddressParts(folder, name)
    assert parts(f"{folder}/{name}") == AddressParts(folder, name)
    assert parts(addresses.page(name)) == AddressParts("", name)
    assert PAGE.fullmatch(addresses.entry(folder, name))


@given(IDS, IDS)
def test_the_address_of_a_question_tells_the_question(check: str, item: str) -> None:
    page = addresses.entry("assessments", check)
    assert asked(place(page, question(item))) == (page, item)
    assert ANCHOR.fullmatch(f"#{question(item)}")
    assert asked(place(page, addresses.QUESTIONS)) is None
    assert asked(page) is None


@pytest.mark.parametrize(
    ("target", "base", "seen"),
    [
        ("tells/price-based/", "practices/slow-down/", "../../tells/price-based/"),
        ("", "practices/", "../"),
        ("", "", "./"),
        ("tells/", "", "tells/"),
    ],
)
def test_an_address_as_seen_from_a_page(target: str, base: str, seen: str) -> None:
    assert relative(target, base) == seen


def test_the_addresses_of_the_site_itself_are_reserved() -> None:
    own = (addresses.BROWSE, addresses.SEARCH, addresses.TEAM, addresses.PRINT, addresses.MATRIX, addresses.OFFLINE)
    assert {parts(address).name for address in own} <= RESERVED
