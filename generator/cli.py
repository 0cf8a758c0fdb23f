"""The command `playbook`: usage, progress and exit codes."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from generator import pipeline, report
from generator.config import read_config
from generator.diagnostics import stops_the_build

OK, CONTENT, USAGE = 0, 1, 2


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. Exit code 0: done; 1: the content has problems; 2: the call or configuration has."""
    parser = argparse.ArgumentParser(prog="playbook")
    commands = parser.add_subparsers(dest="command", required=True)
    p = commands.add_parser("check")
    p.add_argument("paths", nargs="*", type=Path)
    p.add_argument("--config", type=Path, default=Path("site_config.yml"))
    p.add_argument("--strict", action="store_true")
    a = parser.parse_args(argv)
    project, problems = read_config(a.config)
    if project is None:
        print(report.as_text(problems, _line_of(Path())), file=sys.stderr)
        return USAGE
    reading = pipeline.read(project)
    shown = pipeline.concerning(reading.diagnostics, project, a.paths) if a.paths else reading.diagnostics
    if shown:
        print(report.as_text(shown, _line_of(project.root)), file=sys.stderr)
    print(report.summary(shown), file=sys.stderr)
    return CONTENT if stops_the_build(shown, strict=a.strict) else OK


def _line_of(root: Path):
    def line(file: str, number: int) -> str | None:
        try:
            lines = (root / file).read_text("utf-8", errors="replace").splitlines()
        except OSError:
            return None
        return lines[number - 1] if number <= len(lines) else None

    return line


if __name__ == "__main__":
    sys.exit(main())
