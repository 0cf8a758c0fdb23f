"""Paragraphs in lines of limited width, of which as many as possible stay as they were."""

from __future__ import annotations

import re
from collections.abc import Sequence

ROOMY = 9 / 8
"""How much longer than the others a line may become when words of it change."""

_BREAK = re.compile(r"(?<! ) (?! )")


def pieces_of(text: str) -> list[str]:
    """What a line may not divide: words, and words with several spaces between them."""
    return _BREAK.split(text)


def filled_again(old: Sequence[Sequence[str]], new: Sequence[str], first: int, room: int, most: int) -> list[list[str]]:
    """The lines of each of the `new` paragraphs; `old` are the lines of each paragraph so far.

    The first line of all has at most `first` characters, each other one at most `room`; if words of it change, a little
    more, but not more than `most`.
    """
    whole = [" ".join(lines) for lines in old]
    before = _common(whole, new)
    behind = _common(whole[before:][::-1], list(new[before:])[::-1])
    changed = list(old[before : len(old) - behind])
    lines = [list(found) for found in old[:before]]
    for index, paragraph in enumerate(new[before : len(new) - behind]):
        known = changed[index] if index < len(changed) else ()
        lines.append(_filled(known, pieces_of(paragraph), room if lines else first, room, most))
    return [*lines, *(list(found) for found in old[len(old) - behind :])]


def _filled(old: Sequence[str], pieces: Sequence[str], first: int, room: int, most: int) -> list[str]:
    """The lines of one paragraph. Lines before and behind the change stay, unless the last new one is short."""
    written = [pieces_of(line) for line in old]
    before, used = _kept(written, pieces)
    behind, used_behind = _kept([line[::-1] for line in written[before:][::-1]], pieces[used:][::-1])
    changed = list(pieces[used : len(pieces) - used_behind])
    # What is added at the end of a line goes on there, if there is room.
    is_added = before and changed and (before == len(old) or written[before][0] != changed[0])
    if is_added and len(old[before - 1]) + 1 + len(changed[0]) <= (room if before > 1 else first):
        before -= 1
        changed = [*written[before], *changed]
    elif behind and changed and before + behind == len(old):
        changed, behind = [*changed, *written[len(old) - behind]], behind - 1
    rest = list(old[len(old) - behind :]) if behind else []
    here = room if before else first
    lines = _wrapped(changed, here, room)
    # A line that becomes a little too long stays one, so that those below it need not change.
    wider = max(room, min(int(room * ROOMY), most))
    roomy = _wrapped(changed, here + wider - room, wider)
    if len(roomy) <= len(old) - before - behind < len(lines):
        lines = roomy
    while rest and lines and len(lines[-1]) < room // 2:
        changed += pieces_of(rest.pop(0))
        lines = _wrapped(changed, room if before else first, room)
    return [*old[:before], *lines, *rest]


def _kept(lines: Sequence[Sequence[str]], pieces: Sequence[str]) -> tuple[int, int]:
    """How many lines begin the paragraph unchanged, and of how many pieces they are."""
    count = used = 0
    for line in lines:
        if list(pieces[used : used + len(line)]) != list(line):
            break
        count, used = count + 1, used + len(line)
    return count, used


def _wrapped(pieces: Sequence[str], first: int, room: int) -> list[str]:
    lines: list[str] = []
    for piece in pieces:
        width = first if len(lines) < 2 else room
        if lines and len(lines[-1]) + 1 + len(piece) <= width:
            lines[-1] += f" {piece}"
        else:
            lines.append(piece)
    return lines


def _common(old: Sequence[str], new: Sequence[str]) -> int:
    count = 0
    while count < min(len(old), len(new)) and old[count] == new[count]:
        count += 1
    return count
