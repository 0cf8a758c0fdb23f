from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator.checks import orphan_entry
from generator.cli import main
from generator.kinds import BUILT_IN
from generator.model.facets import PEOPLE, facets_named
from tests.checks.small_playbook import CONFIG, SITE, clean_files, graph_of
from tests.conftest import Small

ALONE = "title: Alone\nsummary: An entry that nobody names.\nmeaning: A term.\norigin: own\n"


def lines(capsys: pytest.CaptureFixture[str], *words: str) -> list[str]:
    assert main(list(words)) == 0
    return capsys.readouterr().out.splitlines()


def test_every_entry_is_listed_by_kind(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    shown = lines(capsys, "list")
    assert len(shown) == len(clean_files())
    order = [kind.name for kind in BUILT_IN]
    at = [order.index(line.split()[0]) for line in shown]
    assert at == sorted(at)


def test_lists_can_be_narrowed(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({"content/terms/alone.yml": ALONE})
    graph = graph_of({**clean_files(), "content/terms/alone.yml": ALONE})
    assert lines(capsys, "list", "practice") == lines(capsys, "list", "practices")
    assert [line.split()[1] for line in lines(capsys, "list", "term")] == [e.id for e in graph.of_kind("term")]
    (moment,) = graph.of_kind("moment")
    for_it = {line.split()[1] for line in lines(capsys, "list", "--moment", moment.id)}
    assert for_it == {e.source for e in graph.into(moment.id, "moments")} | {
        e.target for e in graph.out(moment.id, "offers")
    }
    for_rep = {line.split()[1] for line in lines(capsys, "list", "--audience", "rep")}
    assert for_rep == {e.source for e in graph.into("rep", "audience")}
    assert root.exists()


def test_lists_can_be_narrowed_by_facets_of_some_kinds(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    found = {line.split()[1] for line in lines(capsys, "list", "worksheet", "--people", "1")}
    alone = {e.id for e in graph_of(clean_files()).of_kind("worksheet") if "1" in PEOPLE.shown(e)}
    assert found == alone
    assert main(["list", "--people", "5"]) == 2
    assert "`5` is no choice of people; known: `1`, `2`, `3`, `4-6`, `7-15` and `16-more`" in capsys.readouterr().err


def test_orphaned_is_what_the_rule_finds(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    practice = clean_files()["content/practices/slow-down.yml"].partition("links:")[0]
    files = {"content/terms/alone.yml": ALONE, "content/practices/apart.yml": practice}
    small(files)

    orphaned = [line.split()[1] for line in lines(capsys, "list", "--orphaned")]

    found = orphan_entry.RULE.check(graph_of({**clean_files(), **files}), SITE)
    assert orphaned == ["apart"] == [Path(problem.span.file).stem for problem in found]


def test_nothing_is_said_about_nothing(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    assert lines(capsys, "list", "bingo") == []
    assert json.loads("\n".join(lines(capsys, "list", "bingo", "--json"))) == []


def test_a_list_as_data(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({"content/terms/alone.yml": ALONE})
    found = json.loads("\n".join(lines(capsys, "list", "term", "--json")))
    assert {
        "id": "alone",
        "kind": "term",
        "title": "Alone",
        "summary": "An entry that nobody names.",
        **{facet.name: [] for facet in facets_named(BUILT_IN)},
        "minutes": None,
        "draft": False,
        "owner": None,
        "status": None,
        "reviewed": None,
        "review_by": None,
        "url": "terms/alone/",
        "file": "content/terms/alone.yml",
        "line": 1,
    } in found


def test_around_an_entry(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    note = ALONE + "note: See [[slow-down]] and [[slow-down|this]].\nlinks:\n  next:\n    - slow-down\n"
    small({"content/terms/alone.yml": note})
    assert lines(capsys, "graph", "alone") == [
        "alone: Alone (term, content/terms/alone.yml)",
        "",
        "Refers to 2",
        "  mentions: slow-down (content/terms/alone.yml:5:13)",
        "  next: slow-down (content/terms/alone.yml:8:7)",
        "",
        "Referred to by 0",
    ]
    shown = lines(capsys, "graph", "slow-down")
    assert shown[0] == "slow-down: Slow it down (practice, content/practices/slow-down.yml)"
    assert "  next: alone (content/terms/alone.yml:8:7)" in shown


def test_the_whole_graph(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})
    graph = graph_of(clean_files())
    data = json.loads("\n".join(lines(capsys, "graph", "--json")))
    assert {entry["id"] for entry in data["entries"]} == graph.entries.keys()
    assert len(data["references"]) == sum(map(len, graph.outgoing.values()))
    dot = lines(capsys, "graph", "--dot")
    assert (dot[0], dot[-1]) == ("digraph playbook {", "}")
    assert len(dot) == 3 + len(data["entries"]) + len(data["references"])
    assert '  "slow-down" [label="Slow it down", class="practice"];' in dot
    counted = {line.rsplit(maxsplit=1)[0].strip(): line.split()[-1] for line in lines(capsys, "graph") if line}
    assert counted["Practices"] == str(len(graph.of_kind("practice")))
    assert sum(int(n) for name, n in counted.items() if name.islower()) == len(data["references"])


def test_a_drawing_around_an_entry(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({"content/terms/alone.yml": ALONE.replace("Alone", '"A \\\\ \\"B\\""')})
    assert lines(capsys, "graph", "alone", "--dot") == [
        "digraph playbook {",
        "  node [shape=box];",
        '  "alone" [label="A \\\\ \\"B\\"", class="term"];',
        "}",
    ]


@pytest.mark.parametrize("word", ["assessment", "assessments", "pulse-check", "Pulse checks", "PULSE CHECK"])
def test_a_kind_is_known_by_the_words_of_the_site_and_by_its_own(
    word: str, small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "words:\n  assessments: {label: Pulse check, label_plural: Pulse checks}\n"
    small({"site_config.yml": CONFIG + words})
    assert lines(capsys, "list", word) == ["assessment  patience-check  How patient are you?"]
    assert main(["explain", word]) == 0
    assert "content/assessments/<id>.yml" in capsys.readouterr().out


def test_a_kind_that_is_not_there_is_told_the_words_of_the_site(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    words = "words:\n  assessments: {label: Pulse check, label_plural: Pulse checks}\n"
    small({"site_config.yml": CONFIG + words})
    assert main(["list", "zebra"]) == main(["new", "zebra", "x"]) == 2
    own = [kind.name.replace("assessment", "pulse-check") for kind in BUILT_IN]
    known = ", ".join(f"`{word}`" for word in own[:-1]) + f" and `{own[-1]}`"
    assert capsys.readouterr().err == f"playbook: no kind is called `zebra`; known kinds: {known}\n" * 2
    assert main(["list", "puls-chek"]) == 2
    assert (
        capsys.readouterr().err
        == "playbook: no kind is called `puls-chek`; did you mean `pulse-check` or `pulse-checks`?\n"
    )


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "practise"], "no kind is called `practise`; did you mean `practice`?"),
        (["list", "--moment", "slow-down"], "no moment is called `slow-down`"),
        (["list", "--audience", "reps"], "no audience is called `reps`; did you mean `rep`?"),
        (["graph", "slow-dwon"], "no entry is called `slow-dwon`; did you mean `slow-down`?"),
    ],
)
def test_what_is_not_there_is_said(
    words: list[str], said: str, small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    small({})
    assert main(words) == 2
    assert capsys.readouterr().err == f"playbook: {said}\n"
