"""Paper in a language that is written from right to left. Pages: tests/browser/test_right_to_left.py."""

from __future__ import annotations

import re
from pathlib import Path

from generator import pipeline
from generator.config.project import read_config
from generator.language.language import supplied
from generator.paper.documents import documents_of
from generator.paper.sheets import printables
from generator.paper.sizes import A4
from tests.conftest import ROOT
from tests.language.translated import example_in

PHYSICAL = re.compile(
    r"\b(?:margin|padding)-(?:left|right):|\bborder-(?:left|right)\b"
    r"|text-align: (?:left|right)|(?<![\w-])(?:left|right): "
)


def test_every_document_says_its_direction(tmp_path: Path) -> None:
    project, _ = read_config(example_in("fa", tmp_path, supplied()["en"].read_text("utf-8")))
    assert project is not None
    graph = pipeline.read(project).graph
    made = documents_of(graph, project.site, project.theme)
    assert all('<html lang="fa" dir="rtl">' in made.document(one, A4) for one in printables(graph))


def test_styles_name_the_start_and_the_end_of_a_line_and_not_left_and_right() -> None:
    styles = sorted((ROOT / "themes").rglob("*.css"))
    found = [
        f"{path.relative_to(ROOT)}: {said[0]}" for path in styles for said in PHYSICAL.finditer(path.read_text("utf-8"))
    ]
    assert found == []
