"""The line that tells editors where the schema of a file is: every file has it, and nothing else in it is touched."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from generator.config.project import read_config
from generator.schema.schema_line import missing
from tests.checks.small_playbook import clean_files
from tests.conftest import ROOT, Playbook

TERM = "title: Stand\nsummary: What holds a bicycle.\nmeaning: A thing.\norigin: own\n"
TERMS = "# yaml-language-server: $schema=../schemas/all-terms.json\n"
PRACTICE = "# yaml-language-server: $schema=../../schemas/practice.json\n"


def _project_with(playbook: Playbook, monkeypatch: pytest.MonkeyPatch, files: dict[str, str]) -> Path:
    root = playbook({**clean_files(), **files})
    monkeypatch.chdir(root)
    return root


def test_every_file_of_this_playbook_has_it() -> None:
    project, problems = read_config(ROOT / "site_config.yml")
    assert project is not None, problems
    assert list(missing(project)) == []


def test_the_command_adds_it_and_says_so(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    files = clean_files()
    root = _project_with(playbook, monkeypatch, {})
    assert main(["schema"]) == 0
    said = capsys.readouterr().out.splitlines()
    entries = sorted(name for name in files if name.startswith("content/") and name.endswith(".yml"))
    assert [line for line in said if "schemas/" not in line and ".vscode" not in line] == [
        "wrote site_config.yml",
        *(f"wrote {name}" for name in entries),
    ]
    for name in entries:
        first, _, rest = (root / name).read_text("utf-8").partition("\n")
        assert first.startswith("# yaml-language-server: $schema=")
        assert (root / name).parent.joinpath(first.partition("$schema=")[2]).is_file()
        assert rest == files[name]

    assert main(["schema"]) == 0
    assert capsys.readouterr().out == "everything is up to date\n"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        (f"stand:\n  {TERM}", f"{TERMS}stand:\n  {TERM}"),
        ("", TERMS),
        ("# Ours.\n\nstand: {}", f"{TERMS}# Ours.\n\nstand: {{}}"),
        (f"# Ours.\n{TERMS}# More.\n", f"# Ours.\n{TERMS}# More.\n"),
        (f"# Ours.\n{PRACTICE}stand: {{}}\n", f"# Ours.\n{TERMS}stand: {{}}\n"),
        ("#yaml-language-server: $schema=x.json\nstand: {}\n", f"{TERMS}stand: {{}}\n"),
        (f"stand: {{}}\n{PRACTICE}", f"{TERMS}stand: {{}}\n{PRACTICE}"),
        ("\ufeffstand: {}\r\nlean: {}\r\n", f"\ufeff{TERMS[:-1]}\r\nstand: {{}}\r\nlean: {{}}\r\n"),
    ],
)
def test_the_rest_of_the_file_stays_byte_for_byte(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, before: str, after: str
) -> None:
    root = _project_with(playbook, monkeypatch, {})
    file = root / "content" / "terms.yml"
    file.write_bytes(before.encode())
    assert main(["schema"]) == 0
    assert file.read_bytes().decode() == after


def test_a_file_that_cannot_be_read_is_left_to_the_check(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    root = _project_with(playbook, monkeypatch, {})
    file = root / "content" / "terms.yml"
    file.write_bytes(b"\xff\xfe\x00")
    assert main(["schema"]) == 0
    assert file.read_bytes() == b"\xff\xfe\x00"


def test_nothing_is_written_where_a_file_cannot_be_read(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    root = _project_with(playbook, monkeypatch, {})
    (root / "content" / "practices" / "gone.yml").symlink_to("nowhere.yml")
    before = sorted(root.rglob("*"))
    assert main(["schema"]) == 2
    assert capsys.readouterr().err.startswith("playbook: content/practices/gone.yml: the target of the symbolic link")
    assert sorted(path for path in root.rglob("*") if ".cache" not in path.parts) == before
