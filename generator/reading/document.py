"""Read a YAML file strictly: text to plain data, with a span for every value and key.

Plain scalars stay strings; the models convert them. Anchors, aliases, merge keys, tags and second documents are
errors, because with them a file means something that its reader does not see. The event stream is processed
without recursion and with limits, so that malicious files cost little.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span, span_at
from generator.reading.composer import SIGN_MEANT, Composer, Data
from generator.reading.letters import place_in
from generator.reading.mistakes.colons import FieldNames, GiveFieldNames
from generator.reading.mistakes.comments_in_brackets import as_meant, comments_in_brackets, places_of
from generator.reading.mistakes.conflicts import conflict_markers
from generator.reading.mistakes.hyphens import unspaced
from generator.reading.mistakes.lookalikes import lookalikes
from generator.reading.mistakes.parser_words import syntax_error
from generator.reading.text import read_text, text_of

MOST_MISLEADING = 20
"""The maximum number of lookalike characters, and of hyphens without a space, reported per file."""

MOST_CUT_OFF = 5
"""After so many signs in brackets that become comments, a file is not read on: each time it is read from its start."""


Expanded: TypeAlias = Callable[[str, str, int, int], Span | tuple[int, int]]
"""Gives for a text as written, the same with its names replaced, and a range in that, where this is written."""


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file as data, with the place of each value and key.

    `values` and `keys` map a route, such as `("links", "next", 0, "to")`, to its span; `extents` maps the route of
    every scalar to its half-open range of characters in `text`.
    """

    file: str
    text: str
    data: Data
    values: Mapping[Route, Span]
    keys: Mapping[Route, Span]
    extents: Mapping[Route, tuple[int, int]]
    expanded: Expanded | None = None
    """Where the texts are written in which names have been replaced; None if there are none."""

    def span(self, route: Route) -> Span:
        """The span of the value at `route`, or of the nearest value around it."""
        for end in range(len(route), -1, -1):
            found = self.values.get(route[:end])
            if found:
                return found
        return Span(self.file)

    def key_span(self, route: Route) -> Span:
        """The span of the key at `route`; of the value around it if there is none."""
        return self.keys.get(route) or self.span(route)

    def place_in(self, route: Route, text: str, start: int, end: int) -> Span:
        """Where `text[start:end]` is written, as far as it is on one line. `text` is the whole scalar at `route`.

        Names in it may have been replaced: what comes from elsewhere is written there.
        """
        raw = self._scalar(route) if self.expanded else None
        if self.expanded and raw is not None and raw != text:
            origin = self.expanded(raw, text, start, end)
            if isinstance(origin, Span):
                return origin
            text, (start, end) = raw, origin
        # A bare sentence represents the part whose only field it is.
        extent = self.extents.get(route) or self.extents.get(route[:-1])
        found = place_in(self.file, self.text, extent, text, start, end) if extent else None
        return found or self.span(route)

    def _scalar(self, route: Route) -> str | None:
        """The text at `route` as it is in the data, or at the route above for the only field of a part."""
        value: Any = self.data
        for step in route:
            if isinstance(value, str):
                break
            value = value[step]
        return value if isinstance(value, str) else None

    def span_in(self, route: Route, needle: str) -> Span:
        """The span of `needle` within the scalar at `route`, or of the whole scalar if it is not found."""
        extent = self.extents.get(route)
        at = self.text.find(needle, *extent) if extent else -1
        return span_at(self.file, self.text, at, len(needle)) if at >= 0 else self.span(route)


def read_document(
    path: Path, root: Path, name: str, field_names: GiveFieldNames = FieldNames
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read the file at `path`, which must be inside the folder `root`. `name` is its name in diagnostics.

    The document is None if the file has errors that prevent all further checks.
    """
    return _parsed(read_text(path, root, name), name, field_names)


def document_of(
    raw: bytes, name: str, field_names: GiveFieldNames = FieldNames
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """The document of a file with these bytes, as `read_document` gives it."""
    return _parsed(text_of(raw, name), name, field_names)


def _parsed(
    read: tuple[str | None, tuple[Diagnostic, ...]], name: str, field_names: GiveFieldNames
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    text, problems = read
    if text is None:
        return None, problems
    document, more = parse(text, name, field_names)
    return document, problems + more


def parse(
    text: str, name: str, field_names: GiveFieldNames = FieldNames
) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Turn the YAML in `text` into a document; `name` is what diagnostics call the file.

    `field_names` help to recognise a field whose colon is missing.
    """
    conflicts = conflict_markers(text, name)
    if conflicts:
        return None, conflicts
    composer, complete = _composed(text, name, field_names)
    finders = (finder(text, name, composer.extents.values()) for finder in (lookalikes, unspaced))
    misleading = tuple(islice(chain.from_iterable(finders), MOST_MISLEADING))
    # All other problems are consequences of these, and their messages would be misleading.
    problems = misleading or tuple(composer.problems)
    if misleading or not complete or composer.root is None:
        return None, problems
    document = Document(name, text, composer.root, composer.values, composer.keys, composer.extents)
    return document, problems


def _composed(text: str, name: str, field_names: GiveFieldNames) -> tuple[Composer, bool]:
    """What the text contains, and whether all of it could be read.

    Signs in brackets that become comments are reported, and then read as they are meant: what else is wrong is
    reported in the same run.
    """
    meant, cut = text, tuple[Diagnostic, ...]()
    while True:
        composer = Composer(name, text)
        try:
            complete = composer.compose(yaml.parse(meant, Loader=yaml.CSafeLoader))
        except yaml.MarkedYAMLError as error:
            complete = False
            if not _follows(error, composer.cut_off):
                found = syntax_error(error, name, meant, replace(composer, text=meant), field_names)
                signs = comments_in_brackets(name, meant, *places_of(error))
                if signs and signs[0].place == found.span and len(cut) < MOST_CUT_OFF:
                    cut += tuple(replace(found, message=one.message, hint=one.hint, span=one.place) for one in signs)
                    meant = as_meant(meant, signs)
                    continue
                composer.problems.append(replace(found, hint=found.hint and found.hint.replace(SIGN_MEANT, "#")))
        composer.problems[:0] = cut
        return composer, complete


def _follows(error: yaml.MarkedYAMLError, cut_off: int) -> bool:
    """Whether the parser stopped on the line after the one whose end became a comment, so that the error follows."""
    marks = (error.problem_mark, error.context_mark)
    return bool(cut_off) and any(mark and mark.line == cut_off for mark in marks)
