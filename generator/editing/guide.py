"""What the model of an entry says about how it is written: the order of its fields, and which values are texts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from pydantic import BaseModel

from generator.editing.skeleton import in_order
from generator.model import shapes
from generator.model.shapes import Shape, Sort, tag_of
from generator.reading.composer import Data

_TEXTS = frozenset({Sort.TEXT, Sort.LINE, Sort.PROSE, Sort.VERBATIM})


@dataclass(frozen=True, slots=True)
class Guide:
    """The model or the shape of a value; neither where nothing is known of it."""

    model: type[BaseModel] | None = None
    shape: Shape | None = None
    entries: bool = False
    """Whether it maps ids to entries of the model."""

    @property
    def is_text(self) -> bool | None:
        """Whether the value is a text, of which other programs must not make a number; None if that is not known."""
        if self.shape is None or self.shape.sort in (Sort.WRITTEN, Sort.LIST, Sort.NAMED, Sort.PART, Sort.ONE_OF):
            return None
        return self.shape.sort in _TEXTS

    @property
    def has_order(self) -> bool:
        """Whether the order of the fields means something, because people have named them."""
        return self.entries or (self.shape is not None and self.shape.sort is Sort.NAMED)

    def order(self, value: Mapping[str, Data]) -> tuple[str, ...]:
        """The names of the fields in the order in which they are written, as far as they are known."""
        model = None if self.entries else self._model_of(value)
        return tuple(field.name for field in in_order(model)) if model else ()

    def item(self) -> Guide:
        """The guide of what a list holds."""
        return Guide(shape=self.shape.item if self.shape else None)

    def field(self, name: str, value: Mapping[str, Data]) -> Guide:
        """The guide of a field of a mapping."""
        if self.entries:
            return Guide(self.model)
        if self.shape and self.shape.sort is Sort.NAMED:
            return self.item()
        model = self._model_of(value)
        return Guide(shape=next((f.shape for f in shapes.fields(model) if f.name == name), None) if model else None)

    def _model_of(self, value: Mapping[str, Data]) -> type[BaseModel] | None:
        if self.shape is None or not self.shape.parts:
            return self.model
        if self.shape.sort is Sort.PART:
            return self.shape.parts[0]
        tag = tag_of(self.shape.parts)
        return next((part for part in self.shape.parts if value.get(tag) in _choices(part, tag)), None)


def _choices(part: type[BaseModel], tag: str) -> tuple[str, ...]:
    return next(field.shape.choices for field in shapes.fields(part) if field.name == tag)


NOTHING_KNOWN = Guide()
