"""Build plain data from YAML events, with a span for every value and key, and report misleading YAML.

Anchors, aliases, merge keys, tags and second documents are errors, because with them a file means something that
its reader does not see. The events are processed without recursion and with limits, so that malicious files cost
little.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, TypeAlias

import yaml

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route, Span, span_at
from generator.reading.lists import hidden_items, semicolons
from generator.reading.mistakes.repeated import Repeated, said_of_one, said_of_several
from generator.reading.remedies import NAME_IN_BRACES, cut_off, in_one_pair, in_quotes, instead_of_second

Data: TypeAlias = "str | list[Data] | dict[str, Data]"

MAX_DEPTH = 50
MAX_NODES = 50_000

FORBIDDEN = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u200b\u2028\u2029\u202a-\u202e\u2060\u2066-\u2069\ue000-\uf8ff\ufeff\ufffe\uffff\U000f0000-\U0010ffff]"
)
"""Forbidden characters: invisible, changing the direction of text, or visible in only one font."""


@dataclass(slots=True)
class _Open:
    """A mapping or sequence that is being filled."""

    data: list[Data] | dict[str, Data]
    route: Route
    key: str | None = None
    expects_key: bool = False
    skips_value: bool = False
    repeated: tuple[Repeated, int] | None = None
    """The first name that appears twice, and the index of its problem."""


SIGN_MEANT = "\ue000"
"""Stands for a `#` that is part of a text though YAML takes a comment from it on. No file may contain this sign."""

EMPTY_FILE = "the file is empty"
"""What is said of a file without a value, to which others add what such a file consists of."""


@dataclass(slots=True)
class Composer:
    """Builds data and spans from the YAML events of one file."""

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
    cut_off: int = 0
    """The number of the last line whose end would become a comment, or 0."""

    def compose(self, events: Iterator[Any]) -> bool:
        """Process all events. Returns False if the file must not be read further."""
        for event in events:
            match event:
                case yaml.DocumentStartEvent():
                    if self.root is not None:
                        span = self._span(event)
                        hint = instead_of_second(self.text, span.line)
                        self._refuse(codes.YAML_SECOND_DOCUMENT, "the file ends for YAML at this `---`", span, hint)
                        return False
                case yaml.AliasEvent():
                    self._refuse(
                        codes.YAML_ANCHOR,
                        f"`*{event.anchor}` is a YAML alias, which is not allowed",
                        self._span(event),
                        "repeat the text here; put text that starts with * in quotes",
                    )
                    return False
                case yaml.ScalarEvent() | yaml.MappingStartEvent() | yaml.SequenceStartEvent():
                    if not self._node(event):
                        return False
                case yaml.MappingEndEvent() | yaml.SequenceEndEvent():
                    self._close()
        if self.root is None:
            self._refuse(
                codes.NOT_A_MAPPING,
                EMPTY_FILE,
                Span(self.name),
                "write its fields, each with a name and a colon",
            )
        return self.root is not None

    def _node(self, event: Any) -> bool:
        self.nodes += 1
        if self.nodes > MAX_NODES:
            self._refuse(
                codes.YAML_TOO_LARGE,
                f"the file has more than {MAX_NODES:,} values",
                self._span(event),
                "split the file",
            )
            return False
        if len(self.open) + self.skipping >= MAX_DEPTH and not isinstance(event, yaml.ScalarEvent):
            self._refuse(
                codes.YAML_TOO_DEEP,
                f"lists and fields are nested more than {MAX_DEPTH} levels deep",
                self._span(event),
                "no field needs this; check brackets and indentation",
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
                codes.YAML_ANCHOR,
                f"`&{event.anchor}` is a YAML anchor, which is not allowed",
                self._span(event),
                f"remove `&{event.anchor}`; put text that starts with & in quotes",
            )
        hidden = FORBIDDEN.search(event.value) if isinstance(event, yaml.ScalarEvent) and event.style == '"' else None
        if hidden:
            self._refuse(
                codes.FORBIDDEN_CHARACTER,
                f"this backslash sequence means the invisible character U+{ord(hidden[0]):04X}",
                self._span(event),
                "delete it; in 'single quotes' a backslash is an ordinary character",
            )
        if event.tag:
            self._refuse(
                codes.YAML_TAG,
                f"`{_shown_tag(event.tag)}` is a YAML tag, which is not allowed",
                self._span(event),
                "remove it; put text that starts with ! in quotes",
            )

    def _key(self, event: Any, parent: _Open) -> bool:
        assert isinstance(parent.data, dict)
        if not isinstance(event, yaml.ScalarEvent):
            message, hint = (
                "a field name is expected here, not a list or fields",
                "put text that starts with { or [ in quotes",
            )
            if name := NAME_IN_BRACES.match(self.text, event.start_mark.index):
                hint = f"write `{name[1]}:` without braces; they belong where a text names it"
            self._refuse(codes.YAML_KEY_NOT_TEXT, message, self._span(event), hint)
            return False
        if not event.value:
            self._refuse(
                codes.YAML_KEY_NOT_TEXT,
                "the field name is empty",
                self._span(event),
                "write a name before the colon",
            )
            return False
        route, span = (*parent.route, event.value), self._span(event)
        parent.expects_key = False
        if event.value == "<<" and not event.style:
            self._refuse(
                codes.YAML_MERGE_KEY, "`<<` is a YAML merge key, which is not allowed", span, "repeat the fields here"
            )
            parent.skips_value = True
        elif event.value in parent.data:
            self._repeated(event, span, parent)
            parent.skips_value = True
        else:
            parent.key = event.value
            parent.data[event.value] = ""
            self.keys[route] = span
        return True

    def _repeated(self, event: Any, span: Span, parent: _Open) -> None:
        """Report a field that appears twice. Several beside each other are items without hyphens."""
        name = event.value
        first = self.keys[*parent.route, name]
        related = ((first, "first one here"),)
        found = Repeated(name, parent.route, span, self.text, event.start_mark.index)
        if parent.repeated and parent.route:
            before, at = parent.repeated
            if name != before.name and self.problems[at].code is codes.DUPLICATE_KEY:
                message, hint = said_of_several(before, self.values)
                self.problems[at] = replace(self.problems[at], message=message, hint=hint)
            return
        parent.repeated = (found, len(self.problems))
        message, hint = said_of_one(found, str(next(iter(parent.data))), self.values)
        self.problems.append(Diagnostic(codes.DUPLICATE_KEY, message, span, hint, related=related))

    def _value(self, event: Any, parent: _Open | None) -> None:
        route: Route = ()
        data: Data
        if isinstance(event, yaml.ScalarEvent):
            data = folded_paragraphs(event.value) if event.style == ">" else event.value
            data = data.replace(SIGN_MEANT, "#")
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
            if event.style not in ("|", ">"):
                self._check_end(event, route)
            if not event.style and event.end_mark.line > event.start_mark.line:
                self.problems += hidden_items(self.name, self.text, self.values, self.extents, route)
        else:
            self.open.append(_Open(data, route, expects_key=isinstance(data, dict)))

    def _check_end(self, event: Any, route: Route) -> None:
        """Report a text whose end would silently become a comment because of ` #`.

        A comment has two spaces before its `#` and one behind it. Behind a number one space before it is enough.
        """
        found = _COMMENT.match(self.text, event.end_mark.index)
        if not found or (found["behind"] is not None and (len(found["before"]) > 1 or _NO_TEXT.fullmatch(event.value))):
            return
        span = span_at(self.name, self.text, found.start("sign"), len(found["sign"]))
        self.cut_off = span.line
        message = cut_off(found["sign"])
        quoted = "whole text in one pair of quotes"
        how = quoted if event.style else f"text {in_quotes(self.text, event.start_mark.index)}"
        hint = f"put the {how} or on the line below `>-`"
        if not event.value and route:
            rest = _COMMENT_BEHIND.split(self.text[found.start("sign") :].partition("\n")[0])[0].rstrip()
            before = "-" if isinstance(route[-1], int) else f"{route[-1]}:"
            hint = f"put the text in quotes: write `{before} {in_one_pair(rest)}`"
            if found["behind"] is None:
                self._take(rest, found.start("sign"), route)
            if _COLOUR.fullmatch(rest):
                self._refuse(codes.YAML_SYNTAX, message, span, hint)
                return
        self._refuse(codes.YAML_SYNTAX, message, span, f"{hint}; if it is a comment, write {_AS_COMMENT}")

    def _take(self, text: str, start: int, route: Route) -> None:
        """Read on with the text that was meant, so that whatever else is wrong with it is reported as well."""
        parent: Any = self.open[-1].data
        parent[route[-1]] = text
        self.values[route] = span_at(self.name, self.text, start, len(text))
        self.extents[route] = (start, start + len(text))

    def _close(self) -> None:
        if self.skipping:
            self.skipping -= 1
        else:
            closed = self.open.pop()
            if isinstance(closed.data, list) and len(closed.data) == 1:
                self.problems += semicolons(self.name, self.text, self.extents, (*closed.route, 0))

    def _span(self, event: Any) -> Span:
        start, end = event.start_mark, event.end_mark
        if start.index >= len(self.text):
            # The mark of something missing at the end is after the last character.
            return span_at(self.name, self.text, len(self.text.rstrip("\n")))
        if end.line == start.line:
            length = end.column - start.column
        else:
            stop = self.text.find("\n", start.index)
            length = (stop if stop >= 0 else len(self.text)) - start.index
        return Span(self.name, start.line + 1, start.column + 1, max(1, length))

    def _refuse(self, code: Code, message: str, span: Span, hint: str) -> None:
        self.problems.append(Diagnostic(code, message, span, hint))


_COMMENT = re.compile(r"(?P<before>[ \t]+)(?P<sign>#+(?P<behind>[ \t]+|$)?\S{0,19})", re.MULTILINE)
_COMMENT_BEHIND = re.compile(r"(?<![ \t])[ \t]++#(?=[ \t])")
_COLOUR = re.compile(r"#(?:[0-9a-fA-F]{3}){1,2}")
_NO_TEXT = re.compile(r"[-+]?\d[\d.,:-]*|true|false")
_AS_COMMENT = "two spaces before the `#` and one behind it"


def folded_paragraphs(folded: str) -> str:
    """The text after `>` with its paragraphs: YAML folds an empty line into a single line break."""
    return re.sub(r"(?<=\S)\n(?=\S)", "\n\n", folded)


def _shown_tag(tag: str) -> str:
    return tag.replace("tag:yaml.org,2002:", "!!")
