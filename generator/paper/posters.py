"""Posters: sheets without fields, enlarged as a whole, so that everything stands where it stands on the sheet."""

from __future__ import annotations

from io import BytesIO

from generator.paper.sizes import A4, Paper


def enlarged(content: bytes, paper: Paper) -> bytes:
    """A PDF of sheets on A4, upright or turned, as posters of this size."""
    from pypdf import PdfReader, PdfWriter

    writer = PdfWriter(clone_from=PdfReader(BytesIO(content)))
    for page in writer.pages:
        page.scale_by(paper.width / A4.width)
    written = BytesIO()
    writer.write(written)
    return written.getvalue()
