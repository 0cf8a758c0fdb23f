"""What the page that plans sessions knows of the playbook: plans, what can be a block, and how many copies of it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.handouts import rule_of
from generator.kinds.session_plan import PlanBlock, SessionPlan
from generator.kinds.worksheet import Worksheet
from generator.prose.typography import plain
from generator.sessions.compiled import BLOCK_KINDS, feedback_form, needed, title_of
from generator.sessions.session import MOST_MINUTES
from generator.sessions.times import block_minutes, group_minutes


def data(graph: Graph) -> dict[str, Any]:
    """The plans and entries, by their ids. `lazy/compiled.js` of the component `session` says the form."""
    plans = {located.id: _plan(located, graph) for located in graph.of_kind("session-plan")}
    entries = {located.id: _entry(located) for located in _known(graph)}
    aliases = {old: new for old, new in sorted(graph.aliases.items()) if new in plans or new in entries}
    form = feedback_form(graph)
    return {"plans": plans, "entries": entries, "aliases": aliases, "feedback": form.id if form else ""}


def _known(graph: Graph) -> Iterator[Located]:
    """What can be a block, and what plans use besides."""
    found = [located for kind in BLOCK_KINDS for located in graph.of_kind(kind)]
    plans = [located.entry for located in graph.of_kind("session-plan")]
    used = (
        graph.entries[use.to] for plan in plans if isinstance(plan, SessionPlan) for b in plan.blocks for use in b.uses
    )
    forms = (graph.entries[plan.feedback] for plan in plans if isinstance(plan, SessionPlan) and plan.feedback)
    yield from {located.id: located for located in (*found, *used, *forms)}.values()


def _entry(located: Located) -> dict[str, Any]:
    copies, is_block = rule_of(located.entry), located.kind.name in BLOCK_KINDS
    return {
        "kind": located.kind.name,
        "title": title_of(located),
        "url": located.url,
        "minutes": min(block_minutes(located), MOST_MINUTES) if is_block else 0,
        "needs": group_minutes(located),
        "copies": {"each": copies.each, "number": copies.number} if copies else None,
        "moments": list(located.entry.moments),
        "least": located.entry.crowd[0] if located.entry.crowd else 1,
        "block": is_block,
        "materials": [str(plain(text).unescape()) for text in _materials(located)],
    }


def _materials(located: Located) -> tuple[str, ...]:
    return located.entry.materials if isinstance(located.entry, Worksheet) else ()


def _plan(located: Located, graph: Graph) -> dict[str, Any]:
    plan = located.entry
    assert isinstance(plan, SessionPlan)
    return {
        "title": title_of(located),
        "url": located.url,
        "people": [plan.people.fewest, plan.people.to, plan.people.planned],
        "setting": plan.setting,
        "minutes": plan.minutes,
        "moments": list(plan.moments),
        "feedback": plan.feedback or "",
        "blocks": [_block(block, graph) for block in plan.blocks],
    }


def _block(block: PlanBlock, graph: Graph) -> dict[str, Any]:
    return {
        "id": block.id,
        "title": str(plain(block.title).unescape()),
        "minutes": block.minutes,
        "needs": needed(block, graph.entries),
        "drop": block.drop,
        "cut": block.if_late is not None,
        "uses": [[use.to, use.in_part] for use in block.uses],
    }
