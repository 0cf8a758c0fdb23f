"""A PDF is kept by all that decides it."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.caching.kept import Kept
from generator.caching.program import GENERATOR
from tests.conftest import ROOT
from tests.paper import kept_pdfs
from tests.paper.kept_pdfs import PACKAGES, kept_pdf


def _imported(file: Path) -> Iterator[Path]:
    """The files of the generator that a file of it imports, at the top or when they are first needed."""
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator"):
            place = ROOT.joinpath(*(node.module or "").split("."))
            named = [place / f"{alias.name}.py" for alias in node.names]
            yield from (path for path in (place.with_suffix(".py"), *named) if path.exists())


def test_all_code_that_makes_a_pdf_counts() -> None:
    found, new = set[Path](), {GENERATOR / "paper" / "pdf.py"}
    while new:
        found |= new
        new = {path for file in new for path in _imported(file)} - found
    assert GENERATOR / "paper" / "fitting.py" in found
    assert {path.relative_to(GENERATOR).parts[0] for path in found} <= set(PACKAGES)


def test_each_document_is_made_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    monkeypatch.setattr(kept_pdfs, "KEPT", Kept(tmp_path))
    monkeypatch.setattr(kept_pdfs.pdf, "make", lambda html: made.append(html) or html.encode())
    assert [kept_pdf(html) for html in ("one", "other", "one")] == [b"one", b"other", b"one"]
    assert made == ["one", "other"]
    monkeypatch.setattr(kept_pdfs, "_decided", lambda: "another program")
    assert kept_pdf("one") == b"one"
    assert made == ["one", "other", "one"]
