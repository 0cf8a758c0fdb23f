"""What fields are for: the string under each field in the source of its model.

Pydantic can collect these too, but does so for every model whenever the program starts, which takes longer than to
read all the entries. So the source is looked at when somebody asks.
"""

from __future__ import annotations

import ast
import inspect
import sys
from collections.abc import Iterator, Mapping
from functools import cache

from pydantic import BaseModel


def purpose(model: type[BaseModel], field: str) -> str:
    """What the field is for, on one line; empty if nobody has said."""
    said = model.model_fields[field].description
    if said:
        return " ".join(said.split())
    texts = (_fields(base.__module__).get((base.__qualname__, field)) for base in model.__mro__)
    return next(filter(None, texts), "")


@cache
def _fields(module: str) -> Mapping[tuple[str, str], str]:
    """The string under each field of each class in the module."""
    try:
        tree = ast.parse(inspect.getsource(sys.modules[module]))
    except (OSError, TypeError):
        return {}
    return {(c.name, name): text for c in ast.walk(tree) if isinstance(c, ast.ClassDef) for name, text in _in_class(c)}


def _in_class(model: ast.ClassDef) -> Iterator[tuple[str, str]]:
    for field, below in zip(model.body, model.body[1:], strict=False):
        match field, below:
            case ast.AnnAssign(target=ast.Name(id=name)), ast.Expr(value=ast.Constant(value=str(text))):
                yield name, " ".join(text.split())
