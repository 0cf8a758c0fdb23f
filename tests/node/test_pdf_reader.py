"""The reader of PDFs in JavaScript: it finds what pypdf finds, however the file is written, and damaged files
are refused with a reason."""

from __future__ import annotations

import base64
import random
import re
import zlib
from collections.abc import Iterable
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from pypdf.generic import IndirectObject, NameObject, TextStringObject

from generator.paper import pdf
from tests.node.process import Node

READ = """async (load, [files, how]) => {
  const { opened } = await load("pdf-reader/lazy/pdf-file.js");
  const { fieldsOf } = await load("pdf-reader/lazy/pdf-fields.js");
  const { PdfProblem } = await load("pdf-reader/lazy/pdf-values.js");
  const found = [];
  for (const text of files) {
    try {
      const file = await opened(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)), how);
      const fields = await fieldsOf(file);
      const said = fields.map((one) => [one.name, one.sort, one.value]).sort();
      found.push({ pages: file.pages().length, numbers: file.numbers, fields: said });
    } catch (fault) {
      if (!(fault instanceof PdfProblem)) throw fault;
      found.push(fault.reason);
    }
  }
  return found;
}"""

REASONS = {"no-pdf", "damaged", "encrypted", "too-large", "too-much"}

FORM = """<!doctype html><html lang="en"><head><title>A sheet</title><style>@page { size: 80mm 60mm; margin: 5mm }
</style></head><body><form><input name="sheet 1 name" title="Name">
<textarea name="sheet 1 notes" title="Notes"></textarea>
<input type="checkbox" name="sheet 1 seen" title="Seen">
<input type="radio" name="sheet 1 one" value="low" title="One: low" data-question="One">
<input type="radio" name="sheet 1 one" value="high" title="One: high" data-question="One"></form></body></html>"""
TEXT = "Zoë (“quoted”) \\ 👍 ∂, two\nlines"
FILLED = [
    ["sheet 1 name", "text", "Ann – €5"],
    ["sheet 1 notes", "text", TEXT],
    ["sheet 1 one", "choice", "high"],
    ["sheet 1 seen", "tick", "yes"],
]


@cache
def form() -> bytes:
    return pdf.make(FORM)


def fill(writer: PdfWriter) -> PdfWriter:
    values = {"sheet 1 name": "Ann – €5", "sheet 1 notes": TEXT, "sheet 1 seen": "/Yes", "sheet 1 one": "/1"}
    found = PdfReader(BytesIO(form())).get_fields() or {}
    states = [state for state in found["sheet 1 seen"]["/_States_"] if state != "/Off"]
    values["sheet 1 seen"] = states[0]
    for page in writer.pages:
        writer.update_page_form_field_values(page, dict(values), auto_regenerate=False)
    return writer


def written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


@cache
def whole() -> bytes:
    """Written anew, with a table of references."""
    return written(fill(PdfWriter(clone_from=BytesIO(form()))))


@cache
def added() -> bytes:
    """With what was filled in after the end of the file as it was, as viewers save it."""
    return written(fill(PdfWriter(BytesIO(form()), incremental=True)))


def read(node: Node, files: Iterable[bytes], **how: bool) -> list[Any]:
    return list(node.run(READ, [[base64.b64encode(one).decode() for one in files], how]))


def test_what_is_filled_in_is_found_in_files_written_anew_and_in_those_that_were_added_to(node: Node) -> None:
    assert form() in added()
    for found in read(node, [whole(), added()], repair=False):
        assert (found["pages"], found["fields"]) == (1, FILLED)


def test_a_blank_form_has_no_values(node: Node) -> None:
    (found,) = read(node, [form()])
    assert [(name, value) for name, _, value in found["fields"]] == [(name, "") for name, _, _ in FILLED]


def test_its_objects_are_those_that_pypdf_finds(node: Node) -> None:
    (found,) = read(node, [form()], repair=False)
    known = PdfReader(BytesIO(form()))
    numbers = {number for number in known.xref[0] if number} | set(known.xref_objStm)
    kinds: dict[int, Any] = {number: known.get_object(IndirectObject(number, 0, known)) for number in numbers}
    parts = {number for number, one in kinds.items() if _is_part(one)}
    assert set(found["numbers"]) == numbers - parts


def _is_part(value: Any) -> bool:
    """Whether an object only holds others."""
    return isinstance(value, dict) and value.get("/Type") in ("/ObjStm", "/XRef")


@pytest.mark.parametrize("file", [whole, added])
def test_damaged_tables_are_replaced_by_a_search(node: Node, file: Any) -> None:
    broken = re.sub(rb"startxref\s+\d+", b"startxref 7", file())
    assert read(node, [broken], repair=False) == ["damaged"]
    (found,) = read(node, [broken])
    assert found["fields"] == FILLED


def test_of_two_short_additions_the_last_one_counts(node: Node) -> None:
    file = form()
    for value in (b"first", b"last"):
        known = PdfReader(BytesIO(file))
        fields = known.trailer["/Root"]["/AcroForm"]["/Fields"]  # type: ignore[index]
        number = next(field.idnum for field in fields if field.get_object()["/T"] == "sheet 1 name")
        before = int(file.rsplit(b"startxref", 1)[1].split()[0])
        at = len(file) + 1
        file += b"\n%d 0 obj <</FT/Tx/T (sheet 1 name)/V (%s)/Subtype/Widget>> endobj\n" % (number, value)
        table = b"xref\n%d 1\n%010d 00000 n \ntrailer <</Root %d 0 R/Size 99/Prev %d>>\nstartxref\n%d\n%%%%EOF\n"
        root = known.trailer.raw_get("/Root").idnum
        file += table % (number, at, root, before, len(file))
    (found,) = read(node, [file], repair=False)
    assert ["sheet 1 name", "text", "last"] in found["fields"]


def test_what_stands_before_the_file_is_passed_over(node: Node) -> None:
    (found,) = read(node, [b"From: somebody\r\n\r\n" + whole()])
    assert found["fields"] == FILLED


def bomb() -> bytes:
    """A stream of objects that is a thousand times as long unpacked."""
    packer = zlib.compressobj(9)
    block = bytes(1 << 20)
    packed = b"".join([packer.compress(block) for _ in range(80)]) + packer.flush()
    head = b"%PDF-1.7\n1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length "
    return head + b"%d>>stream\n" % len(packed) + packed + b"\nendstream endobj\nstartxref\n9\n%%EOF"


def sized(count: int) -> bytes:
    return b"%PDF-1.4\nxref\n0 " + b"%d\n" % count + b"trailer <</Root 1 0 R>>\nstartxref\n9\n%%EOF"


def loop() -> bytes:
    body = b"%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 1 0 R/Kids [1 0 R]/AcroForm <</Fields [1 0 R]>>>> endobj\n"
    return (
        body
        + b"xref\n0 2\n0000000000 65535 f \n0000000009 00000 n \ntrailer <</Root 1 0 R/Prev %d>>\n" % len(body)
        + b"startxref\n%d\n%%%%EOF" % len(body)
    )


@pytest.mark.parametrize(
    ("file", "reason"),
    [
        (b"", "no-pdf"),
        (b'{"kind": "playbook-worksheet"}', "no-pdf"),
        (b"<html><script>alert(1)</script>", "no-pdf"),
        (b"%PDF-1.7\n", "damaged"),
        (b"%PDF-1.7\n1 0 obj " + b"[" * 100_000 + b"\nendobj\nstartxref\n9\n%%EOF", "too-much"),
        (sized(999_999_999), "too-much"),
        (bomb(), "too-large"),
        (b"%PDF-1.7\n1 0 obj <</Pages 1 0 R>> endobj trailer <</Root 1 0 R/Encrypt 5 0 R>>", "encrypted"),
    ],
)
def test_what_cannot_be_read_is_refused_with_its_reason(node: Node, file: bytes, reason: str) -> None:
    assert read(node, [file]) == [reason]


def test_what_leads_back_to_itself_ends(node: Node) -> None:
    (found,) = read(node, [loop()], repair=False)
    assert (found["pages"], found["fields"]) == (0, [])


def test_a_locked_file_is_called_locked(node: Node) -> None:
    writer = PdfWriter(clone_from=BytesIO(form()))
    writer.encrypt("secret", algorithm="RC4-128")
    assert read(node, [written(writer)]) == ["encrypted"]


def test_a_field_that_names_its_parts_with_periods_is_found(node: Node) -> None:
    writer = PdfWriter(clone_from=BytesIO(form()))
    first = writer.root_object["/AcroForm"]["/Fields"][0].get_object()  # type: ignore[index]
    first.update({NameObject("/T"): TextStringObject("sheet.1.name"), NameObject("/V"): TextStringObject("x")})
    (found,) = read(node, [written(writer)])
    assert ["sheet.1.name", "text", "x"] in found["fields"]


def damaged(count: int) -> list[bytes]:
    """Files cut off, with bytes changed, taken out or doubled."""
    chance = random.Random(18)
    found = []
    for number in range(count):
        source = bytearray((whole(), added(), form())[number % 3])
        at = chance.randrange(len(source))
        match number % 4:
            case 0:
                del source[at:]
            case 1:
                for _ in range(20):
                    source[chance.randrange(len(source))] = chance.randrange(256)
            case 2:
                del source[at : at + chance.randrange(1, 200)]
            case _:
                source[at:at] = source[at : at + chance.randrange(1, 500)]
        found.append(bytes(source))
    return found


def test_damaged_files_are_read_or_refused(node: Node) -> None:
    for found in read(node, damaged(40)):
        assert found in REASONS if isinstance(found, str) else found["pages"] >= 0
