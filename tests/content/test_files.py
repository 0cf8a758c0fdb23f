"""Which files hold entries. The messages about all others are in `golden/diagnostics/unexpected-file`."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest

from generator.cli import main
from generator.content.files import MOST_NAMED, collect, misnamed_ids
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.kinds import BUILT_IN
from generator.system.git import git
from tests.checks.small_playbook import CONFIG as SMALL_CONFIG
from tests.checks.small_playbook import clean_files
from tests.conftest import Playbook


def test_a_folder_holds_entries_and_a_file_may_hold_many(playbook: Playbook) -> None:
    content = playbook({"content/tells/b.yml": "", "content/tells/a.yml": "", "content/terms.yml": ""}) / "content"

    files, problems = collect(content, "content", BUILT_IN)

    assert problems == ()
    assert [(f.name, f.kind.name, f.entry_id, f.path) for f in files] == [
        ("content/tells/a.yml", "tell", "a", content / "tells" / "a.yml"),
        ("content/tells/b.yml", "tell", "b", content / "tells" / "b.yml"),
        ("content/terms.yml", "term", None, content / "terms.yml"),
    ]


def test_hidden_files_and_pages_are_passed_over_in_silence(playbook: Playbook) -> None:
    files = ["content/.DS_Store", "content/.git/config", "content/tells/.a.yml.swp", "content/pages/about.md"]
    content = playbook(dict.fromkeys(files, "x")) / "content"

    assert collect(content, "content", BUILT_IN) == ((), ())


def test_an_empty_folder_is_passed_over_in_silence(playbook: Playbook) -> None:
    content = playbook({"content/tension/.DS_Store": "x"}) / "content"
    (content / "zebras").mkdir()

    assert collect(content, "content", BUILT_IN) == ((), ())


def test_references_to_entries_that_a_long_list_leaves_out_are_not_unknown_either() -> None:
    names = [f"content/tension/{name}.yml" for name in "abcde"]
    problem = Diagnostic(codes.MISNAMED_FILE, "m", Span("content/tension"))

    def ignored(count: int) -> Diagnostic:
        return replace(problem, related=tuple((Span(name), "ignored") for name in names[:count]))

    assert misnamed_ids(ignored(2)) == {"a", "b"}
    assert misnamed_ids(ignored(MOST_NAMED)) is None
    assert misnamed_ids(replace(ignored(2), code=codes.UNEXPECTED_FILE)) == frozenset()


def test_nothing_is_opened_that_might_never_end(playbook: Playbook) -> None:
    content = playbook({}) / "content"
    (content / "tells").mkdir()
    os.mkfifo(content / "terms.yml")
    os.mkfifo(content / "tells" / "a.yml")
    os.mkfifo(content / "notes")

    files, problems = collect(content, "content", BUILT_IN)

    assert [f.name for f in files] == ["content/tells/a.yml", "content/terms.yml"]
    assert [p.message for p in problems] == ["`notes` is not an entry and is ignored"]


def test_a_folder_that_one_may_not_read_is_reported(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    # Whoever runs the tests may read everything, so the system's answer is played.
    content = playbook({"content/tells/a.yml": "", "content/terms.yml": ""}) / "content"
    names = os.listdir

    def refuse(folder: Path) -> list[str]:
        if folder.name == "tells":
            raise PermissionError(13, "Permission denied")
        return names(folder)

    monkeypatch.setattr(os, "listdir", refuse)

    files, problems = collect(content, "content", BUILT_IN)

    assert [f.name for f in files] == ["content/terms.yml"]
    message, hint = "the folder cannot be read: Permission denied", "check its permissions"
    assert problems == (Diagnostic(codes.UNREADABLE_FILE, message, Span("content/tells"), hint),)


@pytest.mark.parametrize("name", ["price-based copy.yml", "price-based-2.yml"])
def test_of_a_copied_file_one_thing_is_said_and_the_other_is_left_in_peace(
    name: str, playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = "content/tells/price-based.yml"
    root = playbook({"site_config.yml": SMALL_CONFIG, **clean_files(), f"content/tells/{name}": clean_files()[file]})
    monkeypatch.chdir(root)

    assert main(["check"]) == 1

    hint = "delete it; or write the new entry's content and give the file its own name, such as `two-words.yml`"
    assert capsys.readouterr().out == (
        f"content/tells/{name}:1:1: error[copied-file]: this file has the same content as {file}\n"
        f"   hint: {hint}\n\n1 error\n"
    )
    assert main(["check", file]) == 0


def test_the_original_of_two_files_is_the_one_that_was_published(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = "content/tells/price-based.yml"
    copied = {"content/tells/price.yml": clean_files()[file], "addresses.txt": "tells/price-based/\n"}
    monkeypatch.chdir(playbook({"site_config.yml": SMALL_CONFIG, **clean_files(), **copied}))

    assert main(["check"]) == 1

    said = capsys.readouterr().out
    assert said.startswith(
        f"content/tells/price.yml:1:1: error[copied-file]: this file has the same content as {file}\n"
    )
    assert said.endswith("\n\n1 error\n")


@pytest.mark.parametrize("original", ["price-based.yml", "price.yml"])
def test_the_original_of_two_files_is_the_one_that_git_knows_longer(
    original: str, playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file, other = (f"content/tells/{name}" for name in sorted(("price-based.yml", "price.yml"), key=original.__ne__))
    text = clean_files()["content/tells/price-based.yml"]
    root = playbook({"site_config.yml": SMALL_CONFIG, **clean_files(), file: text, other: text})
    monkeypatch.chdir(root)
    by = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    for words in (("init", "-q"), ("add", file), (*by, "commit", "-qm", "The original")):
        assert git(root, *words).returncode == 0

    main(["check"])
    assert f"{other}:1:1: error[copied-file]: this file has the same content as {file}\n" in capsys.readouterr().out
    git(root, "add", other)
    git(root, *by, "commit", "-qm", "The copy", "--date", "2099-01-01T00:00:00Z")
    main(["check"])
    assert f"{other}:1:1: error[copied-file]: this file has the same content as {file}\n" in capsys.readouterr().out


def test_a_file_that_cannot_be_an_entry_is_not_compared_with_others(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    file = "content/tells/price-based.yml"
    edited = clean_files()[file].replace("summary: ", "summary: Also, ")
    root = playbook({"site_config.yml": SMALL_CONFIG, **clean_files(), "content/tells/price copy.yml": edited})
    monkeypatch.chdir(root)

    assert main(["check"]) == 1

    said = capsys.readouterr().out
    assert said.startswith("content/tells/price copy.yml:1:1: error[bad-id]: `price copy` is not a valid id\n")
    assert said.endswith("\n\n1 error\n")
