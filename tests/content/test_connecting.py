"""Connecting with what was connected earlier gives the same graph as connecting anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator import pipeline
from generator.caching.memory import Memory
from generator.config.project import Project, read_config
from generator.content.graph import Graph
from generator.pipeline import Reading
from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook

TERM = "title: {title}\nsummary: S.\nmeaning: {meaning}\norigin: own\n"
FIRST = {
    "content/terms/slow.yml": TERM.format(title="Slow", meaning="As in [[quick]] and [[calm]]."),
    "content/terms/quick.yml": TERM.format(title="Quick", meaning="As in [[slow-down]]."),
    "content/terms/calm.yml": TERM.format(title="Calm", meaning="M."),
    "content/terms/lost.yml": TERM.format(title="Lost", meaning="As in [[to-come]]."),
    "content/terms/unsound.yml": "title: Unsound\n",
    "content/terms/sees-it.yml": TERM.format(title="Sees it", meaning="As in [[unsound]]."),
}
CHANGES: Mapping[str, Callable[[Path], object]] = {
    "nothing": lambda _: None,
    "a text": lambda root: _write(root, "slow", "As in [[quick]]."),
    "an entry goes": lambda root: (root / "content/terms/calm.yml").unlink(),
    "an entry comes": lambda root: _write(root, "to-come", "M."),
    "an entry is mended": lambda root: _write(root, "unsound", "M."),
    "an entry breaks": lambda root: (root / "content/terms/calm.yml").write_text("title: Calm\n", "utf-8"),
    "an id moves to another kind": lambda root: _moved(root),
}


def _write(root: Path, name: str, meaning: str) -> None:
    (root / f"content/terms/{name}.yml").write_text(TERM.format(title=name, meaning=meaning), "utf-8")


def _moved(root: Path) -> None:
    (root / "content/terms/calm.yml").unlink()
    practice = (root / "content/practices/slow-down.yml").read_text("utf-8")
    (root / "content/practices/calm.yml").write_text(practice.partition("links:")[0], "utf-8")


def _project(root: Path) -> Project:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return project


def _facts(reading: Reading) -> tuple[object, ...]:
    graph: Graph = reading.graph
    return (
        dict(graph.outgoing),
        dict(graph.incoming),
        graph.doubtful,
        graph.unsettled,
        set(map(repr, reading.diagnostics)),
    )


@pytest.mark.parametrize("what", CHANGES)
def test_it_gives_the_same_graph_as_connecting_anew(what: str, playbook: Playbook) -> None:
    root = playbook({"site_config.yml": CONFIG, **clean_files(), **FIRST})
    project, memory = _project(root), Memory()
    earlier = pipeline.connected(project, memory=memory)

    CHANGES[what](root)

    now = pipeline.connected(project, memory=memory, earlier=earlier)
    assert _facts(now) == _facts(pipeline.connected(project))
    kept = sum(now.graph.outgoing[one] is earlier.graph.outgoing.get(one) for one in now.graph.entries)
    assert kept >= len(earlier.graph.entries) - len(earlier.graph.unsettled) - 4
    assert {"lost", "sees-it"} <= earlier.graph.unsettled
