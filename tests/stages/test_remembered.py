"""The pages of the last build of a process: which of them the next one uses again."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator import pipeline
from generator.caching.memory import Memory
from generator.site.answers import Answers
from generator.stages.remembered import Remembered
from tests.conftest import Playbook
from tests.small_projects import TERM, project_at


def _builds(root: Path) -> Iterator[dict[str, str]]:
    """One build after the other, each with the body of every page, as in a preview."""
    memory, last, reading, project = Memory(), Remembered(), None, project_at(root)
    while True:
        memory.next_round()
        reading = pipeline.connected(project, memory=memory, earlier=reading)
        made = pipeline.built(project, reading, memory=memory, last=last)
        yield {page.url: page.body for page in made.site.pages}
        last = Remembered.of(made.leftover, reading.graph)


@pytest.mark.parametrize(
    "edit",
    [
        {"content/terms/fast.yml": TERM.replace("M.", "As in [[slow]].")},
        {"content/terms/fast.yml": TERM.replace("Slow", "Faster"), "content/terms/calm.yml": TERM},
        {"content/terms/slow.yml": TERM.replace("M.", "As in [[calm]] and [[fast]].")},
        {"content/terms/slow.yml": TERM.replace("Slow", "Slower")},
        {"content/terms/slow.yml": TERM.replace("M.", "As in [[fast|another word]].")},
    ],
)
def test_a_page_is_made_again_when_a_reference_to_it_or_from_it_changes(
    playbook: Playbook, edit: dict[str, str]
) -> None:
    files = {
        "content/terms/slow.yml": TERM.replace("M.", "As in [[fast]]."),
        "content/terms/fast.yml": TERM.replace("Slow", "Fast"),
        "content/terms/calm.yml": TERM.replace("Slow", "Calm"),
    }
    root = playbook(files)
    builds = _builds(root)
    first = next(builds)
    assert next(builds) == first
    for name, text in edit.items():
        (root / name).write_text(text)
    after = next(builds)
    assert after == next(_builds(root)) != first


def test_a_build_that_is_compared_twice_is_compared_anew(playbook: Playbook) -> None:
    """As in a preview whose file is saved again before what was built is finished."""
    root = playbook({"content/terms/slow.yml": TERM, "content/terms/fast.yml": TERM.replace("M.", "As in [[slow]].")})
    memory, project = Memory(), project_at(root)
    first = pipeline.connected(project, memory=memory)
    last = Remembered.of(pipeline.built(project, first, memory=memory).leftover, first.graph)
    for title in ("Slower", "Slowest"):
        (root / "content/terms/slow.yml").write_text(TERM.replace("Slow", title))
        reading = pipeline.connected(project, memory=memory, earlier=first)
        bodies = {page.url: page.body for page in pipeline.built(project, reading, memory=memory, last=last).site.pages}
        assert bodies == next(_builds(root))


def test_references_that_are_the_same_objects_are_not_written_out(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    texts = {"slow": "As in [[calm]].", "calm": "M.", "fast": "M."}
    terms = {name: TERM.replace("Slow", name.title()).replace("M.", text) for name, text in texts.items()}
    root = playbook({f"content/terms/{name}.yml": text for name, text in terms.items()})
    builds = _builds(root)
    next(builds)
    asked: list[str] = []
    original = Answers.__missing__
    monkeypatch.setattr(Answers, "__missing__", lambda self, one: asked.append(one) or original(self, one))
    (root / "content/terms/fast.yml").write_text(terms["fast"].replace("M.", "Another meaning."))
    next(builds)
    assert "out:fast" in asked
    assert not {"out:slow", "into:calm"}.intersection(asked)
