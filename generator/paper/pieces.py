"""Take the PDF of a laid-out document apart, so that it can be joined with others."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Any

from generator.paper.finishing import finish
from generator.paper.joining import PdfPiece

OPTIONS = MappingProxyType({"pdf_variant": "pdf/ua-1", "pdf_forms": True})
"""How all documents are made."""

OWN = {"/Page", "/Annot", "/StructElem", "/OBJR"}
"""The types of objects that each copy has for itself, besides groups of choices."""

POINTS = 0.75
"""Points in a pixel of CSS."""


def taken_apart(document: Any) -> PdfPiece:
    """The parts of the PDF of a document of WeasyPrint."""
    from weasyprint import DEFAULT_OPTIONS
    from weasyprint.pdf import generate_pdf

    pdf = generate_pdf(document, None, 1, **DEFAULT_OPTIONS | OPTIONS | {"pdf_version": "1.7", "pdf_tags": True})
    finish(document, pdf)
    tree = pdf.objects[_number(pdf.catalog["StructTreeRoot"])]
    (body,) = tree["K"]
    parents = pdf.objects[_number(tree["ParentTree"])]
    metadata = pdf.objects[_number(pdf.catalog["Metadata"])]
    left_out = {pdf.pages.number, pdf.catalog.number, tree.number, parents.number, metadata.number, _number(body)}
    left_out |= {found.number for found in _outlines(pdf)} | {0}
    found = [made for made in pdf.objects if made.number not in left_out]
    own = [made for made in found if _is_own(made)]
    rest = [made for made in found if not _is_own(made)]
    resources = pdf.objects[_number(_pages(pdf)[0]["Resources"])]
    form = pdf.catalog.get("AcroForm", {})
    return PdfPiece(
        shared={made.number: made.data for made in rest},
        owned={made.number: made.data for made in own},
        streams=frozenset(made.number for made in rest if not made.compressible),
        pages=tuple(page.number for page in _pages(pdf)),
        root=pdf.pages.number,
        document=_number(body),
        top=tuple(map(_number, pdf.objects[_number(body)]["K"])),
        parents=tuple(
            tuple(map(_number, value)) if isinstance(value, list) else _number(value) for value in parents["Nums"][1::2]
        ),
        fields=tuple(map(_number, form.get("Fields", ()))),
        fonts=_number(resources["Font"]),
        anchors=tuple(_anchors(document)),
        bookmarks=document.make_bookmark_tree(POINTS, transform_pages=True),
        catalog={key: _bytes(pdf.catalog[key]) for key in ("Lang", "ViewerPreferences", "MarkInfo")},
        info=pdf.info.data,
        metadata=metadata.data,
    )


def _is_own(made: Any) -> bool:
    return isinstance(made, dict) and (made.get("Type") in OWN or ("Kids" in made and "FT" in made))


def _pages(pdf: Any) -> list[Any]:
    return [pdf.objects[_number(reference)] for reference in pdf.page_references]


def _outlines(pdf: Any) -> Iterator[Any]:
    """The objects of bookmarks, which are written anew."""
    waiting = [pdf.catalog["Outlines"]] if "Outlines" in pdf.catalog else []
    while waiting:
        found = pdf.objects[_number(waiting.pop())]
        yield found
        waiting += [found[key] for key in ("First", "Next") if key in found]


def _anchors(document: Any) -> Iterator[tuple[str, int, float, float]]:
    seen: set[str] = set()
    for number, page in enumerate(document.pages):
        for name, (x, y, *_) in page.anchors.items():
            if name not in seen:
                seen.add(name)
                yield name, number, x * POINTS, (page.height - y) * POINTS


def _number(reference: Any) -> int:
    """The number that a reference names, such as `b"12 0 R"`."""
    return int(bytes(reference).split()[0])


def _bytes(value: Any) -> bytes:
    return bytes(value.data) if hasattr(value, "data") else bytes(value)
