"""The tree of a formula: a number, a name, or an operation with its operands: `("+", "goal", ("*", "goal", 0.3))`."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TypeAlias

Tree: TypeAlias = "float | str | tuple[Tree, ...]"


def names_in(tree: Tree) -> Iterator[str]:
    """The names that a formula uses, each as often as it does."""
    if isinstance(tree, str):
        yield tree
    elif isinstance(tree, tuple):
        for part in tree[1:]:
            yield from names_in(part)
