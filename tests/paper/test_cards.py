"""Cards to cut out: fronts and backs lie behind each other when the paper is turned over along its long edge."""

from __future__ import annotations

from functools import cache
from itertools import chain, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from markupsafe import Markup

from generator.paper import pdf
from generator.paper.cards import POCKET, CardSide, in_sides, lay_out, sets_on_full_sheets
from generator.paper.fitting import Wanted
from generator.paper.pack_sources import pack_sources
from generator.paper.pdf import MadePdf
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, PAPERS, Paper
from tests.paper.real import POINTS, Printed, Word, graph, printed, real_desk
from tests.sampling import first_of

papers = pytest.mark.parametrize("paper", PAPERS.values(), ids=list(PAPERS))


def _faces(number: int) -> list[tuple[Markup, Markup]]:
    return [(Markup(f"front {at}"), Markup(f"back {at}")) for at in range(number)]


def _place_of(side: CardSide, html: str) -> tuple[float, float]:
    return next((face.left, face.top) for face in side.places if face.html == html)


@papers
@given(number=st.integers(1, 20))
def test_turned_over_along_the_long_edge_each_back_lies_behind_its_front(number: int, paper: Paper) -> None:
    sides = lay_out(_faces(number), paper)
    assert [side.side for side in sides] == ["front", "back"] * (len(sides) // 2)
    shown = [[face.html for face in side.places] for side in sides[::2]]
    assert list(chain(*shown)) == [f"front {at}" for at in range(number)]
    for at in range(number):
        sheet = next(page for page, fronts in enumerate(shown) if f"front {at}" in fronts)
        front, back = sides[sheet * 2 : sheet * 2 + 2]
        left, top = _place_of(front, f"front {at}")
        left_behind, top_behind = _place_of(back, f"back {at}")
        assert left_behind == pytest.approx(paper.width - left - POCKET.width, abs=0.01)
        assert top_behind == top


@given(number=st.integers(2, 100))
def test_no_card_is_alone_on_its_page(number: int) -> None:
    pages = [len(side.places) for side in lay_out(_faces(number), A4)][::2]
    assert len(pages) == -(-number // POCKET.number)
    assert min(pages) > 1
    assert max(pages) - min(pages) <= POCKET.columns + 1


@papers
def test_marks_lie_on_the_edges_of_cards_and_in_the_same_places_on_both_sides(paper: Paper) -> None:
    front, back = lay_out(_faces(6), paper)
    assert front.marks == back.marks
    across = {round(mark.left + mark.width / 2, 2) for mark in front.marks if mark.height > mark.width}
    down = {round(mark.top + mark.height / 2, 2) for mark in front.marks if mark.width > mark.height}
    edges = {round(face.left + extra, 2) for face in front.places for extra in (0, POCKET.width)}
    assert across == edges
    assert down == {round(face.top + extra, 2) for face in front.places for extra in (0, POCKET.height)}
    turned = {round(paper.width - place, 2) for place in across}
    assert turned == across


@papers
def test_marks_and_cards_stay_within_what_printers_reach(paper: Paper) -> None:
    for side in lay_out(_faces(6), paper):
        for place in (*side.marks, *side.places):
            assert min(place.left, place.top) >= 4
            assert place.left + place.width <= paper.width - 4
            assert place.top + place.height <= paper.height - 4


@pytest.mark.parametrize(("cards", "rows"), [(1, 1), (2, 1), (3, 2), (6, 3)])
def test_only_rows_with_cards_have_marks(cards: int, rows: int) -> None:
    front, _ = lay_out(_faces(cards), A4)
    down = {round(mark.top + mark.height / 2, 2) for mark in front.marks if mark.width > mark.height}
    top = min(face.top for face in front.places)
    assert down == {round(top + row * POCKET.height, 2) for row in range(rows + 1)}


def test_the_cards_of_all_copies_share_pages() -> None:
    found = printed(Printable(graph().entries["simulation-6-sheet"], "participant", copies=3, fillable=False), A4)
    assert "Two roles · 3 sets" in found.texts[4]
    sides = [text.rsplit(maxsplit=1)[-1] for text in found.texts[4:]]
    assert (len(found.texts), sides) == (6, ["front", "back"])
    assert [text.count("The client") for text in found.texts] == [0, 0, 0, 0, 3, 0]


def test_alone_a_sheet_of_paper_is_filled_with_whole_sets_and_none_is_left_blank() -> None:
    sheet = printed(Printable(graph().entries["simulation-6-sheet"], "participant"), A4)
    assert [("Notes" in text, text.count("The client"), "· back" in text) for text in sheet.texts] == [
        (True, 0, False),
        (True, 0, False),
        (False, 3, False),
        (False, 0, True),
    ]
    assert "Two roles · 3 sets" in sheet.texts[2]
    cards = printed(Printable(graph().entries["crisis-call-role-play"], "cards"), A4)
    assert len(cards.texts) == 2
    assert "role cards · 2 sets" in cards.texts[0]
    assert cards.texts[0].count("You ring before anybody else") == 2


def test_what_packs_take_their_cards_from_has_each_number_of_sets_until_the_paper_is_full() -> None:
    sources = pack_sources(real_desk(), graph())
    path = "print/a4/sets/crisis-call-role-play.pdf"
    found = Printed(pdf.make(sources[path].html))
    assert [(title, page) for title, page in found.bookmarks] == [
        ("Wages at nine: role cards", 1),
        ("Wages at nine: role cards · 2 sets", 3),
    ]
    assert [text.count("You ring before anybody else") for text in found.texts] == [1, 0, 2, 0]
    assert sources["print/letter/sets/simulation-6-sheet/roles.pdf"].id == "simulation-6-sheet"
    with_cards = {path for path in sources if path.startswith("print/a4/sets/")}
    assert len(with_cards) == len(graph().of_kind("role-play")) + 1


@given(st.integers(1, 30))
def test_so_many_sets_fill_whole_sheets(cards: int) -> None:
    sets = sets_on_full_sheets(cards)
    assert sets * cards % POCKET.number == 0
    assert all(fewer * cards % POCKET.number for fewer in range(1, sets))


@pytest.mark.sampled
@pytest.mark.parametrize("paper", first_of(PAPERS.values()))
def test_nothing_is_printed_over_the_marks(paper: Paper) -> None:
    found = printed(Printable(graph().entries["who-does-what-next"], "cards"), paper)
    front = lay_out(_faces(6), paper)[0]
    marks = [
        (m.left * POINTS, m.top * POINTS, (m.left + m.width) * POINTS, (m.top + m.height) * POINTS) for m in front.marks
    ]
    hit = [
        w.text
        for w in found.words
        for left, top, right, bottom in marks
        if w.left < right and w.right > left and w.top < bottom and w.bottom > top
    ]
    assert hit == []


def test_cards_without_backs_have_fronts_only() -> None:
    sides = lay_out([(Markup("one"), Markup(" ")), (Markup("two"), Markup())], A4)
    assert [side.side for side in sides] == ["front"]


def _find(words: list[Word], page: int, text: str) -> Word:
    return next(word for word in words if word.page == page and word.text == text)


@cache
def conversation() -> MadePdf:
    """The cards of a conversation of many steps and rules."""
    return pdf.made(Wanted(real_desk().document(Printable(graph().entries["mineral-rights"], "cards"), A4)))


def test_as_printed_the_back_of_a_card_at_the_right_lies_behind_its_front() -> None:
    found = Printed(conversation().content)
    fronts = [page for page, text in enumerate(found.texts) if text.endswith("front")]
    assert fronts == list(range(0, len(found.reader.pages), 2)), "fronts are on the odd pages"
    front = _find(found.words, 0, "2.")
    backs = [word for word in found.words if word.page == 1 and word.text == "Listen"]
    behind = min(backs, key=lambda word: (word.top, word.left))
    middle = A4.width * POINTS / 2
    assert front.left > middle > behind.left
    assert front.left - middle == pytest.approx(POCKET.width * POINTS + behind.left - middle, abs=1)


def test_the_rules_of_a_conversation_stand_behind_how_it_opens() -> None:
    entry = graph().entries["planning-with-client"]
    found = printed(Printable(entry, "cards"), A4)
    backs = found.texts[1]
    assert "Rules for the whole of it" in backs
    assert "settle who leads" in backs
    # Ten cards, seven of them with the steps: the sentences have a card of their own.
    assert [len(page.split("Move on")) - 1 for page in found.texts] == [0, 2, 0, 4]


@given(st.lists(st.text(min_size=1, max_size=60)), st.integers(1, 100))
def test_lists_are_divided_among_sides_without_loss(lines: list[str], most: int) -> None:
    sides = in_sides(lines, len, most)
    assert list(chain(*sides)) == lines
    assert all(len(side) == 1 or sum(map(len, side)) <= most for side in sides)
    assert all(sum(map(len, one)) + len(other[0]) > most for one, other in pairwise(sides))


def test_many_rules_of_a_conversation_take_several_sides() -> None:
    assert conversation().faults == ()
    assert sum(text.count("Rules for the whole of it") for text in Printed(conversation().content).texts) == 2


def test_in_large_print_no_question_is_alone_on_the_last_page() -> None:
    found = printed(Printable(graph().entries["simulation-6-sheet"], "large", fillable=False), A4)
    first, second = found.texts[:2]
    assert "first reaction" in first
    assert "first ten words" in second
    assert "What did the client feel" in second
