"""The editor is killed while it saves, undoes and does again: files are whole, and the journal has the rest."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path
from random import Random

from generator.editing.journal import Journal
from generator.system.files import changing
from tests.conftest import Playbook
from tests.editor.browser import FILES, SLOW, Browser, slow
from tests.prove.figures import Figures, counted

KILLS = counted(100, small=5)
PATH = "content/terms/slow.yml"
FIRST = SLOW.split("title: ", 1)[1].split("\n", 1)[0]


def version(number: int) -> str:
    """The whole file after the save with this number; 0 before the first."""
    return SLOW.replace(FIRST, f"Slow {number}", 1) if number else SLOW


def killed(root: Path, first: int, dice: Random) -> list[int]:
    """Kill an editor at a random moment. Returns the numbers of the saves that it has confirmed."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        try:
            _edit(root, writing, first, Random(first))
        finally:
            os._exit(1)
    os.close(writing)
    with os.fdopen(reading, "rb") as lines:
        confirmed = [int(lines.readline()) for _ in range(dice.randint(1, 6))]
        time.sleep(dice.uniform(0, 0.15))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        return [*confirmed, *(int(line) for line in lines if line.endswith(b"\n"))]


def _edit(root: Path, confirm: int, number: int, dice: Random) -> None:
    browser = Browser.on(root)
    while True:
        browser.post("save", slow(browser, title=f"Slow {number}"))
        os.write(confirm, b"%d\n" % number)
        if dice.random() < 0.3:
            browser.post("undo", {})
            browser.post("redo", {})
        number += 1


def test_killed_editors_leave_whole_files_and_a_journal(playbook: Playbook, figures: Figures) -> None:
    root, dice, number, saves, done_again = playbook(FILES), Random(11), 1, 0, 0
    for _ in range(KILLS):
        confirmed = killed(root, number, dice)
        with changing(root):  # as the next command that changes something does
            pass
        browser = Browser.on(root)
        steps = Journal(root).read().steps
        kept = [(step.files[0].after or b"").decode() for step in steps]
        assert [version(at) for at in confirmed] == [text for text in kept if text in map(version, confirmed)]
        # Nothing is damaged: the file is as it was after a save, or as before one that the journal has.
        assert browser.file(PATH) in (*kept, (steps[0].files[0].before or b"").decode())
        if browser.get("entry?kind=term&id=slow")["canRedo"]:
            browser.post("redo", {})
            done_again += 1
        assert browser.file(PATH) == kept[-1]
        saves += len(confirmed)
        number = max(confirmed) + 10
    assert list(root.rglob(".playbook-*.new")) == []
    figures(f"journal: {KILLS} kills among {saves} saves: no file damaged, no save lost, {done_again} done again")
