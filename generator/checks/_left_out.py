"""What entries and pages lose when entries that they refer to are not published."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.checks._running_text import Passage
from generator.content.graph import mentions
from generator.content.hand_page import HandPage
from generator.content.located import Located
from generator.content.without import Loss, Lost, without


def left_out(located: Located, hidden: Mapping[str, str]) -> tuple[Lost, ...]:
    """What the entry loses without those that are `hidden`, in the order of the file."""
    return tuple(sorted(without(located, hidden)[1], key=lambda lost: lost.place))


def mentioned_on_pages(texts: Iterable[Passage], hidden: Mapping[str, str]) -> Iterator[Lost]:
    """The mentions of `hidden` entries on pages written by hand."""
    for passage in texts:
        if isinstance(passage.owner, HandPage):
            for mention in mentions(passage.text):
                if mention[1] in hidden:
                    yield Lost(mention[1], Loss.WORDS, passage.place(*mention.span(1)))
