"""What a shell offers on Tab, asked as its script asks: by variables."""

from __future__ import annotations

import io
import os
from pathlib import Path

import pytest

from generator.cli import COMMANDS, _parsers, main
from generator.commands import _completing
from generator.commands.completion import SETUP
from tests.conftest import Playbook

FORMAT = "text for people (default), annotations for GitHub or GitLab, or data"
TERM = "title: Slow\nsummary: S.\norigin: own\nmeaning: M.\n"
MOMENT = """\
title: A queue
summary: S.
origin: own
number: 1
group: face-to-face
phrase: a queue
recognise: R.
first_move: F.
offers: [slow]
"""


@pytest.fixture
def root(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> Path:
    root = playbook({"content/terms/slow.yml": TERM, "content/moments/queue.yml": MOMENT})
    monkeypatch.chdir(root)
    return root


def offered(line: str, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What is offered at the end of the line, as fish gets it."""
    for name, value in {"": "1", "_SHELL": "fish", "_IFS": "\n", "_DFS": "\t", "_SUPPRESS_SPACE": "1"}.items():
        monkeypatch.setenv(f"_ARGCOMPLETE{name}", value)
    monkeypatch.setenv("COMP_LINE", line)
    monkeypatch.setenv("COMP_POINT", str(len(line)))
    open_file = os.fdopen

    def without_debugging(number: int, *more: str) -> object:
        """The library takes the file 9 for messages of its own; here that is one of the tests."""
        if number == 9:
            raise OSError
        return open_file(number, *more)

    monkeypatch.setattr(os, "fdopen", without_debugging)
    output = io.StringIO()
    wanted = next((word for word in _completing.words_of_the_line() if word in COMMANDS), "")
    with pytest.raises(SystemExit):
        _completing.complete(*_parsers(wanted), exit=_exit, output=output)
    return sorted(output.getvalue().split("\n"))


def _exit(code: int) -> None:
    raise SystemExit(code)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("playbook ch", [f"check\t{COMMANDS['check']}"]),
        ("playbook check --str", ["--strict\ttreat warnings as errors"]),
        ("playbook check --format s", [f"sarif\t{FORMAT}"]),
        ("playbook rename s", ["slow\tSlow"]),
        (
            "playbook print slow --ou",
            ["--out\tthe file or folder to write to (default: a file named after the ids, in this folder)"],
        ),
        ("playbook list --people 1", ["1\t1 person", "16-more\t16 people and more"]),
        ("playbook graph ", ["queue\tA queue", "slow\tSlow"]),
        ("playbook new ter", ["term\tTerm"]),
        ("playbook list --moment ", ["queue\tA queue"]),
        ("playbook explain unknown-ref", ["unknown-reference\tHow entries hang together"]),
        ("playbook explain slo", ["slow\tSlow"]),
    ],
)
def test_what_fits_is_offered(line: str, found: list[str], root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert [word.strip() for word in offered(line, monkeypatch) if not word.startswith("-") or "--" in line] == found


def test_in_a_folder_without_a_playbook_nothing_is(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)

    assert offered("playbook rename s", monkeypatch) == [""]


@pytest.mark.parametrize("shell", SETUP)
def test_the_script_makes_a_shell_ask(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out
    assert _completing.ASKED in said
    assert {"bash": "complete -o", "zsh": "compdef", "fish": "complete --command playbook"}[shell] in said
    assert said.startswith(("#", "function"))
