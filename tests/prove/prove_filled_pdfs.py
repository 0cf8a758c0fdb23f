"""Damaged, foreign and hostile PDFs and texts of QR codes: each gives copies of sheets or a reason, in the browser's
programs and in `playbook read`. Nothing else is thrown, nothing is run, and no object gains a field."""

from __future__ import annotations

import base64
import random
import zlib
from collections import Counter
from io import BytesIO

from PIL import Image
from pypdf import PdfReader, PdfWriter
from pypdf.generic import DictionaryObject, NameObject, TextStringObject

from generator.paper import pdf
from generator.paper.filled import UnreadableError, copies_in
from tests.node.process import Node
from tests.prove.figures import Figures, counted

PDFS = counted(300, small=60)
TEXTS = counted(300, small=60)

FIELD = '<input name="a-sheet 1 {0}" data-key="a-sheet 1 2 {0}" title="{0}">'
FORM = (
    '<!doctype html><html lang="en"><head><title>A sheet</title><style>p { margin: 0 }</style></head><body><form>'
    + "".join(FIELD.format(name) for name in ("one", "two", "three"))
    + '<input type="checkbox" name="a-sheet 1 seen" data-key="a-sheet 1 2 seen" title="seen"></form></body></html>'
)

READ = """async (load, files) => {
  const { copiesIn } = await load("filled-pdf/lazy/copies.js");
  const { PdfProblem } = await load("pdf-reader/lazy/pdf-values.js");
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  const found = [];
  for (const text of files) {
    try {
      const copies = await copiesIn(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
      found.push(copies.map((one) => ({ ...one, values: Object.fromEntries(one.values) })));
    } catch (fault) {
      if (!(fault instanceof PdfProblem)) throw fault;
      found.push(fault.reason);
    }
  }
  if (Object.getOwnPropertyNames(Object.prototype).length !== before) throw new Error("every object gained a field");
  return found;
}"""

CODES = """async (load, [definition, texts]) => {
  const { fromCode, inText } = await load("live-check/lazy/live-code.js");
  const { LinkFault } = await load("share-link/packed.js");
  return texts.map((text) => {
    try {
      const found = inText(text);
      return fromCode(definition, found ? found.code : text).answers.size;
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      return fault.reason;
    }
  });
}"""


def written(writer: PdfWriter) -> bytes:
    target = BytesIO()
    writer.write(target)
    return target.getvalue()


def sheets() -> list[bytes]:
    """A blank sheet, one that was written anew, one that was added to."""
    blank = pdf.make(FORM)
    values = {"a-sheet 1 2 one": "=1+1", "a-sheet 1 2 two": "<script>alert(1)</script>", "a-sheet 1 2 seen": "/on"}
    found = [blank]
    for writer in (PdfWriter(clone_from=BytesIO(blank)), PdfWriter(BytesIO(blank), incremental=True)):
        writer.update_page_form_field_values(writer.pages[0], dict(values), auto_regenerate=False)
        found.append(written(writer))
    return found


def foreign(sheet: bytes) -> list[bytes]:
    """Files of other programs, forms with actions, and forms that pretend to be sheets."""
    picture = BytesIO()
    Image.new("RGB", (40, 40)).save(picture, "PDF")
    found = [picture.getvalue(), pdf.make("<html lang=en><title>T</title><style></style><p>No form")]
    for key, value in (
        ("/T", "person.name"),
        ("/TM", "__proto__ 1 1 x"),
        ("/TM", "a-sheet 1 1 __proto__"),
        ("/T", "x" * 9000),
    ):
        writer = PdfWriter(clone_from=BytesIO(sheet))
        for field in writer.root_object["/AcroForm"]["/Fields"]:  # type: ignore[index]
            field.get_object()[NameObject(key)] = TextStringObject(value)
        found.append(written(writer))
    writer = PdfWriter(clone_from=BytesIO(sheet))
    script = {NameObject("/S"): NameObject("/JavaScript"), NameObject("/JS"): TextStringObject("app.alert('run')")}
    writer.root_object[NameObject("/AA")] = DictionaryObject({NameObject("/WC"): DictionaryObject(script)})
    action = DictionaryObject({NameObject("/S"): NameObject("/Launch"), NameObject("/F"): TextStringObject("/bin/sh")})
    writer.root_object[NameObject("/OpenAction")] = action
    found.append(written(writer))
    writer = PdfWriter(clone_from=BytesIO(sheet))
    writer.encrypt("secret", algorithm="RC4-128")
    found.append(written(writer))
    return found


def hostile() -> list[bytes]:
    """Files that would take all time, all memory or all of the stack."""
    bomb = zlib.compress(bytes(100 << 20), 9)
    end = b"\nstartxref\n9\n%%EOF"
    head = b"%PDF-1.7\n"
    return [
        head
        + b"1 0 obj <</Type/ObjStm/N 1/First 4/Filter/FlateDecode/Length %d>>stream\n" % len(bomb)
        + bomb
        + b"\nendstream"
        + end,
        head + b"1 0 obj " + b"[" * 200_000 + end,
        head + b"1 0 obj " + b"<</A" * 200_000 + end,
        head + b"1 0 obj " + b"(" * 200_000 + end,
        head + b"xref\n0 4000000000\n" + end,
        head + b"xref\n0 1\n0000000000 65535 f \ntrailer <</Root 1 0 R/Prev 9>>" + end,
        head
        + b"1 0 obj <</Pages 1 0 R/AcroForm 1 0 R/Fields [1 0 R]/Kids [1 0 R]/T (x)/Parent 1 0 R>> endobj "
        + b"trailer <</Root 1 0 R>>",
        head + b"1 0 obj 2 0 R endobj 2 0 obj 1 0 R endobj trailer <</Root 1 0 R>>",
        head + b"obj " * 200_000,
        head + b"1 0 obj\n" * 100_000,
        head + b"1 0 obj <</Length 1 0 R>> stream\nx\nendstream endobj trailer <</Root 1 0 R>>",
        b"<html><script>alert(1)</script>",
        b"",
        bytes(1 << 20),
        b"%PDF-" * 100_000,
    ]


def damaged(sources: list[bytes], count: int) -> list[bytes]:
    chance = random.Random(300)
    found = []
    for number in range(count):
        source = bytearray(sources[number % len(sources)])
        at = chance.randrange(len(source))
        match number % 5:
            case 0:
                del source[at:]
            case 1:
                for _ in range(30):
                    source[chance.randrange(len(source))] = chance.randrange(256)
            case 2:
                del source[at : at + chance.randrange(1, 300)]
            case 3:
                source[at:at] = source[at : at + chance.randrange(1, 500)]
            case _:
                digit = chance.choice(b"0123456789")
                source = bytearray(digit if 48 <= one <= 57 and chance.random() < 0.01 else one for one in source)
        found.append(bytes(source))
    return found


def test_pdfs_are_read_or_refused_with_a_reason(figures: Figures) -> None:
    sound = sheets()
    files = [*foreign(sound[1]), *hostile()]
    files += damaged(sound, PDFS - len(files))
    with Node() as node:
        found = node.run(READ, [base64.b64encode(one).decode() for one in [*sound, *files]])
    assert [one[0]["values"] for one in found[:3]] == [
        {},
        *[{"one": "=1+1", "two": "<script>alert(1)</script>", "seen": "yes"}] * 2,
    ]
    for one in found:
        if isinstance(one, str):
            assert one in ("no-pdf", "damaged", "encrypted", "too-large", "too-much")
        else:
            assert all(isinstance(value, str) for copy in one for value in copy["values"].values())
    kinds = Counter(one if isinstance(one, str) else "read" for one in found[3:])
    figures(f"{len(files)} damaged, foreign and hostile PDFs in the browser's program: {dict(kinds)}")


def test_pdfs_are_read_or_refused_by_the_command(figures: Figures) -> None:
    sound = sheets()
    files = [*foreign(sound[1]), *hostile()]
    files += damaged(sound, PDFS - len(files))
    kinds = Counter[str]()
    for file in files:
        try:
            copies = copies_in(file)
            assert all(isinstance(value, str) for copy in copies for value in copy.values.values())
            kinds["read"] += 1
        except UnreadableError as error:
            kinds[str(error)] += 1
    assert PdfReader(BytesIO(sound[0])).pages
    figures(f"{len(files)} damaged, foreign and hostile PDFs in playbook read: {dict(kinds)}")


def test_texts_of_qr_codes_are_refused_with_a_reason(figures: Figures) -> None:
    chance = random.Random(301)
    signs = "PB1 abc-0129AZ<script>\"'\\\x00\n😀\u202e__proto__constructor"
    texts = ["".join(chance.choice(signs) for _ in range(chance.randrange(200))) for _ in range(TEXTS - 6)]
    texts += [
        "",
        "A" * 1_000_000,
        "PB1 __proto__ 1 AAAA",
        "PB1 a-check 2 " + "Z" * 1500,
        "javascript:alert(1)",
        "PB1 " * 9999,
    ]
    items = [{"id": f"item-{number}", "values": [0, 1, 2, 3, 4]} for number in range(20)]
    definition = {"id": "a-check", "edition": 2, "scoring": {"items": items}}
    with Node() as node:
        found = node.run(CODES, [definition, texts])
    assert set(found) == {"damaged"}
    figures(f"{len(texts)} texts of QR codes: all refused")
