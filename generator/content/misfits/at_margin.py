"""Fields at the margin of a file with several entries, where their ids belong."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.kind import Kind
from generator.reading.composer import Data
from generator.reading.document import Document
from generator.reading.mistakes.margins import OF_A_FILE, at_margin


def fields_at_margin(document: Document, kind: Kind) -> Mapping[str, Diagnostic | None]:
    """The names in a file with several entries that are fields, and the id above such that has no fields itself.

    Fields one below the other have one diagnostic, at the first of them.
    """
    if not isinstance(document.data, dict):
        return {}
    found: dict[str, Diagnostic | None] = {}
    for above, run in _runs(document.data, kind):
        held = document.data.get(above, "")
        empty, has = held == "", isinstance(held, dict) and run[0] in held
        lines = (document.keys[run[0],].line, _last_line(document, run[-1]))
        of_file = OF_A_FILE.issuperset(run) and _stands_above_an_entry(run[-1], document.data)
        message, hint = at_margin(run[0], lines, above if empty or not has else "", of_file=of_file)
        found |= dict.fromkeys(run)
        found[run[0]] = Diagnostic(codes.WRONG_TYPE, message, document.keys[run[0],], hint)
        if above and empty:
            found[above] = None
    return found


def _stands_above_an_entry(name: str, data: Mapping[str, Data]) -> bool:
    names = [*data]
    below = names[names.index(name) + 1 :]
    return bool(below) and isinstance(data[below[0]], dict)


def _runs(data: Mapping[str, Data], kind: Kind) -> Iterator[tuple[str, list[str]]]:
    """The fields one below the other, each time with the name above them that is none."""
    above, run = "", list[str]()
    for name, value in data.items():
        if name in kind.model.model_fields and (run or not isinstance(value, dict)):
            run.append(name)
            continue
        if run:
            yield above, run
        above, run = name, []
    if run:
        yield above, run


def _last_line(document: Document, name: str) -> int:
    """The last line of the field of this name: above the next name, or at the end of the file."""
    starts = sorted(span.line for route, span in document.keys.items() if len(route) == 1)
    lines = document.text.rstrip().split("\n")
    below = next((line for line in starts if line > document.keys[name,].line), len(lines) + 1)
    return next((n for n in range(below - 1, 0, -1) if lines[n - 1].strip()), below - 1)
