"""Sessions and schedules as JSON. What comes from outside is rebuilt field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from generator.kinds.copies import Copies
from generator.sessions.papers import MOST_NAMES, PAPERS, in_order, is_day, is_name
from generator.sessions.schedule import Hand, Schedule
from generator.sessions.session import (
    DAY,
    LONGEST_TITLE,
    MOST_BLOCKS,
    MOST_MINUTES,
    MOST_PEOPLE,
    PlannedSession,
    SessionBlock,
    SessionUse,
)

VERSION = 1
SHARING = ("person", "pair", "trio", "table", "room")
MOST_USES = 40

T = TypeVar("T")

_CONTROLS = re.compile("[\x00-\x1f\x7f\u2028\u2029]")


class Unreadable(ValueError):
    """What is no session: where in it, such as `blocks.2.minutes`, and what it has to be."""

    def __init__(self, path: str, what: str) -> None:
        super().__init__(f"{path}: {what}" if path else what)


def to_json(session: PlannedSession) -> dict[str, Any]:
    """A session as data of JSON."""
    return {
        "version": VERSION,
        "title": session.title,
        "plan": session.plan,
        "people": session.people,
        "setting": session.setting,
        "start": session.start,
        "minutes": session.minutes,
        "collation": session.collation,
        "blocks": [_block_to_json(block) for block in session.blocks],
        "papers": list(session.papers),
        "feedback": _use_to_json(session.feedback) if session.feedback else None,
        "day": session.day,
        "names": list(session.names),
    }


def _block_to_json(block: SessionBlock) -> dict[str, Any]:
    fields = {name: getattr(block, name) for name in ("id", "of", "part", "title", "minutes", "needs", "drop", "cut")}
    return {**fields, "uses": [_use_to_json(use) for use in block.uses], "planned": block.planned}


def _use_to_json(use: SessionUse) -> dict[str, Any]:
    copies = {"each": use.copies.each, "number": use.copies.number} if use.copies else None
    return {"entry": use.entry, "kind": use.kind, "title": use.title, "in_part": use.in_part, "copies": copies}


def schedule_to_json(found: Schedule) -> dict[str, Any]:
    """A schedule as data of JSON."""
    return {
        "end": found.end,
        "total": found.total,
        "over": found.over,
        "lines": [
            {
                "id": line.id,
                "start": line.start,
                "end": line.end,
                "short": line.short,
                "hands": [_hand_to_json(one) for one in line.hands],
            }
            for line in found.lines
        ],
        "at_end": [_hand_to_json(one) for one in found.at_end],
        "packing": [{"entry": entry, "copies": copies} for entry, copies in found.packing],
        "papers": [{"paper": paper, "pages": pages} for paper, pages in found.papers],
        "proposal": {
            "leave_out": list(found.proposal.leave_out),
            "shorten": [{"id": name, "by": by} for name, by in found.proposal.shorten],
            "left": found.proposal.left,
        },
    }


def _hand_to_json(hand: Hand) -> dict[str, Any]:
    return {"entry": hand.entry, "copies": hand.copies, "again": hand.again}


def from_text(text: str) -> PlannedSession:
    """The session in a text of JSON. Raises `Unreadable`."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError):
        raise Unreadable("", "it is no JSON") from None
    return from_json(data)


def from_json(data: object) -> PlannedSession:
    """The session in data of JSON. Raises `Unreadable`."""
    found = _object(data, "")
    if (version := found.get("version")) != VERSION:
        newer = isinstance(version, int) and not isinstance(version, bool) and version > VERSION
        raise Unreadable("version", "it is from a newer playbook" if newer else f"it has to be {VERSION}")
    blocks = _list(found, "blocks", "", MOST_BLOCKS)
    session = PlannedSession(
        _text(found, "title", "", LONGEST_TITLE),
        _text(found, "plan", ""),
        _whole(found, "people", "", 1, MOST_PEOPLE),
        _one_of(found, "setting", "", ("room", "video")),
        _whole(found, "start", "", 0, DAY - 1),
        _whole(found, "minutes", "", 0, DAY),
        _one_of(found, "collation", "", ("sheet", "person")),
        tuple(_block(block, f"blocks.{at}.") for at, block in enumerate(blocks)),
        **_besides(found),
    )
    names = [block.id for block in session.blocks]
    for at, name in enumerate(names):
        if name in names[:at]:
            raise Unreadable(f"blocks.{at}.id", f"another block is called `{name}`")
    return session


def _besides(data: Mapping[str, Any]) -> dict[str, Any]:
    """What sessions have had only later: papers, feedback form, day and names."""
    found = {"papers": [], "feedback": None, "day": "", "names": [], **data}
    papers, names = _list(found, "papers", "", len(PAPERS)), _list(found, "names", "", MOST_NAMES)
    for at, paper in enumerate(papers):
        if paper not in PAPERS:
            raise Unreadable(f"papers.{at}", f"it has to be one of: {', '.join(PAPERS)}")
    for at, name in enumerate(names):
        if not isinstance(name, str) or not is_name(name):
            raise Unreadable(f"names.{at}", "it has to be a name on one line")
    day = _text(found, "day", "")
    if day and not is_day(day):
        raise Unreadable("day", "it has to be a day such as 2026-03-01")
    feedback = _use(found["feedback"], "feedback.") if found["feedback"] is not None else None
    return {"papers": in_order(papers), "feedback": feedback, "day": day, "names": tuple(names)}


def _block(data: object, path: str) -> SessionBlock:
    found = {"planned": 0, **_object(data, path)}
    uses = _list(found, "uses", path, MOST_USES)
    return SessionBlock(
        _text(found, "id", path, least=1),
        _text(found, "of", path),
        _text(found, "part", path),
        _text(found, "title", path, 500),
        _whole(found, "minutes", path, 1, MOST_MINUTES),
        _whole(found, "needs", path, 0, 10 * DAY),
        _of_type(found, "drop", path, bool, "true or false"),
        _of_type(found, "cut", path, bool, "true or false"),
        tuple(_use(use, f"{path}uses.{at}.") for at, use in enumerate(uses)),
        _whole(found, "planned", path, 0, MOST_MINUTES),
    )


def _use(data: object, path: str) -> SessionUse:
    found = _object(data, path)
    copies = None
    if found.get("copies") is not None:
        rule, within = _object(found["copies"], f"{path}copies."), f"{path}copies."
        each, number = _one_of(rule, "each", within, SHARING), _whole(rule, "number", within, 0, 100)
        copies = Copies.model_validate({"each": each, "number": number})
    return SessionUse(
        _text(found, "entry", path, least=1),
        _text(found, "kind", path),
        _text(found, "title", path, 500),
        _of_type(found, "in_part", path, bool, "true or false"),
        copies,
    )


def _object(data: object, path: str) -> Mapping[str, Any]:
    if not isinstance(data, dict):
        raise Unreadable(path.removesuffix("."), "it has to be an object")
    return data


def _list(data: Mapping[str, Any], name: str, path: str, most: int) -> Sequence[Any]:
    found: list[Any] = _of_type(data, name, path, list, "a list")
    if len(found) > most:
        raise Unreadable(path + name, f"it has to have at most {most} elements")
    return found


def _text(data: Mapping[str, Any], name: str, path: str, most: int = 100, least: int = 0) -> str:
    found: str = _of_type(data, name, path, str, "a text")
    if not least <= len(found) <= most or _CONTROLS.search(found):
        raise Unreadable(path + name, f"it has to be a text of {least} to {most} characters on one line")
    return found


def _whole(data: Mapping[str, Any], name: str, path: str, least: int, most: int) -> int:
    found = data.get(name)
    if not isinstance(found, int) or isinstance(found, bool) or not least <= found <= most:
        raise Unreadable(path + name, f"it has to be a whole number from {least} to {most}")
    return found


def _one_of(data: Mapping[str, Any], name: str, path: str, allowed: Sequence[str]) -> Any:
    found = data.get(name)
    if found not in allowed:
        raise Unreadable(path + name, f"it has to be one of: {', '.join(allowed)}")
    return found


def _of_type(data: Mapping[str, Any], name: str, path: str, wanted: Callable[..., T], what: str) -> Any:
    found = data.get(name)
    if type(found) is not wanted:
        raise Unreadable(path + name, f"it has to be {what}")
    return found
