"""The lines of figures of all proofs, printed at the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.prove.commands import Book, new_book
from tests.prove.figures import Figures

PROPERTY = "figures"


@pytest.fixture
def figures(record_property: Callable[[str, object], None]) -> Figures:
    """Takes a line to print when all proofs have run."""
    return lambda line: record_property(PROPERTY, line)


@pytest.fixture
def book(tmp_path: Path) -> Book:
    return new_book(tmp_path)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    reports = [report for found in terminalreporter.stats.values() for report in found]
    properties = (pair for report in reports for pair in getattr(report, "user_properties", ()))
    lines = sorted({str(line) for name, line in properties if name == PROPERTY})
    if lines:
        terminalreporter.section("figures")
        for line in lines:
            terminalreporter.write_line(line)
