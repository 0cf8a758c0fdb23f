"""The built-in kinds: each module of this package that has a `KIND` is one. The other modules are parts of kinds.

A playbook may declare others in its configuration; `Project.kinds` and `Graph.kinds` hold all of them.
"""

from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules

from generator.model.kind import Kind, Kinds


def _found() -> Iterator[Kind]:
    for module in iter_modules(__path__):
        kind = getattr(import_module(f"{__name__}.{module.name}"), "KIND", None)
        if isinstance(kind, Kind):
            yield kind


BUILT_IN = Kinds(tuple(sorted(_found(), key=lambda kind: (kind.order, kind.name))))
"""Every kind that all playbooks have, in the order in which the site shows them."""
