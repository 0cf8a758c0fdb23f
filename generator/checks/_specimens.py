"""What the rules about specimens share: each, compared with the blocks of its sheet."""

from __future__ import annotations

from collections.abc import Iterator

from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.specimen import FilledSheet


def specimens(graph: Graph) -> Iterator[tuple[Located, FilledSheet]]:
    """The specimens of the sheets that are to be checked. Sheets that cannot be printed have other problems first."""
    for located in graph.looked_at:
        entry = located.entry
        if not isinstance(entry, Worksheet) or not entry.specimen:
            continue
        try:
            yield located, entry.specimen_read(graph.entries)
        except (KeyError, AttributeError):
            continue  # it prints an entry that does not exist, or a field that the entry does not have
