"""What the preview shows and what it says: what stops a build is not hidden among warnings."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import cycle
from pathlib import Path

import pytest

from generator import pipeline
from generator.commands.serve import Builder
from generator.config.project import read_config
from generator.publishing.preview_server import BuildResult, Report
from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook

PACE = "title: Pace\nsummary: How fast one goes.\norigin: own\n"
MEANING = "meaning: A term.\n"
WARNED = "content/notes.txt:1:1: warning[unexpected-file]: `notes.txt` is not an entry and is ignored\n"


@pytest.fixture
def root(playbook: Playbook, no_editorial_rules: None) -> Path:
    """The small playbook with a file that is no entry."""
    return playbook({"site_config.yml": CONFIG, **clean_files(), "content/notes.txt": "x"})


@pytest.fixture
def builder(root: Path) -> Builder:
    return Builder(root / "site_config.yml")


def finished(result: BuildResult) -> Report:
    assert result.finish
    found = result.finish(lambda: False, nullcontext())
    assert found
    return found


def report_of(result: BuildResult) -> str:
    return finished(result).text


def test_beside_errors_warnings_are_only_counted(root: Path, builder: Builder) -> None:
    (root / "content/terms/pace.yml").write_text(PACE, encoding="utf-8")

    result = builder.build()

    assert result.files is None
    assert result.report.startswith("content/terms/pace.yml:1:1: error[missing-field]: ")
    assert result.report.endswith("\n\nand 1 warning, which `playbook check` shows\n")
    assert "warning[" not in result.report


def test_an_address_that_is_lost_is_not_hidden_either(root: Path, builder: Builder) -> None:
    (root / "addresses.txt").write_text("terms/gone/\n", encoding="utf-8")

    report = finished(builder.build())

    assert report.text.startswith("addresses.txt:1:1: error[lost-address]: ")
    assert report.text.endswith("\n\nand 2 warnings, which `playbook check` shows\n")
    assert report.stops


def test_without_errors_warnings_are_shown(root: Path, builder: Builder) -> None:
    (root / "content/terms/pace.yml").write_text(PACE + MEANING, encoding="utf-8")

    report = finished(builder.build())

    assert report.text.startswith(WARNED)
    assert not report.stops


def test_when_there_is_another_change_the_rest_is_left_undone(builder: Builder) -> None:
    result = builder.build()
    assert result.finish
    assert result.finish(lambda: True, nullcontext()) is None


def clean(root: Path) -> dict[str, bytes]:
    project, _ = read_config(root / "site_config.yml")
    assert project
    site = pipeline.build(project, pipeline.read(project))
    return {file.path: file.content for file in pipeline.files(project, site)}


@pytest.mark.rehearsal
@pytest.mark.parametrize("complete", [(True, False), (True,), (False,)])
def test_after_each_edit_the_preview_is_like_a_clean_build(
    root: Path, builder: Builder, complete: tuple[bool, ...]
) -> None:
    """Whether builds are completed or interrupted, in turn or always."""
    pace, config = root / "content/terms/pace.yml", root / "site_config.yml"
    theme = root / "themes"
    theme.unlink()
    edits = [
        lambda: None,
        lambda: pace.write_text(PACE + MEANING),
        lambda: pace.write_text(PACE.replace("Pace", "Tempo") + MEANING),
        lambda: pace.write_text(PACE + MEANING + "forms: [fast]\n"),
        lambda: config.write_text(CONFIG.replace("tagline: ", "tagline: Now ")),
        lambda: (root / "content/pages").mkdir(exist_ok=True),
        lambda: (root / "content/pages/about-us.md").write_text("# About\n\nA lead.\n"),
        lambda: (root / "content/redirects.yml").write_text("terms/gone: pace\n"),
        lambda: ((theme / "playbook/css").mkdir(parents=True), (theme / "playbook/css/own.css").write_text("/**/")),
        lambda: (root / "content/redirects.yml").unlink(),
        lambda: pace.unlink(),
    ]
    for edit, completes in zip(edits, cycle(complete), strict=False):
        edit()
        result = builder.build()
        assert result.files
        if completes:
            report_of(result)
        assert {path: file.content for path, file in result.files.items()} == clean(root)


def test_only_what_an_edit_touches_is_made_again(root: Path, builder: Builder) -> None:
    (root / "content/terms/pace.yml").write_text(PACE + MEANING)
    report_of(builder.build())
    (root / "content/terms/pace.yml").write_text(PACE + "meaning: Another.\n")
    assert builder.build().files
    new = set(builder.last.pages)
    (root / "content/terms/pace.yml").write_text(PACE + "meaning: A third.\n")
    result = builder.build()
    assert result.files
    assert result.finish
    before = dict(builder.last.pages)
    report_of(result)
    again = {url for url, made in builder.last.pages.items() if before.get(url) is not made}
    assert new
    assert again == {"terms/", "terms/pace/"}


def sees(builder: Builder, path: Path) -> bool:
    """Whether a change of the path leads to another build."""
    return any(path == watched or watched in path.parents for watched in builder.watched())


INPUTS = (
    "site_config.yml",
    "changes.yml",
    "addresses.txt",
    "content/terms/x.yml",
    "content/redirects.yml",
    "content/pages/x.md",
    "languages/en.yml",
    "themes/playbook/css/own.css",
)


@pytest.mark.parametrize("name", INPUTS)
def test_all_that_decides_the_site_is_watched(root: Path, builder: Builder, name: str) -> None:
    assert sees(builder, root / name)


@pytest.mark.parametrize(
    ("name", "bad"),
    [
        ("site_config.yml", "name: [\n"),
        ("site_config.yml", "theme: none-such\n"),
        ("languages/en.yml", "common: x\n"),
        ("site_config.yml", "content: other\n"),
    ],
)
def test_a_configuration_that_is_mended_is_built(root: Path, builder: Builder, name: str, bad: str) -> None:
    before = (root / name).read_text() if (root / name).exists() else None
    (root / name).parent.mkdir(exist_ok=True)
    (root / name).write_text((before or "") + bad)

    assert builder.build().files is None
    assert all(sees(builder, root / path) for path in ("site_config.yml", "languages/en.yml", "themes/none-such/x"))

    if "content" in bad:
        assert sees(builder, root / "other")
        (root / "content").rename(root / "other")
    elif before is None:
        (root / name).unlink()
    else:
        (root / name).write_text(before)
    assert builder.build().files


def test_a_folder_of_content_that_goes_and_comes_back_is_noticed(root: Path, builder: Builder) -> None:
    assert builder.build().files
    (root / "content").rename(root / "away")
    result = builder.build()
    assert (result.files, "there is no folder `content`" in result.report) == (None, True)
    assert sees(builder, root / "content")
    (root / "away").rename(root / "content")
    assert builder.build().files


def test_no_folder_outside_of_the_playbook_is_watched(root: Path, builder: Builder) -> None:
    for named in ("../..", "/", "content/../.."):
        (root / "site_config.yml").write_text(f"{CONFIG}content: {named}\n")
        assert builder.build().files is None
        assert all(root in path.parents for path in builder.watched())


def test_the_icons_and_accents_of_the_own_theme_decide_about_the_configuration(root: Path, builder: Builder) -> None:
    ritual = "kinds:\n  ritual:\n    label: Ritual\n    label_plural: Rituals\n    icon: own-icon\n    fields:\n"
    (root / "site_config.yml").write_text(f"{CONFIG}{ritual}      opening: {{type: text, label: Opening}}\n")
    (root / "themes").unlink()
    assert "the theme has no icon `own-icon`" in builder.build().report
    icons = root / "themes/playbook/icons"
    icons.mkdir(parents=True)
    (icons / "own-icon.svg").write_text("<svg></svg>")
    assert "own-icon" not in builder.build().report


def test_the_site_is_served_under_the_path_that_the_configuration_names_now(root: Path, builder: Builder) -> None:
    assert builder.build().base == "/"
    (root / "site_config.yml").write_text(CONFIG.replace("playbook.example/", "playbook.example/sub/"))
    assert builder.build().base == "/sub/"
