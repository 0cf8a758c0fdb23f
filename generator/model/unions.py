"""Unions of models, distinguished by a tag: a field that allows one word in each model."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Annotated, Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.diagnostics.place import Route

Models = tuple[type[BaseModel], ...]


def walked(model: type[BaseModel], loc: Route) -> tuple[Route, Models]:
    """`loc` as written in the file, and the models that its value may have.

    Where a value may be one of several models, pydantic puts the tag of the one that was meant into the route.
    """
    route: list[str | int] = []
    here: Any = model
    models: Models = (model,)
    for part in loc:
        held = _held(here)
        by_tag = tagged(models) if held is None else {}
        if part in by_tag:
            here, models = by_tag[str(part)], (by_tag[str(part)],)
            continue
        route.append(part)
        if held is None:
            fields = models[0].model_fields if len(models) == 1 else {}
            held = fields[str(part)].annotation if part in fields else None
        here = held
        models = tuple(_models_in(held)) or models
    return tuple(route), models


def _held(annotation: Any) -> Any:
    """What a list or a mapping contains, whatever the names or numbers in it are; None for anything else."""
    if get_origin(annotation) is tuple:
        return get_args(annotation)[0]
    if get_origin(annotation) is dict:
        return get_args(annotation)[1]
    inner = [part for part in get_args(annotation) if part is not type(None)]
    is_wrapped = get_origin(annotation) is Annotated or len(inner) == 1
    return _held(inner[0]) if inner and is_wrapped else None


def tagged(models: Models) -> Mapping[str, type[BaseModel]]:
    """The models by what tells them apart: a field that takes one word in each. Empty for a single model."""
    for name in models[0].model_fields if len(models) > 1 else ():
        tags = [model.model_fields[name].annotation for model in models if name in model.model_fields]
        if len(tags) == len(models) and all(get_origin(tag) is Literal for tag in tags):
            return {get_args(tag)[0]: model for tag, model in zip(tags, models, strict=True)}
    return {}


def _models_in(annotation: Any) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    else:
        for part in get_args(annotation):
            yield from _models_in(part)
