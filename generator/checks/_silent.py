"""Entries in whose texts rules find nothing, so that an edit of one does not check the texts of all others again.

Nearly all texts are without a mistake, so it is enough to keep this, and to find again what is wrong.
"""

from __future__ import annotations

import json

from generator.caching.kept import Kept


class SilentTexts:
    """The entries in whose texts nothing was found, by what decides them. Lives as long as a command.

    They are `kept` from one process to the next, under a key that says everything else that decides what rules find.
    """

    def __init__(self, kept: Kept | None = None) -> None:
        self._kept = kept
        self._key = ""
        self._is_new = False
        self.known: frozenset[str] = frozenset()

    def begin(self, key: str) -> None:
        """Begin a check under this key."""
        if key != self._key:
            content = self._kept.get(key) if self._kept else None
            self._key, self.known = key, frozenset(json.loads(content) if content else ())

    def note(self, found: frozenset[str]) -> None:
        """Note what a check has found to be silent: the known ones that are still there, and new ones."""
        self._is_new = self._is_new or found != self.known
        self.known = found

    def save(self) -> None:
        """Keep what was noted, if it differs from what is kept."""
        if self._kept and self._is_new:
            self._kept.put(self._key, json.dumps(sorted(self.known)).encode())
            self._kept.keep_only({self._key})
