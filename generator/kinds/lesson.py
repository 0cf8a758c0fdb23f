"""Lessons: a series, in its order, of what has to be learned."""

from typing import Any

from generator.model.entry import Entry, Step
from generator.model.kind import Kind
from generator.model.relation import EVERYWHERE, GOES_WITH
from generator.model.values import Line, Prose, Whole, YesNo


class Lesson(Entry):
    number: Whole
    """Its place in the series."""
    own_reading: YesNo = False
    """`true` where the source names the lesson without a text, so that the page is the playbook's own reading."""
    idea: Prose
    """The idea."""
    misleads: Prose
    """Where intuition misleads."""
    steps: tuple[Step, ...]
    """How to set it up."""
    say: tuple[Line, ...] = ()
    """Sentences one can say."""
    dont_say: tuple[Line, ...] = ()
    """Sentences that spoil it."""
    example: Prose
    """An example."""
    works_when: tuple[Line, ...]
    """How to know that it works."""


def _order(entry: Entry) -> tuple[Any, ...]:
    return (entry.number if isinstance(entry, Lesson) else 0,)


KIND = Kind.built_in(
    "lesson",
    "lessons",
    Lesson,
    order=120,
    icon="cap",
    accent="moss",
    search_weight=0.95,
    purpose="understand",
    relations=(GOES_WITH, *EVERYWHERE),
    sort_key=_order,
    number_of=lambda entry: entry.number if isinstance(entry, Lesson) else None,
)
