"""Name tents, attendance lists and certificates that a browser writes: what stands on each page, and where."""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from generator.paper import pdf
from generator.paper.documents import documents_of
from generator.paper.session_papers import fillable
from generator.paper.sizes import PAPERS
from tests.node.process import Node
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading

LONG = "Maximiliane-Alexandra von Hohenstein-Waldburg und zu Donaudampfschifffahrtsgesellschaft"
ABOUT: dict[str, Any] = {
    "title": "An hour & more",
    "people": 3,
    "papers": ["tents", "attendance", "certificates"],
    "day": "2026-03-01",
    "names": ["Ana Ruiz", LONG],
    "agenda": [
        ["23:30", "23:50", "Look"],
        ["23:50", "00:05", "Break"],
        ["00:05", "00:30", "Say “so”"],
    ],
    "pause": "Break",
    "language": "en-GB",
}

PACK = """async (load, [files, blank, about, how]) => {
  const { packFile, pagesOf } = await load("pack-pdf/lazy/pack-file.js");
  const { PdfSource } = await load("pack-pdf/lazy/pdf-source.js");
  const { papersOf } = await load("session-papers/lazy/paper-parts.js");
  const source = (text) => PdfSource.of(Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0)));
  const papers = await papersOf(about, (path) => source(files[path]));
  const rest = { texts: [], title: about.title, lines: [], foot: "foot", language: about.language };
  const pack = { sheets: [], papers, notes: [], blank: await source(blank), how, ...rest };
  const bytes = new Uint8Array(await (await packFile(pack)).arrayBuffer());
  return [await pagesOf(pack), btoa([...bytes].map((byte) => String.fromCharCode(byte)).join(""))];
}"""


@cache
def _sources(paper: str) -> tuple[dict[str, str], str]:
    at = project(EXAMPLE_PLAYBOOK)
    documents = documents_of(reading(EXAMPLE_PLAYBOOK).graph, at.site, at.theme)
    made = {f"session/{name}": _text(pdf.make(html)) for name, html in fillable(documents, PAPERS[paper])}
    return made, _text(pdf.make(documents.blank_to_fill(PAPERS[paper])))


def _text(content: bytes) -> str:
    return base64.b64encode(content).decode()


def _pack(node: Node, paper: str = "a4", sides: int = 1, **about: Any) -> PdfReader:
    how = {"people": 3, "collate": "sheet", "sides": sides}
    pages, found = node.run(PACK, [*_sources(paper), ABOUT | about, how])
    reader = PdfReader(BytesIO(base64.b64decode(found)), strict=True)
    assert len(reader.pages) == pages
    return reader


def _words(page: Any) -> str:
    return " ".join(page.extract_text().split())


@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_each_person_has_a_page_and_those_without_a_name_a_line(node: Node, paper: str) -> None:
    cover, *tents, listed, one, two, three = _pack(node, paper).pages
    assert "Name tents 3" in _words(cover)
    assert "Attendance list 1" in _words(cover)
    rows = _words(listed)
    assert all(words in rows for words in ("An hour & more", "1 March 2026", "1 Ana Ruiz", "Signature", "1 / 1"))
    assert LONG in rows
    assert [_words(page).count("Ana Ruiz") for page in tents] == [2, 0, 0]
    assert [_words(page).count("Donaudampfschifffahrtsgesellschaft") for page in tents] == [0, 2, 0]
    assert all(_words(page).count("An hour & more") == 2 for page in tents)
    assert len(tents) == 3
    for page, name in zip((one, two, three), ["Ana Ruiz", LONG.split(" ", maxsplit=1)[0], ""], strict=True):
        said = _words(page)
        assert name in said
        assert "1 March 2026 · 23:30 to 00:30, 60 minutes" in said
        assert "Look Say “so”" in said
        assert "Break" not in said


def test_a_list_of_many_goes_on_and_counts_its_pages(node: Node) -> None:
    names = [f"Person {number}" for number in range(1, 25)]
    found = _pack(node, papers=["attendance"], names=names)
    _, first, second = map(_words, found.pages)
    assert ("20 Person 20" in first, "21 Person 21" in first) == (True, False)
    assert ("21 Person 21" in second, "25" in second) == (True, False)
    assert ("1 / 2" in first, "2 / 2" in second) == (True, True)


def test_on_both_sides_each_begins_a_sheet_of_paper(node: Node) -> None:
    found = _pack(node, sides=2)
    starts = [found.get_destination_page_number(item) for item in found.outline]  # type: ignore[arg-type]
    assert [(item["/Title"], start % 2) for item, start in zip(found.outline, starts, strict=True)] == [  # type: ignore[call-overload]
        ("Name tents", 0),
        ("Attendance list", 0),
        ("Certificates of attendance", 0),
    ]
    assert len(found.pages) == 2 + 6 + 2 + 5


def test_what_is_written_is_text_of_the_structure_and_no_field(node: Node) -> None:
    found = _pack(node)
    assert not found.get_fields()
    assert all(not page.get("/Annots") for page in found.pages)
    tree = found.trailer["/Root"]["/StructTreeRoot"]
    sorts = [element["/S"] for element in _elements(tree["/K"][0].get_object())]
    assert "/Form" not in sorts
    # Each mark of a page leads to an element, and that element to the mark.
    nums = tree["/ParentTree"]["/Nums"]
    parents = {nums[at]: nums[at + 1] for at in range(0, len(nums), 2)}
    for page in found.pages:
        marks = page.get_contents().get_data().count(b"/MCID")  # type: ignore[union-attr]
        assert marks == len(parents[page["/StructParents"]])


def _elements(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    below = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]) if not isinstance(kid, int)]
    inner = [found for kid in below if kid.get("/Type") == "/StructElem" for found in _elements(kid)]
    return [element, *inner]


SET = """async (load, [names, place]) => {
  const { setName, LEADING } = await load("session-papers/lazy/set-name.js");
  const width = (text, size) => [...text].length * size * 0.5;
  const pieces = (letters) => new RegExp(`.{1,${Math.floor(letters)}}`, "g");
  const font = { width, lines: (text, size, most) => text.match(pieces(most / size / 0.5)) };
  return names.map((name) => {
    const { lines, size } = setName(name, place, font);
    const widest = Math.max(...lines.map((line) => font.width(line, size)));
    return [lines.join(size > 14 ? " " : ""), widest, lines.length * size * LEADING];
  });
}"""


def test_a_name_fits_into_its_place_whole(node: Node) -> None:
    names = ["Bo", "Ana Ruiz", LONG, "x" * 100, " ".join("ab" * 1 for _ in range(33))]
    for name, (said, width, height) in zip(
        names, node.run(SET, [names, {"width": 500, "height": 300, "most": 96}]), strict=True
    ):
        assert (said, width <= 500, height <= 300.01) == (name, True, True)
