"""Commands whose calls of the system fail, one after the other."""

from __future__ import annotations

import errno
import os
import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.prove.commands import Book, Tree, tree
from tests.prove.figures import Figures, counted

FAULTS = counted(100, small=18)

ERRORS = (errno.ENOSPC, errno.EIO, errno.EACCES, errno.EROFS, errno.EMFILE, errno.EFBIG)

COMMANDS: tuple[tuple[str, ...], ...] = (
    ("rename", "{entry}", "called-anew"),
    ("new", "practice", "brand-new", "--title", "T", "--summary", "S", "--field", "level=team"),
    ("remove", "{entry}"),
    ("schema",),
    ("check", "--fix"),
    ("addresses",),
    ("build",),
    ("print", "--book", "--out", "book.pdf"),
    ("init", "another"),
)
"""What is tried with faults of the system; `{entry}` is one to which nothing refers."""

MADE = ("site/", "schemas/", ".vscode/")
"""What is made from the content, and may be older than it, if the command says so."""


@dataclass
class Faulty:
    """A copy of a playbook for each call of a command."""

    book: Book
    good: Path
    counts: Path

    def run(self, words: tuple[str, ...], at: int = -1, error: int = 0) -> tuple[int, str]:
        shutil.rmtree(self.book.root)
        shutil.copytree(self.good, self.book.root, symlinks=True)
        os.environ["FAULTY_CALLS"] = str(self.counts)
        return self.book.run(str(at), str(error), *words, program=("-m", "tests.prove.faulty_command"))

    def made(self, words: tuple[str, ...]) -> tuple[int, dict[str, str]]:
        """The number of calls of a command, and the files after it."""
        code, said = self.run(words)
        assert code == 0, (words, said)
        return int(self.counts.read_text()), tree(self.book.root)

    def left(self) -> list[str]:
        """What is left even after the next commands, which delete what a failed deletion has left."""
        if self.book.hidden():
            for project in (".", "another"):  # what `init` makes is a playbook of its own
                config = ("--config", f"{project}/site_config.yml")
                self.book.run("check", *config)
                self.book.run("build", *config)
            self.book.run("init", str(self.good.with_name("next")))
            shutil.rmtree(self.good.with_name("next"))
        return self.book.hidden()


@pytest.fixture
def faulty(book: Book) -> Faulty:
    entry = book.root / "content" / "practices" / "lonely.yml"
    book.done("new", "practice", entry.stem, "--title", "T", "--summary", "S", "--field", "level=team")
    entry.write_bytes(b"\xef\xbb\xbf" + entry.read_bytes().replace(b"\n", b"\r\n"))
    good = book.root.with_name("good")
    shutil.copytree(book.root, good)
    return Faulty(book, good, good.with_name("calls"))


def _half_done(words: tuple[str, ...], code: int, found: Tree, before: Tree, after: Tree) -> bool:
    """Whether the files are neither as before nor as the command makes them."""
    made = () if code == 0 or words[0] == "schema" else MADE
    states = [
        {name: value for name, value in files.items() if not name.startswith(made) and name != "book.pdf"}
        if made
        else files
        for files in (found, before, after)
    ]
    return states[0] not in (states[2:] if code == 0 else states[1:])


def test_faults_of_the_system(faulty: Faulty, figures: Figures) -> None:
    faults = half = left = refused = 0
    commands = [tuple(word.format(entry="lonely") for word in words) for words in COMMANDS]
    before, counted_calls = tree(faulty.book.root), dict[tuple[str, ...], tuple[int, Tree]]()
    for number in range(FAULTS):
        words = commands[number % len(commands)]
        if words not in counted_calls:
            counted_calls[words] = faulty.made(words)
        calls, after = counted_calls[words]
        at, error = faulty.book.dice.randrange(calls), faulty.book.dice.choice(ERRORS)
        code, said = faulty.run(words, at, error)
        # What cannot be read is reported as a problem of the content.
        reported = code == 1 and "cannot be read" in said
        if (code not in (0, 2) and not reported) or "internal error" in said or "Traceback" in said:
            faults += 1
            print("fault", words, at, error, code, said)
        refused += code == 2
        if _half_done(words, code, tree(faulty.book.root), before, after):
            half += 1
            print("half done", words, at, error, code, said)
        if hidden := faulty.left():
            left += len(hidden)
            print("left", words, at, error, hidden)
    figures(
        f"writing: {FAULTS} faults of the system: {refused} refused, {half} half done, {left} left behind, "
        f"{faults} faults of the program"
    )
    assert (half, left, faults) == (0, 0, 0)
