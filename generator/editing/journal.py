"""The journal of the editor: every change of files, so that it can be undone, done again, and found after a crash.

It is a file of lines in a folder of its own, beside the cache, which may be deleted at any time. A change is appended,
and written to the disk for certain, before any file is replaced; undoing and doing again append where one stands then.
What an interrupted save did not write is there as something that can be done again. A line that was not written whole
counts as not written.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from pathlib import Path
from threading import RLock
from typing import Any

from generator.system.files import write_files
from generator.system.refusal import cannot_write

FILE = ".playbook-journal/journal.jsonl"
"""Where the journal lies, beside the configuration."""

LARGEST = 16 * 1024 * 1024
"""The most bytes of the journal. Beyond that, the older half of the changes is given up."""


@dataclass(frozen=True, slots=True)
class FileChange:
    """A file, by its name from the configuration, before and after a change; None if there is none."""

    name: str
    before: bytes | None
    after: bytes | None

    def as_data(self) -> list[str | None]:
        return [self.name, _text(self.before), _text(self.after)]


@dataclass(frozen=True, slots=True)
class JournalStep:
    """A change: of what, in the words of requests; what it did, in the words of `diff`; and the files."""

    target: Mapping[str, Any]
    effects: tuple[str, ...]
    files: tuple[FileChange, ...]
    act: str = ""
    """What became of all of it: `renamed` or `removed`; empty if something in it was changed, or if it is new."""

    @property
    def name(self) -> str:
        """What tells it apart from changes that do something else."""
        return sha256(_line(_step_data(self))).hexdigest()[:32]


def _text(raw: bytes | None) -> str | None:
    return None if raw is None else raw.decode("utf-8", "surrogateescape")


def _bytes(text: str | None) -> bytes | None:
    return None if text is None else text.encode("utf-8", "surrogateescape")


@dataclass(slots=True)
class Journal:
    """The changes in their order. The first `done` of them are in the files, the others have been undone.

    Whoever calls its functions is the only one who changes files of the playbook in `root`. Others may read it
    meanwhile, in other threads.
    """

    root: Path
    steps: list[JournalStep] = field(default_factory=list)
    done: int = 0
    added: list[str] = field(default_factory=list)
    """The names of pictures and other files that were added."""
    _state: tuple[int, ...] = ()
    _turn: RLock = field(default_factory=RLock, repr=False, compare=False)

    @property
    def path(self) -> Path:
        return self.root / FILE

    def read(self) -> Journal:
        """Read what is written by now, also by other processes. Returns the journal itself."""
        with self._turn:
            state = _state_of(self.path)
            if state != self._state:
                found = Journal(self.root)
                for line in _lines(self.path):
                    found._take(line)
                self.steps, self.done, self.added, self._state = found.steps, found.done, found.added, state
            # A save that was interrupted before its file was replaced.
            while self.done and _is(self.root, self.steps[self.done - 1], after=False):
                self.done -= 1
            # One that was interrupted when it had been done again.
            while self.done < len(self.steps) and _is(self.root, self.steps[self.done], after=True):
                self.done += 1
        return self

    def _take(self, line: Mapping[str, Any]) -> None:
        if "files" in line:
            files = tuple(FileChange(name, _bytes(was), _bytes(has)) for name, was, has in line["files"])
            self.steps[self.done :] = [JournalStep(line["target"], tuple(line["effects"]), files, line.get("act", ""))]
            self.done += 1
        elif "added" in line:
            self.added.append(str(line["added"]))
        else:
            self.done = max(0, min(len(self.steps), int(line["done"])))

    def note(self, step: JournalStep) -> None:
        """Append a change that is about to be made. What had been undone is given up. Raises Refused."""
        with self._turn:
            self._append(_step_data(step))
            self.steps[self.done :] = [step]
            self.done += 1
            self._keep_small()

    def note_added(self, name: str) -> None:
        """Append the name of a picture or another file that was added. Raises Refused."""
        with self._turn:
            self._append({"added": name})
            self.added.append(name)

    def stand_at(self, done: int) -> None:
        """Append how many of the changes are in the files by now. Raises Refused."""
        with self._turn:
            self._append({"done": done})
            self.done = done

    def names(self) -> tuple[str, ...]:
        """The names of all files that were changed or added."""
        changed = (change.name for step in self.steps for change in step.files)
        return tuple(dict.fromkeys((*changed, *self.added)))

    def _append(self, line: Mapping[str, Any]) -> None:
        try:
            if not self.path.parent.exists():
                self.path.parent.mkdir()
                (self.path.parent / ".gitignore").write_text("*\n", encoding="utf-8")
            with self.path.open("ab") as file:
                if file.tell() and not _ends_with_line(self.path):
                    file.write(b"\n")
                file.write(_line(line))
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise cannot_write(self.path, error, "Nothing was saved.") from error
        self._state = _state_of(self.path)

    def _keep_small(self) -> None:
        if self._state and self._state[2] > LARGEST:
            self.steps = self.steps[len(self.steps) // 2 :]
            self.done = len(self.steps)
            lines: list[Mapping[str, Any]] = [*map(_step_data, self.steps), *({"added": name} for name in self.added)]
            write_files({self.path: b"".join(_line(line) for line in lines)}, self.root)
            self._state = _state_of(self.path)


def _line(data: Mapping[str, Any]) -> bytes:
    return json.dumps(data).encode() + b"\n"  # in ASCII, so that also bytes that are no text come back


def _step_data(step: JournalStep) -> Mapping[str, Any]:
    files = [change.as_data() for change in step.files]
    act = {"act": step.act} if step.act else {}
    return {"target": dict(step.target), "effects": list(step.effects), "files": files, **act}


def _is(root: Path, step: JournalStep, *, after: bool) -> bool:
    """Whether all files are as they were after, or before, a change that changed them."""
    return all(bytes_of(root / c.name) == (c.after if after else c.before) for c in step.files) and bool(step.files)


def bytes_of(path: Path) -> bytes | None:
    """The content of a file by now; None if there is none."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None


def _state_of(path: Path) -> tuple[int, ...]:
    try:
        found = os.stat(path)
    except OSError:
        return ()
    return found.st_ino, found.st_mtime_ns, found.st_size


def _ends_with_line(path: Path) -> bool:
    with path.open("rb") as file:
        file.seek(-1, os.SEEK_END)
        return file.read(1) == b"\n"


def _lines(path: Path) -> Iterator[Mapping[str, Any]]:
    """The lines of a journal that were written whole; none of one that cannot be read."""
    try:
        written = path.read_bytes().split(b"\n")
    except OSError:
        return
    for line in written:
        try:
            data = json.loads(line)
        except ValueError:
            continue
        if isinstance(data, dict) and (data.keys() & {"files", "added", "done"}):
            yield data
