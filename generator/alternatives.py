"""Values that may have one of several models, told apart by a field that takes one word in each: their tag."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, Literal, get_args, get_origin

from pydantic import BaseModel

from generator.entry import Route

Models = tuple[type[BaseModel], ...]


def walked(model: type[BaseModel], loc: Route) -> tuple[Route, Models]:
    """`loc` as it stands in the file, and the models that its value may have.

    Where a value may be one of several models, pydantic puts the tag of the one that was meant into the route.
    """
    route: list[str | int] = []
    models: Models = (model,)
    for part in loc:
        by_tag = tagged(models)
        if part in by_tag:
            models = (by_tag[str(part)],)
            continue
        route.append(part)
        if isinstance(part, str) and len(models) == 1 and part in models[0].model_fields:
            models = tuple(_models_in(models[0].model_fields[part].annotation)) or models
    return tuple(route), models


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
