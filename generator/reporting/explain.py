"""Explanations of diagnostics: what they mean, why they matter and how to correct them, as values and as text.

The explanations of editorial rules are part of the rules; those of all other codes are in `explanations.yml`.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from types import MappingProxyType

from pydantic import Field

from generator.diagnostics.codes import CODES
from generator.diagnostics.diagnostic import Code
from generator.model.entry import Part
from generator.model.values import Line, Prose, Text
from generator.reading.composer import Data
from generator.reading.document import parse

FILE = Path(__file__).with_name("explanations.yml")
WIDTH = 88


class Explanation(Part):
    """The explanation of one code."""

    code: Code
    """The code it explains."""
    what: Line
    """What is wrong."""
    why: Line
    """Why that is a problem for readers or maintainers."""
    example: dict[str, str] = Field(default_factory=dict)
    """Files that cause it, with only the relevant fields. May be empty."""
    message: Text
    """The message about the example."""
    repair: Prose
    """What to do about it."""
    repaired: dict[str, str] = Field(default_factory=dict)
    """The corrected files of the example."""


def explanation(code: Code, text: str) -> Explanation:
    """The explanation of `code` in the YAML `text`. Raises ValueError if it does not match the model."""
    return _explanation(code, _parsed(text, code.name))


@cache
def general() -> Mapping[Code, Explanation]:
    """The existing explanations of all codes that do not belong to rules."""
    found = _parsed(FILE.read_text(encoding="utf-8"), FILE.name)
    return MappingProxyType({code: _explanation(code, found[code.name]) for code in CODES if code.name in found})


def _parsed(text: str, name: str) -> dict[str, Data]:
    document, problems = parse(text, name)
    if document is None or problems or not isinstance(document.data, dict):
        raise ValueError(f"the explanations in {name} cannot be read: {problems}")
    return document.data


def _explanation(code: Code, fields: Data) -> Explanation:
    if not isinstance(fields, dict):
        raise ValueError(f"the explanation of {code} has no fields")
    return Explanation.model_validate({"code": code, **fields})


def as_text(explanation: Explanation) -> str:
    """The explanation for a terminal."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
    head = f"{explanation.code.severity.value}[{explanation.code.name}]"
    yield from (head, "=" * len(head), "", *_wrapped(explanation.what), "")
    yield from _wrapped(explanation.why)
    if explanation.example:
        yield from ("", "Example")
        yield from _files(explanation.example)
        yield from ("", *_wrapped(explanation.message, "  says: "))
    else:
        yield from ("", *_wrapped(explanation.message, "It says: "))
    yield from ("", "Repair", *_wrapped(explanation.repair, "  "))
    yield from _files(explanation.repaired)


def _files(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        yield from ("", f"  {path}", *(f"    {line}" for line in text.splitlines()))


def _wrapped(text: str, indent: str = "") -> list[str]:
    return textwrap.wrap(
        text, WIDTH, initial_indent=indent, subsequent_indent=" " * len(indent), break_long_words=False
    )
