"""Documents that were read before, so that checking one file need not read all the others word by word.

What is kept is the plain data of documents without a fault, by the sum of their text; where each value stands is
found by reading the document again, when somebody asks. Whatever cannot be used is passed over: the memory may be
deleted at any time, and no published site is ever made from it.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from generator.caching.kept import Kept
from generator.caching.program import program
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.reading.composer import Data
from generator.reading.document import Document, parse
from generator.reading.mistakes.colons import FieldNames, GiveFieldNames
from generator.reading.text import read_text

FOLDER = Path(".cache") / "documents"

Value = TypeVar("Value")


class Remembered:
    """Reads documents, and keeps what they say for the next time."""

    def __init__(self, root: Path) -> None:
        self._kept = Kept(root / FOLDER)
        self._known = _known(self._kept)
        self._met: dict[str, Data] = {}

    def read_document(
        self, path: Path, root: Path, name: str, field_names: GiveFieldNames = FieldNames
    ) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        """The same as `document.read_document`."""
        text, problems = read_text(path, root, name)
        if text is None:
            return None, problems
        key = hashlib.sha256(text.encode()).hexdigest()
        if key in self._known:
            self._met[key] = self._known[key]
            return _document(name, text, self._known[key]), problems
        document, more = parse(text, name, field_names)
        if document and not more:
            self._met[key] = document.data
        return document, problems + more

    def keep(self) -> None:
        """Keep what was read for the next time, if it differs from what is kept."""
        if self._met.keys() != self._known.keys():
            kept = json.dumps(self._met, ensure_ascii=False, separators=(",", ":"))
            self._kept.put(_key(), kept.encode("utf-8", "surrogatepass"))
            self._kept.keep_only({_key()})


def _known(kept: Kept) -> Mapping[str, Data]:
    content = kept.get(_key())
    if content is None:
        return {}
    found: dict[str, Data] = json.loads(content)
    return found


def _key() -> str:
    return f"documents-{program()}"


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
