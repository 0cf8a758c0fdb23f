"""Sessions from choices and from the plans of the playbook: titles, times and rules come from the entries.

`themes/playbook/components/session/compiled.js` does the same with the data of `outputs/sessions_json.py`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.handouts import rule_of
from generator.kinds.session_plan import PlanBlock, SessionPlan
from generator.prose.typography import plain
from generator.sessions.chosen import ChosenBlock, SessionChoice
from generator.sessions.papers import SessionPaper
from generator.sessions.session import DAY, PlannedSession, SessionBlock, SessionUse, Setting, distinct
from generator.sessions.times import block_minutes, group_minutes

BLOCK_KINDS = (
    "worksheet",
    "checklist",
    "conversation",
    "assessment",
    "story",
    "dialogue",
    "role-play",
)
"""The kinds whose entries can be blocks of their own."""

NINE = 9 * 60
"""When a session starts if nobody says it, in minutes after midnight."""

PAUSE = "pause"
"""The id of a break."""

PAUSE_MINUTES = 15
"""The minutes that are planned for a break."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A session, and what the choice names that the playbook does not have."""

    session: PlannedSession
    missing: tuple[str, ...]


def title_of(located: Located) -> str:
    """The title of an entry as readers see it."""
    return str(plain(located.entry.title).unescape())


def of_plan(located: Located, graph: Graph, people: int = 0, start: int = NINE) -> PlannedSession:
    """The session that a plan describes, for so many people or for as many as it is planned for."""
    plan = located.entry
    assert isinstance(plan, SessionPlan)
    return compiled(chosen_from(located.id, plan, people, start), graph).session


def chosen_from(plan_id: str, plan: SessionPlan, people: int = 0, start: int = NINE) -> SessionChoice:
    """The choice of a whole plan."""
    blocks = tuple(ChosenBlock(plan_id, block.id, block.minutes, block.drop) for block in plan.blocks)
    setting: Setting = "video" if plan.setting == "video" else "room"
    planned, minutes = people or plan.people.planned, min(plan.minutes, DAY)
    papers: tuple[SessionPaper, ...] = ("feedback",) if plan.feedback else ()
    return SessionChoice("", plan_id, planned, setting, start, minutes, "sheet", blocks, papers)


def choice_of(session: PlannedSession, graph: Graph) -> SessionChoice:
    """The choice that a session is made from."""
    blocks = tuple(ChosenBlock(block.of, block.part, block.minutes, block.drop) for block in session.blocks)
    plan = _plan(graph, session.plan)
    own = session.title not in (title_of(plan) if plan else "", graph.kinds.language.words.session.own_title)
    title = session.title if own else ""
    return SessionChoice(
        title,
        session.plan,
        session.people,
        session.setting,
        session.start,
        session.minutes,
        session.collation,
        blocks,
        session.papers,
        session.day,
        session.names,
    )


def compiled(choice: SessionChoice, graph: Graph) -> Compiled:
    """The session of a choice. Blocks that the playbook does not have are left out."""
    found = [(chosen, block) for chosen in choice.blocks for block in [_block(chosen, graph)]]
    missing = tuple(f"{one.of}.{one.part}" if one.part else one.of for one, block in found if not block)
    there = [block for _, block in found if block]
    names = distinct(block.id for block in there)
    blocks = tuple(_named(block, name) for block, name in zip(there, names, strict=True))
    plan = _plan(graph, choice.plan)
    words = graph.kinds.language.words
    title = choice.title or (title_of(plan) if plan else words.session.own_title)
    form = feedback_form(graph, plan) if "feedback" in choice.papers else None
    session = PlannedSession(
        title,
        plan.id if plan else "",
        choice.people,
        choice.setting,
        choice.start,
        choice.minutes,
        choice.collation,
        blocks,
        tuple(paper for paper in choice.papers if paper != "feedback" or form),
        _use(form, in_part=False) if form else None,
        choice.day,
        choice.names,
    )
    return Compiled(session, missing)


def feedback_form(graph: Graph, plan: Located | None = None) -> Located | None:
    """The feedback form of a plan; without a plan, or if it names none, that of the first plan which does."""
    plans = (located.entry for located in (*([plan] if plan else []), *graph.of_kind("session-plan")))
    named = (one.feedback for one in plans if isinstance(one, SessionPlan) and one.feedback)
    return next((graph.entries[name] for name in named if name in graph.entries), None)


def _named(block: SessionBlock, name: str) -> SessionBlock:
    return replace(block, id=name)


def _entry(graph: Graph, entry_id: str) -> Located | None:
    return graph.entries.get(graph.aliases.get(entry_id, entry_id))


def _plan(graph: Graph, entry_id: str) -> Located | None:
    found = _entry(graph, entry_id)
    return found if found and isinstance(found.entry, SessionPlan) else None


def _block(chosen: ChosenBlock, graph: Graph) -> SessionBlock | None:
    """The block that is chosen; None if the playbook does not have it."""
    if not chosen.of:
        words = graph.kinds.language.words
        return SessionBlock(
            PAUSE, "", "", words.session.pause, chosen.minutes, 0, chosen.drop, cut=True, planned=PAUSE_MINUTES
        )
    located = _entry(graph, chosen.of)
    if located and chosen.part and isinstance(located.entry, SessionPlan):
        parts = {block.id: block for block in located.entry.blocks}
        return _of_plan(located, parts[chosen.part], chosen, graph) if chosen.part in parts else None
    if located and not chosen.part and located.kind.name in BLOCK_KINDS:
        needs, uses = group_minutes(located), (_use(located, in_part=False),)
        cut = chosen.minutes > needs
        planned, title = block_minutes(located), title_of(located)
        return SessionBlock(located.id, located.id, "", title, chosen.minutes, needs, chosen.drop, cut, uses, planned)
    return None


def _of_plan(located: Located, block: PlanBlock, chosen: ChosenBlock, graph: Graph) -> SessionBlock:
    uses = tuple(_use(graph.entries[use.to], in_part=use.in_part) for use in block.uses)
    title = str(plain(block.title).unescape())
    cut, needs = block.if_late is not None, needed(block, graph.entries)
    return SessionBlock(
        block.id, located.id, block.id, title, chosen.minutes, needs, chosen.drop, cut, uses, block.minutes
    )


def needed(block: PlanBlock, entries: Mapping[str, Located]) -> int:
    """The minutes that what is filled in and played in a block of a plan takes, but for what is used only in part."""
    return sum(group_minutes(entries[use.to]) for use in block.uses if not use.in_part)


def _use(located: Located, *, in_part: bool) -> SessionUse:
    return SessionUse(located.id, located.kind.name, title_of(located), in_part, rule_of(located.entry))


def blocks_of_their_own(graph: Graph) -> Iterator[tuple[Located, int]]:
    """Every entry that can be a block, in the order of the index pages, with the minutes that it is planned with."""
    for kind in BLOCK_KINDS:
        for located in graph.of_kind(kind):
            yield located, block_minutes(located)
