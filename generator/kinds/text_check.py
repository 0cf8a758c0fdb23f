"""Text checks: what to look for in a message or a slide before it is sent."""

from typing import Annotated, TypeAlias

from pydantic import Field

from generator.kinds.calculator_parts import Phrase
from generator.model import facets
from generator.model.entry import DoneAlone, Part
from generator.model.kind import Kind
from generator.model.relation import ANY, EVERYWHERE, Relation
from generator.model.values import Id, Line, Minutes, Prose, Ref, Text, Verbatim, Whole

EXPLAINED_BY = Relation.built_in("explained_by", ANY)

Words: TypeAlias = Annotated[tuple[Phrase, ...], Field(min_length=1, max_length=100)]
"""Words that count as one: forms of a word, or pronouns."""


class TextLimit(Part):
    """A length that a text should not exceed."""

    id: Id
    """A permanent short name, unique in this check."""
    label: Text
    """What the limit is for, such as `An email to an executive`."""
    at_most: Annotated[Whole, Field(ge=1, le=20_000)]
    """The maximum number of characters, counted as people see them."""
    see: Annotated[Ref | None, EXPLAINED_BY] = None
    """The id of the entry that says where the number comes from."""


class ListedWord(Part):
    """A word or phrase to look for."""

    find: Words
    """The word or phrase, with its other forms: `[amazing, amazingly]`. The first one is shown. Capital letters,
    hyphens and line breaks make no difference."""
    instead: Line
    """What to write instead, in plain words."""
    see: Annotated[Ref | None, EXPLAINED_BY] = None
    """The id of the entry that explains it, if not that of the list."""


class WordList(Part):
    """Words with something in common."""

    id: Id
    """A permanent short name, unique in this check."""
    title: Text
    """What they are, such as `Nonwords`."""
    why: Line
    """Why one leaves them out."""
    see: Annotated[Ref | None, EXPLAINED_BY] = None
    """The id of the entry that says more about them."""
    words: Annotated[tuple[ListedWord, ...], Field(min_length=1, max_length=500)]
    """The words, each with what to write instead."""


class AvoidedList(Part):
    """The words that `site_config.yml` lists under `avoided_words`, as a list of this check."""

    title: Text
    """What they are."""
    why: Line
    """Why one leaves them out."""
    see: Annotated[Ref | None, EXPLAINED_BY] = None
    """The id of the entry that says more about them."""


class Tally(Part):
    """What is counted in the text beside its length."""

    meaning: Line
    """What the numbers tell the writer."""
    see: Annotated[Ref | None, EXPLAINED_BY] = None
    """The id of the entry that says more about it."""


class Persons(Tally):
    """The words for the writer and those for the reader."""

    writer: Words
    """The words for the writer: `[I, me, my, we, us, our]`."""
    reader: Words
    """The words for the reader: `[you, your]`."""


class TextCheck(DoneAlone):
    minutes: Minutes
    """The time needed, in minutes."""
    purpose: Prose
    """What it is for."""
    example: Verbatim | None = None
    """A text in which it finds something, for readers to try."""
    limits: tuple[TextLimit, ...] = ()
    """The lengths to compare the text with."""
    lists: tuple[WordList, ...] = ()
    """The words to look for."""
    avoided: AvoidedList | None = None
    """Also looks for the words that the playbook itself avoids: `avoided_words` in `site_config.yml`."""
    questions: Tally | None = None
    """Compares questions with statements."""
    persons: Persons | None = None
    """Compares words for the writer with words for the reader."""
    afterwards: Prose | None = None
    """What to do with the result."""


KIND = Kind.built_in(
    "text-check",
    "text-checks",
    TextCheck,
    order=52,
    icon="pencil",
    accent="slate",
    search_weight=0.95,
    purpose="check",
    filled_in=True,
    facets=(*facets.NAMES, facets.PEOPLE.name),
    relations=EVERYWHERE,
)
