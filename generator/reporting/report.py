"""Show diagnostics to people: place, message, excerpt with a caret, hint."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from unicodedata import combining, east_asian_width

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.media.formats import NOT_TEXT, ending_of

LONGEST_EXCERPT = 110

# Files with these codes were not read, so no excerpt is shown: they may be binary or endless.
_NOT_READ = frozenset(
    {
        codes.UNREADABLE_FILE,
        codes.FILE_TOO_LARGE,
        codes.UNEXPECTED_FILE,
        codes.MISNAMED_FILE,
        codes.COPIED_FILE,
        codes.UNUSABLE_FILE,
    }
)


def as_text(diagnostics: Iterable[Diagnostic], line_of: Callable[[str, int], str | None]) -> str:
    """Every diagnostic as a block of text; `line_of` gives a line of a file, or None."""
    return "\n".join(_block(d, line_of) for d in diagnostics)


def errors_as_text(diagnostics: Iterable[Diagnostic], line_of: Callable[[str, int], str | None]) -> str:
    """Every error as a block of text, and the number of warnings."""
    found = list(diagnostics)
    errors = [d for d in found if d.severity is Severity.ERROR]
    warnings = _count(len(found) - len(errors), "warning")
    return as_text(errors, line_of) + (f"\nand {warnings}, which `playbook check` shows\n" if warnings else "")


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
    place, name = f"{span.file}:{span.line}:{span.column}", f"{diagnostic.severity.value}[{diagnostic.code.name}]"
    head = f"{place}: {name}: {diagnostic.message}"
    lines = [head, *_excerpt(diagnostic, line_of)]
    if diagnostic.hint:
        lines.append(f"   hint: {diagnostic.hint}")
    lines += [f"   {text}: {place.file}:{place.line}:{place.column}" for place, text in diagnostic.related]
    return "\n".join(map(_printable, lines)) + "\n"


def _excerpt(diagnostic: Diagnostic, line_of: Callable[[str, int], str | None]) -> list[str]:
    span = diagnostic.span
    line = None if diagnostic.code in _NOT_READ else line_of(span.file, span.line)
    if line is None or not line.strip():
        return []
    # Show a part of a long line, so that the caret stays visible.
    start = max(0, min(span.column - 1 - LONGEST_EXCERPT // 2, len(line) - LONGEST_EXCERPT))
    shown = _printable(line[start : start + LONGEST_EXCERPT])
    if start:
        shown = "…" + shown[1:]
    if start + LONGEST_EXCERPT < len(line):
        shown = shown[:-1] + "…"
    column = span.column - 1 - start
    before, carets = _columns(shown[:column]), "^" * max(1, _columns(shown[column : column + span.length]))
    margin = f"{span.line:4} | "
    return [f"{margin}{shown}", f"{' ' * (len(margin) - 2)}| {' ' * before}{carets}"]


def _printable(line: str) -> str:
    """`line` with control and bidirectional characters replaced, one for one."""
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() else " " if c.isspace() else "\ufffd" for c in line)


def _columns(text: str) -> int:
    """The width of `text` on a terminal, in columns."""
    return sum(0 if combining(c) else 2 if east_asian_width(c) in "WF" else 1 for c in text)


def lines_under(root: Path, given: str = "", raw: bytes = b"") -> Callable[[str, int], str | None]:
    """A function that returns a line of a file in `root`, for excerpts. The file `given` has the bytes `raw`."""

    @cache
    def of(file: str) -> list[str]:
        if ending_of(file.lower()) in NOT_TEXT:
            return []
        try:
            found = raw if file == given else (root / file).read_bytes()
        except OSError:
            return []
        text = found.decode("utf-8", errors="replace").replace("\r\n", "\n").replace("\r", "\n")
        return text.removeprefix("\ufeff").split("\n")

    def line(file: str, number: int) -> str | None:
        lines = of(file)
        return lines[number - 1] if number <= len(lines) else None

    return line
