"""Changes of files, as the system reports them, and when a change is complete."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Mapping
from contextlib import suppress
from threading import Condition
from types import TracebackType
from typing import Self, TypeAlias

from watchdog.events import (
    DirCreatedEvent,
    DirDeletedEvent,
    DirMovedEvent,
    FileClosedEvent,
    FileCreatedEvent,
    FileDeletedEvent,
    FileModifiedEvent,
    FileMovedEvent,
    FileSystemEvent,
    FileSystemEventHandler,
)
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver
from watchdog.observers.polling import PollingObserver

QUIET = 0.02
"""So many seconds without a change end one: editors and version control write several files at once."""

LONGEST = 1.0
"""A change that goes on for longer is taken as it is."""

POLLING = 0.5
"""Seconds between two looks at all files, where the system does not report changes."""

CHANGING: list[type[FileSystemEvent]] = [
    *(FileCreatedEvent, FileModifiedEvent, FileClosedEvent, FileMovedEvent, FileDeletedEvent),
    *(DirCreatedEvent, DirMovedEvent, DirDeletedEvent),
]
"""What the system is asked to report: a build opens thousands of files, and that each was read would take as long to
hear as to build. A folder is modified with each file in it, which is reported as well."""

Places: TypeAlias = Mapping[tuple[str, bool], tuple[int, int]]
"""Folders to watch: the path, whether with all folders in it, and which folder of the file system it is."""


class Watch(FileSystemEventHandler):
    """Watches files and folders, of which some may not exist yet, until it is closed."""

    def __init__(self, paths: Iterable[str | os.PathLike[str]]) -> None:
        self._named = _named(paths)
        self._files = _with_linked(self._named)
        self._places = _places(self._files)
        self._changed = Condition()
        self._count = 0
        self._seen = 0
        self._observer = self._started()

    def _started(self) -> BaseObserver:
        try:
            return self._observing(Observer())
        except OSError:
            # The system watches a limited number of folders for a user.
            return self._observing(PollingObserver(timeout=POLLING))

    def _observing(self, observer: BaseObserver) -> BaseObserver:
        for path, recursive in self._places:
            observer.schedule(self, path, recursive=recursive, event_filter=CHANGING)
        try:
            observer.start()
        except OSError:
            observer.unschedule_all()
            raise
        return observer

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: type[BaseException] | None, _error: object, _trace: TracebackType | None) -> None:
        self._observer.stop()
        self._observer.join()

    def on_any_event(self, event: FileSystemEvent) -> None:
        places = [os.fsdecode(place) for place in (event.src_path, event.dest_path) if place]
        if any(map(self._concerns, places)) or (event.event_type != "modified" and any(map(self._contains, places))):
            with self._changed:
                self._count += 1
                self._changed.notify_all()

    def is_for(self, paths: Iterable[str | os.PathLike[str]]) -> bool:
        """Whether it reports every change of these paths.

        If not, folders have appeared, or others lie in their places: their changes are seen by a new watch.
        """
        named = _named(paths)
        files = _with_linked(named)
        return (named, files, _places(files)) == (self._named, self._files, self._places)

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


def _named(paths: Iterable[str | os.PathLike[str]]) -> frozenset[str]:
    return frozenset(os.path.abspath(path) for path in paths)


def _with_linked(paths: Iterable[str]) -> frozenset[str]:
    """The paths, and the places to which links at and under them lead: there the system reports changes."""
    found = set[str]()
    for path in paths:
        found |= {path, os.path.realpath(path)}
        for place, folders, _ in os.walk(path, followlinks=True):
            folders[:] = [name for name in folders if not name.startswith((".", "__"))]
            for name in tuple(folders):
                inside = os.path.join(place, name)
                if os.path.islink(inside):
                    if os.path.realpath(inside) in found:  # a link that leads back
                        folders.remove(name)
                    found.add(os.path.realpath(inside))
    return frozenset(found)


def _places(files: Iterable[str]) -> Places:
    """Where the system has to look for changes of these files and folders."""
    places: dict[tuple[str, bool], tuple[int, int]] = {}
    for path in files:
        if os.path.isdir(path) and not os.path.islink(path):
            _add(places, path, recursive=True)
        # A file, and whatever may appear later, is watched in the nearest folder that exists.
        _add(places, _nearest(os.path.dirname(path)), recursive=False)
    return places


def _add(places: dict[tuple[str, bool], tuple[int, int]], folder: str, *, recursive: bool) -> None:
    with suppress(OSError):  # it was deleted meanwhile
        found = os.stat(folder)
        places[folder, recursive] = (found.st_dev, found.st_ino)


def _nearest(folder: str) -> str:
    while not os.path.isdir(folder):
        folder = os.path.dirname(folder)
    return folder
