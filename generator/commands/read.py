"""`playbook read`: what people filled in in PDFs, as JSON or CSV."""

from __future__ import annotations

import argparse
import csv
import json
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.commands._calling import CONTENT, OK, add_config, file_path, project_of

if TYPE_CHECKING:
    from generator.content.graph import Graph
    from generator.paper.filled import FilledCopy


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", type=file_path, metavar="FILE", help="PDFs that people filled in")
    parser.add_argument("--csv", action="store_true", help="print a table with a line for each field, not JSON")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.paper.filled import UnreadableError
    from generator.pipeline import read

    graph = read(project_of(arguments)).graph
    found: list[dict[str, Any]] = []
    unread = 0
    for path in arguments.files:
        try:
            found += _copies(path, graph)
        except (OSError, UnreadableError) as error:
            unread += 1
            why = f"cannot be read: {error.strerror}" if isinstance(error, OSError) else error
            print(f"playbook: {path} {why}", file=sys.stderr)
    if arguments.csv:
        _print_table(found)
    else:
        print(json.dumps(found, indent=2, ensure_ascii=False))
    return CONTENT if unread else OK


def _copies(path: Path, graph: Graph) -> Iterator[dict[str, Any]]:
    """The copies in a file, as data. Says what belongs to another edition or playbook."""
    from generator.paper.filled import MOST_BYTES, copies_in

    with path.open("rb") as file:
        content = file.read(MOST_BYTES + 1)
    copies = copies_in(content)
    if not copies:
        print(f"playbook: nothing is filled in in {path}", file=sys.stderr)
    for copy in copies:
        yield {"file": path.name, **_data(path, copy, graph)}


def _data(path: Path, copy: FilledCopy, graph: Graph) -> dict[str, Any]:
    from generator.paper.filled import edition_of, migrated

    data: dict[str, Any] = {"entry": copy.entry, "copy": copy.copy, "edition": copy.edition or None}
    located = graph.entries.get(copy.entry)
    if located is None:
        print(f"playbook: {path} has a sheet of `{copy.entry}`, which this playbook does not have", file=sys.stderr)
        return {**data, "title": None, "values": dict(copy.values)}
    now = edition_of(located.entry)
    if copy.edition and copy.edition != now:
        said = f"is of edition {copy.edition} of `{copy.entry}`; the playbook has edition {now}"
        print(f"playbook: {path} {said}", file=sys.stderr)
    return {**data, "title": located.entry.title, "values": dict(migrated(copy, located.entry).values)}


FORMULA = re.compile(r"[=+\-@\t\r]")
NUMBER = re.compile(r"-?\d+(\.\d+)?")


def _print_table(found: list[dict[str, Any]]) -> None:
    table = csv.writer(sys.stdout, lineterminator="\n")
    table.writerow(("file", "entry", "copy", "edition", "field", "value"))
    for one in found:
        for name, value in one["values"].items():
            table.writerow((_safe(one["file"]), one["entry"], one["copy"], one["edition"] or "", name, _safe(value)))


def _safe(text: str) -> str:
    """A text that no spreadsheet takes for a formula."""
    return f"'{text}" if FORMULA.match(text) and not NUMBER.fullmatch(text) else text
