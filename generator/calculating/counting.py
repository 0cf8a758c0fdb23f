"""Numbers taken from a text. `components/calculator/counting.js` counts alike."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable


def characters(text: str) -> int:
    """How many characters people see. Marks and joiners belong to the character before them.

    The browser asks its own segmenter; this serves the texts of a playbook, which hold letters and punctuation.
    """
    composed = unicodedata.normalize("NFC", text)
    return sum(1 for c in composed if unicodedata.category(c) not in ("Mn", "Me", "Cf"))


def words(text: str) -> int:
    return len(text.split())


def marks(text: str, wanted: str) -> int:
    """How often the characters of `wanted` occur in `text`."""
    return sum(text.count(mark) for mark in set(wanted))


def phrases(text: str, wanted: Iterable[str]) -> tuple[str, ...]:
    """Those of `wanted` that occur in `text` as whole words, each as often as it does, whatever the case."""
    text = _plain(text)
    found = []
    for phrase in dict.fromkeys(map(_plain, wanted)):
        if phrase:
            found += re.findall(rf"(?<!\w){re.escape(phrase)}(?!\w)", text)
    return tuple(found)


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())
