"""The scoring methods: each module of this package that has a `METHOD` is one, and entries name it by its file.

`components/assessment-scoring/lazy/methods.js` has the same methods for the browser.
"""

from collections.abc import Iterator, Mapping
from importlib import import_module
from pkgutil import iter_modules

from generator.scoring.methods._method import Method


def _found() -> Iterator[tuple[str, Method]]:
    for module in iter_modules(__path__):
        method = getattr(import_module(f"{__name__}.{module.name}"), "METHOD", None)
        if isinstance(method, Method):
            yield module.name, method


METHODS: Mapping[str, Method] = dict(_found())
"""Every scoring method by its name."""

__all__ = ["METHODS", "Method"]
