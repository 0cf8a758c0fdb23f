"""The reading order of cards on two pages."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from pypdf import PdfReader

from generator.paper import pdf
from generator.paper.joining import JoinedPart, joined

SIDE = '<div class="card-page card-page--{}"><h1>{}</h1><p>A page of cards</p>{}</div>'
HEAD = (
    '<!doctype html><html lang="en"><head><title>Cards</title><style>@page { size: 60mm 60mm; margin: 0 }'
    " .card-page { break-after: page }</style></head><body>"
)


def _page(side: str, *faces: str) -> str:
    return SIDE.format(side, side, "".join(f'<div class="face"><h2>{face}</h2></div>' for face in faces))


BODY = f"""<section>{_page("front", "1", "2")}{_page("back", "1 back", "2 back")}
{_page("front", "3", "4")}{_page("back", "3 back", "4 back")}</section><section>{_page("front", "alone")}</section>"""


def _said(content: bytes) -> list[str]:
    """The headings of the second level in the order of the structure."""
    found = PdfReader(BytesIO(content))
    texts: dict[tuple[int, int], str] = {}
    for page in found.pages:
        at = page.indirect_reference.idnum  # type: ignore[union-attr]
        place = [-1]

        def note(operator: bytes, operands: Any, _cm: Any, _tm: Any, at: int = at, place: list[int] = place) -> None:
            if operator == b"BDC":
                place[0] = int(operands[1]["/MCID"])

        def add(text: str, *_: Any, at: int = at, place: list[int] = place) -> None:
            texts[at, place[0]] = texts.get((at, place[0]), "") + text.strip()

        page.extract_text(visitor_operand_before=note, visitor_text=add)
    said: list[str] = []

    def walk(element: Any, page: int, heading: bool) -> None:
        if isinstance(element, int):
            if heading:
                said.append(texts.get((page, element), ""))
            return
        element = element.get_object()
        page = element.raw_get("/Pg").idnum if "/Pg" in element else page
        kids = element.get("/K", [])
        for kid in kids if isinstance(kids, list) else [kids]:
            walk(kid, page, heading or element.get("/S") == "/H2")

    walk(found.trailer["/Root"]["/StructTreeRoot"], 0, False)
    return said


def test_the_back_of_a_card_is_read_after_its_front() -> None:
    document = f"{HEAD}{BODY}</body></html>"
    expected = ["1", "1 back", "2", "2 back", "3", "3 back", "4", "4 back", "alone"]
    assert _said(pdf.make(document)) == expected
    assert _said(joined([JoinedPart(pdf.piece(document), 1)])) == expected
