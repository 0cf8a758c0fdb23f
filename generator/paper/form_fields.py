"""The fields of a PDF as readers of forms expect them: places upright, answers to one question in one group, names of
their own. WeasyPrint writes them otherwise."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import pydyf

RADIO = 1 << 15
"""The flag of a group of which one can be chosen. Without a second flag, a choice can be taken back."""


def finish(document: Any, pdf: Any) -> None:
    """Correct the fields of a PDF that WeasyPrint has made of a document."""
    fields: list[Any] = [made for made in pdf.objects if isinstance(made, dict) and "FT" in made and "T" in made]
    if not fields:
        return
    for field in fields:
        if "Rect" in field:
            field["Rect"] = pydyf.Array(upright(*field["Rect"]))
    choices = {field.reference: field for field in fields if "Parent" in field}
    groups = _merged([field for field in fields if "Kids" in field], choices)
    questions = dict(_questions(document))
    for name, group in groups.items():
        group |= {"Ff": RADIO, "TU": pydyf.String(questions[name])}
    for choice in choices.values():
        del choice["T"]
    kept = [field for field in fields if "T" in field]
    pdf.catalog["AcroForm"]["Fields"] = pydyf.Array(field.reference for field in kept)
    _tell_apart(kept)


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


def _questions(document: Any) -> Iterator[tuple[str, str]]:
    """The name of each group, and the question that its answers are about."""
    for page in document.pages:
        for inputs in page.forms.values():
            for box, _ in inputs:
                question = box.element.get("data-question")
                if question:
                    yield box.element.get("name"), question


def _tell_apart(fields: list[Any]) -> None:
    """Fields that have the same description are numbered, from the second one on."""
    counts: dict[str, int] = {}
    for field in fields:
        words = field["TU"].string
        counts[words] = counts.get(words, 0) + 1
        if counts[words] > 1:
            field["TU"] = pydyf.String(f"{words}, {counts[words]}")
