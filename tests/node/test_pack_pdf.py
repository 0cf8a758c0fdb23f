"""Packs that a browser joins: copies with fields and structure of their own, booklets with numbers of their own."""

from __future__ import annotations

import base64
from functools import cache
from io import BytesIO
from typing import Any

import pytest
from pypdf import PdfReader

from generator.paper import pdf
from generator.paper.documents import documents_of
from generator.paper.pack_sources import pack_sources
from generator.paper.sheets import Printable
from generator.paper.sizes import A4
from tests.node.process import Node
from tests.paper.pdf_structure import structure_faults
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading
from tests.small_sheets import FORM, PAGE

TWO = """<h1>First</h1><table><thead><tr><th scope="col">One</th><th scope="col">Two</th></tr></thead>
<tbody><tr><td>cell</td><td></td></tr></tbody></table><h1 class="next">Second</h1><p>words</p>"""

JOIN = """async (load, [files, parts]) => {
  const { Joiner } = await load("pack-pdf/lazy/pdf-join.js");
  const { PdfPages } = await load("pack-pdf/lazy/pdf-page.js");
  const { PdfText } = await load("pack-pdf/lazy/pdf-text.js");
  const { PdfSource } = await load("pack-pdf/lazy/pdf-source.js");
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const sources = await Promise.all(files.map((text) => PdfSource.of(bytes(text))));
  const joiner = await Joiner.withFontOf(sources[0]);
  const runs = (text) => [{ text, bold: false, italic: false, href: "" }];
  const cells = (texts, isHead) =>
    texts.map((text, at) => ({ span: 1, isHeading: isHead || !at, blocks: [{ sort: "paragraph", runs: runs(text) }] }));
  const row = (texts, isHead = false) => ({ isHead, cells: cells(texts, isHead) });
  const rows = [row(["Sheet", "Copies"], true), row(["A sheet – “für” ∑", "12"]), row(["Another", "3"])];
  const pages = new PdfPages(joiner, sources[0].size(0), "foot", false);
  new PdfText(pages).write([
    { sort: "heading", level: 1, runs: runs("Pack") },
    { sort: "paragraph", runs: runs("For 12") },
    { sort: "table", caption: [], shares: [0.75, 0.25], rows },
  ]);
  await pages.finished();
  for (const [source, first, end, copy, from, total, title, isFacing] of parts) {
    const page = await joiner.add({ source: sources[source], first, end, copy, from, total, isFacing });
    if (title) joiner.bookmarks.push({ title, page });
  }
  const file = await (await joiner.file({ title: "Pack", language: "en" })).arrayBuffer();
  return btoa([...new Uint8Array(file)].map((byte) => String.fromCharCode(byte)).join(""));
}"""

ORDER = """async (load, [sheets, how, before]) => {
  const { partsOf, placesOf } = await load("pack-pdf/lazy/pack-order.js");
  const all = sheets.map(({ own, ...sheet }) => ({ ...sheet, pages: own, own: () => ({ first: 0, end: own }) }));
  const parts = partsOf(all, how);
  const { starts, pages } = placesOf(parts, before);
  return [parts.map(({ source, copy, from, total, mark }, at) => [starts[at], source, copy, from, total, mark]), pages];
}"""


@cache
def _sources() -> tuple[str, ...]:
    upright = PAGE.replace("120mm 90mm", "90mm 120mm")
    bare = PAGE.replace("counter(page)", "none")
    sources = ((PAGE, "A form", FORM), (PAGE, "Two", TWO), (upright, "Upright", TWO), (bare, "Bare", TWO))
    made = (pdf.make(page.format(title=title, body=body)) for page, title, body in sources)
    return tuple(base64.b64encode(content).decode() for content in made)


def _joined(node: Node, *parts: tuple[Any, ...]) -> PdfReader:
    found = node.run(JOIN, [_sources(), parts])
    return PdfReader(BytesIO(base64.b64decode(found)), strict=True)


def test_copies_have_fields_of_their_own_and_share_typefaces(node: Node) -> None:
    found = _joined(node, (0, 0, 1, 1, 1, 0, "Form"), (0, 0, 1, 2, 1, 0, ""), (0, 0, 1, 3, 1, 0, ""))
    assert sorted((found.get_fields() or {}).keys()) == sorted(
        f"form {copy} {key}" for copy in (1, 2, 3) for key in ("name", "one")
    )
    fonts = {str(font.indirect_reference) for page in found.pages[1:] for font in _fonts(page).values()}
    assert len(fonts) == len(_fonts(found.pages[1]))
    assert [(item.title, found.get_destination_page_number(item)) for item in found.outline] == [("Form", 1)]


def _fonts(page: Any) -> dict[str, Any]:
    return {name: font.get_object() for name, font in page["/Resources"]["/Font"].items() if name != "/PackText"}


def test_pages_are_numbered_anew(node: Node) -> None:
    found = _joined(node, (0, 0, 1, 1, 1, 13, ""), (1, 0, 2, 1, 12, 13, ""))
    assert [page.extract_text().split("\n")[-1].strip() for page in found.pages[1:]] == ["1 / 13", "12 / 13", "13 / 13"]


def test_on_the_backs_of_sheets_of_paper_the_wide_margin_is_on_the_other_side(node: Node) -> None:
    def moved(*parts: tuple[Any, ...]) -> list[tuple[float, float]]:
        boxes = [page.mediabox for page in _joined(node, *parts).pages]
        assert {(round(max(box.width, box.height)), round(min(box.width, box.height))) for box in boxes[1:]} == {
            (340, 255)
        }
        return [(round(box.left / 72 * 25.4), round(box.bottom / 72 * 25.4)) for box in boxes]

    # The cover is the first page, so the next is its back.
    assert moved((2, 0, 2, 1, 1, 0, "", True), (1, 0, 2, 1, 1, 0, "", True)) == [
        (0, 0),
        (10, 0),
        (0, 0),
        (0, -9),
        (0, 0),
    ]
    assert moved((3, 0, 2, 1, 1, 0, "", True)) == [(0, 0)] * 3, "a page without a number, such as one of cards, stays"
    assert moved((2, 0, 2, 1, 1, 0, "", False)) == [(0, 0)] * 3


def test_of_a_source_only_the_pages_that_are_taken_are_in_the_structure(node: Node) -> None:
    found = _joined(node, (1, 0, 1, 1, 1, 0, ""), (1, 1, 2, 1, 1, 0, ""), (1, 0, 1, 2, 1, 0, ""))
    elements = _elements(found.trailer["/Root"]["/StructTreeRoot"]["/K"][0].get_object())
    sorts = [element["/S"] for element in elements]
    # The cover has a heading and a table with two rows below its head.
    assert (sorts.count("/H1"), sorts.count("/Table")) == (1 + 3, 1 + 2)
    # The empty cell stays, as every row has as many cells.
    assert (sorts.count("/TH"), sorts.count("/TD")) == (2 + 2 + 4, 2 + 4)
    pages = {page.indirect_reference.idnum for page in found.pages if page.indirect_reference}
    assert {element.raw_get("/Pg").idnum for element in elements if "/Pg" in element} == pages


def _elements(element: Any) -> list[Any]:
    kids = element.get("/K", [])
    below = [kid.get_object() for kid in (kids if isinstance(kids, list) else [kids]) if not isinstance(kid, int)]
    inner = [found for kid in below if kid.get("/Type") == "/StructElem" for found in _elements(kid)]
    return [element, *inner]


def test_the_cover_is_written_in_the_typeface_of_the_fields(node: Node) -> None:
    found = _joined(node, (0, 0, 1, 1, 1, 0, ""))
    words = found.pages[0].extract_text()
    assert "A sheet – “für” ?" in words  # there is no sign for a sum in it
    assert (found.metadata or {})["/Title"] == "Pack"
    assert found.trailer["/Root"]["/Lang"] == "en"


def _sheet(name: str, pages: int, copies: int, **more: Any) -> dict[str, Any]:
    sheet = {"id": name, "title": name, "source": name, "own": pages, "copies": copies, "shared": []}
    return {"isPersonal": True, "startsLeaf": False} | sheet | more


def _order(node: Node, *sheets: dict[str, Any], collate: str, sides: int = 1) -> Any:
    return node.run(ORDER, [sheets, {"people": 2, "collate": collate, "sides": sides}, 1])


def test_copies_of_a_sheet_lie_together_and_keep_their_numbers(node: Node) -> None:
    parts, pages = _order(node, _sheet("a", 1, 2), _sheet("b", 2, 1), collate="sheet")
    assert parts == [[2, "a", 1, 1, 0, "a"], [3, "a", 2, 1, 0, ""], [4, "b", 1, 1, 0, "b"]]
    assert pages == 5


def test_booklets_count_their_own_pages_and_start_a_leaf(node: Node) -> None:
    cards = {"source": "cards", "first": 0, "end": 2, "copies": 1, "startsLeaf": True}
    shared = _sheet("c", 1, 1, isPersonal=False, shared=[cards])
    parts, pages = _order(node, _sheet("a", 1, 2), _sheet("b", 2, 2), shared, collate="person", sides=2)
    assert parts == [
        *([3, "a", 1, 1, 3, "a"], [4, "b", 1, 2, 3, "b"]),
        *([7, "a", 2, 1, 3, ""], [8, "b", 2, 2, 3, ""]),
        *([11, "c", 1, 1, 0, "c"], [13, "cards", 1, 1, 2, ""]),
    ]
    assert pages == 14


SHEETS = """async (load, rules) => {
  const { DIFFERENT, sheetOf } = await load("pack-pdf/lazy/pack-sheets.js");
  const pages = (number) => Array.from({ length: number }, () => ({}));
  const section = (first, end) => ({ title: "", first, end });
  const cards = { pages: pages(4), sections: [section(0, 2), section(2, 4)] };
  const copies = Array.from({ length: DIFFERENT }, (_, at) => section(2 * at, 2 * at + 2));
  const last = section(2 * DIFFERENT, 2 * DIFFERENT + 1);
  const different = { pages: pages(2 * DIFFERENT + 1), sections: [...copies, last] };
  const asked = [];
  const sets = { pages: pages(8), sections: [section(0, 2), section(2, 4), section(4, 8)] };
  const files = { copies: different, sets };
  const at = async (path) => asked.push(path) && (files[path.split("/")[0]] ?? cards);
  const found = [];
  for (const rule of rules) {
    const { copies, isPersonal, own, shared } = await sheetOf({ title: "", ...rule }, 12, at);
    const ranges = [own(1), own(2)].map(({ first, end }) => [first, end]);
    found.push([copies, isPersonal, ranges, shared.map(({ first, end, copies: number }) => [first, end, number])]);
  }
  return [found, asked];
}"""


def test_a_sheet_is_printed_as_often_and_from_the_files_that_its_rule_says(node: Node) -> None:
    rule = {
        "id": "one",
        "sort": "sheet",
        "notes": False,
        "each": "person",
        "number": 1,
        "cards": [],
    }

    def cards(each: str) -> dict[str, Any]:
        return {"cards": [{"path": "one", "each": each, "number": 1}]}

    found, asked = node.run(
        SHEETS,
        [
            rule,
            rule | cards("trio"),
            rule | {"sort": "differ"},
            rule | {"sort": "roles", "each": "pair"} | cards("pair"),
            rule | {"sort": "roles", "each": "table"} | cards("table"),
            rule | {"sort": "cards", "each": "pair", "number": 2},
        ],
    )
    assert found == [
        [12, True, [[0, 4], [0, 4]], []],
        [12, True, [[0, 2], [0, 2]], [[4, 8, 1], [0, 2, 1]]],
        [12, True, [[0, 2], [2, 4]], [[120, 121, 1]]],
        [6, False, [[0, 4], [0, 4]], [[4, 8, 2]]],
        [2, False, [[0, 4], [0, 4]], [[2, 4, 1]]],
        [12, False, [[0, 4], [0, 4]], []],
    ]
    assert asked == ["one", "one", "sets/one", "copies/one", "one", "sets/one", "one", "sets/one", "one"]


JOINED_SETS = """async (load, [files, rule, people]) => {
  const { Joiner } = await load("pack-pdf/lazy/pdf-join.js");
  const { PdfSource } = await load("pack-pdf/lazy/pdf-source.js");
  const { partsOf } = await load("pack-pdf/lazy/pack-order.js");
  const { sheetOf } = await load("pack-pdf/lazy/pack-sheets.js");
  const bytes = (text) => Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const at = (path) => PdfSource.of(bytes(files[path]));
  const joiner = await Joiner.withFontOf(await at("blank"));
  const sheet = await sheetOf(rule, people, at);
  for (const part of partsOf([sheet], { people, collate: "sheet", sides: 1 })) await joiner.add(part);
  const file = await (await joiner.file({ title: "Pack", language: "en" })).arrayBuffer();
  return btoa([...new Uint8Array(file)].map((byte) => String.fromCharCode(byte)).join(""));
}"""


@pytest.mark.rehearsal
def test_the_cards_of_seven_groups_are_joined_from_full_sheets_of_paper_and_one_more(node: Node) -> None:
    at, found = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK).graph
    documents = documents_of(found, at.site, at.theme)
    sheet = Printable(found.entries["squeaky-brake"], "participant", fillable=False)
    made = {
        "blank": documents.blank_to_fill(A4),
        "squeaky-brake": documents.document(sheet, A4),
        "sets/squeaky-brake": pack_sources(documents, found)["print/a4/sets/squeaky-brake.pdf"].html,
    }
    files = {path: base64.b64encode(pdf.make(html)).decode() for path, html in made.items()}
    trio = {"each": "trio", "number": 1}
    rule = {"id": "squeaky-brake", "title": "", "sort": "roles", "cards": [{"path": "squeaky-brake", **trio}], **trio}
    content = base64.b64decode(node.run(JOINED_SETS, [files, rule, 20]))
    texts = [page.extract_text() for page in PdfReader(BytesIO(content), strict=True).pages]
    assert [text.count("You did the work yourself") for text in texts] == [0] * 7 + [2, 0] * 3 + [1, 0]
    assert [text.count("The pads were the cheap ones") for text in texts] == [0] * 7 + [0, 2] * 3 + [0, 1]
    assert structure_faults(content) == []


SESSION = """async (load, [choice, schedule]) => {
  const { packOf } = await load("pack-pdf/lazy/session-pack.js");
  const { choiceIn } = await load("print-pack/lazy/pack-choice.js");
  const { fromLink } = await load("session/lazy/session-link.js");
  const found = choiceIn(packOf(choice, schedule), new Set(["list", "plan"]));
  return [found, fromLink(found.session), choiceIn(`#session=${"x".repeat(99_999)}`, new Set()).session.length];
}"""


def test_the_pack_of_a_session_has_its_link_without_names_and_everything_that_is_handed_out(node: Node) -> None:
    block = {"of": "a-plan", "part": "one", "minutes": 10, "drop": False}
    papers = {"papers": ["tents", "feedback"], "day": "2026-03-01", "names": ["Ana Ruiz"]}
    times = {"setting": "room", "start": 540, "minutes": 60, "collation": "person", "people": 7}
    choice = {"title": "Half a day & more", "plan": "a-plan", **times, "blocks": [block], **papers}
    packing = [{"entry": "list", "copies": 7}, {"entry": "plan", "copies": 3}]
    found, session, longest = node.run(SESSION, [choice, {"packing": packing}])
    assert (found["people"], found["collate"], found["notes"]) == (7, "person", True)
    assert found["sheets"] == ["list", "plan"]
    assert session == choice | {"names": []}
    assert longest < 10_000
