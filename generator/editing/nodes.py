"""A YAML text as a tree of nodes, each with its place and its style, for edits that keep everything else.

`reading` keeps no more than what diagnostics need, so that reading stays fast; only a file to be edited is read again.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import yaml

from generator.diagnostics.place import Route
from generator.reading.composer import Data, folded_paragraphs

_COLON = re.compile(r"\s*:")


@dataclass(frozen=True, slots=True)
class Node:
    """A value as it is written in the characters from `start` to `end` of a text.

    `style` is the sign with which a scalar or a collection in brackets begins (`'`, `"`, `|`, `>`, `[`, `{`); a plain
    scalar has none, a list and a mapping in lines have `-` and `:`. With `odd`, it is written as people hardly write,
    so that it is written anew when it changes.
    """

    start: int
    end: int
    style: str
    value: Data
    children: tuple[Child, ...] = ()
    odd: bool = False

    @property
    def in_brackets(self) -> bool:
        return self.style in ("[", "{")

    def child(self, name: str) -> Node | None:
        """The value of a field."""
        return next((child.node for child in self.children if child.name == name), None)


@dataclass(frozen=True, slots=True)
class Child:
    """A field of a mapping or an item of a list: from `at`, where its name or its hyphen starts.

    `after` is the index behind the colon or the hyphen. An item has no name.
    """

    at: int
    after: int
    name: str
    node: Node

    @property
    def end(self) -> int:
        return max(self.after, self.node.end)


def root_of(text: str) -> Node:
    """The node of a whole text, which `reading.document.parse` must be able to read."""
    events = (
        event
        for event in yaml.parse(text, Loader=yaml.CSafeLoader)
        if isinstance(event, yaml.NodeEvent | yaml.CollectionEndEvent)
    )
    return _Nodes(text, events).node(next(events))


def node_at(root: Node, route: Route) -> Node:
    """The node at a route that exists."""
    for step in route:
        root = (
            root.children[step].node if isinstance(step, int) else next(c for c in root.children if c.name == step).node
        )
    return root


def column_of(text: str, at: int) -> int:
    """The number of characters before the index on its line."""
    return at - (text.rfind("\n", 0, at) + 1)


class _Nodes:
    """Builds nodes from the events of a text."""

    def __init__(self, text: str, events: Iterator[Any]) -> None:
        self._text, self._events = text, events

    def node(self, event: Any, least: int = 0) -> Node:
        """The node that begins with an event, not before the index `least`."""
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event, least)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._list(event)
        return self._mapping(event)

    def _scalar(self, event: Any, least: int) -> Node:
        start, end, style = _start(event), _end(event), event.style or ""
        if not style and not event.value:
            return Node(least, least, "", "")  # YAML places what is not there behind the spaces that follow
        if style in ("|", ">"):
            # Spaces on the last line can be a part of the text.
            has_spaces = event.value.rstrip("\n")[-1:].isspace()
            end = start + len(_without_end(self._text[start:end], "" if has_spaces else " \t"))
        value = folded_paragraphs(event.value) if style == ">" else event.value
        return Node(start, end, style, value)

    def _list(self, event: Any) -> Node:
        start, in_brackets = _start(event), bool(event.flow_style)
        column = column_of(self._text, start)
        children: list[Child] = []
        odd, end = False, start
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            if in_brackets:
                node = self.node(event, _start(event))
                at = after = node.start
                odd = odd or self._is_pair(node)
            else:
                at = start if not children else self._next_hyphen(end, column)
                after = at + 1
                node = self.node(event, after)
            children.append(Child(at, after, "", node))
            end = children[-1].end
        if in_brackets:
            end = _end(event)
        return Node(start, end, "[" if in_brackets else "-", [c.node.value for c in children], tuple(children), odd)

    def _is_pair(self, node: Node) -> bool:
        """Whether a mapping in a list has no braces, as in `[a: b]`."""
        return isinstance(node.value, dict) and self._text[node.start] != "{"

    def _next_hyphen(self, end: int, column: int) -> int:
        """The place of the next hyphen in a column, below the index `end`."""
        at = self._text.index("\n", end) + 1
        while self._text[at : at + column].strip(" ") or self._text[at + column : at + column + 1] != "-":
            at = self._text.index("\n", at) + 1
        return at + column

    def _mapping(self, event: Any) -> Node:
        start, in_brackets = _start(event), bool(event.flow_style)
        children: list[Child] = []
        odd, end = False, start
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            at, key_end = _start(event), _end(event)
            colon = _COLON.match(self._text, key_end)
            after = colon.end() if colon else key_end
            node = self.node(next(self._events), after)
            children.append(Child(at, after, event.value, node))
            end = children[-1].end
            # A name with a question mark before it has its colon on the next line.
            odd = odd or colon is None or "\n" in colon[0]
        if in_brackets:
            end = _end(event)
        data: dict[str, Data] = {child.name: child.node.value for child in children}
        return Node(start, end, "{" if in_brackets else ":", data, tuple(children), odd)


def _without_end(text: str, blanks: str) -> str:
    """The text without the line ends at its end, and without the `blanks` on lines of their own among them."""
    head = text.rstrip(f"\n{blanks}")
    end = text[len(head) :]
    return head + end[: end.index("\n")] if "\n" in end else text


def _start(event: Any) -> int:
    index: int = event.start_mark.index
    return index


def _end(event: Any) -> int:
    index: int = event.end_mark.index
    return index
