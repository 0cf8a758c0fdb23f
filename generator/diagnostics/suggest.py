"""Suggestions of similar names, and lists of names in hints."""

from __future__ import annotations

from collections.abc import Iterable
from difflib import SequenceMatcher, get_close_matches

SHORT = 4
"""Words of so few characters have much in common with many: more of them must be alike."""

CLOSE = 0.05
"""Two names are equally similar if their similarity to the word, from 0 to 1, differs by at most this."""


def with_article(noun: str) -> str:
    """`a tell`, `an audience`."""
    return f"{'an' if noun[:1].lower() in 'aeiou' else 'a'} {noun}"


def shortened(text: str, most: int = 40) -> str:
    """The text on one line, cut to at most `most` characters."""
    text = " ".join(text.split("\n"))
    return text if len(text) <= most else text[: most - 1] + "…"


def nearest(word: str, known: Iterable[str]) -> str | None:
    """The known name that is most similar to `word`, or None if none is similar."""
    found = get_close_matches(word.lower(), sorted(known), n=1, cutoff=0.6)
    return found[0] if found else None


def candidates(word: str, known: Iterable[str]) -> list[str]:
    """The most similar known name; two if they are equally similar; none if none is similar."""
    found = get_close_matches(word.lower(), sorted(set(known)), n=2, cutoff=0.6 if len(word) > SHORT else 0.65)
    if len(found) == 2 and _likeness(word, found[0]) - _likeness(word, found[1]) > CLOSE:
        found.pop()
    return found


def did_you_mean(word: str, known: Iterable[str]) -> str | None:
    """A hint naming the candidates."""
    found = candidates(word, known)
    return f"did you mean {' or '.join(f'`{name}`' for name in found)}?" if found else None


def _likeness(word: str, name: str) -> float:
    return SequenceMatcher(None, name, word.lower()).ratio()


def listed(names: Iterable[str], last: str = " and ") -> str:
    """Names as text: `a`, `b` and `c`."""
    return enumerated((f"`{name}`" for name in names), last)


def enumerated(texts: Iterable[str], last: str = " or ") -> str:
    """Texts in one: a, b or c."""
    shown = list(texts)
    return last.join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))
