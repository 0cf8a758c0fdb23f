"""The deck of a session plan: for each block what those who take part see; its speaker's notes say the rest."""

from __future__ import annotations

from collections.abc import Iterator

from generator.kinds.conversation import Conversation
from generator.kinds.session_plan import PlanBlock, SessionPlan
from generator.kinds.worksheet import Worksheet
from generator.model.values import clock
from generator.office.slides import Deck, Slide
from generator.paper.documents import Documents
from generator.paper.plain_words import plain_words
from generator.prose.typography import plain

MARK = "–"
"""What stands before a line that has no number."""


def deck_of(at: Documents, plan: SessionPlan) -> Deck:
    """The deck of a plan."""
    slides = (
        Slide(plain(plain_words(block.title)), tuple(_shown(at, block)), "\n".join(_said(at, start, block)))
        for start, block in plan.starts()
    )
    about = f"{at.site.name} · {at.language.session_time(plan.minutes)}"
    return Deck(plain(plain_words(plan.title)), about, tuple(slides))


def _shown(at: Documents, block: PlanBlock) -> Iterator[str]:
    """The prompts of a block: what is shown, then the steps of the sheets and the rules of the conversations in it."""
    if block.show:
        yield plain_words(block.show)
    yield at.language.duration(block.minutes)
    for use in block.uses:
        entry = at.graph.entries[use.to].entry
        yield plain(plain_words(entry.title))
        if isinstance(entry, Worksheet):
            yield from (f"{number}. {plain_words(step.do)}" for number, step in enumerate(entry.instructions, 1))
        elif isinstance(entry, Conversation):
            yield from (f"{MARK} {plain_words(rule)}" for rule in entry.rules)


def _said(at: Documents, start: int, block: PlanBlock) -> Iterator[str]:
    yield f"{clock(start)} · {at.language.duration(block.minutes)}"
    yield plain_words(block.do)
    yield from (at.language.words.common.in_quotation_marks(text=plain_words(line)) for line in block.say)
    if block.if_late:
        yield f"{at.language.words.session_plan.if_late} {plain_words(block.if_late)}"
