"""Pages are made while the rules are applied, and what those find is reported and stops as if they came first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from generator import pipeline
from generator.caching.kept import Kept
from generator.config.project import Project
from generator.parallel import ALONE, Forks, Workers
from generator.pipeline import Outcome
from tests.conftest import Playbook
from tests.small_projects import TERM, project_at

PICTURE = TERM.replace("M.", "A ![picture](x).")
"""An error that only a rule finds."""

pytestmark = [pytest.mark.usefixtures("all_cores"), pytest.mark.parametrize("workers", [ALONE, Forks()])]


def _meanwhile(root: Path, project: Project, workers: Workers, then: Callable[[], object] = bool) -> Outcome:
    """What comes of a build that applies the rules while it makes the pages."""
    reading = pipeline.connected(project)
    rules = pipeline.checking(project, reading, workers=workers, kept=Kept(root / "silent"), then=then)
    return pipeline.outcome(project, reading, rules=rules)


@pytest.mark.parametrize("text", [TERM, PICTURE, f"{TERM}draft: true\n", f"{PICTURE}draft: true\n", "title: 'Slow\n"])
def test_the_outcome_is_that_of_rules_that_come_first(playbook: Playbook, workers: Workers, text: str) -> None:
    root = playbook({"content/terms/slow.yml": text, "content/terms/fast.yml": TERM, "content/notes.txt": "x"})
    project = project_at(root)
    first, meanwhile = pipeline.outcome(project, pipeline.read(project)), _meanwhile(root, project, workers)
    assert first.diagnostics
    assert (meanwhile.diagnostics, meanwhile.stopped) == (first.diagnostics, first.stopped)
    assert meanwhile.reading.unsound == first.reading.unsound
    assert (meanwhile.site and meanwhile.site.pages) == (first.site and first.site.pages)


def test_a_template_that_fails_at_what_a_rule_reports_is_not_mentioned(
    playbook: Playbook, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(pipeline, "built", fails)
    root = playbook({"content/terms/slow.yml": PICTURE})
    outcome = _meanwhile(root, project_at(root), workers)
    assert (outcome.stopped, outcome.site) == (True, None)
    assert "picture-in-text" in {one.code.name for one in outcome.diagnostics}
    root = playbook({"content/terms/slow.yml": TERM})
    with pytest.raises(ZeroDivisionError):
        _meanwhile(root, project_at(root), workers)


def test_what_is_selected_from_the_content_has_what_the_rules_find_and_its_own(
    playbook: Playbook, workers: Workers
) -> None:
    root = playbook({"content/terms/slow.yml": PICTURE, "content/terms/fast.yml": "title: 'Fast\n"})
    reading = pipeline.connected(project_at(root))
    own = replace(reading.diagnostics[0], message="of one site")
    rules = pipeline.checking(project_at(root), reading, workers=workers, kept=Kept(root / "silent"))
    found = rules(replace(reading, diagnostics=(*reading.diagnostics, own))).diagnostics
    assert set(found) == {*pipeline.read(project_at(root)).diagnostics, own}


def test_silent_texts_are_kept_and_the_rest_is_done_where_the_rules_are(
    playbook: Playbook, workers: Workers, tmp_path: Path
) -> None:
    root = playbook({"content/terms/slow.yml": TERM})
    _meanwhile(root, project_at(root), workers, (tmp_path / "done").touch)
    assert (tmp_path / "done").exists()
    assert list((root / "silent").glob("*.kept"))
