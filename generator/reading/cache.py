"""Documents that were read before, so that checking one file need not read all the others word by word.

What is kept is the plain data of documents without a fault, by the sum of their text; where each value stands is
found by reading the document again, when somebody asks. Whatever cannot be used is passed over: the memory may be
deleted at any time, and no published site is ever made from it.
"""

from __future__ import annotations

import hashlib
import inspect
import json
import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from functools import cache, cached_property
from pathlib import Path
from typing import TypeVar

import yaml

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.reading import composer, document
from generator.reading.composer import Data
from generator.reading.document import Document, parse
from generator.reading.text import read_text

FILE = Path(".cache") / "documents.json"

Value = TypeVar("Value")


class Remembered:
    """Reads documents, and keeps what they say for the next time."""

    def __init__(self, root: Path) -> None:
        self._file = root / FILE
        self._known = _known(self._file)
        self._met: dict[str, Data] = {}

    def read_document(self, path: Path, root: Path, name: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        """The same as `document.read_document`."""
        text, problems = read_text(path, root, name)
        if text is None:
            return None, problems
        key = hashlib.sha256(text.encode()).hexdigest()
        if key in self._known:
            self._met[key] = self._known[key]
            return _document(name, text, self._known[key]), problems
        document, more = parse(text, name)
        if document and not more:
            self._met[key] = document.data
        return document, problems + more

    def keep(self) -> None:
        """Write down what was read, if it differs from what is kept. A folder that takes no files takes none."""
        if self._met.keys() == self._known.keys():
            return
        kept = json.dumps({"made_by": _maker(), "documents": self._met}, ensure_ascii=False, separators=(",", ":"))
        beside = self._file.with_suffix(f".{os.getpid()}")
        try:
            self._file.parent.mkdir(exist_ok=True)
            (self._file.parent / ".gitignore").write_text("*\n", encoding="utf-8")
            beside.write_text(kept, encoding="utf-8")
            beside.replace(self._file)
        except OSError:
            with suppress(OSError):
                beside.unlink()


def _known(file: Path) -> Mapping[str, Data]:
    try:
        kept = json.loads(file.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}
    fits = isinstance(kept, dict) and kept.get("made_by") == _maker() and isinstance(kept.get("documents"), dict)
    return kept["documents"] if fits else {}


@cache
def _maker() -> str:
    """Differs whenever the same text might be read as other data."""
    made = hashlib.sha256(yaml.__version__.encode())
    for module in (composer, document):
        made.update(inspect.getsource(module).encode())
    return made.hexdigest()


def _document(name: str, text: str, data: Data) -> Document:
    again = _Again(name, text)
    return Document(name, text, data, _Places(again, "values"), _Places(again, "keys"), _Places(again, "extents"))


class _Again:
    """A document that is read a second time, once somebody asks where something stands."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text

    @cached_property
    def document(self) -> Document:
        document, _ = parse(self._text, self._name)
        assert document is not None, f"{self._name} could be read before"
        return document


class _Places(Mapping[Route, Value]):
    """One of the side tables of a document."""

    def __init__(self, again: _Again, table: str) -> None:
        self._again, self._table = again, table

    @property
    def _found(self) -> Mapping[Route, Value]:
        found: Mapping[Route, Value] = getattr(self._again.document, self._table)
        return found

    def __getitem__(self, route: Route) -> Value:
        return self._found[route]

    def __iter__(self) -> Iterator[Route]:
        return iter(self._found)

    def __len__(self) -> int:
        return len(self._found)
