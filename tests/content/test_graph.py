"""References are declared on one side and known on both; what leads nowhere is reported once, at its place."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.config.project import read_config
from generator.content.connecting import connect
from generator.content.graph import Graph
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.kinds import BUILT_IN
from tests.conftest import Playbook, some_of
from tests.content.minimal_entries import located, problems_of
from tests.playbooks import EXAMPLE_PLAYBOOK, reading


def graph_of(files: Mapping[str, str]) -> Graph:
    graph, problems = connect(located(files), BUILT_IN)
    assert problems == ()
    return graph


def test_a_link_is_known_on_both_sides_with_its_reason() -> None:
    graph = graph_of({"terms/slow": "links:\n  next:\n    - to: fast\n      why: Because.", "terms/fast": ""})

    (edge,) = graph.out("slow")
    assert (edge.source, edge.relation.name, edge.target, edge.why) == ("slow", "next", "fast", "Because.")
    assert (edge.relation.label, edge.relation.inverse) == ("Go on with", "Leads here")
    assert graph.into("fast") == (edge,)
    assert graph.out("fast") == graph.into("slow") == ()


def test_links_fields_citations_and_mentions_all_make_references() -> None:
    graph = graph_of(
        {
            "terms/slow": "more: See [[fast]].\nmoments: [now]\nsources:\n  - source: book\n    where: p. 1\n"
            "links:\n  next:\n    - to: no-time\n      why: As [[hurry]] shows.",
            "terms/fast": "",
            "terms/hurry": "",
            "objections/no-time": "",
            "moments/now": "offers: [slow]",
            "sources/book": "",
        }
    )

    assert [(e.relation.name, e.target, e.route) for e in graph.out("slow")] == [
        ("moments", "now", ("moments", 0)),
        ("cites", "book", ("sources", 0, "source")),
        ("next", "no-time", ("links", "next", 0)),
        ("mentions", "hurry", ("links", "next", 0, "why")),
        ("mentions", "fast", ("more",)),
    ]
    assert [e.target for e in graph.out("slow", "next", "mentions")] == ["no-time", "hurry", "fast"]
    assert [(e.source, e.relation.inverse) for e in graph.into("slow")] == [("now", "When")]


def test_backlinks_are_ordered_by_kind_and_title_of_where_they_come_from() -> None:
    graph = graph_of(
        {
            "terms/z": "title: a last kind\nlinks:\n  next: [slow]",
            "objections/a": "title: zulu\nlinks:\n  next: [slow]",
            "objections/b": "title: Alpha\nlinks:\n  next: [slow]",
            "terms/slow": "",
        }
    )

    assert [e.source for e in graph.into("slow")] == ["b", "a", "z"]


def test_several_mentions_of_one_entry_are_one_reference_and_one_of_oneself_is_none() -> None:
    graph = graph_of({"terms/slow": "more: '[[fast]], [[fast|faster]], [[slow]].'", "terms/fast": ""})

    assert [e.target for e in graph.out("slow")] == ["fast"]
    assert graph.into("slow") == ()


def test_an_alias_is_known_and_belongs_to_one_entry() -> None:
    assert dict(graph_of({"terms/slow": "aliases: [unhurried, calm]"}).aliases) == {
        "unhurried": "slow",
        "calm": "slow",
    }


def test_an_alias_that_is_taken_is_refused_wherever_it_is_declared() -> None:
    files = {
        "terms/slow": "aliases: [fast]",
        "terms/fast": "aliases: [quick]",
        "terms/hurry": "aliases: [quick, hurry]",
    }

    assert [message for _, message, _ in problems_of(files)] == [
        "`quick` is already an alias",
        "`hurry` is the id of an entry",
        "`fast` is the id of an entry",
    ]


def test_a_reference_by_an_alias_says_the_name_of_today() -> None:
    files = {"terms/slow": "links:\n  next: [quick]", "terms/fast": "aliases: [quick]"}

    assert problems_of(files) == [(codes.UNKNOWN_REFERENCE, "no entry is called `quick`", "it is now called `fast`")]


def test_the_nearest_name_is_one_of_a_kind_that_fits() -> None:
    files = {"terms/slow": "moments: [noww]", "terms/now": "", "moments/know": "offers: [slow]"}

    hint = "did you mean `know`? (content/moments/know.yml)"
    assert problems_of(files) == [(codes.UNKNOWN_REFERENCE, "no moment is called `noww`", hint)]


@pytest.mark.parametrize("reference", ["links:\n  next: [broken]", "more: See [[broken]].", "moments: [broken]"])
def test_a_reference_to_an_entry_that_has_faults_of_its_own_is_no_fault(reference: str) -> None:
    files = {"terms/slow": reference}

    assert [code for code, _, _ in problems_of(files)] == [codes.UNKNOWN_REFERENCE]
    assert problems_of(files, frozenset({"broken"})) == []


def test_nobody_may_be_called_broken_and_yet_be_of_the_wrong_kind() -> None:
    files = {"terms/slow": "moments: [fast]", "terms/fast": ""}

    assert [code for code, _, _ in problems_of(files, frozenset({"fast"}))] == [codes.WRONG_KIND]


def test_the_wrong_kind_is_told_together_with_the_relations_that_fit() -> None:
    files = {"objections/no-time": "links:\n  against: [slow]", "terms/slow": ""}

    assert problems_of(files) == [
        (
            codes.WRONG_KIND,
            "`slow` is a term, but `against` must refer to a practice, lesson, conversation, belief-pair or checklist",
            "move it under `next` or `contrasts`; or choose a practice, lesson, conversation, belief-pair or checklist",
        )
    ]


def test_the_wrong_kind_is_told_by_the_field_that_it_stands_in() -> None:
    files = {"terms/slow": "sources:\n  - source: fast\n    where: p. 1", "terms/fast": ""}

    message = "`fast` is a term, but `source` must refer to a source"
    assert problems_of(files) == [(codes.WRONG_KIND, message, "choose a source")]


def test_an_entry_does_not_link_to_itself() -> None:
    assert problems_of({"terms/slow": "links:\n  next: [slow]"}) == [
        (codes.SELF_REFERENCE, "the entry refers to itself", "delete `next:` with it")
    ]


def test_one_link_is_given_once_under_one_relation() -> None:
    files = {"terms/slow": "links:\n  next: [fast, fast]\n  contrasts: [fast]", "terms/fast": ""}

    assert [message for _, message, _ in problems_of(files)] == ["`fast` appears twice under `next`"]
    graph, _ = connect(located(files), BUILT_IN)
    assert [e.relation.name for e in graph.out("slow")] == ["next", "contrasts"]


def test_a_symmetric_link_is_declared_on_one_side() -> None:
    one = {"practices/a": "links:\n  goes_with: [b]", "practices/b": ""}
    both = {"practices/a": "links:\n  goes_with: [b]", "practices/b": "links:\n  goes_with: [a]"}

    assert problems_of(one) == []
    message = "`a` already declares the same link to `b`"
    hint = "declare it in one entry only; the page of the other shows it too"
    assert problems_of(both) == [(codes.DUPLICATE_LINK, message, hint)]


def test_a_link_that_reads_differently_from_the_other_side_may_go_both_ways() -> None:
    assert problems_of({"terms/a": "links:\n  next: [b]", "terms/b": "links:\n  next: [a]"}) == []


def test_an_unknown_relation_is_reported_once_and_its_links_are_left_out() -> None:
    files = {"terms/slow": "links:\n  nxt: [fast, hurry]", "terms/fast": "", "terms/hurry": ""}

    assert problems_of(files) == [(codes.UNKNOWN_RELATION, "a term has no relation `nxt`", "did you mean `next`?")]
    graph, _ = connect(located(files), BUILT_IN)
    assert graph.out("slow") == ()


def test_an_id_is_given_once_whatever_the_kind_and_the_case() -> None:
    files = {"terms/slow": "title: B", "objections/slow": "title: A", "practices/Slow": "title: C"}

    _, problems = connect(located(files), BUILT_IN)

    assert [(p.code, p.span.file, p.related[0][0].file) for p in problems] == [
        (codes.DUPLICATE_ID, "content/practices/Slow.yml", "content/objections/slow.yml"),
        (codes.DUPLICATE_ID, "content/terms/slow.yml", "content/objections/slow.yml"),
    ]


def test_entries_of_a_kind_come_in_the_order_of_their_groups() -> None:
    graph = graph_of(
        {
            "practices/c": "title: c",
            "practices/a": "title: B",
            "practices/b": "title: a",
        }
    )

    assert [e.id for e in graph.of_kind("practice")] == ["b", "a", "c"]
    assert graph.of_kind("story") == ()


NAMES = ["a", "b", "c", "d", "e"]
links = st.dictionaries(
    st.sampled_from(["next", "contrasts", "used_in", "nxt"]), st.lists(st.sampled_from([*NAMES, "f"]), max_size=4)
)


@settings(deadline=None, derandomize=True, max_examples=some_of(100))
@given(st.fixed_dictionaries({name: st.tuples(links, st.lists(st.sampled_from(NAMES), max_size=3)) for name in NAMES}))
def test_every_reference_that_leaves_an_entry_arrives_at_one_and_the_other_way_round(
    wanted: Mapping[str, tuple[Mapping[str, list[str]], list[str]]],
) -> None:
    files = {
        f"terms/{name}": f"links: { {k: v for k, v in relations.items() if v} }\n"
        f"more: '{' '.join(f'[[{m}]]' for m in mentions)} .'"
        for name, (relations, mentions) in wanted.items()
    }

    graph, problems = connect(located(files), BUILT_IN)

    leaving = {edge for entry_id in graph.entries for edge in graph.out(entry_id)}
    arriving = {edge for entry_id in graph.entries for edge in graph.into(entry_id)}
    assert leaving == arriving
    assert all(edge in graph.into(edge.target) and edge in graph.out(edge.source) for edge in leaving)
    assert {*graph.outgoing} == {*graph.entries}
    assert {*graph.incoming} <= {*graph.entries}
    assert len(leaving) == sum(len(graph.out(entry_id)) for entry_id in graph.entries)
    assert all(_is_known(p) for p in problems)


def _is_known(problem: Diagnostic) -> bool:
    return problem.code in (
        codes.UNKNOWN_REFERENCE,
        codes.UNKNOWN_RELATION,
        codes.SELF_REFERENCE,
        codes.DUPLICATE_LINK,
    )


def test_the_order_in_which_files_are_read_does_not_matter() -> None:
    entries = list(reading(EXAMPLE_PLAYBOOK).graph.entries.values())

    assert connect(entries, BUILT_IN) == connect(reversed(entries), BUILT_IN)


def test_one_fault_in_a_file_of_many_does_not_make_the_others_strangers(playbook: Playbook) -> None:
    bad = "slow: [\n"
    root = playbook(
        {
            "content/terms.yml": bad,
            "content/tells.yml": "t:\n  title: T\n",
            "content/pages/about.md": "# About\n\nLead.\n\n## More\n\nSee the others.\n",
            "content/sources.yml": "book:\n  title: B\n  summary: S.\n  author: A\n  year: '1'\n  describes: D.\n"
            "  gives: ['See [[slow]] and [[t]].']\n",
        }
    )
    project, _ = read_config(Path(root) / "site_config.yml")
    assert project is not None

    found = pipeline.read(project).diagnostics

    assert codes.UNKNOWN_REFERENCE not in {p.code for p in found}
    assert codes.YAML_SYNTAX in {p.code for p in found}
