"""Decks for a projector: prompts on slides, the rest in notes, the same bytes, nothing off the slides."""

from __future__ import annotations

from io import BytesIO
from typing import Any

import pytest
from pptx import Presentation

from generator.office.deck import HEIGHT, LINES, WIDTH, made
from generator.office.looks import OfficeLooks
from generator.office.slides import Deck, Slide
from generator.paper.documents import documents_of
from generator.paper.plan_deck import deck_of
from tests import playbooks
from tests.office.drawn import drawn
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK

LOOKS = OfficeLooks(author="The Workshop Book", notice="For staff only.", footer="© Example")
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenknopf"
WORDS = [f"w{number:04}" for number in range(3000)]
SCRIPTS = "Gespräch, Συζήτηση, Разговор, שיחה, 会话"


def texts(content: bytes) -> list[list[str]]:
    """The paragraphs of each slide."""
    slides: Any = Presentation(BytesIO(content)).slides
    return [[p.text for shape in slide.shapes for p in shape.text_frame.paragraphs] for slide in slides]


def plan_deck() -> Deck:
    graph, project = playbooks.reading(EXAMPLE_PLAYBOOK).graph, playbooks.project(EXAMPLE_PLAYBOOK)
    plan: Any = next(iter(graph.of_kind("session-plan"))).entry
    return deck_of(documents_of(graph, project.site, project.theme), plan)


def test_a_plan_has_a_slide_for_each_block_and_its_speaker_the_rest() -> None:
    graph, deck = playbooks.reading(EXAMPLE_PLAYBOOK).graph, plan_deck()
    plan: Any = next(iter(graph.of_kind("session-plan"))).entry
    assert [slide.title for slide in deck.slides] == [block.title for block in plan.blocks]
    for slide, block in zip(deck.slides, plan.blocks, strict=True):
        assert f"{block.minutes} min" in slide.notes
        assert all(line.split()[0] in slide.notes for line in block.say)
        titles = [graph.entries[use.to].entry.title for use in block.uses]
        assert set(titles) <= set(slide.lines)
    shown: Any = Presentation(BytesIO(made(deck, LOOKS)))
    assert [slide.notes_slide.notes_text_frame.text for slide in list(shown.slides)[1:]] == [
        slide.notes for slide in deck.slides
    ]
    assert shown.slides[0].shapes.title.text == plan.title


def test_the_rules_of_a_conversation_are_on_the_slide_of_its_block() -> None:
    graph, project = playbooks.reading(REAL_PLAYBOOK).graph, playbooks.project(REAL_PLAYBOOK)
    plan: Any = graph.entries["one-account-half-day-plan"].entry
    deck = deck_of(documents_of(graph, project.site, project.theme), plan)
    used = next(lines for lines in (slide.lines for slide in deck.slides) if "The clean apology" in lines)
    assert "– Say nothing about reasons, even good ones." in used


def test_the_same_deck_gives_the_same_bytes() -> None:
    assert made(plan_deck(), LOOKS) == made(plan_deck(), LOOKS)


@pytest.mark.parametrize(
    "lines", [(), ("One.",), tuple(f"Line {n}." for n in range(30)), (" ".join(WORDS),), (LONG * 9,)]
)
def test_what_is_too_long_for_a_slide_takes_several(lines: tuple[str, ...]) -> None:
    slides = texts(made(Deck("T", "A", (Slide("Title", lines, "notes"),)), OfficeLooks()))[1:]
    assert all(slide[0] == "Title" for slide in slides)
    assert all(len(slide) <= LINES + 1 for slide in slides)
    said = "".join("".join(slide[1:]) for slide in slides)
    assert said.replace(" ", "") == "".join(lines).replace(" ", "")
    assert len(slides) == 1 or len(lines) != 1 or len(lines[0]) > 100


@pytest.mark.rehearsal
def test_nothing_is_lost_or_off_the_slides(tmp_path_factory: pytest.TempPathFactory) -> None:
    hard = Deck(
        f"{LONG} {LONG}",
        SCRIPTS,
        (Slide(LONG, (" ".join(WORDS),)), Slide("Words " * 20, (LONG * 5, SCRIPTS)), Slide("Empty")),
    )
    pages = drawn(
        tmp_path_factory.mktemp("drawn"), {"hard": made(hard, LOOKS), "plan": made(plan_deck(), LOOKS)}, "pptx"
    )
    for name, pdf in pages.items():
        for word in pdf.words:
            inside = word.left >= 0 and word.right <= WIDTH * 72 and word.top >= 0 and word.bottom <= HEIGHT * 72
            assert inside, (name, word)
    said = " ".join(pages["hard"].texts)
    assert [word for word in said.split() if word in set(WORDS)] == WORDS
    assert "".join(said.split()).count("ü") >= 8
    assert "For staff only. · © Example" in pages["plan"].texts[0]
