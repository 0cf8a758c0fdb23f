"""`playbook diff`: what a reviewer is told. The longer ones are in `golden/diff`."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from generator.cli import main
from tests.checks.small_playbook import CONFIG
from tests.comparing.repository import Made, git, repository
from tests.conftest import GOLDEN, compare

__all__ = ["repository"]

DIFF = GOLDEN / "diff"
CHECK = "content/assessments/patience-check.yml"
PRACTICE = "content/practices/slow-down.yml"
CHECKLIST = "content/checklists/meeting-checklist.yml"
SUM = "content/calculators/win-ratio-sum.yml"
ALONE = "title: Alone\nsummary: An entry that nobody names.\nmeaning: A term.\norigin: own\n"

Run = pytest.CaptureFixture[str]


def diff(capsys: Run, *words: str) -> str:
    """What is said about the changes since the last commit."""
    capsys.readouterr()
    assert main(["diff", *(words or ("HEAD",))]) == 0
    said = capsys.readouterr()
    assert said.err == ""
    return said.out


def test_where_nothing_changes_that_is_said(repository: Made, capsys: Run) -> None:
    made = repository()
    made.edit(PRACTICE, ("title: Slow it down\n", "# Moved to the top.\ntitle: 'Slow it down'\n"))

    assert diff(capsys) == "Nothing changes for readers.\n"
    assert diff(capsys, "HEAD", "--format", "markdown") == (
        "## What changes against HEAD\n\nNothing changes for readers.\n"
    )


def test_pages_links_settings_and_problems(repository: Made, capsys: Run) -> None:
    made = repository(
        {
            "content/terms/alone.yml": ALONE,
            "content/pages/about.md": "# About us\n\nWho we are.\n\n## How we work\n\nWell.\n\n## Where\n\nHere.\n",
            "content/pages/old.md": "# Old\n\nA page.\n\n## More\n\nText.\n",
        }
    )
    made.write(
        {
            "content/terms/alone.yml": None,
            "content/redirects.yml": "terms/alone: rep\n",
            "content/terms/brand-new.yml": ALONE.replace("Alone", "Brand new"),
            "content/pages/about.md": "# About us\n\nWho we were.\n\n## How we work\n\nBadly.\n\n## When\n\nNow.\n",
            "content/pages/old.md": None,
            "content/pages/new.md": "# New\n\nAnother page.\n\n## More\n\nText.\n",
        }
    )
    made.edit("site_config.yml", ("tagline: For a test.", "tagline: For two tests."))
    made.edit(
        PRACTICE,
        ("keywords: [pace, hurry, pressure]", "keywords: [pace, pressure, rush]"),
        ("may end early is a pleasant one", "ends early is a pleasant one"),
        ("  - Ask one question and stay with the answer.\n", ""),
        ("this_week: Ask", "note: It is said so.\nthis_week: Ask"),
        ("A conversation that gives your patience something to hold on to.", "It gives your patience a hold."),
        ("    - to: meeting-checklist\n      why: Five lines to tick before you leave the house.\n", ""),
        ("  use:\n", "  use:\n    - to: win-ratio-sum\n      why: See what haste costs.\n"),
    )
    assert main(["rename", "andy", "andrew"]) == 0

    compare(diff(capsys), DIFF / "pages.txt")
    compare(diff(capsys, "HEAD", "--format", "markdown"), DIFF / "pages.md")


def test_scores_and_what_they_mean_for_answers(repository: Made, capsys: Run) -> None:
    made = repository()
    made.edit(
        CHECK,
        ("      at_most: 3\n", "      at_most: 2\n"),
        ("      at_least: 4\n", "      at_least: 3\n"),
        ("text: I stayed with what they said", "text: I stayed with what they said to me"),
    )
    made.edit(SUM, ("default: 12", "default: 10"), ("won: 12}", "won: 10}"), ("{ratio: 30}", "{ratio: 25}"))

    compare(diff(capsys), DIFF / "scores.txt")


def test_an_edition_carries_answers_over(repository: Made, capsys: Run) -> None:
    made = repository()
    made.edit(
        CHECK,
        ("edition: 1\n", "edition: 2\nchanges:\n  - edition: 2\n    what: Shorter.\n    renamed: {stayed: remained}\n"),
        ("  - id: stayed\n", "  - id: remained\n"),
        ("  - id: waited\n    text: I waited for the answer\n", "  - id: paused\n    text: I paused\n"),
    )

    said = diff(capsys)

    assert (
        "  - Saved answers of edition 1 are carried over to edition 2: "
        "answers to “I waited for the answer” are dropped; “I paused” is unanswered\n"
    ) in said


def test_an_edition_that_was_not_raised_is_noticed(repository: Made, capsys: Run) -> None:
    made = repository()
    made.edit(CHECK, ("  - id: stayed\n", "  - id: remained\n"))
    made.edit("site_config.yml", ("      - {value: 1, label: In part}\n", ""))

    said = diff(capsys)

    assert (
        "  - Saved answers: answers to “I stayed with what they said” are dropped; “I stayed with what they said” is "
        "unanswered; answers to “I waited for the answer” and “I had one question written down” that the scale no "
        "longer has count as none. The edition is still 1, so readers are not informed: raise it, and describe what "
        "has changed with it\n"
    ) in said


@pytest.mark.rehearsal
def test_printables_and_addresses(repository: Made, capsys: Run) -> None:
    made = repository()
    assert main(["addresses"]) == 0
    made.commit()
    made.edit(CHECKLIST, ("id: one-question", "id: a-question"), ("id: time-to-spare", "id: spare-time"))
    made.write({"content/redirects.yml": "checklists/meeting-checklist/#tick-one-question: '#tick-a-question'\n"})

    compare(diff(capsys), DIFF / "addresses.txt")


@pytest.mark.rehearsal
def test_sheets_and_the_packs_that_hold_them(repository: Made, capsys: Run) -> None:
    sheet = "content/worksheets/meeting-sheet.yml"
    made = repository()
    made.edit("content/paths/week-one.yml", ("read: [mineral-rights]", "read: [mineral-rights, meeting-sheet]"))
    made.commit()
    made.edit(sheet, ("    - Keep silent while they write.\n", "    - Say nothing while they write.\n"))

    assert diff(capsys).endswith(
        "\n\nPrintables\n----------\n"
        "- “Half a page for the meeting”: for the facilitator is other than before\n"
        "- The pack of “Your first week” changes with “Half a page for the meeting”\n"
    )
    made.write({sheet: None})
    made.edit("content/paths/week-one.yml", (", meeting-sheet]", "]"))

    assert "- “Half a page for the meeting”: the sheet, for the facilitator and large print are gone\n" in diff(capsys)


def test_the_playbook_may_lie_in_a_folder_of_the_repository(repository: Made, capsys: Run) -> None:
    made = repository({}, "docs/playbook")
    made.edit(PRACTICE, ("minutes: 30", "minutes: 20"))

    assert diff(capsys) == (
        "Changed pages: 1.\n\n"
        "Changed pages\n"
        "-------------\n"
        "- Practice “Slow it down”, practices/slow-down/\n"
        "  - Time in minutes: 30 becomes 20\n"
    )


@pytest.mark.rehearsal
def test_it_is_said_in_the_language_of_the_playbook(repository: Made, capsys: Run) -> None:
    made = repository({"site_config.yml": CONFIG.replace("language: en-GB", "language: de")})
    made.edit(PRACTICE, ("minutes: 30", "minutes: 20"))

    assert diff(capsys) == (
        "Geänderte Seiten: 1.\n\n"
        "Geänderte Seiten\n"
        "----------------\n"
        "- Praktik „Slow it down“, practices/slow-down/\n"
        "  - Zeit in Minuten: aus 30 wird 20\n"
    )
    assert diff(capsys, "HEAD", "--format", "markdown").startswith("## Was sich gegenüber HEAD ändert\n")


def test_the_folder_of_the_content_may_have_had_another_name(repository: Made, capsys: Run) -> None:
    made = repository()
    (made.root / "content").rename(made.root / "entries")
    made.edit("site_config.yml", ("name: A playbook\n", "name: A playbook\ncontent: entries\n"))

    assert diff(capsys) == ("Settings: 1.\n\nSettings\n--------\n- Content: “content” becomes “entries”\n")


@pytest.mark.parametrize(
    ("revision", "said"),
    [
        (
            "mian",
            "git knows no revision `mian`; name a branch, a tag or a commit, as in `main` or `HEAD~1`. "
            "In CI the history may have to be fetched first",
        ),
        (
            "--output=x",
            "git knows no revision `--output=x`; name a branch, a tag or a commit, as in `main` or `HEAD~1`. "
            "In CI the history may have to be fetched first",
        ),
        ("empty", "`empty` has no site_config.yml; the playbook was not there yet, or git does not keep it"),
        ("bare", "`bare` has no folder content, which its site_config.yml names"),
    ],
)
def test_a_revision_that_cannot_be_had(revision: str, said: str, repository: Made, capsys: Run) -> None:
    made = repository()
    git(made.root, "checkout", "--orphan", "work")
    git(made.root, "rm", "--cached", "-r", "--quiet", ".")
    (made.root / "x.txt").write_text("x", encoding="utf-8")
    git(made.root, "add", "x.txt")
    git(made.root, "commit", "--message", "Nothing yet")
    git(made.root, "branch", "empty")
    git(made.root, "add", "site_config.yml")
    git(made.root, "commit", "--message", "The configuration")
    git(made.root, "branch", "bare")

    assert main(["diff", "--", revision]) == 2

    assert capsys.readouterr() == ("", f"playbook: {said}\n")


def test_outside_of_a_repository(repository: Made, capsys: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    made = repository()
    shutil.rmtree(made.root / ".git")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(made.root.parent))

    assert main(["diff", "HEAD"]) == 2

    assert capsys.readouterr().err.startswith(f"playbook: {made.root} is in no git repository")


def test_without_git(repository: Made, capsys: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    repository()
    monkeypatch.setenv("PATH", str(tmp_path))

    assert main(["diff", "HEAD"]) == 2

    assert capsys.readouterr().err == ("playbook: git is not installed, and `diff` asks it for the other revision\n")


def test_a_revision_with_errors_is_not_compared(repository: Made, capsys: Run) -> None:
    made = repository()
    made.edit(PRACTICE, ("minutes: 30\n", "minutes: long\n"))
    made.commit()
    made.edit(PRACTICE, ("minutes: long\n", "minutes: 30\n"))

    assert main(["diff", "main"]) == 1

    said = capsys.readouterr().err
    assert said.startswith("content/practices/slow-down.yml:6:10: error[wrong-type]: ")
    assert "   6 | minutes: long\n" in said
    assert said.endswith("\nNothing was compared: `main` cannot be read (1 error).\n")


def test_content_with_errors_is_not_compared(repository: Made, capsys: Run) -> None:
    made = repository()
    made.edit(PRACTICE, ("minutes: 30\n", "minutes: long\n"))

    assert main(["diff", "main"]) == 1

    assert capsys.readouterr().err.endswith("\nNothing was compared: the files here cannot be read (1 error).\n")


def test_a_configuration_of_before_that_cannot_be_used(repository: Made, capsys: Run) -> None:
    made = repository()
    made.edit("site_config.yml", (" practices, ", " practises, "))
    made.commit()
    made.edit("site_config.yml", (" practises, ", " practices, "))

    assert main(["diff", "main"]) == 1

    said = capsys.readouterr().err
    assert "no kind is called `practises`" in said
    assert said.endswith("\nNothing was compared: the configuration of `main` cannot be used.\n")
