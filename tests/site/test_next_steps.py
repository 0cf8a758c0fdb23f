"""The steps at the end of an entry, chosen from its links alone."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, TypeAlias

from hypothesis import given
from hypothesis import strategies as st

from generator.content.graph import MENTIONS, Edge, Graph
from generator.content.located import Located
from generator.content.unknown_reference import Names
from generator.kinds import BUILT_IN
from generator.model.kind import PURPOSES
from generator.model.relation import ANY, EVERYWHERE, OUTSIDE_LINKS, USE, Relation
from generator.model.values import Line
from generator.site.next_steps import NextStep, next_steps

CURES = Relation("cures", ANY, "Cures", "Cured by")
CITES = Relation("cites", ANY, "Rests on", "What rests on it")
RELATIONS = (CURES, CITES, MENTIONS, *EVERYWHERE)

KINDS = {kind.name: kind for kind in BUILT_IN}
OF = {"d": "practice", "u": "story", "c": "checklist", "n": "source"}
"""The kind of an entry by the first letter of its id: one to do, to understand, to check, and one without purpose."""

Link: TypeAlias = tuple[str, Relation, str, str]
"""Source, relation, target, and the reason or nothing."""


def graph_of(links: Iterable[Link]) -> Graph:
    out, into = defaultdict[str, list[Edge]](list), defaultdict[str, list[Edge]](list)
    ids = set()
    for source, relation, target, why in links:
        edge = Edge(source, relation, target, Line(why) if why else None, ())
        out[source].append(edge)
        into[target].append(edge)
        ids |= {source, target}
    entries: Any = {found: SimpleNamespace(id=found, kind=KINDS[OF[found[0]]]) for found in sorted(ids)}
    outgoing, incoming = ({end: tuple(edges) for end, edges in found.items()} for found in (out, into))
    located: dict[str, Located] = entries
    names: Any = None
    unread: Names = names
    return Graph(located, {}, outgoing, incoming, BUILT_IN, unread)


def ids(steps: Iterable[NextStep]) -> list[str]:
    return [step.id for step in steps]


def test_each_purpose_gets_the_entry_with_the_strongest_link() -> None:
    links = [
        ("d0", MENTIONS, "u0", ""),
        ("d0", USE, "c1", "It counts."),
        ("u1", CURES, "d0", ""),
        ("d0", CURES, "d1", ""),
        ("d0", USE, "d2", "A reason."),
        ("d0", CURES, "c2", "It finds out."),
    ]

    assert ids(next_steps(graph_of(links), "d0", ())) == ["d2", "u1", "c2"]


def test_among_equal_links_the_entry_that_is_linked_more_often_comes_first() -> None:
    links = [("d0", USE, "u1", "Yes."), ("d0", USE, "u2", "Yes."), ("u2", MENTIONS, "d0", "")]

    assert ids(next_steps(graph_of(links), "d0", ())) == ["u2"]


def test_what_the_page_has_listed_leads_on_and_is_no_step() -> None:
    links = [("d0", CURES, "d1", "Do it."), ("d1", USE, "c1", "Tick it."), ("d1", USE, "d2", "More.")]

    found = next_steps(graph_of(links), "d0", {"d1"})

    assert [(step.id, step.through, step.why) for step in found] == [("d2", "d1", "More."), ("c1", "d1", "Tick it.")]


def test_a_reason_is_shown_in_its_own_direction_only() -> None:
    links = [("d0", USE, "c1", "Tick it."), ("u1", CURES, "d0", "Cure it.")]

    assert [(step.id, step.why) for step in next_steps(graph_of(links), "d0", ())] == [("u1", None), ("c1", "Tick it.")]


def test_sources_moments_and_audiences_are_no_steps() -> None:
    assert next_steps(graph_of([("d0", CITES, "n1", ""), ("d0", CURES, "n2", "Why.")]), "d0", ()) == ()
    assert {name for name, kind in KINDS.items() if not kind.purpose} == {
        *("moment", "audience", "source", "quotation", "figure"),
    }


IDS = [f"{letter}{number}" for letter in OF for number in range(4)]
LINKS = st.lists(
    st.tuples(st.sampled_from(IDS), st.sampled_from(RELATIONS), st.sampled_from(IDS), st.sampled_from(["", "Why."])),
    max_size=25,
)


@given(LINKS, st.sets(st.sampled_from(IDS), max_size=4))
def test_steps_are_others_each_once_and_each_of_another_purpose(links: list[Link], listed: set[str]) -> None:
    graph = graph_of([*links, ("d0", USE, "d0", "")])

    found = next_steps(graph, "d0", listed)

    assert found == next_steps(graph, "d0", listed)
    assert len({step.id for step in found}) == len(found)
    assert not {"d0", *listed} & {step.id for step in found}
    purposes = [step.purpose for step in found]
    assert purposes == sorted(set(purposes), key=PURPOSES.index)
    for step in found:
        assert step.purpose == KINDS[OF[step.id[0]]].purpose
        assert not step.through or step.through in {*listed, *(one.id for one in found)}
        start = step.through or "d0"
        linked = {edge.target for edge in graph.out(start)} | {edge.source for edge in graph.into(start)}
        assert step.id in linked


@given(LINKS, st.sampled_from(PURPOSES))
def test_a_purpose_is_left_out_only_where_no_link_of_its_own_has_it(links: list[Link], purpose: str) -> None:
    graph = graph_of([*links, ("d0", USE, "d0", "")])
    direct = {
        end
        for edge in (*graph.out("d0"), *graph.into("d0"))
        for end in (edge.source, edge.target)
        if edge.relation.name not in OUTSIDE_LINKS - {MENTIONS.name}
    }
    served = {KINDS[OF[end[0]]].purpose for end in direct - {"d0"}}

    if purpose in served:
        assert purpose in {step.purpose for step in next_steps(graph, "d0", ())}
