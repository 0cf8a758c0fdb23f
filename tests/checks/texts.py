"""What a rule says of a text in the practice `slow-down`, line by line."""

from __future__ import annotations

from generator.checks._rule import TextRule
from tests.checks.small_playbook import found_by, graph_of, with_changes

FILE = "content/practices/slow-down.yml"


def said(rule: TextRule, text: str, field: str = "do") -> list[tuple[int, int, str, str]]:
    """For each problem of a text of several lines its line in the text from 1, its column, message and hint."""
    written = f"{field}: |-\n" + "".join(f"  {line}\n" for line in text.split("\n"))
    found = found_by(rule, graph_of(with_changes({FILE: written})))
    return [(one.span.line - 1, one.span.column - 2, one.message, one.hint or "") for one in found]
