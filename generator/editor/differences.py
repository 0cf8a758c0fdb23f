"""Differences between two versions in the words of forms: fields by their labels, parts and entries by their names."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from generator.comparing.notes import Note, NoteGroup
from generator.comparing.sides import AsFiles
from generator.comparing.values import Difference
from generator.config.project import Project
from generator.content.graph import Graph, mentions
from generator.content.located import Located
from generator.content.without import in_words
from generator.editor.form_parts import Form, choices_of
from generator.editor.problems import wording_of
from generator.editor.session import Session
from generator.editor.targets import EditTarget
from generator.editor.wording import parts_in
from generator.reading.composer import Data

_PICTURE = re.compile(r"!\[([^\[\]\n]*+)\]\([^()\s]++\)")


@dataclass(frozen=True, slots=True)
class AsForms(AsFiles):
    """How forms say it."""

    session: Session
    project: Project
    graph: Graph
    """The content as it is now, which has the titles."""

    def difference(self, of: Located | None, difference: Difference) -> str:
        target = EditTarget(of.kind, of.id) if of else EditTarget()
        form = wording_of(self.session, target, self.project, self.graph).form
        labels, choices = _along(form, difference.where, _parts_of(of))
        return difference.said(labels, lambda text: choices.get(text) or self.text(text))

    def part(self, of: Located, part_id: str) -> str:
        name = _parts_of(of).get(part_id)
        return f"“{name}”" if name else part_id

    def text(self, text: str) -> str:
        """A text of the content with titles and words in place of mentions and pictures."""
        titles = {found[1]: self._title(found[1]) for found in mentions(text)}
        return _PICTURE.sub(lambda picture: f"({picture[1]})", in_words(text, titles))

    def notes(self, groups: Iterable[NoteGroup]) -> tuple[NoteGroup, ...]:
        """Notes whose texts are those of readers."""
        return tuple(replace(group, notes=tuple(map(self._note, group.notes))) for group in groups)

    def _note(self, note: Note) -> Note:
        return Note(self.text(note.text), tuple(map(self._note, note.below)))

    def _title(self, entry_id: str) -> str:
        located = self.graph.entries.get(self.graph.aliases.get(entry_id, entry_id))
        return located.entry.title if located else entry_id


def _parts_of(of: Located | None) -> Mapping[str, str]:
    data: Data | None = of.document.data if of else None
    for name in of.prefix if of else ():
        data = data.get(str(name)) if isinstance(data, dict) else None
    return parts_in(data)


def _along(form: Form, where: Sequence[str], parts: Mapping[str, str]) -> tuple[list[str], Mapping[str, str]]:
    """What is on the way to a place called in the form, and the labels of the values that may be there."""
    shape: Mapping[str, Any] = {"parts": [form]}
    labels = list[str]()
    for name in where:
        field = next((one for one in _fields(shape) if one["name"].replace("_", " ") == name), None)
        if field is None:
            labels.append(f"“{parts[name]}”" if name in parts else name)
            shape = shape.get("item", {})
        else:
            labels.append(field["label"])
            shape = field["shape"]
    return labels, choices_of(shape)


def _fields(shape: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for part in shape.get("parts", ()):
        yield from part["fields"]
