"""The scoring methods that entries may name: the files in `scoring/methods`, and what the first line of each says.

How a method works is no matter of an entry, so nothing of `scoring`, which lies above the kinds, is imported here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal, TypeAlias

FOLDER = Path(__file__).parents[1] / "scoring" / "methods"

USUAL = ("sum", "mean", "weighted", "lean", "formula")
"""The order in which help and messages list the methods. Others follow by name."""


def _found() -> Iterator[tuple[str, str]]:
    for path in sorted(FOLDER.glob("[a-z]*.py"), key=lambda path: ((*USUAL, path.stem).index(path.stem), path.stem)):
        with path.open(encoding="utf-8") as file:
            yield path.stem, file.readline().strip().strip('"').rstrip(".")


METHODS: Mapping[str, str] = MappingProxyType(dict(_found()))
"""What each method makes of the answers, by its name."""

HELP = "; ".join(f"`{name}`: {about[:1].lower()}{about[1:]}" for name, about in METHODS.items()) + "."

if TYPE_CHECKING:
    MethodName: TypeAlias = str
else:
    MethodName = Literal[tuple(METHODS)]
