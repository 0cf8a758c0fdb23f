"""What each diagnostic means, why it is one, and how to mend it: `explanations.yml`, as values and as text."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator, Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from pydantic import Field

from generator.diagnostics.diagnostic import Code, Severity
from generator.model.entry import Part
from generator.model.values import Line, Prose, Text
from generator.reading.document import parse

FILE = "explanations.yml"
WIDTH = 88


class Explanation(Part):
    """What there is to say about one code."""

    code: Code
    """The code it explains."""
    severity: Severity = Severity.ERROR
    """Whether it stops the build by itself or with `--strict` only."""
    what: Line
    """What is wrong."""
    why: Line
    """Why that is a problem for readers or maintainers."""
    example: dict[str, str] = Field(default_factory=dict)
    """Files that provoke it, with the fields that matter. Without any, no text shows it."""
    message: Text
    """What is said about the example."""
    repair: Prose
    """What to do about it."""
    repaired: dict[str, str] = Field(default_factory=dict)
    """The files of the example without the fault."""


def explain(code: Code) -> Explanation:
    """What there is to say about `code`."""
    return explanations()[code]


@cache
def explanations() -> Mapping[Code, Explanation]:
    """Every explanation, in the order of the codes."""
    text = resources.files("generator.reporting").joinpath(FILE).read_text(encoding="utf-8")
    document, problems = parse(text, FILE)
    if document is None or problems or not isinstance(document.data, dict):
        raise ValueError(f"{FILE} cannot be read: {problems}")
    found: dict[str, Explanation] = {}
    for name, fields in document.data.items():
        assert isinstance(fields, dict), f"{FILE}: {name} has no fields"
        found[name] = Explanation.model_validate({"code": name, **fields})
    return MappingProxyType({code: found[code.value] for code in Code if code.value in found})


def as_text(explanation: Explanation) -> str:
    """The explanation for a terminal."""
    return "\n".join(_lines(explanation))


def _lines(explanation: Explanation) -> Iterator[str]:
    head = f"{explanation.severity.value}[{explanation.code.value}]"
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
