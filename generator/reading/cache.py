"""A cache of parsed documents, so that an edit of one file does not parse all others again.

It contains the plain data of documents without problems, by the hash of their text. The places of values are not
kept, also not in memory: the document is parsed again when they are needed. Unusable cache files are ignored, and the
cache may be deleted at any time.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cached_property
from pathlib import Path
from typing import TypeVar

from generator.caching.kept import Kept
from generator.caching.program import program
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.parallel import ALONE, Workers
from generator.reading.composer import Data
from generator.reading.document import Document, parse
from generator.reading.mistakes.colons import FieldNames, GiveFieldNames
from generator.reading.text import read_text

FOLDER = Path(".cache") / "documents"

WORTH_SHARING = 50_000
"""Texts of fewer characters are parsed sooner than another process has begun with them."""

Value = TypeVar("Value")


class DocumentCache:
    """Reads documents through the cache, and writes the cache."""

    def __init__(self, root: Path) -> None:
        self._kept = Kept(root / FOLDER)
        self._known = _known(self._kept)
        self._stored = self._known.keys()
        self._used: dict[str, Data] = {}
        self._read: dict[tuple[Path, Path, str], tuple[str | None, tuple[Diagnostic, ...]]] = {}

    def learn(self, files: Iterable[tuple[Path, Path, str]], workers: Workers) -> int:
        """Parse those of the files that are not known yet, in all processes, and return how many there are.

        Each is a path, its root and its name.
        """
        self._read = {file: read_text(*file) for file in files}
        texts = ((name, text) for (_, _, name), (text, _) in self._read.items() if text is not None)
        new = [(name, text) for name, text in texts if _key_of(text) not in self._known]
        if sum(len(text) for _, text in new) < WORTH_SHARING:
            workers = ALONE
        self._known = {**self._known, **dict(workers.share(_sound, new))}
        return len(new)

    def read_document(
        self, path: Path, root: Path, name: str, field_names: GiveFieldNames = FieldNames
    ) -> tuple[Document | None, tuple[Diagnostic, ...]]:
        """The same as `document.read_document`."""
        file = (path, root, name)
        text, problems = self._read.pop(file) if file in self._read else read_text(*file)
        if text is None:
            return None, problems
        key = _key_of(text)
        if key in self._known:
            self._used[key] = self._known[key]
            return _document(name, text, self._known[key]), problems
        document, more = parse(text, name, field_names)
        if document and not more:
            self._used[key] = document.data
            return _document(name, text, document.data), problems
        return document, problems + more

    def save(self) -> None:
        """Keep what was read for the next time, if it differs from what is kept."""
        if self._used.keys() != self._stored:
            kept = json.dumps(self._used, ensure_ascii=False, separators=(",", ":"))
            self._kept.put(_key(), kept.encode("utf-8", "surrogatepass"))
            self._kept.keep_only({_key()})


def _sound(files: Sequence[tuple[str, str]]) -> list[tuple[str, Data]]:
    """The data of the files without problems, by the keys of their texts."""
    parsed = ((text, *parse(text, name)) for name, text in files)
    return [(_key_of(text), document.data) for text, document, problems in parsed if document and not problems]


def _known(kept: Kept) -> Mapping[str, Data]:
    content = kept.get(_key())
    if content is None:
        return {}
    found: dict[str, Data] = json.loads(content)
    return found


def _key_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def _key() -> str:
    return f"documents-{program()}"


def _document(name: str, text: str, data: Data) -> Document:
    again = _Reparsed(name, text)
    return Document(name, text, data, _Places(again, "values"), _Places(again, "keys"), _Places(again, "extents"))


class _Reparsed:
    """Parses a cached document again when a place in it is needed."""

    def __init__(self, name: str, text: str) -> None:
        self._name, self._text = name, text

    @cached_property
    def document(self) -> Document:
        document, _ = parse(self._text, self._name)
        assert document is not None, f"{self._name} could be read before"
        return document


class _Places(Mapping[Route, Value]):
    """One table of places of a document, such as `values`."""

    def __init__(self, again: _Reparsed, table: str) -> None:
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
