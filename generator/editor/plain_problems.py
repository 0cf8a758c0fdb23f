"""Messages and hints without what only those know who write files: ids, and signs that a form writes itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TypeAlias

HINTS: Mapping[str, str] = {
    "copied-file": "write what this entry has to say of its own, or remove it",
    "folded-markup": "change something in this text and save it here: it is written so that its lines stay",
    "orphan-entry": "open an entry where somebody would need this one, and link to it from there",
    "picture-in-text": "remove it, and put the picture in under “More”",
    "unknown-address": (
        "to link to an entry, mark the words, press “Link” and choose it; to another site, write its whole address "
        "with `https://`"
    ),
    "wrong-ignore": "remove it, or choose the rule that is meant",
}
"""What to do about a problem in a form, by its code, where a file asks for something else."""

TO_DO: Mapping[str, str] = {
    "choice": "choose one",
    "yes_no": "choose one",
    "ref": "choose one",
    "list": "add one",
    "named": "add one",
}
"""What to do about a field that is missing, by its sort, where it is not to be filled in."""

Phrases: TypeAlias = tuple[tuple[re.Pattern[str], str], ...]

PHRASES: Phrases = (
    (re.compile(r"\bthe id of (?=an? )"), ""),
    (
        re.compile(r"\bwrite a value, or (?:delete this field if there is nothing to say|delete it)"),
        "fill it in, or remove it",
    ),
    (re.compile(r"\bwrite a value, or remove the field"), "fill it in, or remove it"),
    (re.compile(r"\bwrite a value\b"), "fill it in"),
    (re.compile(r"\bids must be unique across all kinds; choose another id\b"), "choose another name"),
    (re.compile(r"\bids\b"), "short names"),
    (re.compile(r"\ban id\b"), "a short name"),
    (re.compile(r"\bid\b"), "short name"),
)
"""Words of messages, each with what a form says in its place."""

OF_KINDS: Mapping[str, Phrases] = {
    "assessment": (
        (re.compile(r"\bthis assessment\b"), "this self-check"),
        (re.compile(r"\bband(?=s?\b)"), "range"),
        (re.compile(r"\ban item\b"), "a question"),
        (re.compile(r"\bitem(?=s?\b)"), "question"),
    ),
}
"""The same for words that only the forms of some kinds avoid."""


def plainly_said(text: str, phrases: Phrases = ()) -> str:
    """A message or a hint without words of files. What stands in backticks stays."""
    parts = text.split("`")
    for at in range(0, len(parts), 2):
        for words, plain in (*PHRASES, *phrases):
            parts[at] = words.sub(plain, parts[at])
    return "`".join(parts)
