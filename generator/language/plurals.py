"""Which form of a text goes with a number, after the Unicode CLDR, which Babel brings along."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

CATEGORIES = frozenset(("zero", "one", "two", "few", "many", "other"))
OTHER = "other"
"""The form of all numbers that have no form of their own."""

_SAMPLE = range(201)
"""Numbers among which every form occurs that counts of entries, minutes and people take."""


@cache
def category(tag: str, number: int) -> str:
    """The form that goes with a number in the language of a tag such as `de-AT`: `one`, `few`, `other` …"""
    locale = _locale(tag)
    if locale is None:
        return "one" if number == 1 else OTHER
    return str(locale.plural_form(number))


@cache
def needed(tag: str) -> frozenset[str]:
    """The forms that a text with a number must have in a language."""
    return frozenset(category(tag, number) for number in _SAMPLE) | {OTHER}


@cache
def _locale(tag: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError  # only builds need it

    parts = tag.split("-")
    for end in range(len(parts), 0, -1):
        try:
            return Locale.parse("_".join(parts[:end]))
        except (UnknownLocaleError, ValueError):
            continue
    return None
