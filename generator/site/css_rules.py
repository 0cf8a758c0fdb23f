"""Styles as rules, of which some can be left out, written without what browsers pass over."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import Any, TypeAlias

import tinycss2

Node: TypeAlias = Any
"""A node of tinycss2, which has no types."""

Rule: TypeAlias = tuple[str, "str | tuple[Rule, ...]"]
"""What stands before a block, and the declarations or the rules in it."""

_LEADING_ZERO = re.compile(r"(?<![0-9])0(?=\.[0-9])")

_GROUPS = frozenset({"media", "supports", "layer", "container"})

MANY = 5_000
"""More selectors than a theme has. The same ones are asked for again for each sort of page."""


@lru_cache(MANY)
def rules_of(css: str) -> tuple[Rule, ...]:
    """The rules of a stylesheet."""
    return tuple(_rules(tinycss2.parse_stylesheet(css, skip_comments=True, skip_whitespace=True)))


def _rules(nodes: Iterable[Node]) -> Iterator[Rule]:
    for node in nodes:
        if node.type == "qualified-rule":
            yield ",".join(split(node.prelude)), _compact(node.content)
        elif node.type == "at-rule" and node.content is not None:
            head = f"@{node.at_keyword}{_prelude(node.prelude)}"
            if node.lower_at_keyword in _GROUPS:
                inner = tinycss2.parse_rule_list(node.content, skip_comments=True, skip_whitespace=True)
                yield head, tuple(_rules(inner))
            else:
                yield head, _compact(node.content)


def _prelude(nodes: Iterable[Node]) -> str:
    """The condition or name of a rule such as `@media`, with spaces only where they say something."""
    words = " ".join(tinycss2.serialize([node for node in nodes if node.type != "comment"]).split())
    short = words.replace(": ", ":").replace(" ,", ",").replace(", ", ",").replace("( ", "(").replace(" )", ")")
    return short if short.startswith("(") or not short else f" {short}"


def split(nodes: Iterable[Node]) -> list[str]:
    """The selectors of a list."""
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node == ",":
            parts.append([])
        elif node.type != "comment":
            parts[-1].append(node)
    return [_selector(part).strip() for part in parts]


_COMBINATORS = frozenset(">+~,")


def _selector(nodes: Sequence[Node]) -> str:
    """A selector with spaces only where they say something."""
    parts = []
    for node in nodes:
        if node.type == "function":
            parts.append(f"{node.name}({_selector(node.arguments).strip()})")
        elif node.type == "[] block":
            parts.append(f"[{''.join(map(_in_brackets, node.content))}]")
        else:
            parts.append(" " if node.type == "whitespace" else node.serialize())
    return "".join(
        part
        for at, part in enumerate(parts)
        if part != " " or not _COMBINATORS & {*parts[at - 1 : at], *parts[at + 1 : at + 2]}
    )


_PLAIN = re.compile(r"[A-Za-z][\w-]*", re.ASCII)


def _in_brackets(node: Node) -> str:
    """A part of the condition for an attribute."""
    return attribute_value(node.value) if node.type == "string" else str(node.serialize())


def attribute_value(value: str) -> str:
    """The value of an attribute in a selector. What is a name needs no quotation marks."""
    return value if _PLAIN.fullmatch(value) else f'"{tinycss2.serializer.serialize_string_value(value)}"'


@lru_cache(MANY)
def selectors(head: str) -> tuple[str, ...]:
    """The selectors before a block."""
    return tuple(split(tinycss2.parse_component_value_list(head)))


def chosen(rules: Iterable[Rule], keeps: Callable[[str], bool], at_rules: bool = True) -> Iterator[Rule]:
    """The rules with those of their selectors that `keeps`; rules without any, such as for fonts, if `at_rules`."""
    for head, content in rules:
        if isinstance(content, tuple):
            if inner := tuple(chosen(content, keeps, at_rules)):
                yield head, inner
        elif head.startswith("@"):
            if at_rules:
                yield head, content
        elif kept := [one for one in selectors(head) if keeps(one)]:
            yield ",".join(kept), content


def css_of(rules: Iterable[Rule]) -> str:
    """Rules as a stylesheet."""
    return "".join(f"{head}{{{content if isinstance(content, str) else css_of(content)}}}" for head, content in rules)


_BESIDE = frozenset(";,{}")
"""Beside these, spaces say nothing."""


def _compact(nodes: Sequence[Node]) -> str:
    """The declarations of a block, without comments, needless spaces and the last semicolon."""
    nested = any(node.type == "{} block" for node in nodes)
    parts = [_value(node) for node in nodes if node.type != "comment"]
    parts = [part for at, part in enumerate(parts) if part != " " or parts[at - 1 : at] != [" "]]
    kept = (part for at, part in enumerate(parts) if part != " " or not _is_idle(parts, at, after_colon=not nested))
    return "".join(kept).rstrip("; ")


def _value(node: Node) -> str:
    """A part of a declaration. Within functions, spaces say nothing beside commas, nor does a zero before a point."""
    if node.type == "whitespace":
        return " "
    if node.type in ("number", "dimension", "percentage"):
        return _LEADING_ZERO.sub("", str(node.serialize()))
    if node.type != "function":
        return str(node.serialize())
    parts = [_value(one) for one in node.arguments]
    kept = (
        part
        for at, part in enumerate(parts)
        if part != " " or "," not in {*parts[at - 1 : at], *parts[at + 1 : at + 2]}
    )
    return f"{node.name}({''.join(kept).strip()})"


def _is_idle(parts: Sequence[str], at: int, *, after_colon: bool) -> bool:
    """Whether the space at a place can be left out."""
    before = parts[at - 1] if at else "{"
    after = parts[at + 1] if at + 1 < len(parts) else "}"
    return before[-1] in _BESIDE or after[0] in _BESIDE or (after_colon and before == ":")
