"""Every file of the site that is not a page.

A module here that does not begin with `_` and has a function `outputs` is found by itself: it takes `Made` and gives
the files that it makes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TypeAlias

from generator.outputs._made import Made
from generator.site.page import Artifact
from generator.site.release import DATA, DATA_NAMES, data_names

Output: TypeAlias = Callable[[Made], Iterable[Artifact]]


def files(made: Made) -> Iterator[Artifact]:
    """Every file that is made from the finished pages and the entries, for programs and for the search."""
    there = [file for output in found() for file in output(made)]
    names = [file.path.removeprefix(DATA) for file in there if file.path.startswith(DATA)]
    yield from there
    yield Artifact(DATA_NAMES, data_names(dict(zip(names, names, strict=True))))


@cache
def found() -> tuple[Output, ...]:
    """What makes files, in the order of the modules' names."""
    names = sorted(module.name for module in iter_modules(__path__) if not module.name.startswith("_"))
    modules = (import_module(f"{__name__}.{name}") for name in names)
    return tuple(module.outputs for module in modules if hasattr(module, "outputs"))
