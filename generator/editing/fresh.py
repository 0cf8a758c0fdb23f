"""New values as YAML, in the manner of the file and of their neighbours."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.editing.guide import Guide
from generator.editing.nodes import Node, column_of
from generator.editing.scalars import LIMIT, Place, key, scalar
from generator.model.shapes import Sort
from generator.reading.composer import Data

LEAST_WIDTH = 60
"""Texts in shorter lines say nothing about the width that their author keeps to."""

SHORT = 30
"""New lists whose texts have at most so many characters are written on one line."""


@dataclass(frozen=True, slots=True)
class Manner:
    """The habits of a file: the indentation of fields and of lists below a name, what is behind a hyphen, the width."""

    step: int = 2
    list_step: int = 2
    gap: int = 1
    width: int = LIMIT


def manner_of(text: str, root: Node) -> Manner:
    """The manner of a text. What it does not show is as in a new file."""
    found: dict[str, int] = {}
    widths = [0]
    for node, column in _below(root, text):
        for child in node.children:
            inner = child.node
            if inner.style in ("-", ":") and child.name and not node.in_brackets:
                name = "list_step" if inner.style == "-" else "step"
                found.setdefault(name, column_of(text, inner.start) - column)
            if node.style == "-" and inner.end > child.after:
                found.setdefault("gap", inner.start - child.after)
            if inner.style == ">":
                widths += _full_lines(text[inner.start : inner.end])
    if found.get("list_step"):
        found.setdefault("step", found["list_step"])
    width = min(max(widths), LIMIT)
    return Manner(
        **{name: size for name, size in found.items() if 0 <= size < 9 and (size or name == "list_step")},
        width=width if width >= LEAST_WIDTH else LIMIT,
    )


def _below(node: Node, text: str) -> Iterator[tuple[Node, int]]:
    """Every collection, and the column of its fields or hyphens."""
    if node.children:
        yield node, column_of(text, node.children[0].at)
        for child in node.children:
            yield from _below(child.node, text)


def _full_lines(written: str) -> Iterator[int]:
    """The lengths of the lines that another one of the same paragraph follows."""
    lines = written.split("\n")[1:]
    return (len(line) for line, after in pairwise(lines) if line.strip() and after.strip())


def behind_name(value: Data, column: int, start: int, guide: Guide, manner: Manner, like: Node | None = None) -> str:
    """What stands behind `name:` in a column, with the space or the line end before it. `start` is where it begins."""
    if isinstance(value, str):
        below = column + manner.step
        place = Place(column, start + 1, below, width=manner.width)
        return " " + _scalar(value, place, guide, like)
    if _is_short(value, start + 1, guide, manner, like):
        return " " + in_brackets(value, guide, like)
    inner = column + (manner.list_step if isinstance(value, list) else manner.step)
    return f"\n{' ' * inner}" + block(value, inner, guide, manner, like)


def behind_hyphen(value: Data, column: int, guide: Guide, manner: Manner, like: Node | None = None) -> str:
    """What stands behind the hyphen in a column, with the spaces before it."""
    gap = " " * manner.gap
    inner = column + 1 + manner.gap
    if isinstance(value, str):
        return gap + _scalar(value, Place(column, inner, inner, in_list=True, width=manner.width), guide, like)
    if _is_short(value, inner, guide, manner, like):
        return gap + in_brackets(value, guide, like)
    return gap + block(value, inner, guide, manner, like)


def block(value: list[Data] | dict[str, Data], column: int, guide: Guide, manner: Manner, like: Node | None) -> str:
    """A list or a mapping in lines; the first one without its indentation."""
    between = f"\n{' ' * column}"
    if isinstance(value, dict):
        return between.join(
            field(name, item, column, guide.field(name, value), manner, like and like.child(name))
            for name, item in ordered(value, guide).items()
        )
    neighbour = like.children[0].node if like and like.style == "-" and like.children else None
    return between.join("-" + behind_hyphen(item, column, guide.item(), manner, neighbour) for item in value)


def field(name: str, value: Data, column: int, guide: Guide, manner: Manner, like: Node | None = None) -> str:
    """A field in a column, without its indentation and the line end behind it."""
    written = key(name)
    return f"{written}:" + behind_name(value, column, column + len(written) + 1, guide, manner, like)


def ordered(value: Mapping[str, Data], guide: Guide) -> dict[str, Data]:
    """The fields in the order of the skeleton; those that it does not have come last."""
    known = [name for name in guide.order(value) if name in value]
    return {name: value[name] for name in (*known, *(name for name in value if name not in known))}


def in_brackets(value: Data, guide: Guide, like: Node | None = None) -> str:
    """A value on one line, with brackets around lists and fields."""
    if isinstance(value, str):
        return _scalar(value, Place(0, 0, 0, in_brackets=True), guide, like)
    if isinstance(value, list):
        return f"[{', '.join(in_brackets(item, guide.item()) for item in value)}]"
    fields = ordered(value, guide).items()
    return f"{{{', '.join(f'{key(name)}: {in_brackets(item, guide.field(name, value))}' for name, item in fields)}}}"


def _scalar(value: str, place: Place, guide: Guide, like: Node | None) -> str:
    """The text as a scalar, in quotes if a neighbour has them without need."""
    habit = ""
    if like is not None and like.style in ('"', "'") and scalar(str(like.value), place) == like.value:
        habit = like.style
    return scalar(value, place, is_text=guide.is_text, habit=habit)


def _is_short(value: list[Data] | dict[str, Data], start: int, guide: Guide, manner: Manner, like: Node | None) -> bool:
    """Whether a list or a mapping is written in brackets: as its neighbour, or else if it is a list of a few words."""
    if not value:
        return True
    if any(isinstance(item, str) and "\n" in item for item in _leaves(value)):
        return False
    if like is not None and like.children:
        return like.in_brackets and start + len(in_brackets(value, guide)) <= max(LIMIT, like.end - like.start + start)
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        return False
    is_names = guide.shape is not None and guide.shape.item is not None and guide.shape.item.sort in (Sort.ID, Sort.REF)
    short = all(len(item) <= SHORT for item in value if isinstance(item, str))
    return (short or is_names) and start + len(in_brackets(value, guide)) <= LIMIT


def _leaves(value: Data) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    else:
        for item in value.values() if isinstance(value, dict) else value:
            yield from _leaves(item)
