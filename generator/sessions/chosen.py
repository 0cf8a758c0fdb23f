"""What somebody has chosen for a session: ids and minutes only, as they stand in the address of the page.

The text in the address has two or more lines: people, start, minutes, setting, collation and plan, with papers and day
if they are chosen; the blocks; the title if it is another than that of the plan; the names of people, if somebody wants
to hand them on. A block is `.open:10` (a block of that plan), `other-plan.open:10`,
`a-sheet:20` or `-:15` (a break), with `?` behind it if it may be left out.

`themes/playbook/components/session/session-link.js` reads and writes the same.
"""

from __future__ import annotations

import base64
import re
import zlib
from dataclasses import dataclass
from typing import Literal, cast

from generator.model.values import is_id
from generator.sessions.papers import MOST_NAMES, PAPERS, SessionPaper, in_order, is_day, is_name
from generator.sessions.session import (
    DAY,
    LONGEST_TITLE,
    MOST_BLOCKS,
    MOST_MINUTES,
    MOST_PEOPLE,
    Collation,
    Setting,
)

NAME = "session1"
"""What stands before the data: what they are, and the version of their form."""

LONGEST = 8192
"""The most characters of a fragment, as in `share-link/packed.js`."""

_FRAGMENT = re.compile(r"session(\d{1,4})\.([A-Za-z0-9_-]+)\.([0-9a-f]{8})")
_HEAD = re.compile(
    r"([1-9]\d{0,2}) (\d{1,4}) (\d{1,4}) (room|video) (sheet|person) ([a-z0-9-]+)(?: ([a-z,]+|-)(?: ([\d-]+))?)?",
    re.ASCII,
)
_BLOCK = re.compile(r"(-|[a-z0-9-]*\.[a-z0-9-]+|[a-z0-9-]+):([1-9]\d{0,2})(\??)", re.ASCII)
_CONTROLS = re.compile("[\x00-\x1f\x7f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class ChosenBlock:
    """A block of a plan (`of` and `part`), an entry (`of`), or a break (neither)."""

    of: str
    part: str
    minutes: int
    drop: bool


@dataclass(frozen=True, slots=True)
class SessionChoice:
    """What the address of the page says. An empty `title` is that of the plan."""

    title: str
    plan: str
    people: int
    setting: Setting
    start: int
    minutes: int
    collation: Collation
    blocks: tuple[ChosenBlock, ...]
    papers: tuple[SessionPaper, ...] = ()
    day: str = ""
    names: tuple[str, ...] = ()


class LinkFault(ValueError):
    """A link that carries no session: it is damaged, or from a newer playbook."""

    def __init__(self, reason: Literal["damaged", "newer", "too-long"]) -> None:
        super().__init__(reason)
        self.reason = reason


def to_fragment(choice: SessionChoice) -> str:
    """The fragment of an address, without its #, that carries a choice. Raises `LinkFault` if it is too long."""
    payload = base64.urlsafe_b64encode(to_text(choice).encode()).decode().rstrip("=")
    fragment = f"{NAME}.{payload}.{zlib.crc32(payload.encode()):08x}"
    if len(fragment) > LONGEST:
        raise LinkFault("too-long")
    return fragment


def from_fragment(fragment: str) -> SessionChoice:
    """The choice that a fragment, without its #, carries. Raises `LinkFault`."""
    if len(fragment) > LONGEST:
        raise LinkFault("too-long")
    found = _FRAGMENT.fullmatch(fragment)
    if found and int(found[1]) > 1:
        raise LinkFault("newer")
    if not found or f"session{found[1]}" != NAME or f"{zlib.crc32(found[2].encode()):08x}" != found[3]:
        raise LinkFault("damaged")
    try:
        text = base64.urlsafe_b64decode(found[2] + "=" * (-len(found[2]) % 4)).decode()
    except ValueError:
        raise LinkFault("damaged") from None
    return from_text(text)


def to_text(choice: SessionChoice) -> str:
    """A choice as the text that is packed into a fragment."""
    papers = [",".join(choice.papers) or "-"] if choice.papers or choice.day else []
    besides = [*papers, *([choice.day] if choice.day else [])]
    head = (choice.people, choice.start, choice.minutes, choice.setting, choice.collation, choice.plan or "-", *besides)
    blocks = " ".join(_block_text(block, choice.plan) for block in choice.blocks)
    title = [choice.title] if choice.title or choice.names else []
    return "\n".join([" ".join(map(str, head)), blocks, *title, *choice.names])


def _block_text(block: ChosenBlock, plan: str) -> str:
    name = block.of or "-"
    if block.part:
        name = f"{'' if block.of == plan else block.of}.{block.part}"
    return f"{name}:{block.minutes}{'?' if block.drop else ''}"


def from_text(text: str) -> SessionChoice:
    """The choice in a text. Raises `LinkFault`."""
    head, blocks, title, *names = [*text.split("\n"), "", ""][: max(3, text.count("\n") + 1)]
    found = _HEAD.fullmatch(head)
    if not found or len(title) > LONGEST_TITLE or _CONTROLS.search(title):
        raise LinkFault("damaged")
    if len(names) > MOST_NAMES or not all(map(is_name, names)):
        raise LinkFault("damaged")
    people, start, minutes = (int(found[at]) for at in (1, 2, 3))
    plan = "" if found[6] == "-" else found[6]
    chosen = tuple(_block(one, plan) for one in blocks.split(" ") if blocks)
    sound = people <= MOST_PEOPLE and start < DAY and minutes <= DAY and len(chosen) <= MOST_BLOCKS
    if not sound or (plan and not is_id(plan)):
        raise LinkFault("damaged")
    setting, collation = cast(Setting, found[4]), cast(Collation, found[5])
    papers, day = _papers(found[7] or "-"), found[8] or ""
    if day and not is_day(day):
        raise LinkFault("damaged")
    return SessionChoice(title, plan, people, setting, start, minutes, collation, chosen, papers, day, tuple(names))


def _papers(text: str) -> tuple[SessionPaper, ...]:
    names = [] if text == "-" else text.split(",")
    if not set(names) <= set(PAPERS):
        raise LinkFault("damaged")
    return in_order(names)


def _block(text: str, plan: str) -> ChosenBlock:
    found = _BLOCK.fullmatch(text)
    if not found or int(found[2]) > MOST_MINUTES:
        raise LinkFault("damaged")
    of, dot, part = ("", "", "") if found[1] == "-" else found[1].partition(".")
    of = of or (plan if dot else "")
    if (dot and not (is_id(of) and is_id(part))) or (of and not is_id(of)):
        raise LinkFault("damaged")
    return ChosenBlock(of, part, int(found[2]), bool(found[3]))
