"""Words that readers use and the entries that are near to them in meaning: `nearby.txt` beside the configuration.

`playbook nearby` writes the file with a language model. A build only reads it, so that it is the same on all machines
and needs no model. Without the file, search finds words alone.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.entry import Entry
from generator.reading.text import read_text

FILE = "nearby.txt"
"""The name of the file, which lies beside the configuration."""

MAX_BYTES = 4 * 1024 * 1024
"""The maximum size in bytes."""

STRONGEST = 9
"""How near an entry is at most; 1 is the least."""

_ENTRY = re.compile(r"= (\S+) ([0-9a-f]{8})")
_WORD = re.compile(r"(\w+)((?: \S+:[1-9])+)")


@dataclass(frozen=True, slots=True)
class Nearby:
    """What the file says.

    `words` maps each word to the ids of entries, each with how near it is, from 1 to `STRONGEST`. `digests` maps the id
    of each entry that was looked at to a hash of what was read of it.
    """

    words: Mapping[str, tuple[tuple[str, int], ...]] = field(default_factory=dict)
    digests: Mapping[str, str] = field(default_factory=dict)


NOTHING = Nearby()


def read_nearby(root: Path) -> tuple[Nearby, tuple[Diagnostic, ...]]:
    """The file in the folder `root`, and its problems. There is nothing in one that is missing or cannot be read."""
    path = root / FILE
    if not path.exists():
        return NOTHING, ()
    text, problems = read_text(path, root, FILE, MAX_BYTES)
    return parse_nearby(text or ""), problems


def parse_nearby(text: str) -> Nearby:
    """What a text says. Lines of another form are left out: a command makes the file anew."""
    words, digests = {}, {}
    for line in text.split("\n"):
        if found := _ENTRY.fullmatch(line):
            digests[found[1]] = found[2]
        elif found := _WORD.fullmatch(line):
            pairs = (pair.rpartition(":") for pair in found[2].split())
            words[found[1]] = tuple((name, int(strength)) for name, _, strength in pairs)
    return Nearby(words, digests)


def nearby_text(nearby: Nearby, head: Iterable[str]) -> str:
    """The file, which begins with the lines of `head` as comments."""
    entries = (f"= {name} {digest}" for name, digest in sorted(nearby.digests.items()))
    words = (f"{word} {' '.join(f'{name}:{n}' for name, n in near)}" for word, near in sorted(nearby.words.items()))
    return "\n".join([*(f"# {line}" for line in head), *entries, *words, ""])


def texts_of(entry: Entry) -> tuple[str, ...]:
    """What is read of an entry: what it is called and says in brief, and how it is asked for."""
    said = f"{entry.title}. {entry.summary or ''}".strip()
    asked = ", ".join((*entry.asked_as, *entry.keywords))
    return (said, asked) if asked else (said,)


def digest(entry: Entry) -> str:
    """A hash of what is read of an entry."""
    return hashlib.sha256("\n".join(texts_of(entry)).encode()).hexdigest()[:8]


def changed(nearby: Nearby, graph: Graph) -> tuple[str, ...]:
    """The ids of entries that are new or different since the file was written, and of those that are gone."""
    now = {located.id: digest(located.entry) for located in graph.entries.values()}
    return tuple(
        sorted(name for name in now.keys() | nearby.digests.keys() if now.get(name) != nearby.digests.get(name))
    )
