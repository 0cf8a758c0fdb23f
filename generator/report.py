"""Show diagnostics to people: place, message, excerpt with a caret, hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from generator.diagnostics import Diagnostic, Severity

LONGEST_EXCERPT = 110


def as_text(diagnostics: Iterable[Diagnostic], line_of: Callable[[str, int], str | None]) -> str:
    """Every diagnostic as a block of text; `line_of` gives a line of a file, or None."""
    return "\n".join(_block(d, line_of) for d in diagnostics)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """One line that counts errors and warnings."""
    found = list(diagnostics)
    errors = sum(d.severity is Severity.ERROR for d in found)
    counts = [_count(errors, "error"), _count(len(found) - errors, "warning")]
    return " and ".join(c for c in counts if c) or "no problems"


def _count(number: int, noun: str) -> str:
    return "" if not number else f"{number} {noun}{'s' if number != 1 else ''}"


def _block(diagnostic: Diagnostic, line_of: Callable[[str, int], str | None]) -> str:
    span = diagnostic.span
    place, name = f"{span.file}:{span.line}:{span.column}", f"{diagnostic.severity.value}[{diagnostic.code.value}]"
    head = f"{place}: {name}: {diagnostic.message}"
    lines = [head, *_excerpt(diagnostic, line_of)]
    if diagnostic.hint:
        lines.append(f"   hint: {diagnostic.hint}")
    lines += [f"   {text}: {place.file}:{place.line}:{place.column}" for place, text in diagnostic.related]
    return "\n".join(lines) + "\n"


def _excerpt(diagnostic: Diagnostic, line_of: Callable[[str, int], str | None]) -> list[str]:
    span = diagnostic.span
    line = line_of(span.file, span.line)
    if line is None or not line.strip():
        return []
    # A window on long lines, so that the caret stays in view.
    start = max(0, min(span.column - 1 - LONGEST_EXCERPT // 2, len(line) - LONGEST_EXCERPT))
    shown = line[start : start + LONGEST_EXCERPT].replace("\t", " ")
    if start:
        shown = "…" + shown[1:]
    if start + LONGEST_EXCERPT < len(line):
        shown = shown[:-1] + "…"
    column = span.column - 1 - start
    carets = "^" * max(1, min(span.length, len(shown) - column))
    margin = f"{span.line:4} | "
    return [f"{margin}{shown}", f"{' ' * (len(margin) - 2)}| {' ' * column}{carets}"]
