"""The steps at the end of an entry: which of the entries that it is linked with a reader should open next.

The rule, which docs/writing.md tells authors:

1. What the page has listed already is no step, nor is the entry itself, nor an entry of a kind without a purpose.
2. The strongest link comes first. From strong to weak: a link that the entry makes by a relation of its own kind; one
   that it makes by a relation that every kind has; one that another entry makes to it, in the same order. Then the
   same links where nobody gave a reason. Then mentions: first those of the entry, then those of others.
3. Among links of the same strength, the entry that is linked more often comes first, then the order of the lists.
4. Each purpose gets the entry with the strongest link: one to do, one to understand, one to check. Where a purpose has
   none, it gets the one that the strongest of the steps found so far would have, then that of the strongest entry
   that the page has listed; the page says by which way.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace

from generator.content.graph import MENTIONS, Edge, Graph
from generator.model.kind import PURPOSES, Purpose
from generator.model.relation import EVERYWHERE, OUTSIDE_LINKS
from generator.model.values import Line

_EVERYWHERE = frozenset(relation.name for relation in EVERYWHERE)
_MENTIONED = 8
"""The strength of a mention, weaker than any link."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """An entry that may be a step: its id, what it is for, and the reason to open it, if its link has one.

    The lower the numbers of `strength`, the stronger the link. `through` is the id of another step that leads to it.
    """

    id: str
    purpose: Purpose
    why: Line | None
    strength: tuple[int, int, int]
    through: str = ""


def next_steps(graph: Graph, entry_id: str, listed: Collection[str]) -> tuple[NextStep, ...]:
    """The steps at the end of the entry, in the order of their purposes, at most one for each.

    `listed` are the ids of the entries that its page has listed already.
    """
    linked = sorted(_candidates(graph, entry_id), key=lambda step: step.strength)
    taken = {entry_id, *listed}
    found = chosen(step for step in linked if step.id not in taken)
    listed_here = (step for step in linked if step.id in listed)
    ways = [*sorted(found.values(), key=lambda step: step.strength), *listed_here]
    for way in dict.fromkeys(step.id for step in ways):
        if len(found) == len(PURPOSES):
            break
        known = taken | {step.id for step in found.values()}
        further = chosen(step for step in _candidates(graph, way) if step.id not in known)
        for purpose in further.keys() - found.keys():
            found[purpose] = replace(further[purpose], through=way)
    return tuple(found[purpose] for purpose in PURPOSES if purpose in found)


def chosen(candidates: Iterable[NextStep]) -> dict[Purpose, NextStep]:
    """The strongest candidate for each purpose."""
    found: dict[Purpose, NextStep] = {}
    for step in sorted(candidates, key=lambda step: step.strength):
        found.setdefault(step.purpose, step)
    return found


def _candidates(graph: Graph, entry_id: str) -> Iterator[NextStep]:
    """Every entry linked with this one that may be a step, once for each link."""
    links = [(edge.target, edge, False) for edge in graph.out(entry_id)]
    links += [(edge.source, edge, True) for edge in graph.into(entry_id)]
    links = [link for link in links if link[1].relation.name not in OUTSIDE_LINKS - {MENTIONS.name}]
    times = Counter(end for end, _, _ in links)
    for place, (end, edge, inward) in enumerate(links):
        purpose = graph.entries[end].kind.purpose
        if purpose and end != entry_id:
            # The reason of a link that leads here says why to open this entry, not the other one.
            why = None if inward else edge.why
            yield NextStep(end, purpose, why, (_strength(edge, inward), -times[end], place))


def _strength(edge: Edge, inward: bool) -> int:
    name = edge.relation.name
    if name == MENTIONS.name:
        return _MENTIONED + inward
    return 4 * (edge.why is None) + 2 * inward + (name in _EVERYWHERE)
