"""Read a YAML file strictly: text to plain data, with a span for every value and key.

Plain scalars stay strings; converting them is the schema's business. Anchors, aliases, merge keys, tags and
second documents are refused, because each of them makes a file mean something that its reader does not see.
The event stream is walked without recursion and with bounds, so that hostile files cost little.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeAlias

import yaml

from generator.diagnostics import Code, Diagnostic, Severity, Span
from generator.entry import Route

Data: TypeAlias = "str | list[Data] | dict[str, Data]"

MAX_BYTES = 1024 * 1024
MAX_DEPTH = 50
MAX_NODES = 50_000

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class Document:
    """One YAML file as data, and where each value and key of it stands.

    `values` and `keys` map a route, such as `("links", "next", 0, "to")`, to its span; `extents` gives for
    every scalar the half-open range of characters that it takes up in `text`.
    """

    file: str
    text: str
    data: Data
    values: Mapping[Route, Span]
    keys: Mapping[Route, Span]
    extents: Mapping[Route, tuple[int, int]]

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

    def span_in(self, route: Route, needle: str) -> Span:
        """The span of `needle` within the scalar at `route`, or of the whole scalar if it is not found."""
        extent = self.extents.get(route)
        at = self.text.find(needle, *extent) if extent else -1
        return span_at(self.file, self.text, at, len(needle)) if at >= 0 else self.span(route)


def span_at(file: str, text: str, index: int, length: int = 1) -> Span:
    """The span of `length` characters from the character `index` of `text`."""
    start = text.rfind("\n", 0, index) + 1
    return Span(file, text.count("\n", 0, index) + 1, index - start + 1, max(1, length))


def read_document(path: Path, root: Path, name: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Read the file at `path`, which must lie under `root`; `name` is what diagnostics call it.

    The document is None where the file cannot be read far enough to say more about it.
    """
    text, problems = _read_text(path, root, name)
    if text is None:
        return None, problems
    document, more = parse(text, name)
    return document, problems + more


def _read_text(path: Path, root: Path, name: str) -> tuple[str | None, tuple[Diagnostic, ...]]:
    def refuse(code: Code, message: str, hint: str) -> tuple[None, tuple[Diagnostic, ...]]:
        return None, (Diagnostic(code, message, Span(name), hint),)

    try:
        if not path.resolve().is_relative_to(root.resolve()):
            return refuse(
                Code.UNREADABLE_FILE,
                "the file is a link that leads out of the content folder",
                "put the file itself here",
            )
        if not path.is_file():
            return refuse(Code.UNREADABLE_FILE, "this is not a regular file", "remove it, or put a file here")
        if path.stat().st_size > MAX_BYTES:
            return refuse(
                Code.FILE_TOO_LARGE,
                f"the file has {path.stat().st_size:,} bytes; at most {MAX_BYTES:,} are read",
                "split it: one entry, one file",
            )
        raw = path.read_bytes()
    except OSError as error:
        return refuse(
            Code.UNREADABLE_FILE,
            f"the file cannot be read: {error.strerror or 'the system refuses'}",
            "check that it exists and that you may read it",
        )
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        before = raw[: error.start].decode("utf-8")
        span = span_at(name, before, len(before))
        message = f"the byte 0x{raw[error.start]:02x} is not UTF-8"
        return None, (Diagnostic(Code.NOT_UTF8, message, span, "save the file with the encoding UTF-8"),)
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    problems: list[Diagnostic] = []
    if text.startswith("\ufeff"):
        text = text[1:]
        problems.append(
            Diagnostic(
                Code.BYTE_ORDER_MARK,
                "the file starts with a byte order mark",
                Span(name),
                "save it as UTF-8 without BOM",
                severity=Severity.WARNING,
            )
        )
    forbidden = [
        Diagnostic(
            Code.FORBIDDEN_CHARACTER,
            f"the invisible character U+{ord(found.group()):04X} is not allowed",
            span_at(name, text, found.start()),
            "delete it; it often comes along with text copied from elsewhere",
        )
        for found in _FORBIDDEN.finditer(text)
    ]
    problems += forbidden[:20]
    return (None if forbidden else text), tuple(problems)


def parse(text: str, name: str) -> tuple[Document | None, tuple[Diagnostic, ...]]:
    """Turn the YAML in `text` into a document; `name` is what diagnostics call the file."""
    composer = _Composer(name, text)
    try:
        complete = composer.compose(yaml.parse(text, Loader=yaml.CSafeLoader))
    except yaml.MarkedYAMLError as error:
        composer.problems.append(_syntax_error(error, name, text))
        complete = False
    problems = tuple(composer.problems)
    if not complete or composer.root is None:
        return None, problems
    document = Document(name, text, composer.root, composer.values, composer.keys, composer.extents)
    return document, problems


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is being filled."""

    data: list[Data] | dict[str, Data]
    route: Route
    key: str | None = None
    expects_key: bool = False
    skips_value: bool = False


@dataclass(slots=True)
class _Composer:
    """Builds data and spans from YAML events. Lives for one file."""

    name: str
    text: str
    root: Data | None = None
    values: dict[Route, Span] = field(default_factory=dict)
    keys: dict[Route, Span] = field(default_factory=dict)
    extents: dict[Route, tuple[int, int]] = field(default_factory=dict)
    problems: list[Diagnostic] = field(default_factory=list)
    open: list[_Open] = field(default_factory=list)
    skipping: int = 0
    nodes: int = 0

    def compose(self, events: Iterator[Any]) -> bool:
        """Take in all events. False where the file must not be read further."""
        for event in events:
            match event:
                case yaml.DocumentStartEvent():
                    if self.root is not None:
                        self._refuse(
                            Code.YAML_SECOND_DOCUMENT,
                            "a second document starts here",
                            self._span(event),
                            "remove the line `---`; one file holds one document",
                        )
                        return False
                case yaml.AliasEvent():
                    self._refuse(
                        Code.YAML_ANCHOR,
                        f"`*{event.anchor}` refers to an anchor",
                        self._span(event),
                        "write the text out where it is needed",
                    )
                    return False
                case yaml.ScalarEvent() | yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    if not self._node(event):
                        return False
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close()
        if self.root is None:
            self._refuse(
                Code.NOT_A_MAPPING, "the file is empty", Span(self.name), "write at least `title:` and what follows"
            )
        return self.root is not None

    def _node(self, event: Any) -> bool:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._refuse(
                Code.YAML_TOO_LARGE, f"there are more than {MAX_NODES:,} values", self._span(event), "split the file"
            )
            return False
        if len(self.open) + self.skipping >= MAX_DEPTH and not isinstance(event, yaml.ScalarEvent):
            self._refuse(
                Code.YAML_TOO_DEEP,
                f"lists and mappings are nested more than {MAX_DEPTH} deep",
                self._span(event),
                "no field needs this; check the brackets and the indentation",
            )
            return False
        self._check_decoration(event)
        if self.skipping:
            self.skipping += not isinstance(event, yaml.ScalarEvent)
            return True
        parent = self.open[-1] if self.open else None
        if parent and parent.expects_key:
            return self._key(event, parent)
        if parent and parent.skips_value:
            parent.skips_value, parent.expects_key = False, True
            self.skipping += not isinstance(event, yaml.ScalarEvent)
            return True
        self._value(event, parent)
        return True

    def _check_decoration(self, event: Any) -> None:
        if event.anchor:
            self._refuse(
                Code.YAML_ANCHOR,
                f"`&{event.anchor}` is an anchor",
                self._span(event),
                f"remove `&{event.anchor}`; put text that starts with & in quotes",
            )
        if event.tag:
            self._refuse(
                Code.YAML_TAG,
                f"`{_shown_tag(event.tag)}` is a tag",
                self._span(event),
                "remove it; put text that starts with ! in quotes",
            )

    def _key(self, event: Any, parent: _Open) -> bool:
        assert isinstance(parent.data, dict)
        if not isinstance(event, yaml.ScalarEvent) or not event.value:
            self._refuse(
                Code.YAML_KEY_NOT_TEXT,
                "this stands where the name of a field is expected, but it is not a word",
                self._span(event),
                "put text that starts with { or [ in quotes",
            )
            return False
        route, span = (*parent.route, event.value), self._span(event)
        parent.expects_key = False
        if event.value == "<<" and event.style is None:
            self._refuse(Code.YAML_MERGE_KEY, "`<<` is a merge key", span, "write the fields out where they are needed")
            parent.skips_value = True
        elif event.value in parent.data:
            self.problems.append(
                Diagnostic(
                    Code.DUPLICATE_KEY,
                    f"`{event.value}` is given twice",
                    span,
                    "keep one of them, or join what they say",
                    related=((self.keys[route], "first given here"),),
                )
            )
            parent.skips_value = True
        else:
            parent.key = event.value
            parent.data[event.value] = ""
            self.keys[route] = span
        return True

    def _value(self, event: Any, parent: _Open | None) -> None:
        route: Route = ()
        data: Data
        if isinstance(event, yaml.ScalarEvent):
            data = event.value
        else:
            data = {} if isinstance(event, yaml.MappingStartEvent) else []
        if parent is None:
            self.root = data
        elif isinstance(parent.data, list):
            route = (*parent.route, len(parent.data))
            parent.data.append(data)
        else:
            assert parent.key is not None
            route = (*parent.route, parent.key)
            parent.data[parent.key] = data
            parent.expects_key = True
        self.values[route] = self._span(event)
        if isinstance(data, str):
            self.extents[route] = (event.start_mark.index, event.end_mark.index)
        else:
            self.open.append(_Open(data, route, expects_key=isinstance(data, dict)))

    def _close(self) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            self.open.pop()

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        if end.line == start.line:
            length = end.column - start.column
        else:
            stop = self.text.find("\n", start.index)
            length = (stop if stop >= 0 else len(self.text)) - start.index
        return Span(self.name, start.line + 1, start.column + 1, max(1, length))

    def _refuse(self, code: Code, message: str, span: Span, hint: str) -> None:
        self.problems.append(Diagnostic(code, message, span, hint))


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")


_SYNTAX_HELP: tuple[tuple[str, str, str], ...] = (
    (
        "mapping values are not allowed",
        "there is a colon where none can stand",
        "if the text itself holds a colon followed by a space, put the text in quotes or after `>-`",
    ),
    (
        "found character '\\t' that cannot start any token",
        "there is a tab in the indentation",
        "indent with spaces only, two for each level",
    ),
    (
        "found character that cannot start any token",
        "a character stands here that cannot start a value",
        "indent with spaces, not tabs; put text that starts with @, ` or % in quotes",
    ),
    (
        "found unexpected end of stream",
        "the text in quotes does not end",
        "close the quotation mark",
    ),
    (
        "did not find expected key",
        "a field of this mapping is not where it is expected",
        "check that the fields of one level start in the same column, and that quotation marks are closed",
    ),
    (
        "did not find expected '-' indicator",
        "this list goes on without `- `",
        "start each item with `- `, all in the same column",
    ),
    (
        "could not find expected ':'",
        "there is no colon after the name of the field",
        "write `name: value`; text that goes on over several lines starts with `>-`",
    ),
    (
        "found unknown escape character",
        "there is a backslash sequence that YAML does not know",
        "use 'single quotes', in which a backslash stands for itself",
    ),
    (
        "did not find expected ',' or",
        "a list or mapping in brackets does not end where it should",
        "close the bracket; put text that starts with [ or { in quotes, such as \"[[some-id]] …\"",
    ),
    (
        "did not find expected <document start>",
        "something follows after the end of the text",
        "put text that starts with a quotation mark or bracket in quotes altogether",
    ),
    (
        "unidentified alias",
        "an asterisk starts the text",
        "put text that starts with * in quotes",
    ),
    (
        "while scanning an alias",
        "an asterisk starts the text",
        "put text that starts with * in quotes",
    ),
    (
        "while scanning an anchor",
        "an ampersand starts the text",
        "put text that starts with & in quotes",
    ),
    (
        "block sequence entries are not allowed",
        "a list starts where none can stand",
        "start the list on a line of its own, indented under its field",
    ),
)


def _syntax_error(error: yaml.MarkedYAMLError, name: str, text: str) -> Diagnostic:
    mark = error.problem_mark or error.context_mark
    # A mark can point behind the last character; the last line is the place a reader can look at.
    index = min(mark.index, len(text.rstrip("\n"))) if mark else 0
    spoken = f"{error.context or ''} {error.problem or ''}"
    for pattern, message, hint in _SYNTAX_HELP:
        if pattern in spoken:
            break
    else:
        message, hint = f"this is not YAML: {(error.problem or 'it cannot be read').strip()}", (
            "check indentation, colons and quotation marks on this line and the one before"
        )
    related: tuple[tuple[Span, str], ...] = ()
    context = error.context_mark
    if context and mark and (context.line, context.column) != (mark.line, mark.column):
        related = ((span_at(name, text, min(context.index, len(text))), "what it belongs to starts here"),)
    return Diagnostic(Code.YAML_SYNTAX, message, span_at(name, text, index), hint, related)
