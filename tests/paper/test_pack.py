"""Packs: everything a workshop needs, in one file, in the right order, as often as it is needed."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

import pytest

from generator.kinds.copies import Copies
from generator.paper import pdf, print_jobs
from generator.paper.pack import Pack, copies_for, for_people, pack_of_path, pack_of_plan
from generator.paper.pack_documents import AGENDA, FACILITATOR, TOTAL, pack_front, sheet_parts
from generator.paper.plain_words import shortened
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, LETTER
from generator.prose.typography import plain
from generator.sessions.compiled import of_plan
from generator.sessions.schedule import schedule
from tests.conftest import made_once
from tests.paper.pdf_structure import structure_faults
from tests.paper.real import Printed, graph, poppler, project, real_desk

PATH = "workshop-path"
PEOPLE = 6
EXTRA = ("tell-hunt-sheet", "connection-bingo-sheet", "simulation-6-sheet")


@cache
def workshop() -> Printed:
    """The pack of a path for six people, with three more sheets, from one call."""
    return Printed(made_once(f"the pack of {PATH}", lambda _: _pack_printed())[0])


def _pack_printed() -> bytes:
    said: list[str] = []
    content = print_jobs.print_entries(
        project(),
        graph(),
        tuple(graph().entries[i] for i in (PATH, *EXTRA)),
        paper=A4,
        variant="participant",
        copies=PEOPLE,
        seed=3,
        duplex=False,
        progress=said.append,
    )
    assert f"Printing {_title(PATH)}" in said
    return content


@pytest.mark.rehearsal
def test_its_structure_is_right() -> None:
    assert structure_faults(workshop().reader) == []


def pack(path: str = PATH) -> Pack:
    return pack_of_path(graph(), graph().entries[path], PEOPLE, "participant", 3)


def _expected() -> list[tuple[str, int]]:
    """The id and the number of copies of each sheet, in order."""
    ids = [sheet.id for sheet in pack().sheets]
    ids += [i for i in EXTRA if i not in ids]
    return [(i, copies_for(graph().entries[i], PEOPLE)) for i in ids]


def _title(entry_id: str) -> str:
    return str(plain(graph().entries[entry_id].entry.title))


def _pages_of(entry_id: str) -> list[int]:
    """The pages whose foot names a sheet, from 1."""
    foot = shortened(project().site.url + graph().entries[entry_id].url)
    last = min(page for page, text in enumerate(workshop().texts, 1) if "Take these pages out" in text)
    return [page for page, text in enumerate(workshop().texts, 1) if foot in text and page < last]


@pytest.mark.rehearsal
def test_sheets_are_in_order_and_as_many_as_needed() -> None:
    places: list[int] = []
    for entry_id, copies in _expected():
        pages = _pages_of(entry_id)
        heads = [page for page in pages if _head(entry_id, workshop().texts[page - 1])]
        shared = entry_id == "connection-bingo-sheet"  # one page is the same for everybody
        assert len(heads) == copies + shared, entry_id
        places.append(pages[0])
    assert places == sorted(places)


def _head(entry_id: str, text: str) -> bool:
    """Whether a page is the first of a sheet: its summary stands there."""
    return " ".join(str(plain(graph().entries[entry_id].entry.summary)).split()[:4]) in text


@pytest.mark.rehearsal
def test_the_cover_lists_every_sheet_with_its_copies_and_the_page_it_starts_on() -> None:
    cover = workshop().texts[0]
    assert _title(PATH) in cover
    assert f"For {PEOPLE} people · A4" in cover
    for entry_id, copies in _expected():
        different = ", each different" if entry_id == "connection-bingo-sheet" else ""
        assert f"{_title(entry_id)} {copies}{different} {_pages_of(entry_id)[0]}" in cover


def test_the_cover_is_one_page_on_letter_too() -> None:
    parts = (AGENDA, *(f"sheet-{sheet.id}" for sheet in pack().sheets), FACILITATOR, TOTAL)
    front = pack_front(real_desk(), pack(), LETTER, {part: page for page, part in enumerate(parts, 2)})
    cover, agenda = Printed(pdf.make(front.html)).texts
    assert "For the facilitator only" in cover
    assert shortened(f"{project().site.url}{graph().entries[PATH].url}") in cover
    assert agenda.startswith("Agenda")


@pytest.mark.rehearsal
def test_bookmarks_lead_to_agenda_sheets_and_the_facilitators_part() -> None:
    labels = [f"{_title(i)} ({n})" if n > 1 else _title(i) for i, n in _expected()]
    titles = [title for title, _ in workshop().bookmarks]
    assert titles == ["Agenda", *labels, "For the facilitator"]
    pages = dict(workshop().bookmarks)
    assert pages["Agenda"] == 2
    for (entry_id, _), label in zip(_expected(), labels, strict=True):
        assert pages[label] == _pages_of(entry_id)[0]


@pytest.mark.rehearsal
def test_the_agenda_has_every_station_with_its_time() -> None:
    agenda = workshop().texts[1]
    for stop in pack().stops:
        assert f"{stop.station.at} {stop.station.minutes}" in agenda


@pytest.mark.rehearsal
def test_the_facilitators_part_comes_last_with_notes_on_every_worksheet() -> None:
    start = dict(workshop().bookmarks)["For the facilitator"]
    part = workshop().texts[start - 1 :]
    for entry_id, _ in _expected():
        if graph().entries[entry_id].kind.name == "worksheet":
            assert any(_title(entry_id) in page and "minute by minute" in page for page in part), entry_id
    assert not any("minute by minute" in page for page in workshop().texts[: start - 1])


@pytest.mark.rehearsal
def test_each_sheet_counts_its_own_pages() -> None:
    for entry_id, copies in _expected():
        texts = [workshop().texts[page - 1] for page in _pages_of(entry_id)]
        # Cards have no number: one cuts it off.
        feet = [
            re.findall(r"(\d+) ?/ ?(\d+)", text)[-1] for text in texts if "flipped" not in text and "· back" not in text
        ]
        counted = [(int(page), int(number)) for page, number in feet]
        number = counted[0][1]
        shared = [(1, 1)] if entry_id == "connection-bingo-sheet" else []
        assert counted == [(page, number) for page in range(1, number + 1)] * copies + shared, entry_id


@pytest.mark.rehearsal
def test_bingo_cards_of_a_pack_all_differ() -> None:
    pages = [text for text in workshop().texts if "At the counter" in text]
    numbers = [f"card {n} ·" for n in range(1, len(pages) + 1)]
    assert [number for number, page in zip(numbers, pages, strict=True) if number not in page] == []
    squares = {page.split("B I N G O")[-1].split("The Client Playbook")[0] for page in pages}
    assert len(squares) == len(pages)


def test_copies_follow_from_who_shares_a_sheet() -> None:
    wanted = {"person": 13, "pair": 7, "trio": 5, "table": 3, "room": 1}
    assert {each: Copies(each=each).for_people(13) for each in wanted} == wanted  # type: ignore[arg-type]


@pytest.mark.rehearsal
def test_people_in_threes_share_a_set_of_cards_to_cut_out() -> None:
    cards = [text for text in workshop().texts if "The client" in text and "· front" in text]
    assert sum(text.count("Before anything else") for text in cards) == PEOPLE / 3


def test_the_role_cards_of_all_groups_share_sheets_of_paper() -> None:
    sheet = for_people(Printable(graph().entries["crisis-call-role-play"], "participant"), 12)
    *_, cards = sheet_parts(real_desk(), sheet, A4)
    assert (cards.copies, cards.starts_leaf) == (1, True)
    texts = Printed(pdf.make(cards.html)).texts
    assert [text.count("You ring before anybody else") for text in texts] == [2, 0, 2, 0], "trios of twelve people"
    assert "role cards · 4 sets" in texts[0]
    alone = list(sheet_parts(real_desk(), Printable(sheet.located, "cards", 4, fillable=False), A4))
    assert [part.copies for part in alone] == [1]
    assert pdf.fitted_pages(alone[0].html).number == 4


def test_the_pack_of_a_session_plan_holds_what_its_run_sheet_says() -> None:
    located = graph().entries["half-day-hall-plan"]
    plan = pack_of_plan(graph(), located, 30, "participant", 1)
    packing = schedule(of_plan(located, graph(), 30)).packing
    assert dict(packing) == {sheet.id: sheet.copies for sheet in plan.sheets}
    assert max(sheet.copies for sheet in plan.sheets) == 30


def test_sheets_that_people_share_are_in_no_booklet() -> None:
    for_all = replace(pack("workshop-path"), collated="person")
    assert "nonwords-sheet" not in [sheet.id for sheet in for_all.in_booklets]
    assert len(for_all.in_booklets) == len(for_all.sheets) - 1


@pytest.mark.rehearsal
def test_a_page_left_blank_before_cards_says_why_and_is_not_read_aloud() -> None:
    content = print_jobs.print_entries(
        project(),
        graph(),
        tuple(graph().entries[i] for i in ("tell-hunt-sheet", "simulation-6-sheet")),
        paper=A4,
        variant="participant",
        copies=3,
        seed=1,
        duplex=False,
        progress=lambda _: None,
    )
    found = Printed(content)
    why = "This page is left blank so that what follows starts on a new sheet of paper."
    blank = found.texts.index(why) + 1
    assert blank % 2 == 0
    assert "The client" in found.texts[blank]
    assert "left blank" not in poppler("pdfinfo", content, "-struct-text")
