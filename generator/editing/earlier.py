"""How texts were written in earlier versions of a file, so that a text that comes back is written as it was."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from generator.editing.nodes import Child, Node, column_of, root_of
from generator.reading.document import parse

Earlier: TypeAlias = Mapping[tuple[str, int, str], str]
"""How a text was written, by the name of its field, the column at which that began, and the text itself."""

MOST = 12
"""So many versions of a file are looked at, from the newest."""


def written_in(versions: Iterable[str]) -> Earlier:
    """The texts of earlier versions of a file, the newest first, as they were written."""
    found: dict[tuple[str, int, str], str] = {}
    for _, text in zip(range(MOST), versions, strict=False):
        found = {**_written(text), **found}
    return found


@lru_cache(maxsize=64)
def _written(text: str) -> Earlier:
    document, problems = parse(text, "")
    if document is None or problems:
        return {}
    return dict(_texts(text, root_of(text).children))


def _texts(text: str, children: Iterable[Child]) -> Iterator[tuple[tuple[str, int, str], str]]:
    for child in children:
        node = child.node
        if isinstance(node.value, str) and not node.odd and node.end > node.start:
            written = text[node.start : node.end]
            if not _has_comment(node, written):
                yield (child.name, column_of(text, child.at), node.value), written
        elif not node.in_brackets:
            yield from _texts(text, node.children)


def _has_comment(node: Node, written: str) -> bool:
    """Whether a comment stands at the sign of a text in several lines: it belongs to that version."""
    return node.style in ("|", ">") and "#" in written.partition("\n")[0]
