"""Rules that begin with the same selector, written within one rule for that selector."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence

from generator.site.css_rules import Rule, css_of, selectors

_SIMPLE = re.compile(r"[.#]?[\w-]++")
_GOES_ON = re.compile(r"[\w-]")
_OUTER = "&"
"""What a rule stands within."""
_PART_OF_ELEMENT = re.compile(r"::|:(?:before|after)\b")


def nested(rules: Iterable[Rule]) -> Iterator[Rule]:
    """The same rules in the same order, with neighbours in one rule where that is shorter."""
    left = [(head, content if isinstance(content, str) else tuple(nested(content))) for head, content in rules]
    while left:
        together = max((_beginning_with(one, left) for one in _beginnings(left[0])), key=_saved, default=None)
        if together and _saved(together) > 0:
            yield together[0], _block(together)
            left = left[len(together[1]) :]
        else:
            yield left.pop(0)


_Group = tuple[str, Sequence[tuple[str, str]]]
"""How the selectors of some rules begin, and these rules."""


def _beginnings(rule: Rule) -> Sequence[str]:
    """What could stand before what a rule has in common with others: its first element with and without its states."""
    head, content = rule
    if head.startswith("@") or not isinstance(content, str):
        return ()
    first = selectors(head)[0]
    simple = _SIMPLE.match(first)
    found = dict.fromkeys((_compound(first), simple[0] if simple else _OUTER))
    return [one for one in found if one != _OUTER and not _PART_OF_ELEMENT.search(one)]


def _compound(selector: str) -> str:
    """The selector up to its first combinator."""
    depth = 0
    for at, sign in enumerate(selector):
        depth += (sign in "([") - (sign in ")]")
        if depth == 0 and at and sign in " >+~":
            return selector[:at]
    return selector


def _beginning_with(common: str, rules: Sequence[Rule]) -> _Group:
    """The first of these rules, as many as begin with that in each of their selectors."""
    found = []
    for head, content in rules:
        if head.startswith("@") or not isinstance(content, str):
            break
        if not all(one.startswith(common) and not _GOES_ON.match(one, len(common)) for one in selectors(head)):
            break
        found.append((head, content))
    return common, found


def _block(group: _Group) -> str:
    """The rules as they stand within one for what they have in common."""
    common, rules = group
    first, *others = rules if rules[0][0] == common else ("", *rules)
    inner = ((",".join(_relative(one.removeprefix(common)) for one in selectors(head)), own) for head, own in others)
    return (f"{first[1]};" if first else "") + css_of(nested(inner))


def _relative(rest: str) -> str:
    """What follows the common beginning of selectors, as it stands within a rule for that."""
    if rest.startswith((">", "+", "~")):
        return rest
    return rest[1:] if rest.startswith((" .", " #", " [", " :", " *")) else _OUTER + rest


def _saved(group: _Group) -> int:
    return len(css_of(group[1])) - len(css_of([(group[0], _block(group))])) if len(group[1]) > 1 else 0
