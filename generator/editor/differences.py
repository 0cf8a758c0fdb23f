"""How differences between two versions are named: fields by the labels of forms, parts by what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from generator.comparing.values import Where
from generator.config.project import Project
from generator.config.settings import SiteConfig
from generator.content.located import Located
from generator.editor.form import form_of, form_of_model
from generator.editor.form_parts import Form, choices_of
from generator.editor.form_words import Json, plainly
from generator.editor.session import Session
from generator.editor.targets import EditTarget
from generator.editor.wording import parts_in
from generator.language.language import Language
from generator.model import shapes
from generator.reading.composer import Data

_SETTINGS = "settings"
"""What the form of all settings is kept under."""


@dataclass(frozen=True, slots=True)
class AsForms:
    """The names that forms have. `form` gives the form of something."""

    form: Callable[[EditTarget], Form]
    language: Language

    @classmethod
    def in_editor(cls, session: Session, project: Project) -> AsForms:
        def form(target: EditTarget) -> Form:
            kind = target.kind.name if target.kind else _SETTINGS
            return session.form(project, kind, lambda: _form(target, project))

        return cls(form, project.language)

    @classmethod
    def of(cls, project: Project) -> AsForms:
        """For a command, which makes each form once."""
        return cls(cache(lambda target: _form(target, project)), project.language)

    def labels(self, of: Located | None, where: Where) -> list[str | int]:
        parts = _parts_of(of)
        return [
            label or (name if isinstance(name, int) else self.language.quoted(parts[name]) if name in parts else name)
            for name, label, _ in self._along(of, where)
        ]

    def choice(self, of: Located | None, where: Where, value: str) -> str:
        *_, (_, _, shape) = self._along(of, where)
        while "item" in shape:
            shape = shape["item"]
        named = _parts_of(of) if "among" in shape else {}
        return choices_of(shape).get(value) or named.get(value, "")

    def part(self, of: Located, part_id: str) -> str:
        (_, label, _), *_ = self._along(of, (part_id,))
        return _parts_of(of).get(part_id) or label

    def _along(self, of: Located | None, where: Where) -> Iterator[tuple[str | int, str, Mapping[str, Any]]]:
        """What is on the way to a value: the name of each, the label if it is a field, and what may be there."""
        shape: Mapping[str, Any] = {"parts": [self.form(EditTarget(of.kind, of.id) if of else EditTarget())]}
        for name in where:
            field = next((one for one in _fields(shape) if one["name"] == name), None)
            label = field["label"] if field else "" if "item" in shape or isinstance(name, int) else plainly(name)
            shape = field["shape"] if field else shape.get("item", {})
            yield name, label, shape


def _form(target: EditTarget, project: Project) -> Json:
    if target.kind:
        return form_of(target.kind, project)
    return form_of_model(SiteConfig, project, [field.name for field in shapes.fields(SiteConfig)])


def _parts_of(of: Located | None) -> Mapping[str, str]:
    data: Data | None = of.document.data if of else None
    for name in of.prefix if of else ():
        data = data.get(str(name)) if isinstance(data, dict) else None
    return {**parts_in(data, "name"), **parts_in(data)}


def _fields(shape: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    for part in shape.get("parts", ()):
        yield from part["fields"]
