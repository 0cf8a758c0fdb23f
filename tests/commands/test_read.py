"""`playbook read`: filled-in PDFs as data and as a table, and what is said of files that cannot be read."""

from __future__ import annotations

import json
import random
from collections.abc import Mapping
from functools import cache
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfWriter

from generator.cli import main
from generator.paper import pdf
from generator.paper.filled import UnreadableError, copies_in
from tests.conftest import Small

FIELD = '<input name="{0} {1} {3}" data-key="{0} {1} {2} {3}" title="{1} {3}">'


@cache
def blank(*fields: tuple[str, int, int, str]) -> bytes:
    body = "".join(FIELD.format(*field) for field in fields)
    head = '<!doctype html><html lang="en"><head><title>A sheet</title><style>p { margin: 0 }</style></head>'
    return pdf.make(f"{head}<body><form>{body}</form></body></html>")


def filled(values: Mapping[tuple[str, int, int, str], str]) -> bytes:
    writer = PdfWriter(clone_from=BytesIO(blank(*values)))
    names = {" ".join(map(str, field)): value for field, value in values.items()}
    writer.update_page_form_field_values(writer.pages[0], dict(names), auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def sheet(edition: int = 1) -> bytes:
    one, other = ("a-sheet", 1, edition, "rows.one"), ("a-sheet", 2, edition, "rows.one")
    return filled({one: "=1+1", other: "-5", ("a-sheet", 2, edition, "notes"): "Zoë\nwrote"})


def test_copies_are_read_with_the_names_of_the_page(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({})
    (root / "one.pdf").write_bytes(sheet())
    assert main(["read", str(root / "one.pdf")]) == 0
    said = capsys.readouterr()
    found = json.loads(said.out)
    assert [(one["copy"], one["values"]) for one in found] == [
        (1, {"rows.one": "=1+1"}),
        (2, {"rows.one": "-5", "notes": "Zoë\nwrote"}),
    ]
    assert "one.pdf has a sheet of `a-sheet`, which this playbook does not have" in said.err


def test_a_table_holds_no_formulas(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({})
    (root / "one.pdf").write_bytes(sheet())
    assert main(["read", "--csv", str(root / "one.pdf")]) == 0
    assert capsys.readouterr().out.splitlines()[:3] == [
        "file,entry,copy,edition,field,value",
        "one.pdf,a-sheet,1,1,rows.one,'=1+1",
        "one.pdf,a-sheet,2,1,rows.one,-5",
    ]


def test_what_cannot_be_read_is_said_and_the_rest_is_read(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({})
    for name, content in (("one.pdf", sheet()), ("two.pdf", b"<html>"), ("three.pdf", b"%PDF-1.7 nothing")):
        (root / name).write_bytes(content)
    paths = [str(root / name) for name in ("one.pdf", "two.pdf", "three.pdf", "four.pdf")]
    assert main(["read", *paths]) == 1
    said = capsys.readouterr()
    assert len(json.loads(said.out)) == 2
    for line in (
        f"playbook: {paths[1]} is no PDF",
        f"playbook: {paths[2]} is damaged and cannot be read",
        f"playbook: {paths[3]} cannot be read: No such file or directory",
    ):
        assert line in said.err.splitlines()


def test_damaged_files_are_read_or_refused() -> None:
    chance, whole = random.Random(5), sheet()
    for number in range(40):
        source = bytearray(whole)
        at = chance.randrange(len(source))
        source[at : at + (1, 30, len(source))[number % 3]] = bytes([chance.randrange(256)])
        try:
            copies = copies_in(bytes(source))
        except UnreadableError:
            continue
        assert all(copy.entry for copy in copies)


def test_older_editions_of_a_self_check_have_the_names_of_the_newest(tmp_path: Path) -> None:
    from generator.kinds.assessment import Assessment
    from generator.paper.filled import FilledCopy, edition_of, migrated
    from tests.playbooks import EXAMPLE_PLAYBOOK, reading

    entries = [located.entry for located in reading(EXAMPLE_PLAYBOOK).graph.entries.values()]
    entry = next(one for one in entries if isinstance(one, Assessment) and one.changes)
    change = entry.changes[-1]
    old, gone = next(iter(change.renamed.items()), ("same", "same")), change.removed[:1]
    copy = FilledCopy("a-check", 1, change.edition - 1, {old[0]: "1", **dict.fromkeys(gone, "2")})
    assert migrated(copy, entry).values == {old[1]: "1"}
    assert edition_of(entry) == entry.edition
