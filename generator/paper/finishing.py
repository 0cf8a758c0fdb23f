"""What is corrected in a PDF after WeasyPrint has made it."""

from __future__ import annotations

from typing import Any

from generator.paper.card_order import put_backs_behind_fronts
from generator.paper.form_fields import finish_fields
from generator.paper.structure import put_structure_right


def finish(document: Any, pdf: Any) -> None:
    """Correct fields, structure and reading order of a PDF that WeasyPrint has made of a document."""
    finish_fields(document, pdf)
    put_backs_behind_fronts(document, pdf)
    put_structure_right(pdf)
