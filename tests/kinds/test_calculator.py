"""The file of a calculator."""

from __future__ import annotations

from generator.content.entries import structure
from generator.diagnostics.diagnostic import Diagnostic
from generator.kinds.calculator import KIND
from generator.reading.document import parse
from tests.conftest import ROOT

FILES = sorted((ROOT / "content/calculators").glob("*.yml"))


def problems_of(text: str) -> tuple[Diagnostic, ...]:
    document, _ = parse(text, "c.yml")
    assert document
    return structure(document, KIND, "c")[1]


def test_there_are_eleven() -> None:
    assert len(FILES) == 11


def test_what_does_not_fit_is_said_with_its_place() -> None:
    text = """\
title: T
summary: S
minutes: 2
question: Q?
inputs:
  - name: Won
    label: Won
    default: "12,5"
outputs:
  - name: ratio
    formula: won
    decimals: 9
in_words: W
examples:
  - values: {won: 1}
    gives: {ratio: x}
    says: E
means: M
use: U
caution: C
whose:
  - part: P
    origin: own
    note: N
"""
    said = [(found.span.line, found.message) for found in problems_of(text)]
    assert said == [
        (6, "`inputs[1].name` cannot be `Won`"),
        (8, "`inputs[1].default` must be a number, not `12,5`"),
        (12, "`outputs[1].decimals` is too large"),
        (16, "`examples[1].gives.ratio` must be a number, not `x`"),
    ]
