"""One validation error of pydantic, with the context needed to explain it."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel

from generator.diagnostics.diagnostic import Code, Diagnostic, Fix
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import shortened
from generator.model.entry import Link
from generator.model.kind import Kind
from generator.model.unions import walked
from generator.model.values import Ref
from generator.reading.document import Document

_OF_NAME = "[key]"
"""What pydantic puts behind a name in a mapping that does not fit."""


@dataclass(frozen=True, slots=True)
class Misfit:
    """An error in the data at `prefix` of a document; `root_name` is how messages call a value of the model `root`."""

    error: Any
    document: Document
    root: type[BaseModel]
    root_name: str
    prefix: Route
    relations: Collection[str]
    kinds: Iterable[Kind] = ()

    @property
    def loc(self) -> Route:
        return walked(self.root, tuple(part for part in self.error["loc"] if part != _OF_NAME))[0]

    @property
    def is_name(self) -> bool:
        """Whether it is a name in a mapping that does not fit, rather than the value under it."""
        return bool(self.error["loc"]) and self.error["loc"][-1] == _OF_NAME

    @property
    def owner(self) -> type[BaseModel]:
        """The model of the fields that contain the value."""
        return walked(self.root, self.error["loc"][:-1])[1][0]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the value may have; if several models are possible, those common to all."""
        first, *others = walked(self.root, self.error["loc"])[1]
        return tuple(name for name in first.model_fields if all(name in other.model_fields for other in others))

    def takes_reference(self, name: str) -> bool:
        """Whether this field of the value takes the id of an entry."""
        annotation = walked(self.root, self.error["loc"])[1][0].model_fields[name].annotation
        return isinstance(annotation, type) and issubclass(annotation, Ref)

    @property
    def takes_id(self) -> bool:
        """Whether the value is the id of an entry."""
        field = self.owner.model_fields.get(str(self.loc[-1])) if self.loc else None
        return field is not None and any(
            isinstance(one, type) and issubclass(one, Ref) for one in (field.annotation, *get_args(field.annotation))
        )

    @property
    def takes_links(self) -> bool:
        """Whether the value is a list of links, each with an id and a reason."""
        field = self.owner.model_fields.get(str(self.loc[-1])) if self.loc else None
        return field is not None and Link in get_args(field.annotation)

    @property
    def route(self) -> Route:
        return (*self.prefix, *self.loc)

    @property
    def value(self) -> Any:
        return self.error["input"]

    @property
    def shown(self) -> str:
        return shortened(str(self.value))

    @property
    def what(self) -> str:
        match self.value:
            case dict():
                return "fields"
            case list():
                return "a list"
            case "":
                return "nothing"
        return f"`{self.shown}`"

    @property
    def name(self) -> str:
        return route_text(self.loc or self.prefix)

    @property
    def context(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.error.get("ctx") or {}
        return found

    def at_value(self, code: Code, message: str, hint: str | None) -> Diagnostic:
        return Diagnostic(code, message, self.document.span(self.route), hint)

    def at_key(self, code: Code, message: str, hint: str | None, fix: Fix | None = None) -> Diagnostic:
        return Diagnostic(code, message, self.document.key_span(self.route), hint, fix=fix)


def route_text(loc: Route) -> str:
    """A route as text: `steps[2].do`, counted from 1."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return f"`{text}`" if text else "the entry"
