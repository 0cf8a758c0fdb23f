"""The scheme of addresses. Addresses are relative to the site: a page has a slash at its end, home is empty.

`practices/` is the index page of a kind, `practices/slow-down/` the page of an entry, `about/` a page written by hand,
and `practices/slow-down/#steps` a place in a page.
"""

from __future__ import annotations

import re
from typing import NamedTuple

HOME = ""
NOT_FOUND = "404.html"
BROWSE = "browse/"
SEARCH = "search/"
TEAM = "team/"
PRINT = "print/"
MATRIX = "matrix/"
PLAN = "plan/"
SESSION = "plan-a-session/"
OFFLINE = "offline/"
NEEDS_A_LOOK = "needs-a-look/"
CHANGES = "changes/"
CALENDARS = "calendars"

RESERVED = frozenset(
    {
        "pages",
        "redirects",
        "search",
        "browse",
        "print",
        "plan",
        "plan-a-session",
        "team",
        "matrix",
        "offline",
        "needs-a-look",
        "changes",
        CALENDARS,
        "assets",
        "files",
        "api",
        "home",
        "404",
    }
)
"""What the site and the folder of the content have already: no kind and no hand-written page can be called so."""

PAGE = re.compile(r"(?:[a-z0-9][a-z0-9_-]*/)+")
"""The address of a page that is kept for good."""

FILE = re.compile(r"files/(?:[a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.[a-z0-9]+")
"""The address of a picture or another file that is kept for good."""

ANCHOR = re.compile(r"#[^\s#\"'<>&]+")
"""A place in a page, as it follows the address of the page."""

QUESTIONS = "questions"
"""The anchor of all questions of a self-check."""


class AddressParts(NamedTuple):
    """The folder and the name of an address: `practices` and `slow-down`. A page written by hand has no folder."""

    folder: str
    name: str


def page(name: str) -> str:
    """The address of a page by its name: `about/`; of an entry named with its folder: `practices/slow-down/`."""
    return f"{name}/"


def index(folder: str) -> str:
    """The address of the list of all entries of the kind that has this folder."""
    return page(folder)


def entry(folder: str, entry_id: str) -> str:
    """The address of an entry of the kind that has this folder."""
    return page(f"{folder}/{entry_id}")


def calendar(owner: str) -> str:
    """The file with the days by which an owner is to review entries."""
    return f"{CALENDARS}/{owner}.ics"


def parts(address: str) -> AddressParts:
    """What an address consists of, with or without the slash at its end."""
    folder, _, name = address.rstrip("/").rpartition("/")
    return AddressParts(folder, name)


def place(address: str, anchor: str) -> str:
    """The address of a place in a page."""
    return f"{address}#{anchor}"


_QUESTION = "question-"


def question(item_id: str) -> str:
    """The anchor of a question of a self-check."""
    return f"{_QUESTION}{item_id}"


def asked(address: str) -> tuple[str, str] | None:
    """The page and the id of the question that an address leads to; None if it leads to something else."""
    on_page, mark, anchor = address.partition("#")
    return (on_page, anchor.removeprefix(_QUESTION)) if mark and anchor.startswith(_QUESTION) else None


def relative(target: str, base: str) -> str:
    """The address `target` as seen from the page at `base`.

    >>> relative("tells/price-based/", "practices/slow-down/")
    '../../tells/price-based/'
    """
    up = "../" * base.count("/")
    return (up + target) or "./"
