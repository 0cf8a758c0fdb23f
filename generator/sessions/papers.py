"""The papers of a session besides its sheets: name tents, an attendance list, a feedback form, certificates.

`themes/playbook/components/session/lazy/papers.js` counts the same.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from math import ceil
from typing import Final, Literal, TypeAlias, get_args

SessionPaper: TypeAlias = Literal["tents", "attendance", "feedback", "certificates"]

PAPERS: Final[tuple[SessionPaper, ...]] = get_args(SessionPaper)
"""In the order in which they are handed out. The feedback form is a worksheet; the others are made of the session."""

ROWS = 20
"""The rows of a page of the attendance list. Those that are left are for people whom nobody expected."""

LONGEST_NAME = 100
MOST_NAMES = 500

_CONTROLS = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff]")
_DAY = re.compile(r"[1-9]\d{3}-\d{2}-\d{2}", re.ASCII)


def seats(people: int, names: tuple[str, ...]) -> int:
    """How many people get papers of their own: those who are expected, or those who have names, if they are more."""
    return max(people, len(names))


def pages_of(
    papers: Iterable[SessionPaper], people: int, names: tuple[str, ...]
) -> tuple[tuple[SessionPaper, int], ...]:
    """How many pages each of these papers has that are made of the session."""
    number = seats(people, names)
    pages: dict[SessionPaper, int] = {"tents": number, "attendance": ceil(number / ROWS), "certificates": number}
    chosen = frozenset(papers)
    return tuple((paper, found) for paper, found in pages.items() if paper in chosen)


def names_in(text: str) -> tuple[str, ...]:
    """The names in a text with one on each line. Raises `ValueError` with what is wrong with a line."""
    names = []
    for number, line in enumerate(text.removeprefix("\ufeff").splitlines(), 1):
        name = " ".join(line.split())
        if name and not is_name(name):
            raise ValueError(f"line {number}: a name has at most {LONGEST_NAME} characters and no control characters")
        if name:
            names.append(name)
    if len(names) > MOST_NAMES:
        raise ValueError(f"there are {len(names)} names; a session takes at most {MOST_NAMES}")
    return tuple(names)


def is_name(text: str) -> bool:
    """Whether a text can be a name: on one line, not empty, without spaces around it, and not too long."""
    return text == text.strip() != "" and len(text) <= LONGEST_NAME and not _CONTROLS.search(text)


def is_day(text: str) -> bool:
    """Whether a text is a day such as `2026-03-01`."""
    try:
        return bool(_DAY.fullmatch(text) and date.fromisoformat(text))
    except ValueError:
        return False


def in_order(papers: Iterable[str]) -> tuple[SessionPaper, ...]:
    """The papers among these names, in their order, each once."""
    chosen = frozenset(papers)
    return tuple(paper for paper in PAPERS if paper in chosen)
