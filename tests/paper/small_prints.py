"""A small playbook to print from, and the command that prints it."""

from __future__ import annotations

import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from tests.command_line import Run, outcome_of
from tests.conftest import Playbook, made_once

CHECKLIST = """\
title: Before you leave
summary: What is settled before you set out.
group: meeting
minutes: 5
purpose: So that you come prepared.
groups:
  - title: The day before
    items:
      - {id: value, text: The value for them is written down}
      - {id: people, text: We know who will be there, why: A surprise costs the first ten minutes.}
"""
CHECKLIST = CHECKLIST.replace("We know who will be there, why", '"We know who will be there", why')
PATH = """\
title: Two steps
summary: A path of two steps.
when: On a Monday.
total: an hour
stations:
  - id: first
    title: First
    at: "09:00"
    minutes: 30
    why: It has to begin.
    read: [before-you-leave]
    do: Go through the list.
  - id: second
    title: Second
    at: "09:30"
    minutes: 30
    why: It has to go on.
    do: Talk about it.
materials: [before-you-leave]
ends_with: With a date.
"""
PLAN = """\
title: Ten minutes
summary: Ten minutes for two people.
minutes: 10
people: {from: 1, to: 9, planned: 3}
setting: room
aim: They know what to bring.
prepare: [Print the list.]
blocks:
  - id: read
    title: Read
    minutes: 4
    do: Hand out the list.
    uses: [{to: before-you-leave, why: It is what they tick.}]
  - id: talk
    title: Talk
    minutes: 6
    do: Ask what is missing.
after: Send the list.
"""
TERM = "title: Hurry\nsummary: Wanting to be elsewhere.\nmeaning: Wanting to be elsewhere.\n"
FILES = {
    "content/checklists/before-you-leave.yml": CHECKLIST,
    "content/checklists/on-the-way.yml": CHECKLIST.replace("Before you leave", "On the way"),
    "content/paths/two-steps.yml": PATH,
    "content/paths/two-more.yml": PATH.replace("Two steps", "Two more"),
    "content/session-plans/ten-minutes.yml": PLAN,
    "content/terms/hurry.yml": TERM,
    "content/terms/pace.yml": TERM.replace("Hurry", "Pace") + "links:\n  use:\n    - {to: before-you-leave, why: W.}\n",
}
WITH_PDFS = {name: text for name, text in FILES.items() if not name.endswith(("on-the-way.yml", "two-more.yml"))}
"""Those of the playbook that is built with its PDFs, each of which takes half a second."""

KEPT = ("site", ".cache")
"""The folders that a build leaves."""


@pytest.fixture
def run(playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in the folder of the playbook; gives its exit code, output and complaints."""

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(playbook(FILES))
        return outcome_of(arguments, capsys)

    return call


@pytest.fixture
def built(playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same in a playbook that has been built with its PDFs, which is the working folder."""

    def make(folder: Path) -> bytes:
        monkeypatch.chdir(playbook(WITH_PDFS))
        assert outcome_of(("build", "--pdf"), capsys)[0] == 0
        for name in KEPT:
            shutil.copytree(name, folder / name)
        return b""

    _, made = made_once("the PDFs of a small playbook", make)
    root = playbook(WITH_PDFS)
    monkeypatch.chdir(root)
    for name in KEPT:
        shutil.copytree(made / name, root / name, dirs_exist_ok=True)

    def call(*arguments: str) -> tuple[int, str, str]:
        return outcome_of(arguments, capsys)

    return call


def left_edges(file: str) -> list[int]:
    """How far from the left edge of each page its words begin, in millimetres; 0 if it has none."""
    said = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    pages = (re.findall(r'xMin="([\d.]+)"', page) for page in said.split("<page ")[1:])
    return [round(min(map(float, words), default=0) * 25.4 / 72) for words in pages]


def read_pdf(file: str) -> PdfReader:
    return PdfReader(BytesIO(Path(file).read_bytes()))
