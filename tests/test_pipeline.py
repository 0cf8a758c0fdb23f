"""The stages together: everything is reported in one run, and what is published is whole."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from tests.conftest import Playbook
from tests.hashed_names import without_hashes
from tests.playbooks import EXAMPLE_PLAYBOOK
from tests.small_projects import TERM, project_at


def _found(root: Path) -> list[tuple[str, int, str]]:
    return [(d.span.file, d.span.line, d.code.name) for d in pipeline.read(project_at(root)).diagnostics]


@pytest.fixture
def without_editorial_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("generator.stages.check.editorial", lambda *_: ())


def test_one_run_reports_the_faults_of_all_stages_by_file_and_line(
    playbook: Playbook, without_editorial_rules: None
) -> None:
    root = playbook(
        {
            "content/terms/b-syntax.yml": "title: 'Slow\n",
            "content/terms/c-shape.yml": "title: Slow\nsumary: S.\n",
            "content/terms/d-links.yml": f"{TERM}links:\n  next: [zebra]\n",
            "content/terms/e-anchor.yml": f"{TERM}note: &x N.\n",
            "content/pages/a-page.md": "No title.\n",
            "content/notes.txt": "x",
        }
    )

    assert _found(root) == [
        ("content/notes.txt", 1, "unexpected-file"),
        ("content/pages/a-page.md", 1, "missing-field"),
        ("content/terms/b-syntax.yml", 1, "yaml-syntax"),
        ("content/terms/c-shape.yml", 1, "missing-field"),
        ("content/terms/c-shape.yml", 2, "unknown-field"),
        ("content/terms/d-links.yml", 5, "unknown-reference"),
        ("content/terms/e-anchor.yml", 4, "yaml-anchor"),
    ]


@pytest.mark.parametrize(
    "broken",
    [
        {"content/terms/slow.yml": "title: 'Slow\n"},
        {"content/terms/slow.yml": "title: Slow\n"},
        {"content/terms/slow.yml": "- a list\n"},
        {"content/terms/Slow.yml": TERM},
        {"content/terms.yml": "slow:\n  title: Slow\n"},
        {"content/terms.yml": "slow: [\n"},
        {"content/terms.yml": "other:\n  title: 'x\n"},
    ],
    ids=["syntax", "field", "list", "name", "of-many", "file-of-many", "unknown-names"],
)
def test_what_refers_to_a_broken_entry_is_not_reported_as_well(
    broken: dict[str, str], playbook: Playbook, without_editorial_rules: None
) -> None:
    root = playbook({"content/terms/fast.yml": f"{TERM}more: See [[slow]].\nlinks:\n  next: [slow]\n", **broken})

    files = {file for file, _, _ in _found(root)}

    assert files == set(broken)


def test_a_page_that_mentions_a_broken_entry_is_not_reported_as_well(
    playbook: Playbook, without_editorial_rules: None
) -> None:
    root = playbook({"content/terms/slow.yml": "title: Slow\n", "content/pages/about.md": "# About\n\nSee [[slow]].\n"})

    assert {file for file, _, _ in _found(root)} == {"content/terms/slow.yml"}


def test_the_example_playbook_has_no_errors() -> None:
    found = pipeline.read(project_at(EXAMPLE_PLAYBOOK.parent)).diagnostics

    assert [(d.code.name, d.span) for d in found if d.severity == "error"] == []


def test_an_empty_playbook_builds(playbook: Playbook, tmp_path: Path) -> None:
    project = project_at(playbook({}))
    reading = pipeline.read(project)

    assert reading.diagnostics == ()
    pipeline.publish(project, pipeline.build(project, reading), tmp_path / "site")
    assert (tmp_path / "site" / "index.html").is_file()


def test_whoever_waits_is_told_what_is_being_done(tmp_path: Path) -> None:
    steps: list[str] = []
    project = project_at(EXAMPLE_PLAYBOOK.parent)

    reading = pipeline.read(project, steps.append)
    pipeline.publish(project, pipeline.build(project, reading, steps.append), tmp_path / "site", steps.append)

    assert steps == [
        "Reading the content",
        "Connecting the entries",
        "Checking the entries",
        "Writing the pages",
        "Putting the pages into their frame",
        "Publishing",
    ]


def test_every_page_and_artifact_is_written_where_its_address_says(tmp_path: Path) -> None:
    project = project_at(EXAMPLE_PLAYBOOK.parent)
    site = pipeline.build(project, pipeline.read(project))

    pipeline.publish(project, site, tmp_path / "site")

    expected = {page.path for page in site.pages} | {artifact.path for artifact in site.artifacts}
    expected |= {f"{old}index.html" for old in site.redirects}
    written = {p.relative_to(tmp_path / "site").as_posix() for p in (tmp_path / "site").rglob("*") if p.is_file()}
    assert {without_hashes(path) for path in expected} <= {without_hashes(path) for path in written}
    for page in site.pages:
        assert page.body.strip() in (tmp_path / "site" / page.path).read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "stage", ["shells.mkdocs.frame", "publishing.site_folder.write", "publishing.site_folder.publish"]
)
def test_a_build_that_breaks_off_leaves_nothing_behind(
    stage: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object, **__: object) -> None:
        raise RuntimeError("broken off")

    project = project_at(EXAMPLE_PLAYBOOK.parent)
    site = pipeline.build(project, pipeline.read(project))
    monkeypatch.setattr(f"generator.{stage}", fail)

    with pytest.raises(RuntimeError, match="broken off"):
        pipeline.publish(project, site, tmp_path / "site")

    assert list(tmp_path.iterdir()) == []
