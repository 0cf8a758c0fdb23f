"""The fields of a PDF as viewers expect them: places upright, answers to one question in one group, names of their own,
and appearances that any viewer can draw again. WeasyPrint writes them otherwise.

`/T`, the name of a field, is words with spaces; no two fields of a file have the same one. `/TU` is what is read aloud.
`/TM` leads back to the page: the entry, the copy, the edition, and the name under which the page keeps the field, such
as `crisis-sheet 1 2 head.client`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

RADIO = 1 << 15
"""The flag of a group of which one can be chosen. Without a second flag, a choice can be taken back."""


ROOM = 1.35
"""How much higher a line is than its type, as viewers count it where they choose the size of type themselves."""

SIGNS = {"checkbox": "8", "radio": "l"}
"""A cross and a dot in the typeface for signs that every viewer has: for viewers that draw ticks themselves."""

SIGNS_FONT = "ZaDb"

_FONT = re.compile(rb"/([^\s/]++) ([\d.]+) Tf")


def finish_fields(document: Any, pdf: Any) -> None:
    """Correct the fields of a PDF that WeasyPrint has made of a document."""
    fields: list[Any] = [made for made in pdf.objects if isinstance(made, dict) and "FT" in made and "T" in made]
    if not fields:
        return
    elements = dict(_elements(document))
    choices = {field.reference: field for field in fields if "Parent" in field}
    groups = _merged([field for field in fields if "Kids" in field], choices)
    blank = _blank(pdf)
    for field in fields:
        if "Rect" in field:
            field["Rect"] = pydyf.Array(upright(*field["Rect"]))
            _finish_looks(field, elements[field["T"].string], blank)
    for name, group in groups.items():
        group |= {"Ff": RADIO, "TU": pydyf.String(elements[name].get("data-question"))}
    for choice in choices.values():
        del choice["T"]
    kept = [field for field in fields if "T" in field]
    for field in kept:
        if key := elements[field["T"].string].get("data-key"):
            field["TM"] = pydyf.String(key)
    _tell_apart(kept)
    form = pdf.catalog["AcroForm"]
    form["Fields"] = pydyf.Array(field.reference for field in kept)
    # Otherwise viewers draw all fields again when they save, also those that they cannot.
    del form["NeedAppearances"]
    _add_signs(pdf, form)


def _elements(document: Any) -> Iterator[tuple[str, Any]]:
    """The element of each field by its name; the first one of a group."""
    boxes = [box for page in document.pages for inputs in page.forms.values() for box, _ in inputs]
    for box in reversed(boxes):
        yield box.element.get("name"), box.element


def _blank(pdf: Any) -> bytes:
    """What a field looks like that is not filled in: nothing, as the sheet draws boxes and rules itself."""
    blank = pydyf.Stream([], {"Type": "/XObject", "Subtype": "/Form", "BBox": pydyf.Array((0, 0, 1, 1))})
    pdf.add_object(blank)
    return bytes(blank.reference)


def _finish_looks(field: Any, element: Any, blank: bytes) -> None:
    """Let a field look the same whichever viewer draws it again."""
    if field["FT"] == "/Btn":
        field["AP"]["N"]["Off"] = blank
        field["DA"] = pydyf.String(f"/{SIGNS_FONT} 0 Tf 0 g")
        field["MK"] = pydyf.Dictionary({"CA": pydyf.String(SIGNS[element.get("type")])})
        return
    found = _FONT.search(field["DA"].string)
    assert found, "a text field names its typeface"
    font, size = found[1].decode(), float(found[2])
    # Viewers choose a size with which the text fits. What is in large print stays so, and scrolls.
    chosen = f"{size:g}" if element.get("data-large") else "0"
    field["DA"] = pydyf.String(f"/{font} {chosen} Tf 0 g")
    if element.tag == "textarea" and element.get("data-ruled"):
        # Without a look of its own, viewers draw the background of a field that is empty, over the rules for pens.
        field["AP"] = pydyf.Dictionary({"N": blank})
        field["MK"] = pydyf.Dictionary({"BG": pydyf.Array([1])})  # words cover the rules, which are for pens
    if element.tag == "input":
        left, bottom, right, top = field["Rect"]
        field["Rect"] = pydyf.Array((left, bottom, right, min(top, bottom + ROOM * size)))


def _add_signs(pdf: Any, form: Any) -> None:
    """Add the typeface of signs to those that fields can name."""
    signs = pydyf.Dictionary({"Type": "/Font", "Subtype": "/Type1", "BaseFont": "/ZapfDingbats"})
    pdf.add_object(signs)
    _at(pdf, _at(pdf, form["DR"])["Font"])[SIGNS_FONT] = signs.reference


def _at(pdf: Any, reference: bytes) -> Any:
    return pdf.objects[int(reference.split()[0])]


def upright(x1: float, y1: float, x2: float, y2: float) -> tuple[float, float, float, float]:
    """A rectangle with its lower left corner first."""
    return min(x1, x2), min(y1, y2), max(x1, x2), max(y1, y2)


def _merged(groups: list[Any], choices: Mapping[bytes, Any]) -> Mapping[str, Any]:
    """The groups by their names. WeasyPrint makes one for each page of a question: the first takes all answers."""
    found: dict[str, Any] = {}
    for group in groups:
        first = found.setdefault(group["T"].string, group)
        if first is group:
            continue
        for reference in group["Kids"]:
            choice = choices[reference]
            appearances = choice["AP"]["N"]
            (state,) = appearances
            appearances[len(first["Kids"])] = appearances.pop(state)
            choice["Parent"] = first.reference
            first["Kids"].append(reference)
        first["Opt"] += group["Opt"]
        group.clear()
    return found


def _tell_apart(fields: list[Any]) -> None:
    """Fields that have the same description are numbered, from the second one on."""
    counts: dict[str, int] = {}
    for field in fields:
        words = field["TU"].string
        counts[words] = counts.get(words, 0) + 1
        if counts[words] > 1:
            field["TU"] = pydyf.String(f"{words}, {counts[words]}")
