"""Removing an entry: first nothing may name it, then its addresses lead on for good."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.cli import main
from generator.config.project import read_config
from generator.editing.redirects import HEAD
from tests.checks.small_playbook import clean_files
from tests.comparing.repository import git
from tests.conftest import Playbook, Small, example_content, files_under

ALONE = """\
title: Alone
summary: An entry that nobody names.
meaning: A term.
origin: own
aliases: [lonely]
"""
FILE = "content/terms/alone.yml"


def test_what_names_the_entry_is_told_and_nothing_is_done(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    page = "# About\n\nSee [[alone]].\n\n## More\n\nText.\n"
    rep = clean_files()["content/audiences/rep.yml"]
    root = small(
        {FILE: ALONE, "content/pages/about.md": page, "content/audiences/rep.yml": f"{rep}note: It is [[alone|so]].\n"}
    )
    before = files_under(root)
    assert main(["remove", "alone"]) == 1
    line = rep.count("\n") + 1
    assert capsys.readouterr().err == (
        f"content/audiences/rep.yml:{line}:15: `rep` refers to it (mentions)\n"
        "content/pages/about.md:3:7: `about` refers to it (mentions)\n"
        "\n"
        "Nothing was removed: 2 places would have no target without `alone`.\n"
        "Change or delete these places, then run the command again.\n"
    )
    assert files_under(root) == before


def test_its_addresses_lead_on(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({FILE: ALONE})
    assert main(["remove", "alone", "--to", "slow-down"]) == 0
    assert capsys.readouterr().out == (
        "terms/alone/ now redirects to `slow-down`\nterms/lonely/ now redirects to `slow-down`\n"
        f"to undo: git checkout HEAD -- {FILE}, and delete content/redirects.yml\n"
    )
    after = files_under(root)
    assert FILE not in after
    assert after["content/redirects.yml"] == f"{HEAD}terms/alone: slow-down\nterms/lonely: slow-down\n"
    assert main(["check"]) == 0
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    site = pipeline.build(project, pipeline.read(project))
    assert dict(site.redirects) == {
        "terms/alone/": "practices/slow-down/",
        "terms/lonely/": "practices/slow-down/",
    }


def test_without_a_successor_they_lead_to_the_list_of_the_kind(
    small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({FILE: ALONE})
    assert main(["remove", "alone"]) == 0
    assert files_under(root)["content/redirects.yml"].endswith("terms/alone: terms\nterms/lonely: terms\n")
    assert "terms/alone/ now redirects to `terms`\n" in capsys.readouterr().out
    assert main(["check"]) == 0


def test_on_a_terminal_one_is_asked(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small({FILE: ALONE})
    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", lambda _: " slow-down ")
    assert main(["remove", "alone"]) == 0
    assert files_under(root)["content/redirects.yml"].endswith("terms/alone: slow-down\nterms/lonely: slow-down\n")


def test_it_says_how_to_undo_it_and_that_undoes_nothing_else(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({FILE: ALONE, "content/redirects.yml": "tells/x: rep\n"})
    assert main(["schema"]) == 0
    before = files_under(root)
    for words in (["init"], ["add", "."], ["commit", "-m", "All"]):
        git(root, *words)
    other = root / "content/terms/small-talk.yml"
    other.write_text(other.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")
    capsys.readouterr()

    assert main(["remove", "alone"]) == 0

    command = capsys.readouterr().out.splitlines()[-1].removeprefix("to undo: git ")
    assert command.startswith(f"checkout HEAD -- {FILE} content/redirects.yml schemas/")
    git(root, *command.split())
    after = files_under(root)
    assert after.pop("content/terms/small-talk.yml").endswith("# mine\n")
    assert after == {name: text for name, text in before.items() if name != "content/terms/small-talk.yml"}
    git(root, "diff", "--exit-code", "HEAD", "--", "schemas")


def test_redirects_that_led_to_it_lead_on_as_well(small: Small) -> None:
    kept = "# Ours.\nterms/older: 'alone'  # since May\ntells/x: rep"
    root = small({FILE: ALONE, "content/redirects.yml": kept})
    assert main(["remove", "alone", "--to", "slow-down"]) == 0
    assert files_under(root)["content/redirects.yml"] == (
        "# Ours.\nterms/older: 'slow-down'  # since May\ntells/x: rep\n"
        "terms/alone: slow-down\nterms/lonely: slow-down\n"
    )


def test_an_entry_among_others_goes_alone(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> None:
    root = example_content(playbook({}))
    monkeypatch.chdir(root)
    terms = root / "content/terms.yml"
    before = terms.read_text(encoding="utf-8")
    entry = "alone:\n" + "".join(f"  {line}\n" for line in ALONE.splitlines()) + "  # its last line\n\n"
    for text in (before + "\n" + entry, f"# first\n{entry}# second\n{before}"):
        terms.write_text(text, encoding="utf-8")
        (root / "content/redirects.yml").unlink(missing_ok=True)
        assert main(["remove", "alone"]) == 0
        assert terms.read_text(encoding="utf-8") == text.replace(entry, "")
        assert main(["check"]) == 0


def test_a_file_whose_last_entry_goes_goes_too(small: Small) -> None:
    entry = "alone:\n" + "".join(f"  {line}\n" for line in ALONE.splitlines())
    line = "# yaml-language-server: $schema=../schemas/all-terms.json\n"
    for text in (entry, line + entry):
        root = small({"content/terms.yml": text})
        assert main(["remove", "alone"]) == 0
        assert "content/terms.yml" not in files_under(root)
        (root / "content/redirects.yml").unlink()


def test_a_change_that_readers_are_told_of_names_it_as_well(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    change = "changes:\n  - {id: new, date: 2026-03-01, title: A term, what: It is new., entries: [alone]}\n"
    root = small({FILE: ALONE, "changes.yml": change})
    before = files_under(root)
    assert main(["remove", "alone"]) == 1
    assert capsys.readouterr().err == (
        "changes.yml:2:76: `new` refers to it (change)\n\n"
        "Nothing was removed: 1 place would have no target without `alone`.\n"
        "Change or delete these places, then run the command again.\n"
    )
    assert files_under(root) == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["alnoe"], "no entry is called `alnoe`; did you mean `alone`?"),
        (["lonely"], "no entry is called `lonely`; it is now called `alone`"),
        (["alone", "--to", "alone"], "the address of a removed entry cannot redirect to itself"),
        (
            ["alone", "--to", "bingo"],
            "there is no bingo, so there is no list `bingo` to which its address could redirect",
        ),
        (
            ["price-based"],
            "this is the only tell, so there will be no list to which its address could redirect; "
            "name the entry that replaces it with --to",
        ),
        (
            ["alone", "--to", "slow-dwon"],
            "no entry and no kind's folder is called `slow-dwon`; did you mean `slow-down`?",
        ),
    ],
)
def test_what_cannot_be_is_refused(
    words: list[str], said: str, small: Small, capsys: pytest.CaptureFixture[str]
) -> None:
    root = small({FILE: ALONE})
    before = files_under(root)
    assert main(["remove", *words]) == 2
    assert capsys.readouterr().err == f"playbook: {said}\n"
    assert files_under(root) == before
