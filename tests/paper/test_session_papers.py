"""Name tents, attendance list, feedback form and certificates: as many as the packing list says, whole and readable."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from itertools import pairwise

import pytest

from generator.kinds.session_plan import SessionPlan
from generator.paper import pdf, print_jobs
from generator.paper.documents import Documents, documents_of
from generator.paper.fitting import Wanted
from generator.paper.session_papers import (
    CERTIFICATE,
    LEADING,
    POINTS,
    READABLE,
    NamePlace,
    done,
    paper_parts,
    set_name,
)
from generator.paper.sizes import A4, PAPERS
from generator.sessions.chosen import SessionChoice
from generator.sessions.compiled import chosen_from, compiled, of_plan
from generator.sessions.papers import PAPERS as ALL
from generator.sessions.papers import ROWS, names_in
from generator.sessions.schedule import schedule
from generator.sessions.session import PlannedSession, SessionUse
from tests.paper.pdf_structure import structure_faults
from tests.paper.real import Printed, Word
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading
from tests.sampling import first_of

GRAPH = reading(EXAMPLE_PLAYBOOK).graph
WORST = "Wilhelmina Maximiliane Wolfeschlegelsteinhausenbergerdorff-Donaudampfschifffahrtsgesellschaft III"
NAMES = ("Ana Ruiz", "Bo", WORST, "W" * 100, "Žofie Ďurišová", "Ελένη Μπότσαρη", "Юрий", "x y z " * 16 + "end")
TENT = NamePlace(180, 108, 96)


papers = pytest.mark.parametrize("paper", first_of(PAPERS))


@cache
def documents() -> Documents:
    at = project(EXAMPLE_PLAYBOOK)
    return documents_of(GRAPH, at.site, at.theme)


def session(names: tuple[str, ...] = NAMES, people: int = 10) -> PlannedSession:
    return replace(
        of_plan(GRAPH.entries["first-hour"], GRAPH, people),
        papers=tuple(paper for paper in ALL if paper != "feedback"),
        feedback=None,
        day="2026-03-01",
        names=names,
    )


def whole() -> SessionChoice:
    """The whole plan, for seven people."""
    plan = GRAPH.entries["first-hour"].entry
    assert isinstance(plan, SessionPlan)
    return chosen_from("first-hour", plan, 7)


@cache
def printed(paper: str) -> Printed:
    """The papers of a session."""
    found = print_jobs.print_session(
        project(EXAMPLE_PLAYBOOK), GRAPH, session(), paper=PAPERS[paper], scope="papers", progress=lambda _: None
    )
    return Printed(found)


@pytest.mark.sampled
@papers
def test_there_are_as_many_pages_as_the_packing_list_says(paper: str) -> None:
    found = printed(paper)
    assert schedule(session()).papers == (("tents", 10), ("attendance", 1), ("certificates", 10))
    assert found.bookmarks == [("Name tents", 1), ("Attendance list", 11), ("Certificates of attendance", 12)]
    assert len(found.reader.pages) == 21
    size = round(PAPERS[paper].width * POINTS, 2), round(PAPERS[paper].height * POINTS, 2)
    assert found.sizes == {size}


@pytest.mark.sampled
@papers
def test_names_stand_whole_on_both_sides_of_the_fold(paper: str) -> None:
    found = printed(paper)
    whole = ["".join(text.split()) for text in found.texts]
    middle = PAPERS[paper].height * POINTS / 2
    for page, name in enumerate(NAMES):
        # What is upside down is read in the order in which it is drawn.
        assert whole[page].count("".join(name.split())) == 2 or len(name) == 100
        assert "".join(name.split()) in whole[page + 11]
        own = [word for word in found.words if word.page == page and word.text in name]
        assert all(word.left >= 28 and word.right <= PAPERS[paper].width * POINTS - 28 for word in own)
        assert {word.top > middle for word in own} == {True, False}
        assert not any(word.top < middle < word.bottom for word in own)
    assert min(found.type_sizes) >= 9


def test_nothing_of_the_papers_lies_off_its_place_and_their_structure_is_right() -> None:
    for part in paper_parts(documents(), session(), A4):
        assert pdf.made(Wanted(part.html)).faults == ()
    assert structure_faults(printed("a4").reader) == []


def test_the_list_has_rows_for_a_pen_and_goes_on_with_its_numbers() -> None:
    many = tuple(f"Person {number}" for number in range(1, ROWS + 4))
    part, *_ = paper_parts(documents(), replace(session(many), papers=("attendance",)), A4)
    first, second = Printed(pdf.make(part.html)).texts
    assert (f"Person {ROWS}" in first, f"Person {ROWS + 1}" in first, f"Person {ROWS + 1}" in second) == (
        True,
        False,
        True,
    )
    assert (first.replace(" ", "")[-3:], second.replace(" ", "")[-3:]) == ("1/2", "2/2")
    numbers = [word for word in printed("a4").words if word.page == 10 and word.text.isdecimal() and word.left < 80]
    tops = [word.top for word in numbers if word.text in map(str, range(1, 11))]
    assert len(tops) == 10
    assert min(below - above for above, below in pairwise(tops)) >= 8 * POINTS


def test_a_certificate_says_what_was_done_and_nothing_of_breaks() -> None:
    said = printed("a4").texts[11]
    for words in (
        "Certificate of attendance",
        "Ana Ruiz",
        "The first hour",
        "1 March 2026 · 09:00 to 10:00, 60 minutes",
    ):
        assert words in said
    (signed,) = (word for word in printed("a4").words if word.page == 11 and word.text == "Signature")
    assert signed.top > 0.8 * PAPERS["a4"].height * POINTS
    assert "What we did Open Look Play Close" in said
    blocks = session().blocks
    pause = replace(blocks[0], of="", part="", title="Break")
    in_plan = replace(blocks[0], title="Break")
    assert done(replace(session(), blocks=(pause, *blocks, in_plan, blocks[0])), "Break") == (
        "Open",
        "Look",
        "Play",
        "Close",
    )


@pytest.mark.sampled
@papers
def test_what_stands_on_a_certificate_is_centred(paper: str) -> None:
    middle = PAPERS[paper].width * POINTS / 2
    lines: dict[int, list[Word]] = {}
    for word in printed(paper).words:
        if word.page == 11 and word.top < 0.8 * PAPERS[paper].height * POINTS:
            lines.setdefault(round(word.bottom), []).append(word)
    assert len(lines) > 8
    for words in lines.values():
        left, right = min(word.left for word in words), max(word.right for word in words)
        assert (left + right) / 2 == pytest.approx(middle, abs=3), [word.text for word in words]


def test_sixty_blocks_with_long_titles_stay_on_one_page() -> None:
    (block, *_) = session().blocks
    many = tuple(replace(block, id=f"block-{at}", title=f"Block {at} with a title of some length") for at in range(60))
    long = replace(session(("Ana Ruiz",), 1), title="A title " * 15, blocks=many, papers=("certificates",))
    (part,) = paper_parts(documents(), long, PAPERS["letter"])
    made = pdf.made(Wanted(part.html))
    assert made.faults == ()
    (text,) = Printed(made.content).texts
    assert "Block 59" in text
    assert "Signature of whoever led the session" in text


@pytest.mark.parametrize("name", [*NAMES, " ".join("ab" for _ in range(33))])
@pytest.mark.parametrize("place", [TENT, CERTIFICATE])
def test_a_name_is_never_cut(name: str, place: NamePlace) -> None:
    name = " ".join(name.split())
    found = set_name(name, place)
    assert "".join(found.lines).replace(" ", "") == name.replace(" ", "")
    assert len(found.lines) * found.size * LEADING <= place.height * POINTS + 0.1
    assert READABLE <= found.size <= place.largest


def test_names_are_read_from_lines_and_what_is_wrong_is_said_with_its_line() -> None:
    assert names_in("\ufeffAna  Ruiz \r\n\n\tBo\n") == ("Ana Ruiz", "Bo")
    with pytest.raises(ValueError, match="line 2: a name has at most 100 characters"):
        names_in("Ana\n" + "x" * 101)
    with pytest.raises(ValueError, match="there are 501 names"):
        names_in("Ana\n" * 501)


def test_the_feedback_form_is_that_of_the_plan_and_is_handed_out_once() -> None:
    choice = whole()
    assert choice.papers == ("feedback",)
    found = compiled(choice, GRAPH).session
    assert found.feedback is not None
    assert found.feedback.entry == "first-look"
    # The plan hands it out in a block already.
    assert schedule(found).at_end[0].again
    own = compiled(replace(choice, plan="", blocks=choice.blocks[:1]), GRAPH).session
    assert (own.feedback or SessionUse("", "", "", False, None)).entry == "first-look"
    assert schedule(own).packing == (("first-look", 7),)


@pytest.mark.rehearsal
def test_a_whole_pack_has_the_pages_of_its_packing_list() -> None:
    at = project(EXAMPLE_PLAYBOOK)
    wanted = compiled(replace(whole(), papers=ALL, day="2026-03-01", names=NAMES), GRAPH).session
    found = Printed(print_jobs.print_session(at, GRAPH, wanted, paper=A4, scope="pack", progress=lambda _: None))
    pages = dict(found.bookmarks)
    times = schedule(wanted)
    for name, number in times.papers:
        title = documents().language.words.session_papers[name]
        after = min([page for page in pages.values() if page > pages[title]])
        assert after - pages[title] == number
    titles = wanted.uses()
    for entry, copies in times.packing:
        label = f"{titles[entry].title} ({copies})"
        assert label in pages
    listed = next(text for text in found.texts if "Packing list" in text)
    assert "Name tents, 8 pages" in listed
    assert "Attendance list, 1 page" in listed
    assert "Certificates of attendance, 8 pages" in listed
    for entry, copies in times.packing:
        assert re.search(rf"{re.escape(titles[entry].title)}, {copies} ", listed)
