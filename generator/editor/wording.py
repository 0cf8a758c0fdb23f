"""Messages in the words of the form: fields by their labels, and entries by their titles.

Messages name fields as files do, `groups[1].items[2].text`, because they are made for the command line. Whoever fills
in a form has never seen these names. All that the editor shows of a message goes through here.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from generator.content.graph import Graph
from generator.diagnostics.place import Route
from generator.editor.form import NAMING
from generator.editor.form_parts import CODE, Form, choices_of, everywhere
from generator.editor.plain_problems import Phrases, plainly_said
from generator.reading.composer import Data

_PLACE = r"[a-z_][\w-]*+(?:\[\d++\])*+(?:\.[a-z_][\w-]*+(?:\[\d++\])*+)*+"
PLACE = re.compile(rf"\A{_PLACE}\Z")
SETTING = re.compile(rf"\A(?:- )?+({_PLACE}):(.*)\Z", re.DOTALL)
SET_TO = re.compile(rf"`({_PLACE})` is `([^`]+)`")
SIGNS = {"`true` or `false`": "yes or no", ", and `- ` before the first of them": ""}
"""What only files have, and what stands in its place."""
WORDS_IN_ORDER = " / "
"""Between the labels that lead to a field, as the form itself writes it."""


def read_place(text: str) -> Route:
    """The route that a message calls `steps[2].do`, counted from 1."""
    parts = re.findall(r"\[([0-9]+)\]|([^.\[\]]+)", text)
    return tuple(int(number) - 1 if number else name for number, name in parts)


@dataclass(frozen=True, slots=True)
class Wording:
    """How messages about an entry are worded: by its form and the titles of all entries."""

    form: Form
    graph: Graph
    parts: Mapping[str, str] = dataclasses.field(default_factory=dict)
    """What the parts of the entry are called, such as its questions, by their ids."""

    phrases: Phrases = ()
    """Words of messages that this form avoids, each with what it says in its place."""

    def __call__(self, text: str, route: Route = ()) -> str:
        """A message about the value at a route, or a hint, in the words of the form."""
        for signs, plain in SIGNS.items():
            text = text.replace(signs, plain)
        text = SET_TO.sub(self._set_to, plainly_said(text, self.phrases))
        return CODE.sub(lambda found: self._named(found[1], route) or found[0], text)

    def _set_to(self, found: re.Match[str]) -> str:
        """A field with the value that it has: both as the form calls them."""
        value = self._value(found[1], found[2], ())
        return found[0] if value == found[2] else f"`{found[1]}` is {quoted(value)}"

    def _named(self, code: str, route: Route) -> str | None:
        """What stands in place of something in backticks; None where that is what somebody writes, or a command."""
        if choice := choices_of(shape_at(self.form, route)).get(code):
            return quoted(choice)
        if PLACE.fullmatch(code):
            label = self.label(read_place(code), route) or self.parts.get(code, "")
            located = self.graph.entries.get(code)
            return quoted(label or (located.entry.title if located else "")) or None
        setting = SETTING.fullmatch(code)
        label = self.label(read_place(setting[1]), route) if setting else ""
        if setting is None or not label:
            return None
        value = self._value(setting[1], setting[2].strip().strip("[]"), route)
        return quoted(f"{label}: {value}" if value else label)

    def _value(self, name: str, value: str, route: Route) -> str:
        """A value as the form shows it: a choice by its label, an entry by its title."""
        located = self.graph.entries.get(value)
        field = self._field(read_place(name), route)
        known = choices_of(field["shape"]) if field else {}
        return known.get(value, located.entry.title if located else value)

    def has(self, place: Route) -> bool:
        """Whether the form has a field at a place."""
        return bool(_labels(self.form, place))

    def label(self, place: Route, route: Route = ()) -> str:
        """The labels that lead to a place, from the form down or from around a route; empty if there is none."""
        found = next((labels for labels in self._ways(place, route)), None)
        return WORDS_IN_ORDER.join(found) if found else ""

    def _ways(self, place: Route, route: Route) -> Iterator[tuple[str, ...]]:
        if labels := _labels(self.form, place):
            yield labels
        for depth in range(len(route), 0, -1):
            for part in _parts(self.form, route[:depth]):
                if labels := _labels(part, place):
                    yield labels
        # What hangs together with a field, such as the relations of links, is meant wherever it stands.
        anywhere = {str(field["label"]) for field in everywhere(self.form, str(place[0]))} if len(place) == 1 else ()
        if len(anywhere) == 1:
            yield tuple(anywhere)

    def _field(self, place: Route, route: Route) -> Mapping[str, Any] | None:
        starts = [self.form, *(part for depth in range(len(route), 0, -1) for part in _parts(self.form, route[:depth]))]
        found = (field for start in starts for field in start["fields"] if place == (field["name"],))
        return next(found, None)


def parts_in(data: Data | None, key: str = "id") -> Mapping[str, str]:
    """What the parts of an entry are called by their ids; those are left out of which several have the same id.

    With `name` as `key` by what formulas call them.
    """
    found: dict[str, set[str]] = {}
    for part in _parts_of(data, key):
        name = next((part[field] for field in NAMING if isinstance(part.get(field), str)), "")
        found.setdefault(str(part[key]), set()).add(str(name))
    return {part_id: next(iter(names)) for part_id, names in found.items() if len(names) == 1}


def _parts_of(data: Data | None, key: str) -> Iterator[Mapping[str, Data]]:
    if isinstance(data, dict) and isinstance(data.get(key), str):
        yield data
    for below in data.values() if isinstance(data, dict) else data if isinstance(data, list) else ():
        yield from _parts_of(below, key)


def own_name(label: str) -> str:
    """What a field is called within its part, by the labels that lead to it: `Questions / 3 / Text` is `Text`."""
    names = label.split(WORDS_IN_ORDER)
    last = next((at for at in range(len(names) - 1, -1, -1) if not names[at].isdigit()), 0)
    return WORDS_IN_ORDER.join(names[last:])


def quoted(text: str) -> str:
    return f"“{text}”" if text else ""


def _labels(form: Form, place: Route) -> tuple[str, ...]:
    """The labels along a route from a part down; empty if the part has no such place."""
    parts: tuple[Form, ...] = (form,)
    shape: Mapping[str, Any] = {}
    labels: list[str] = []
    for key in place:
        field = next((field for part in parts for field in part["fields"] if field["name"] == key), None)
        if field is not None:
            shape = field["shape"]
            labels.append(field["label"])
        elif "item" in shape:
            shape = shape["item"]
            labels.append(str(key + 1) if isinstance(key, int) else key)
        else:
            return ()
        parts = _within(shape)
    return tuple(labels)


def _parts(form: Form, route: Route) -> tuple[Form, ...]:
    """The parts of which the value at a route is one."""
    return _within(shape_at(form, route))


def shape_at(form: Form, route: Route) -> Mapping[str, Any]:
    """What the value at a route may be; nothing if the form has no such place."""
    parts: tuple[Form, ...] = (form,)
    shape: Mapping[str, Any] = {}
    for key in route:
        field = next((field for part in parts for field in part["fields"] if field["name"] == key), None)
        shape = field["shape"] if field else shape.get("item", {})
        parts = _within(shape)
    return shape


def _within(shape: Mapping[str, Any]) -> tuple[Form, ...]:
    return tuple(shape.get("parts", ())) if "item" not in shape else ()
