"""Ids made from text."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from generator.model.values import ID_LENGTH, is_id


@lru_cache(4096)
def slug(text: str) -> str:
    """A valid id that resembles `text`; empty if letters of it would be lost that no letter from a to z stands for."""
    plain = "".join(_LATIN.get(letter, letter) for letter in unicodedata.normalize("NFKD", text.lower()))
    if any(letter.isalnum() and not letter.isascii() for letter in plain):
        return ""
    made = cut(re.sub(r"[^a-z0-9]+", "-", re.sub(r"[\u0300-\u036f]", "", plain)))
    return made if is_id(made) else ""


# Letters without a decomposition into one from a to z and a sign.
_LATIN = {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "\u0131": "i", "ħ": "h"}


def cut(made: str) -> str:
    """Not longer than an id, and without hyphens at its ends."""
    return made.strip("-")[:ID_LENGTH].strip("-")
