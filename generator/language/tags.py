"""Tags of languages, as HTML writes them: `de`, `en-GB`, `zh-Hant`, `sr-Latn-RS`, `es-419`."""

from __future__ import annotations

from collections.abc import Container, Iterator

TAG = r"^[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?$"
"""A language, perhaps a script, perhaps a region or a part of the world by its number (BCP 47)."""

_RIGHT_TO_LEFT_SCRIPTS = frozenset(
    ("Adlm", "Arab", "Aran", "Hebr", "Mand", "Nkoo", "Rohg", "Samr", "Syrc", "Thaa", "Yezi")
)
_RIGHT_TO_LEFT = frozenset(
    "ar arc ary arz azb bal bqi ckb dv fa glk he khw ks lrc mzn nqo pnb ps sd skr syr ug ur yi".split()  # noqa: SIM905
)
"""Languages that are written from right to left unless their tag names another script."""


def is_right_to_left(tag: str) -> bool:
    """Whether the language is written from right to left."""
    language, *more = tag.split("-")
    script = next((part for part in more if len(part) == 4 and part.isalpha()), None)
    return script in _RIGHT_TO_LEFT_SCRIPTS if script else language in _RIGHT_TO_LEFT


def prefixes(tag: str) -> Iterator[str]:
    """The tag and what it begins with, the longest first: `sr-Latn-RS`, `sr-Latn`, `sr`."""
    parts = tag.split("-")
    return ("-".join(parts[:end]) for end in range(len(parts), 0, -1))


def nearest(tag: str, known: Container[str]) -> str | None:
    """The longest beginning of the tag that is known: `de` for `de-AT`, or None."""
    return next((prefix for prefix in prefixes(tag) if prefix in known), None)
