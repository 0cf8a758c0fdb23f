"""Which regular expressions can take more time than a text is long.

An expression is slow if two of its repeats without a limit can share the same signs in more than one way, and what
follows can fail: then each way is tried. A search counts as a repeat of any sign before the expression. The analysis
is cautious: it may name an expression that is linear, but looks at sets of signs and not at their order.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any

LIMIT = 1000
"""Repeats that end at this number or earlier cost no more than a constant factor."""

DEEPEST = 60
"""So many steps are followed behind a repeat."""

SIGNS = frozenset(map(chr, [*range(0x300), *range(0x2000, 0x2070), *range(0xE000, 0xE020)]))
"""The signs that sets are compared by."""

Items = tuple[tuple[Any, Any], ...]
Needed = tuple[frozenset[str], ...]

# The parser of the standard library has no declared types.
_PARSER: Any = re._parser  # type: ignore[attr-defined]
_CODES: Any = re._constants  # type: ignore[attr-defined]
_WORD = frozenset(sign for sign in SIGNS if re.match(r"\w", sign))
_SIGNS_OF_ONE = {_CODES.LITERAL, _CODES.NOT_LITERAL, _CODES.ANY, _CODES.IN}
_REPEATS = {_CODES.MAX_REPEAT, _CODES.MIN_REPEAT, _CODES.POSSESSIVE_REPEAT}


def slow_parts(pattern: str, flags: int = 0, *, searched: bool = True, whole: bool = False) -> list[str]:
    """What makes the expression slow, as pairs of repeats; empty if it is linear.

    `searched`: it may start anywhere. `whole`: it fails unless it reaches the end of the text.
    """
    compiled = re.compile(pattern, flags)
    items: Items = tuple(_PARSER.parse(pattern, compiled.flags))
    if whole:
        items = (*items, (_CODES.AT, _CODES.AT_END_STRING))
    analysis = _Analysis(compiled.flags)
    start = [("the search", shown) for shown in analysis.reached(items, SIGNS)] if searched else []
    return [f"{one} and {other}" for one, other in dict.fromkeys([*start, *analysis.pairs(items)])]


class _Analysis:
    """The analysis of one expression with its flags."""

    def __init__(self, flags: int) -> None:
        self.flags = flags

    def pairs(self, items: Items, after: Items = ()) -> Iterator[tuple[str, str]]:
        """Repeats that share signs with a later one, or with the next turn of the repeat around them."""
        for index, (code, value) in enumerate(items):
            rest = (*items[index + 1 :], *after)
            if code in _REPEATS:
                yield from self.pairs_of_repeat(code, value, rest)
            elif code in (_CODES.ASSERT, _CODES.ASSERT_NOT):
                yield from self.pairs(tuple(value[1]))
            else:
                for way in _ways(code, value):
                    yield from self.pairs(way, () if code is _CODES.ATOMIC_GROUP else rest)

    def pairs_of_repeat(self, code: Any, value: Any, rest: Items) -> Iterator[tuple[str, str]]:
        """The pairs that begin with a repeat or with one within it."""
        most, body = value[1], tuple(value[2])
        around: Items = ((code, value),) if most > LIMIT else ()
        if code is _CODES.POSSESSIVE_REPEAT:
            yield from self.pairs(body, around)
        elif not _single(body):
            yield from self.pairs(body, (*around, *rest))
        elif most > LIMIT:
            signs = self.signs(body[0])
            yield from ((_shown(signs), other) for other in self.reached(rest, signs))

    def reached(self, items: Items, allowed: frozenset[str], needed: Needed = (), depth: int = 0) -> Iterator[str]:
        """Repeats that can be reached through `allowed` alone and can fail behind.

        `needed`: for each place passed on the way the signs that fit; the repeat must match one of each, too.
        """
        if not items or depth > DEEPEST:
            return
        (code, value), rest = items[0], items[1:]
        ways = _ways(code, value)
        if code in _SIGNS_OF_ONE:
            if self.signs(items[0]) & allowed:
                needed = (*needed, self.signs(items[0]))
                ways = ((),)
        elif code in _REPEATS:
            least, most, body = value[0], value[1], tuple(value[2])
            if most > LIMIT and _may_fail(rest) and self.shared(body, allowed, needed):
                yield _shown(self.signs(body[0])) if _single(body) else "a repeated group"
            ways = (*([body] if least or not _single(body) else []), *([] if least else [()]))
        elif not ways and (before := self.before(code, value)) is not None:
            needed = (*needed, *before)
            ways = ((),)
        for way in ways:
            yield from self.reached((*way, *rest), allowed, needed, depth + 1)

    def shared(self, body: Items, allowed: frozenset[str], needed: Needed) -> bool:
        """Whether the repeat of `body` can match what was matched before."""
        signs = self.all_signs(body) & allowed
        return self.passes(body, allowed) and bool(signs) and all(signs & one for one in needed)

    def before(self, code: Any, value: Any) -> Needed | None:
        """The signs that must stand around this place; None if only one place of a text fits."""
        if code is _CODES.AT:
            if value is _CODES.AT_BEGINNING and self.flags & re.MULTILINE:
                return (frozenset("\n"),)
            if value in (_CODES.AT_BEGINNING, _CODES.AT_BEGINNING_STRING):
                return None
            return (_WORD, SIGNS - _WORD) if value is _CODES.AT_BOUNDARY else ()
        if code in (_CODES.ASSERT, _CODES.ASSERT_NOT) and value[0] < 0 and _single(tuple(value[1])):
            signs = self.signs(value[1][0])
            return (signs if code is _CODES.ASSERT else SIGNS - signs,)
        return ()

    def all_signs(self, items: Items) -> frozenset[str]:
        """The signs that stand anywhere in what the items match."""
        found = frozenset[str]()
        for code, value in items:
            ways = (tuple(value[2]),) if code in _REPEATS else _ways(code, value)
            if code in _SIGNS_OF_ONE:
                found |= self.signs((code, value))
            elif not ways and code not in (_CODES.AT, _CODES.ASSERT, _CODES.ASSERT_NOT):
                return SIGNS
            found = found.union(*map(self.all_signs, ways))
        return found

    def passes(self, items: Items, allowed: frozenset[str]) -> bool:
        """Whether `allowed` is enough for all that must be there."""
        for code, value in items:
            if code in _SIGNS_OF_ONE and not self.signs((code, value)) & allowed:
                return False
            ways = ((tuple(value[2]),) if value[0] else ()) if code in _REPEATS else _ways(code, value)
            if ways and not any(self.passes(way, allowed) for way in ways):
                return False
        return True

    def signs(self, item: tuple[Any, Any]) -> frozenset[str]:
        """The signs that an item for one sign matches."""
        code, value = item
        return _signs(code, tuple(value) if code is _CODES.IN else value, self.flags)


@cache
def _signs(code: Any, value: Any, flags: int) -> frozenset[str]:
    if code is _CODES.ANY:
        return SIGNS if flags & re.DOTALL else SIGNS - {"\n"}
    if code is _CODES.IN:
        negated = bool(value) and value[0][0] is _CODES.NEGATE
        found = frozenset[str]().union(*(_signs(*part, flags) for part in value if part[0] is not _CODES.NEGATE))
        return SIGNS - found if negated else found
    if code is _CODES.CATEGORY:
        name = str(value).removeprefix("CATEGORY_")
        letter = {"DIGIT": "d", "SPACE": "s", "WORD": "w"}[name.removeprefix("NOT_")]
        shorthand = re.compile(f"\\{letter.upper() if name.startswith('NOT_') else letter}", flags & re.ASCII)
        return frozenset(filter(shorthand.match, SIGNS))
    low, high = value if code is _CODES.RANGE else (value, value)
    found = frozenset(sign for sign in SIGNS if low <= ord(sign) <= high)
    if flags & re.IGNORECASE:
        found |= frozenset(other for sign in found for other in (sign.lower(), sign.upper()))
    return SIGNS - found if code is _CODES.NOT_LITERAL else found


def _single(body: Items) -> bool:
    return len(body) == 1 and body[0][0] in _SIGNS_OF_ONE


def _ways(code: Any, value: Any) -> tuple[Items, ...]:
    """What a group consists of, for each of its alternatives; nothing for what is no group."""
    if code is _CODES.SUBPATTERN:
        return (tuple(value[3]),)
    if code is _CODES.ATOMIC_GROUP:
        return (tuple(value),)
    return tuple(map(tuple, value[1])) if code is _CODES.BRANCH else ()


def _may_fail(items: Items) -> bool:
    """Whether a text can be at hand that the items do not match, not even as nothing."""
    for code, value in items:
        ways = (tuple(value[2]) if value[0] else (),) if code in _REPEATS else _ways(code, value)
        if not ways or all(_may_fail(way) for way in ways):
            return True
    return False


def _shown(signs: frozenset[str]) -> str:
    if len(signs) > len(SIGNS) / 2:
        return f"all but {''.join(sorted(SIGNS - signs))[:12]!r}"
    return repr("".join(sorted(signs))[:12])
