"""Ids: making them from text, and checking them."""

from __future__ import annotations

import unicodedata

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.model.slug import cut
from generator.model.slug import slug as slug
from generator.model.values import ID_LENGTH, WINDOWS
from generator.model.values import is_id as is_id


def id_problems(entry_id: str, place: Span) -> tuple[Diagnostic, ...]:
    """The problems of an id by itself, at its place."""
    if is_id(entry_id):
        return ()
    if WINDOWS.match(entry_id):
        message, hint = f"`{entry_id}` is a reserved name on Windows", "add a word, such as `" + entry_id + "-entry`"
    elif len(entry_id) > ID_LENGTH:
        message, hint = f"the id has {len(entry_id)} characters; at most {ID_LENGTH} are allowed", "shorten it"
    else:
        message = f"`{entry_id}` is not a valid id"
        hint = f"use {suggested(entry_id)}"
    return (Diagnostic(codes.BAD_ID, message, place, hint),)


def anchor(heading: str) -> str:
    """The place in a page that a heading names: its letters and digits in any script, with hyphens for all else.

    It is empty if the heading has none. The same heading has the same anchor, however its accents are encoded.
    """
    letters = unicodedata.normalize("NFC", unicodedata.normalize("NFC", heading).lower())
    kept = (letter if unicodedata.category(letter) in _OF_WORDS else " " for letter in letters)
    return cut("-".join("".join(kept).split()))


_OF_WORDS = frozenset(("Ll", "Lu", "Lt", "Lm", "Lo", "Mn", "Mc", "Nd", "Nl"))
"""Letters, the signs that belong to them, and digits."""


def suggested(text: str) -> str:
    """What an id consists of, and one that resembles `text` if there is one: the end of a hint."""
    made = slug(text)
    if made and made != text:
        return f"lower-case letters, digits and hyphens: `{made}`"
    return "lower-case letters from a to z, digits and hyphens, in a word or two that say what it is about"
