"""The ledger as text: what is read from it is what was written, whatever a merge did to its lines."""

from __future__ import annotations

from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from generator.diagnostics.place import Span
from generator.permalinks.ledger import HEAD, ledger_text, parse_ledger, read_ledger

SLUGS = st.from_regex(r"[a-z0-9][a-z0-9-]{0,8}", fullmatch=True)
PAGES = st.builds("/".join, st.lists(SLUGS, min_size=1, max_size=3)).map(lambda path: f"{path}/")
PLACES = st.builds("{}#{}".format, PAGES, st.from_regex(r"[a-zé0-9.-]{1,8}", fullmatch=True))


def test_a_line_holds_a_page_and_its_places() -> None:
    text = ledger_text(["b/", "a/x/#two", "a/x/", "a/x/#one", "a/"])

    assert text == f"{HEAD}a/\na/x/ #one #two\nb/\n"


def test_each_address_knows_its_place() -> None:
    ledger, problems = parse_ledger("# Head\n\na/x/ #one  #two\n")

    assert problems == ()
    assert {address: ledger.span(address) for address in ledger.places} == {
        "a/x/": Span("addresses.txt", 3, 1, 4),
        "a/x/#one": Span("addresses.txt", 3, 6, 4),
        "a/x/#two": Span("addresses.txt", 3, 12, 4),
    }


def test_lines_in_any_order_and_two_of_one_page_are_read_as_one() -> None:
    merged, problems = parse_ledger("b/ #one\na/\nb/ #two\na/\n")

    assert problems == ()
    assert ledger_text(merged.places) == f"{HEAD}a/\nb/ #one #two\n"


@given(st.sets(PAGES | PLACES))
def test_what_was_written_is_read_again(addresses: set[str]) -> None:
    pages = {address.partition("#")[0] for address in addresses}

    ledger, problems = parse_ledger(ledger_text(addresses))

    assert problems == ()
    assert ledger.places.keys() == addresses | pages


@given(st.text())
def test_any_text_can_be_read(text: str) -> None:
    ledger, problems = parse_ledger(text)

    assert parse_ledger(ledger_text(ledger.places))[1] == ()
    assert len(problems) <= text.count("\n") + 1


def test_without_a_file_there_is_no_ledger(tmp_path: Path) -> None:
    assert read_ledger(tmp_path) == (None, ())


def test_a_ledger_may_be_longer_than_an_entry(tmp_path: Path) -> None:
    (tmp_path / "addresses.txt").write_text(ledger_text(f"terms/term-{n}/" for n in range(100_000)), encoding="utf-8")

    ledger, problems = read_ledger(tmp_path)

    assert problems == ()
    assert ledger is not None
    assert len(ledger.places) == 100_000
