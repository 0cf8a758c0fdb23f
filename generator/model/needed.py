"""Whether a value can be left out of what contains it: advice to delete it must not lead to the next mistake."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from generator.diagnostics.place import Route
from generator.model import shapes


def is_needed(model: type[BaseModel], route: Route, data: Any) -> bool:
    """Whether what is at a route in data for a model must be there.

    That is a field that is required, or an item of a list that has no more items than it needs.
    """
    holders, shape = _above(model, route)
    if found := [field for part in holders for field in shapes.fields(part) if field.name == route[-1]]:
        return any(field.required for field in found)
    for step in route[:-1]:
        data = "" if isinstance(data, str) else data[step]
    return shape is not None and len(data) <= (shape.least or 0)


def purpose_at(model: type[BaseModel], route: Route) -> str:
    """What the field at a route is for, without a point at its end; empty for an item of a list."""
    holders, _ = _above(model, route)
    found = [field for part in holders for field in shapes.fields(part) if field.name == route[-1]]
    return found[0].purpose.rstrip(".") if found else ""


def _above(model: type[BaseModel], route: Route) -> tuple[tuple[type[BaseModel], ...], shapes.Shape | None]:
    """The models of which one has the last step of a route as a field; or the shape whose item that is."""
    parts: tuple[type[BaseModel], ...] = (model,)
    shape: shapes.Shape | None = None
    for step in route[:-1]:
        found = [field.shape for part in parts for field in shapes.fields(part) if field.name == step]
        shape = found[0] if found else shape.item if shape else None
        parts = shape.parts if shape else ()
    return parts, shape
