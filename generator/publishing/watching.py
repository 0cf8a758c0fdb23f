"""Changes of files, as the system reports them, and when a change is complete."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from pathlib import Path
from threading import Condition
from types import TracebackType
from typing import Self

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

QUIET = 0.02
"""So many seconds without a change end one: editors and version control write several files at once."""

LONGEST = 1.0
"""A change that goes on for longer is taken as it is."""

READING = frozenset(("opened", "closed_no_write", "attrib"))
"""Events that change no content."""


class Watch(FileSystemEventHandler):
    """Watches files and folders, of which some may not exist yet, until it is closed."""

    def __init__(self, paths: Iterable[Path]) -> None:
        self._files = {os.path.abspath(path) for path in paths}
        self._changed = Condition()
        self._count = 0
        self._seen = 0
        self._observer = Observer()
        for path in self._files:
            if os.path.isdir(path):
                self._observer.schedule(self, path, recursive=True)
        # A file, and whatever may appear later, is watched in the nearest folder that exists.
        for folder in {_nearest(os.path.dirname(path)) for path in self._files}:
            self._observer.schedule(self, folder, recursive=False)
        self._observer.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        # A folder is reported as modified for each file in it, which is reported as well.
        if event.event_type in READING or (event.is_directory and event.event_type == "modified"):
            return
        places = [os.fsdecode(place) for place in (event.src_path, event.dest_path) if place]
        if any(map(self._concerns, places)) or (event.event_type != "modified" and any(map(self._contains, places))):
            with self._changed:
                self._count += 1
                self._changed.notify_all()

    @property
    def pending(self) -> bool:
        """Whether there was a change since the last `wait`."""
        return self._count != self._seen

    def wait(self, most: float | None = None) -> bool:
        """Wait for a change and until it is complete, or for `most` seconds. Returns whether there was one."""
        with self._changed:
            if not self._changed.wait_for(lambda: self.pending, most):
                return False
            left = LONGEST
            while left > 0 and self._goes_on():
                left -= QUIET
            self._seen = self._count
            return True

    def _goes_on(self) -> bool:
        before = self._count
        return self._changed.wait_for(lambda: self._count != before, QUIET)

    def _concerns(self, path: str) -> bool:
        """Whether a path is one of those that are watched, or lies in one and is no file of an editor or a cache."""
        if path in self._files:
            return True
        inside = next((path[len(file) :] for file in self._files if path.startswith(f"{file}{os.sep}")), None)
        return inside is not None and not inside.endswith("~") and not re.search(r"[/\\](?:\.|__)", inside)

    def _contains(self, path: str) -> bool:
        """Whether a path is a folder in which one of those lies, or may appear."""
        return any(file.startswith(f"{path}{os.sep}") for file in self._files)


def _nearest(folder: str) -> str:
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder
