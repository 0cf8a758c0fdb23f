"""Messages and sentences to say mark what readers have to replace: it stands in square brackets (docs/writing.md)."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from generator.content.graph import Graph
from generator.kinds.conversation import Conversation
from generator.kinds.message import Message
from generator.kinds.objection import Objection
from tests.playbooks import REAL_PLAYBOOK, reading

PARTICULAR = re.compile(
    r"\d|\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|May(?! I\b)|June|July|August"
    r"|September|October|November|December)\b"
)
"""Numbers in digits, days and months: true of one example alone."""

MARKED = re.compile(r"\[\[[^]]*\]\]|\[(?:[^][]|\[\[[^]]*\]\])*\]\{(?:own|source)\}")
"""Links to entries, and words marked as the source's or ours."""

PLACE = re.compile(r"\[[^][]+\]")
NUMBER_OF_A_POINT = re.compile(r"^\d+\. ", re.MULTILINE)


def unmarked(text: str) -> str:
    """The text without what is in brackets, without links and words of a source, and without numbers of points."""
    return NUMBER_OF_A_POINT.sub("", PLACE.sub("", MARKED.sub("", text)))


def sentences(graph: Graph) -> Iterator[tuple[str, str]]:
    """The texts that are copied or said, each with the id of its entry."""
    for located in graph.entries.values():
        entry = located.entry
        if isinstance(entry, Message):
            yield from ((located.id, text) for text in (entry.after.subject or "", entry.after.text))
        if located.kind.name in ("practice", "lesson", "conversation"):
            yield from ((located.id, line) for line in getattr(entry, "say", ()))
        if isinstance(entry, Objection) and entry.say:
            yield located.id, entry.say
        if isinstance(entry, Conversation):
            yield from ((located.id, line) for line in (*entry.open, *(q for step in entry.steps for q in step.ask)))


@pytest.fixture(scope="module")
def graph() -> Graph:
    return reading(REAL_PLAYBOOK).graph


def test_days_months_and_numbers_stand_in_brackets(graph: Graph) -> None:
    texts = list(sentences(graph))
    assert len(texts) > 900
    assert [(name, text) for name, text in texts if PARTICULAR.search(unmarked(text))] == []


def test_brackets_are_closed_and_do_not_stand_in_one_another(graph: Graph) -> None:
    left = [(name, rest) for name, text in sentences(graph) if set("[]") & set(rest := unmarked(text))]
    assert left == []


def test_every_message_has_places_and_says_what_belongs_there(graph: Graph) -> None:
    messages = [located.entry for located in graph.entries.values() if isinstance(located.entry, Message)]
    assert messages
    assert [m.title for m in messages if not (PLACE.search(m.after.text) and m.fill_in)] == []


@pytest.mark.parametrize(
    ("text", "missing"),
    [
        ("We will miss Friday.", True),
        ("We will miss [Friday].", False),
        ("It costs 300.", True),
        ("May I call you?", False),
        ("In May, then.", True),
        ("1. What happened", False),
        ("[How was the 3rd?]{source}", False),
    ],
)
def test_what_counts_as_a_particular(text: str, missing: bool) -> None:
    assert bool(PARTICULAR.search(unmarked(text))) is missing
