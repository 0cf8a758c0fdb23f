"""Fields that appear twice beside each other, often because the `- ` of a list item is missing or in another line."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from generator.diagnostics.place import Route, Span
from generator.reading.mistakes.swapped import hint_of_swapped

NEAR = 4000
"""So many characters behind the name show whether it belongs to the item below. Long files stay cheap thereby."""


@dataclass(frozen=True, slots=True)
class Repeated:
    """A `name` that is there already among the fields at `route`; `start` is its index in the text."""

    name: str
    route: Route
    span: Span
    text: str
    start: int

    @property
    def lines(self) -> list[str]:
        """The line of the name, and those below it that are near."""
        begin = self.start - (self.span.column - 1)
        return self.text[begin : begin + NEAR].split("\n")

    @property
    def is_alone(self) -> bool:
        """Whether it is the first word of its line."""
        return not self.text[self.start - (self.span.column - 1) : self.start].strip()


def said_of_one(repeated: Repeated, first: str, values: Mapping[Route, Span]) -> tuple[str, str]:
    """Message and hint, for one name that appears twice. The `first` field is the one behind the `- ` of an item.

    `values` are the places of all values that have been read.
    """
    name, message = repeated.name, f"`{repeated.name}` appears twice"
    if not _is_item(repeated.route) or not repeated.is_alone:
        return message, "keep one of them, or combine them"
    column = repeated.span.column
    if hint := hint_of_swapped(repeated.lines, name, 1, column, above=repeated.span.line - 1):
        return f"{message}: this one stands above the `- ` of its item", hint
    if name == first:
        new = f"if a new item starts here, {_new_item(repeated, values)}; otherwise keep one of the two"
        return f"{message} in one item of a list", new
    return f"{message} in one item of a list", f"keep one of them, or write both texts behind one `{name}:`"


def said_of_several(before: Repeated, values: Mapping[Route, Span]) -> tuple[str, str]:
    """Message and hint, where after the name `before` another one appears twice as well."""
    name = f"`{before.name}`"
    if _is_item(before.route) and before.is_alone:
        return f"{name} and others appear twice: a new item starts here without `- `", _new_item(before, values)
    if _is_item(before.route):
        return f"{name} and others appear twice", "keep one of each, or make an item of its own of the others"
    message = f"{name} and others appear twice: these are several items without hyphens"
    return message, f"write `- ` before each {name}, and indent its other fields to its column"


def _new_item(repeated: Repeated, values: Mapping[Route, Span]) -> str:
    column = values[repeated.route[:-1]].column
    return f"write `- ` before `{repeated.name}`, at column {column}"


def _is_item(route: Route) -> bool:
    return bool(route) and isinstance(route[-1], int)
