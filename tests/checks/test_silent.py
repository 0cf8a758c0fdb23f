"""What rules about texts find when the entries are known in whose texts there is nothing to find."""

from __future__ import annotations

from pathlib import Path

from generator.caching.kept import Kept
from generator.checks import SilentTexts, check
from generator.content.graph import Graph
from generator.content.located import sources_of
from generator.diagnostics.diagnostic import Diagnostic
from tests.checks.small_playbook import SITE, clean_files, graph_of, with_changes

PRACTICE = "content/practices/slow-down.yml"


def found(graph: Graph, silent: SilentTexts) -> list[Diagnostic]:
    result = list(check(graph, SITE, silent=silent))
    assert result == list(check(graph, SITE))
    return result


def source(graph: Graph, entry_id: str = "slow-down") -> str:
    return next(sources_of([graph.entries[entry_id]]))


def test_texts_that_are_known_to_be_silent_are_passed_over() -> None:
    graph = graph_of(with_changes({PRACTICE: "do: Leave the small talk to them. TODO\n"}))
    silent = SilentTexts()
    silent.note(frozenset([source(graph)]))
    assert "unfinished-text" in {problem.code.name for problem in check(graph, SITE)}
    assert "unfinished-text" not in {problem.code.name for problem in check(graph, SITE, silent=silent)}


def test_what_is_wrong_is_found_each_time_and_what_is_silent_is_noted() -> None:
    graph, silent = graph_of(with_changes({PRACTICE: "do: Leave the small talk to them. TODO\n"})), SilentTexts()
    for _ in range(2):
        assert "`TODO` marks an unfinished text" in [problem.message for problem in found(graph, silent)]
        assert silent.known == frozenset(sources_of(graph.entries.values())) - {source(graph)}

    mended = graph_of(clean_files())
    assert found(mended, silent) == []
    assert source(mended) in silent.known


def test_texts_are_looked_at_again_that_are_right_only_because_of_other_entries() -> None:
    changes = {PRACTICE: "do: Leave the small talk to them, as in [a-wheel].\n"}
    graph, silent = graph_of(with_changes(changes)), SilentTexts()
    assert "lost-markup" not in {problem.code.name for problem in found(graph, silent)}
    assert source(graph) not in silent.known
    assert len(silent.known) == len(graph.entries) - 1

    wheel = {"content/practices/a-wheel.yml": "title: A wheel\n"}
    graph = graph_of(with_changes({**changes, **wheel}))
    said = "a link to the entry `a-wheel` takes two brackets on each side"
    assert said in [problem.message for problem in found(graph, silent)]


def test_they_are_kept_under_everything_else_that_decides(tmp_path: Path) -> None:
    kept = Kept(tmp_path)
    first = SilentTexts(kept)
    first.begin("a")
    first.note(frozenset(["one"]))
    first.save()
    for key, known in (("a", {"one"}), ("b", set[str]()), ("a", {"one"})):
        later = SilentTexts(kept)
        later.begin(key)
        assert later.known == known
    first.begin("b")
    assert first.known == frozenset()


def test_damage_is_ignored(tmp_path: Path) -> None:
    silent = SilentTexts(Kept(tmp_path))
    silent.begin("a")
    silent.note(frozenset(["one"]))
    silent.save()
    (file,) = tmp_path.glob("*.kept")
    file.write_bytes(file.read_bytes().replace(b"one", b"two"))
    silent = SilentTexts(Kept(tmp_path))
    silent.begin("a")
    assert silent.known == frozenset()
