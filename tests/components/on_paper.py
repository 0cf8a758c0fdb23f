"""The paper examples of a component, laid out as sheets are, and what is wrong with them.

WeasyPrint lays out paper. It knows less of CSS than browsers do, and says nothing of most that it does not know.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Any

from markupsafe import Markup

from generator.paper import pdf
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, DECKS
from tools.components import Component, Rendered, Stage

_NAMED = re.compile(r'(<(?:input|textarea|select)\b[^>]*? name=")')
_SQUARE = 1.0
"""The pixels by which the sides of a box to tick may differ."""


def faults_on_paper(stage: Stage, component: Component) -> list[str]:
    """What is wrong with the examples of a component on paper, each with the name of its example."""
    found = [one for one in stage.rendered(component) if one.medium == "paper"]
    return [fault for _, alike in groupby(found, key=_paper) for fault in _of(stage, component, [*alike])]


def _paper(rendered: Rendered) -> tuple[str, str]:
    """The variant and the size of a deck, of which a document has one each."""
    paper = rendered.example.paper
    return paper.get("variant", "participant"), paper.get("deck", "")


def _of(stage: Stage, component: Component, found: Sequence[Rendered]) -> list[str]:
    """The faults of examples in one document. If it has any, each example is laid out alone, to know whose they are."""
    if not [*_faults(_document(stage, component, found))]:
        return []
    alone = ((one, fault) for one in found for fault in _faults(_document(stage, component, [one])))
    return [f"{component.name}, example `{one.example.name}`: {fault}" for one, fault in alone] or [
        f"{component.name}, its examples below each other: {fault}"
        for fault in _faults(_document(stage, component, found))
    ]


def _document(stage: Stage, component: Component, found: Sequence[Rendered]) -> str:
    variant, deck = _paper(found[0])
    content = Markup().join(Markup(_framed(stage, component, one, at)) for at, one in enumerate(found))
    if deck:
        sheet: Printable = stage.names(found[0].example)["s"].printable
        return stage.documents.deck_page(content, sheet.located, DECKS[deck])
    return stage.documents.page(content, component.name, "", A4, f"variant-{variant}")


def _framed(stage: Stage, component: Component, rendered: Rendered, at: int) -> str:
    """An example on a sheet of its own. Its fields have names of their own."""
    html = _NAMED.sub(rf"\g<1>{at} ", rendered.html)
    if component.name.startswith("block-"):
        block = component.name.removeprefix("block-")
        html = f'<form class="block block--{block} block--whole" data-gap="5">{html}</form>'
    elif "<form" not in html:
        html = f"<form>{html}</form>"
    fit = stage.names(rendered.example)["s"].fit(1, "sheet")
    return html if _paper(rendered)[1] else f'<section class="sheet" {fit}>{html}</section>'


def _faults(html: str) -> Iterator[str]:
    fitted = pdf.fitted_pages(html)
    for box in _ticked(fitted.document):
        if abs(box.width - box.height) > _SQUARE:
            yield f"a box to tick is squashed: {box.width:.1f} pixels wide, {box.height:.1f} high"
    yield from (f"{fault.code}: {fault.words}" for fault in pdf.faults_on(fitted))


def _ticked(document: Any) -> Iterator[Any]:
    """The boxes to tick on the pages of a document of WeasyPrint."""
    for page in document.pages:
        for inputs in page.forms.values():
            yield from (box for box, _ in inputs if box.element.get("type") in ("checkbox", "radio"))
