"""What is said of references to entries that were published and are gone."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.cli import main
from generator.content.entries import structure
from generator.content.graph import MENTIONS
from generator.content.unknown_reference import Names, unknown_reference
from generator.diagnostics.place import Span
from generator.kinds import BUILT_IN
from generator.reading.document import parse
from tests.comparing.repository import git
from tests.conftest import Small

FILE = "content/terms/alone.yml"
ALONE = "title: Alone\nsummary: An entry that nobody names.\nmeaning: A term.\norigin: own\n"
NAMING = {
    "content/pages/about.md": "# About\n\nNo [[alone]].\n",
    "changes.yml": "changes:\n  - {id: a, date: 2026-01-01, title: T, what: W., entries: [alone]}\n",
    "content/terms/pace.yml": ALONE.replace("Alone", "Pace").replace("A term.", "Not [[alone]]."),
}

pytestmark = pytest.mark.usefixtures("no_editorial_rules")


@pytest.fixture
def named(small: Small, capsys: pytest.CaptureFixture[str]) -> Path:
    """The same with a term, a page and a change that name it."""
    root = small({FILE: ALONE, **NAMING})
    assert main(["addresses"]) == 0
    capsys.readouterr()
    return root


def told(capsys: pytest.CaptureFixture[str]) -> list[tuple[str, str, str]]:
    """The file, message and hint of each problem."""
    said = capsys.readouterr().out
    return re.findall(r"^(.*?):.*?: error\[unknown-reference\]: (.*)\n.*\n.*\n   hint: (.*)", said, re.MULTILINE)


def test_what_names_a_deleted_entry_says_how_to_bring_it_back(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for words in (["init"], ["add", "content"], ["commit", "-m", "All"]):
        git(named, *words)
    (named / FILE).unlink()

    assert main(["check"]) == 1

    message, back = "`alone` was published, but its file no longer exists", f"git checkout HEAD -- {FILE}"
    hint = f"restore it (`{back}`), refer to another entry, or delete the reference"
    assert told(capsys) == [(file, message, hint) for file in sorted(NAMING)]
    assert main(["check", "content/terms/pace.yml"]) == 1
    assert told(capsys) == [("content/terms/pace.yml", message, hint)]
    git(named, *back.split()[1:])
    assert main(["check"]) == 0


def test_what_names_an_entry_whose_file_was_renamed_says_the_command_that_renames(
    named: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (named / FILE).rename(named / "content/terms/lonely.yml")

    assert main(["check", "content/pages"]) == 1

    (_, message, hint), command = told(capsys)[0], "playbook rename alone lonely"
    assert message == "`alone` was published, but its file no longer exists"
    assert hint == (
        f"if you renamed it to `lonely`: rename the file back to `alone.yml` and run `{command}`; "
        f"otherwise restore it (`git checkout HEAD -- {FILE}`), refer to another entry, or delete the reference"
    )
    (named / "content/terms/lonely.yml").rename(named / FILE)
    assert main(command.split()[1:]) == 0
    assert main(["check"]) == 0


def _unknown(folder: str, *files: str) -> tuple[str, str | None]:
    """What is said of `alone`, which was published in the folder, where it is gone and these files are there."""
    text = "pace:\n  title: Pace\n  summary: S.\n  meaning: M.\n"
    entries = {}
    for name in files:
        document, _ = parse(text if name.endswith("s.yml") else text[6:].replace("\n  ", "\n").strip(), name)
        assert document
        found, _ = structure(document, BUILT_IN.by_name["term"], None if name.endswith("s.yml") else "pace")
        entries |= {entry.id: entry for entry in found}
    names = Names(BUILT_IN, entries, {}, {f"{folder}/alone/", "terms/pace/"})
    problem = unknown_reference(MENTIONS, "alone", Span("f"), names)
    return problem.message, problem.hint


def test_where_a_deleted_entry_stood_is_told_by_the_others_of_its_kind() -> None:
    gone, undo = "`alone` was published, but its file no longer exists", "undo the deletion"
    back = "restore it ({}), refer to another entry, or delete the reference"

    assert _unknown("terms", "words/terms/pace.yml") == (
        gone,
        back.format("`git checkout HEAD -- words/terms/alone.yml`"),
    )
    assert _unknown("terms", "words/terms.yml") == (
        "`alone` was published, but is no longer in words/terms.yml",
        back.format(undo),
    )
    assert _unknown("tells", "words/terms/pace.yml") == (gone, back.format(undo))


def test_what_was_removed_on_purpose_is_not_to_be_put_back(named: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (named / FILE).unlink()
    (named / "content/redirects.yml").write_text("terms/alone: terms\n", encoding="utf-8")

    assert main(["check", "content/pages"]) == 1

    assert [message for _, message, _ in told(capsys)] == ["no entry is called `alone`"]
