"""Decks of cards: what a print shop cuts, and what lies on the sheets that cards share."""

from __future__ import annotations

import subprocess
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from functools import cache
from io import BytesIO
from itertools import groupby
from typing import Any, TypeVar

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from generator.content.located import Located
from generator.kinds.conversation import Conversation
from generator.kinds.role_play import RolePlay
from generator.model.values import Line
from generator.paper import pdf
from generator.paper.cards import Side, grid_of
from generator.paper.deck_pages import cards_of
from generator.paper.decks import SAFE
from generator.paper.downloads import Offer, decks_offered
from generator.paper.fitting import Wanted
from generator.paper.plain_words import plain_words
from generator.paper.sheets import Printable, deck_of, decks
from generator.paper.sizes import DECKS, DeckSize
from generator.prose.typography import plain
from tests.paper.kept_pdfs import kept_pdf
from tests.paper.real import POINTS, Printed, Word, graph, real_desk
from tests.sampling import covering, first_of

Test = TypeVar("Test", bound=Callable[..., Any])

SHOP = [size for size in DECKS.values() if not size.sheet]
SHEETS = [size for size in DECKS.values() if size.sheet]
EXACT = 0.2
"""How exactly cards lie on sheets, in millimetres."""

DPMM = 10
"""The dots in a millimetre of drawn pages."""


def _in_each(sizes: Iterable[DeckSize]) -> Callable[[Test], Test]:
    """Tries a test with each of these sizes, or with some of them."""

    def mark(test: Test) -> Test:
        return pytest.mark.sampled(pytest.mark.parametrize("size", sizes, ids=lambda size: size.name)(test))

    return mark


sizes = _in_each(covering(DECKS.values(), lambda size: [bool(size.sheet)]))
shops = _in_each(first_of(SHOP))
sheets = _in_each(first_of(SHEETS))


def deck(entry_id: str) -> Printable:
    found = deck_of(graph().entries[entry_id])
    assert found
    return found


@cache
def printed(entry_id: str, size: str) -> Printed:
    return Printed(kept_pdf(real_desk().document(deck(entry_id), DECKS[size])))


def made(located: Located, size: DeckSize) -> tuple[Printed, pdf.MadePdf]:
    """The deck of an entry that is in no file."""
    found = pdf.made(Wanted(real_desk().document(replace(deck(located.id), located=located), size)))
    return Printed(found.content), found


# What a print shop cuts.


@shops
def test_pages_of_a_print_shop_have_the_size_of_the_card_and_the_bleed(size: DeckSize) -> None:
    for page in printed("mineral-rights", size.name).reader.pages:
        trim, media = ([float(edge) / POINTS for edge in box] for box in (page.trimbox, page.mediabox))
        assert (trim[2] - trim[0], trim[3] - trim[1]) == (
            pytest.approx(size.width, abs=0.01),
            pytest.approx(size.height, abs=0.01),
        )
        around = (trim[0] - 3, trim[1] - 3, trim[2] + 3, trim[3] + 3)
        assert media == pytest.approx(around, abs=0.01)
        assert [float(edge) for edge in page.bleedbox] == [float(edge) for edge in page.mediabox]


@shops
def test_front_and_back_of_each_card_follow_each_other(size: DeckSize) -> None:
    found = printed("mineral-rights", size.name)
    total = len(found.texts) // 2
    assert len(found.texts) == 2 * total
    sides = found.texts[2:]
    for number, (front, back) in enumerate(zip(sides[::2], sides[1::2], strict=True), 2):
        assert front.startswith(f"Conversation {number} / {total}")
        assert back.endswith(f"Mineral Rights: a long client talk in seven steps {number} / {total}")
    assert "Mineral Rights" in found.texts[0]
    assert "playbook.example" in found.texts[1]


@shops
def test_colour_goes_to_where_the_bleed_ends(size: DeckSize) -> None:
    found = printed("mineral-rights", size.name)
    blue = (0x17, 0x43, 0x90)
    cover, front, back = (drawn(found, page) for page in (0, 2, 3))
    across, down = cover.width - 2, cover.height - 2  # the last dot may be half beyond the page
    corners = [(0, 0), (across, 0), (0, down), (across, down)]
    assert {_near(cover, at, blue) for at in corners} == {True}
    assert [_near(front, at, blue) for at in corners] == [True, True, False, False]
    assert [_near(back, at, blue) for at in corners] == [False, False, True, True]
    assert {_near(front, at, (255, 255, 255)) for at in corners[2:]} == {True}


def _near(picture: Image.Image, at: tuple[int, int], colour: tuple[int, ...]) -> bool:
    pixel = picture.getpixel(at)
    assert isinstance(pixel, tuple)
    return all(abs(one - other) < 6 for one, other in zip(pixel, colour, strict=True))


def drawn(found: Printed, page: int) -> Image.Image:
    command = ["pdftoppm", "-r", str(DPMM * 25.4), "-f", str(page + 1), "-l", str(page + 1), "-png", "-"]
    return Image.open(BytesIO(subprocess.run(command, input=found.content, capture_output=True, check=True).stdout))


def sample() -> list[Printable]:
    return covering(decks(graph()), lambda one: [one.located.kind.name])


@pytest.mark.sampled
@pytest.mark.parametrize("printable", sample(), ids=lambda printable: printable.id)
def test_a_deck_is_whole_and_can_be_read(printable: Printable) -> None:
    size = list(DECKS.values())[len(printable.id) % len(DECKS)]
    found, made_pdf = made(printable.located, size)
    assert made_pdf.faults == ()
    assert min(found.type_sizes) >= 9
    for word in found.words:
        assert _is_safe(word, size), word
    said = _letters(" ".join(found.texts))
    texts = (plain_words(text).split(".")[0] for text in _texts_on_cards(printable.located))
    assert [text for text in texts if _letters(str(plain(text))) not in said] == []


def _is_safe(word: Word, size: DeckSize) -> bool:
    """Whether a word stays 3 mm within the edge of its card, or is beside the cards, where printers still reach."""
    left, top, right, bottom = (edge / POINTS for edge in (word.left, word.top, word.right, word.bottom))
    if not size.sheet:
        # Letters such as j reach out of the height of their line.
        edge = size.bleed + 3 - EXACT
        return min(left, top) >= edge and max(right - size.width, bottom - size.height) <= 2 * size.bleed - edge
    grid, side = grid_of(size), "back" if word.page % 2 else "front"
    places = (grid.place(at, side, size.sheet) for at in range(grid.number))
    within = any(
        left >= place.left + 3
        and right <= place.left + place.width - 3
        and top >= place.top + 3 - EXACT
        and bottom <= place.top + place.height - 3 + EXACT
        for place in places
    )
    above, below = 13, size.sheet.height - 13
    return within or ((bottom <= above or top >= below) and top >= 3.5 and bottom <= size.sheet.height - 3.5)


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, text.replace("§", "")))


def _texts_on_cards(located: Located) -> Iterator[str]:
    entry = located.entry
    yield entry.title
    if isinstance(entry, Conversation):
        yield from (text for step in entry.steps for text in (step.title, *step.ask, *step.listen_for, *step.traps))
    elif isinstance(entry, RolePlay):
        yield from (text for role in entry.roles for text in (role.name, *role.knows))


# What does not fit.


@sizes
def test_a_long_text_goes_on_on_further_cards_and_nothing_is_lost(size: DeckSize) -> None:
    located = graph().entries["price-rise-role-play"]
    assert isinstance(located.entry, RolePlay)
    lines = tuple(Line(f"word{at}a says the {at}th of many long sentences of this role.") for at in range(60))
    first, *others = located.entry.roles
    roles = (first.model_copy(update={"knows": lines}), *others)
    found, made_pdf = made(replace(located, entry=located.entry.model_copy(update={"roles": roles})), size)
    assert made_pdf.faults == ()
    assert min(found.type_sizes) >= 9
    backs = found.texts[1::2]
    heard = [word for text in backs for word in text.split() if word.startswith("word")]
    assert sorted(heard) == sorted(f"word{at}a" for at in range(60))
    if size.sheet is None:
        assert heard == [f"word{at}a" for at in range(60)]
        fronts = [front for front, back in zip(found.texts[::2], backs, strict=True) if "word" in back]
        # Each of the cards has the same front again, with a number of its own.
        assert len(fronts) > 1
        assert len({front.split(first.name)[1] for front in fronts}) == 1
        assert len({front.split(first.name)[0] for front in fronts}) == len(fronts)


def test_a_front_that_is_too_long_goes_on_on_its_empty_back_or_on_another_front() -> None:
    assert list(cards_of("a", "")) == [("a", None)]
    assert list(cards_of("ab", "")) == [("a", "b")]
    assert list(cards_of("abc", "")) == [("a", "b"), ("c", None)]
    assert list(cards_of("ab", "x")) == [("a", "x"), ("b", "x")]
    assert list(cards_of("a", "xyz")) == [("a", "x"), ("a", "y"), ("a", "z")]


@given(fronts=st.lists(st.integers(0, 99), min_size=1), backs=st.lists(st.integers(100, 199)))
def test_cards_have_all_pages_in_their_order_and_keep_their_sides(fronts: list[int], backs: list[int]) -> None:
    cards = list(cards_of(fronts, backs))
    if not backs:
        assert [page for card in cards for page in card if page is not None] == fronts
        return
    in_front, behind = [front for front, _ in cards], [back for _, back in cards]
    assert in_front[: len(fronts)] == fronts
    assert behind[: len(backs)] == backs
    assert len(cards) == max(len(fronts), len(backs))
    assert set(in_front[len(fronts) :]) <= {fronts[-1]}
    assert set(behind[len(backs) :]) <= {backs[-1]}


def test_a_front_that_continues_says_so() -> None:
    located = graph().entries["apology"]
    assert isinstance(located.entry, Conversation)
    first, *others = located.entry.steps
    lines = tuple(Line(f"Is this question number {at} of many that one can ask here?") for at in range(40))
    steps = (first.model_copy(update={"ask": lines}), *others)
    found, _ = made(replace(located, entry=located.entry.model_copy(update={"steps": steps})), DECKS["a7"])
    asking = [front for front in found.texts[::2] if "question number" in front]
    assert len(asking) > 1
    assert [front.startswith("Conversation, continued") for front in asking] == [False] + [True] * (len(asking) - 1)
    assert all(f"number {at} of" in " ".join(asking) for at in range(40))


@sizes
def test_a_title_of_many_words_has_room_at_the_foot_of_each_back(size: DeckSize) -> None:
    located = graph().entries["price-rise-role-play"]
    title = "A quite long title of a role play that takes more than the one line that most titles take"
    found, made_pdf = made(replace(located, entry=located.entry.model_copy(update={"title": title})), size)
    assert made_pdf.faults == ()
    assert {_is_safe(word, size) for word in found.words} == {True}


# What lies on sheets.


@sheets
@given(number=st.integers(0, 9))
def test_turned_over_along_the_long_edge_each_back_lies_behind_its_front(size: DeckSize, number: int) -> None:
    assert size.sheet
    grid = grid_of(size)
    front, back = (grid.place(number, side, size.sheet) for side in ("front", "back"))
    assert back.left == pytest.approx(size.sheet.width - front.left - front.width, abs=0.001)
    assert (back.top, back.width, back.height) == (front.top, front.width, front.height)


@sheets
def test_cards_do_not_cover_each_other(size: DeckSize) -> None:
    assert size.sheet
    grid = grid_of(size)
    places = [grid.place(at, "front", size.sheet) for at in range(grid.number)]
    for at, one in enumerate(places):
        for other in places[:at]:
            apart = abs(one.left - other.left) >= one.width - 0.002 or abs(one.top - other.top) >= one.height - 0.002
            assert apart, (one, other)


@sheets
def test_perforated_sheets_have_their_cards_where_these_are(size: DeckSize) -> None:
    """As they are sold: 85 by 54 mm with 15 mm at the sides and 10 mm between, or 3.5 by 2 inches without space."""
    assert size.sheet
    first, last = (grid_of(size).place(at, "front", size.sheet) for at in (0, 9))
    expected = {"a4": (15, 13.5, 110, 229.5), "letter": (19.05, 12.7, 107.95, 215.9)}[size.name]
    assert (first.left, first.top, last.left, last.top) == pytest.approx(expected, abs=0.01)


@sheets
@pytest.mark.rehearsal
def test_as_drawn_marks_are_on_the_edges_of_the_cards_on_both_sides(size: DeckSize) -> None:
    assert size.sheet
    grid = grid_of(size)
    places = [grid.place(at, "front", size.sheet) for at in range(grid.number)]
    found = printed("mineral-rights", size.name)
    assert {(round(w / POINTS, 1), round(h / POINTS, 1)) for w, h in found.sizes} == {
        (size.sheet.width, size.sheet.height)
    }
    for page in (0, 1):
        picture = drawn(found, page).convert("L")
        # A line through the marks above the cards, and one through those at their left.
        above, beside = round((places[0].top - 2.5) * DPMM), round((places[0].left - 2.5) * DPMM)
        across = _dark([picture.getpixel((x, above)) for x in range(picture.width)])
        down = _dark([picture.getpixel((beside, y)) for y in range(picture.height)])
        edges = sorted({round(place.left + extra, 2) for place in places for extra in (0, place.width)})
        assert across == pytest.approx(edges, abs=EXACT)
        assert down == pytest.approx(
            sorted({round(place.top + extra, 2) for place in places for extra in (0, place.height)}), abs=EXACT
        )


def _dark(line: list[object]) -> list[float]:
    """The middles of what is dark on a line of pixels, in millimetres."""
    groups = groupby(enumerate(line), key=lambda found: isinstance(found[1], int) and found[1] < 128)
    return [
        sum(at for at, _ in marks) / len(marks) / DPMM + 0.5 / DPMM
        for dark, group in groups
        if dark and (marks := list(group))
    ]


@sheets
def test_as_printed_the_numbers_of_cards_are_where_their_cards_are(size: DeckSize) -> None:
    assert size.sheet
    found, grid = printed("mineral-rights", size.name), grid_of(size)
    total = found.texts[0].split(" / ")[1].split()[0]
    sides: list[Side] = ["front", "back"]
    for page in range(len(found.texts)):
        on_page = [word for word in found.words if word.page == page]
        ends = [
            third
            for _, second, third in zip(on_page, on_page[1:], on_page[2:], strict=False)
            if second.text == "/" and third.text == total
        ]
        of_sheet = range(1 if page < 2 else 0, min(10, int(total) - page // 2 * 10))  # the first card has no number
        expected = []
        for at in of_sheet:
            place = grid.place(at, sides[page % 2], size.sheet)
            expected.append((place.left + place.width - SAFE, place.top))
        measured = [(word.right / POINTS, word.top / POINTS) for word in ends]
        assert len(measured) == len(expected)
        for right, top in measured:
            assert any(abs(right - x) < EXACT and 0 < top - y < size.height for x, y in expected), (right, top)


@sheets
def test_the_back_of_each_card_is_read_after_its_front(size: DeckSize) -> None:
    found = printed("mineral-rights", size.name)
    root = found.reader.trailer["/Root"]["/StructTreeRoot"]
    pages = {page.indirect_reference.idnum: at for at, page in enumerate(found.reader.pages) if page.indirect_reference}
    parts = [pages[kid.get_object().raw_get("/Pg").idnum] for kid in root["/K"][0]["/K"]]
    assert parts[:4] == [0, 1, 0, 1]
    assert parts == [side for first in range(0, len(pages), 2) for side in (first, first + 1) * (parts.count(first))]


# What is offered.


def test_every_entry_with_cards_is_offered_in_every_size() -> None:
    offered = list(decks_offered(graph()))
    ids = {offer.printable.id for offer in offered}
    assert {"mineral-rights", "price-rise-role-play", "simulation-6-sheet", "discovery-sheet"} <= ids
    assert "tell-hunt-sheet" not in ids
    assert len(offered) == len(ids) * len(DECKS)
    assert Offer(deck("apology"), DECKS["poker"]).path == "print/decks/poker/apology.pdf"
    assert Offer(deck("apology"), DECKS["a4"]).path == "print/decks/a4/apology.pdf"


def test_a_deck_is_tagged_and_has_a_title_and_the_same_bytes_each_time() -> None:
    document = real_desk().document(deck("apology"), DECKS["poker"])
    found = printed("apology", "poker")
    assert found.info["Tagged"] == "yes"
    assert found.info["Title"].endswith(", deck of cards")
    assert found.untagged == []
    assert pdf.make(document) == found.content
