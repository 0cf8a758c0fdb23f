"""What an earlier build has left is used as far as it is right, and never if it is damaged or of something else."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from generator import pipeline
from generator.caching import program
from generator.caching.kept import Kept
from generator.caching.pieces_on_disk import PiecesOnDisk
from generator.config.project import Project, read_config
from generator.pipeline import Outcome
from generator.site.page import Page
from generator.site.pages import PageJob
from generator.stages.make_pages import Maker, NewPage
from tests.conftest import Playbook
from tests.sampling import first_of

ENTRIES = {
    "content/terms/slow.yml": "title: Slow\nsummary: S.\nmeaning: Not fast.\norigin: own\nforms: [slow]\n",
    "content/terms/fast.yml": "title: Fast\nsummary: F.\nmeaning: In a hurry.\norigin: own\n",
    "content/terms/calm.yml": "title: Calm\nsummary: C.\nmeaning: See [[fast]].\norigin: own\nlinks: {next: [fast]}\n",
}

Built = Callable[[], list[str]]


@pytest.fixture
def root(playbook: Playbook) -> Path:
    return playbook(ENTRIES)


@pytest.fixture
def build(root: Path, monkeypatch: pytest.MonkeyPatch, no_editorial_rules: None) -> Built:
    """Builds the playbook and returns the addresses of the pages that were made anew."""
    made: list[str] = []
    make_all = Maker._make_all

    def noted(self: Maker, jobs: Sequence[PageJob]) -> list[NewPage]:
        made.extend(job.url for job in jobs)
        return make_all(self, jobs)

    monkeypatch.setattr(Maker, "_make_all", noted)

    def run() -> list[str]:
        made.clear()
        project, outcome, kept = built(root)
        assert outcome.site
        pipeline.keep(project, kept, outcome, pipeline.publish(project, outcome.site, root / "site"))
        return sorted(made)

    return run


def built(root: Path) -> tuple[Project, Outcome, Kept]:
    project, problems = read_config(root / "site_config.yml")
    assert project, problems
    kept = Kept(root / ".cache" / "site")
    return project, pipeline.outcome(project, pipeline.read(project), kept=kept), kept


def edit(root: Path, name: str, old: str, new: str) -> None:
    path = root / name
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8")


def test_when_nothing_has_changed_nothing_is_made_again(build: Built) -> None:
    assert len(build()) > 5
    assert build() == []


def test_a_text_changes_the_page_of_its_entry_and_those_that_show_it(root: Path, build: Built) -> None:
    build()
    edit(root, "content/terms/fast.yml", "In a hurry.", "At speed.")
    assert build() == ["terms/", "terms/fast/"]  # the glossary shows meanings


def test_a_title_changes_the_pages_that_name_it(root: Path, build: Built) -> None:
    build()
    edit(root, "content/terms/calm.yml", "title: Calm", "title: Calmer")
    again = build()
    assert {"terms/calm/", "terms/fast/", "terms/"} <= set(again)
    edit(root, "content/terms/calm.yml", "summary: C.", "summary: Calm.")
    assert "terms/slow/" not in build()


def test_a_new_entry_changes_its_neighbours_and_the_lists(root: Path, build: Built) -> None:
    build()
    (root / "content/terms/zeal.yml").write_text("title: Zeal\nsummary: Z.\nmeaning: M.\norigin: own\nforms: [Zeal]\n")
    again = build()
    assert {"terms/zeal/", "terms/slow/", "terms/", "browse/", ""} <= set(again)


@pytest.mark.parametrize(
    ("name", "old", "new"),
    [
        ("site_config.yml", "tagline: For a test.", "tagline: For another."),
        ("site_config.yml", "language: en-GB", "language: de"),
        ("content/terms/slow.yml", "forms: [slow]", "forms: [slow, slowly]"),
    ],
    ids=["configuration", "language", "forms"],
)
def test_what_decides_all_pages_changes_all_pages(root: Path, build: Built, name: str, old: str, new: str) -> None:
    everything = build()
    edit(root, name, old, new)
    assert build() == everything


@pytest.mark.sampled
def test_a_template_a_style_and_a_script_change_all_pages(root: Path, build: Built) -> None:
    everything = build()
    (root / "themes").unlink()
    own = root / "themes" / "playbook"
    for name in first_of(("pages/404.html.j2", "css/own.css", "js/own.js")):
        (own / name).parent.mkdir(parents=True, exist_ok=True)
        (own / name).write_text("" if name.endswith("j2") else "/* own */")
        assert build() == everything, name
        assert build() == []


def test_another_program_uses_nothing(build: Built, monkeypatch: pytest.MonkeyPatch) -> None:
    everything = build()
    monkeypatch.setattr("generator.stages.build.program", lambda: "another")
    monkeypatch.setattr(program, "is_same_program", lambda: True)
    assert build() == everything


def test_what_a_theme_or_program_left_that_changed_meanwhile_is_not_kept(
    root: Path, build: Built, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(program, "is_same_program", lambda: False)
    build()
    assert not list((root / ".cache").rglob("*.kept"))


@pytest.mark.parametrize(
    "damage",
    [
        lambda content: content[:-1],
        lambda content: content[:20],
        lambda content: b"",
        lambda content: content + b"x",
        lambda content: content.replace(b"Not fast", b"Not slow"),
        lambda content: content[:60] + b"\x00" + content[61:],
    ],
    ids=["end", "head", "empty", "longer", "text", "byte"],
)
def test_a_damaged_state_is_not_used(root: Path, build: Built, damage: Callable[[bytes], bytes]) -> None:
    everything = build()
    (state,) = (root / ".cache" / "site").glob("*.kept")
    state.write_bytes(damage(state.read_bytes()))
    assert build() == everything


def test_the_state_of_another_playbook_is_not_used(root: Path, build: Built, tmp_path: Path) -> None:
    everything = build()
    (state,) = (root / ".cache" / "site").glob("*.kept")
    shutil.move(state, tmp_path / "state")
    edit(root, "site_config.yml", "tagline: For a test.", "tagline: For another.")
    build()
    (other,) = (root / ".cache" / "site").glob("*.kept")
    shutil.move(tmp_path / "state", other)
    assert build() == everything


def test_files_that_did_not_change_are_linked_and_others_written(root: Path, build: Built) -> None:
    build()
    before = {path: path.stat().st_ino for path in (root / "site").rglob("*") if path.is_file()}
    edit(root, "content/terms/fast.yml", "In a hurry.", "At speed.")
    build()
    there = {path: inode for path, inode in before.items() if path.exists()}  # data has other names
    same = {path.relative_to(root / "site").as_posix() for path, inode in there.items() if path.stat().st_ino == inode}
    assert {"terms/slow/index.html", "terms/slow.md", "terms/calm/index.html", "index.html"} <= same
    assert not {"terms/fast/index.html", "terms/fast.md", "terms/index.html"} & same


def test_a_published_file_that_somebody_has_changed_is_written_anew(root: Path, build: Built) -> None:
    build()
    page = root / "site" / "terms" / "slow" / "index.html"
    right = page.read_bytes()
    page.write_bytes(b"<p>by hand</p>")
    assert build() == []
    assert page.read_bytes() == right


def test_a_copy_that_shares_its_files_with_the_site_stays_as_it_is(root: Path, build: Built) -> None:
    build()
    page, copy = root / "site" / "terms" / "fast" / "index.html", root / "copy.html"
    copy.hardlink_to(page)
    before = copy.read_bytes()
    edit(root, "content/terms/fast.yml", "In a hurry.", "At speed.")
    build()
    assert copy.read_bytes() == before != page.read_bytes()


def test_pages_on_the_disk_are_those_in_memory(root: Path, tmp_path: Path) -> None:
    project, problems = read_config(root / "site_config.yml")
    assert project, problems
    reading, kept = pipeline.read(project), Kept(tmp_path / "kept")
    on_disk, in_memory = (pipeline.built(project, reading, disk=disk).site for disk in (kept.disk(), None))
    assert [page.whole() for page in on_disk.pages] == [page.whole() for page in in_memory.pages]
    assert not any(type(page) is Page for page in on_disk.pages)
    files = [{file.path: file.content for file in pipeline.files(project, site)} for site in (on_disk, in_memory)]
    assert files[0] == files[1]


def test_what_cannot_be_written_to_the_disk_stays_in_memory(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*_: object) -> int:
        raise OSError

    monkeypatch.setattr(PiecesOnDisk, "append", full)
    project, problems = read_config(root / "site_config.yml")
    assert project, problems
    disk = Kept(root / "kept").disk()
    made = pipeline.built(project, pipeline.read(project), disk=disk).site
    assert made.pages
    assert all(type(page) is Page for page in made.pages)
