"""Posters: the same as the sheet, enlarged, without fields."""

from __future__ import annotations

import pytest

from generator.paper.documents import documents_of
from generator.paper.posters import enlarged
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, POSTERS
from tests import playbooks
from tests.paper.kept_pdfs import kept_pdf
from tests.paper.pdf_structure import structure_faults
from tests.paper.real import POINTS, Printed
from tests.playbooks import EXAMPLE_PLAYBOOK


@pytest.mark.parametrize("name", POSTERS)
def test_a_poster_is_the_sheet_enlarged_without_fields(name: str) -> None:
    project, graph = playbooks.project(EXAMPLE_PLAYBOOK), playbooks.reading(EXAMPLE_PLAYBOOK).graph
    sheet = Printable(graph.entries["meeting-sheet"], "participant", fillable=False)
    plain = kept_pdf(documents_of(graph, project.site, project.theme).document(sheet, A4))
    small, large = Printed(plain), Printed(enlarged(plain, POSTERS[name]))
    factor = POSTERS[name].width / A4.width
    assert large.texts == small.texts
    assert [(round(w / POINTS), round(h / POINTS)) for w, h in large.sizes] == [
        (round(A4.width * factor), round(A4.height * factor))
    ]
    assert large.fields == []
    assert large.info["Tagged"] == "yes"
    assert structure_faults(large.reader) == []
    for one, other in zip(small.words, large.words, strict=True):
        assert (other.left, other.top) == (
            pytest.approx(one.left * factor, abs=1),
            pytest.approx(one.top * factor, abs=1),
        )
    assert enlarged(plain, POSTERS[name]) == enlarged(plain, POSTERS[name])
