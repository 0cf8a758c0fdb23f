"""The press: the same bytes every time, nothing made twice, and a word about what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.paper import pdf, pdf_cache
from generator.reporting.progress import Progress

HTML = """<!doctype html><html lang="en"><head><title>{}</title><style>@page {{ size: 210mm 297mm; }}</style></head>
<body><form><label for="a">Name</label><input id="a" name="a"></form></body></html>"""
ONE, TWO = HTML.format("One"), HTML.format("Two")


def test_the_same_document_gives_the_same_bytes_in_another_process_and_with_another_hash_seed() -> None:
    script = f"import sys; from generator.paper import pdf; sys.stdout.buffer.write(pdf.make({ONE!r}))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "99"}
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment)
    assert other.stdout == pdf.make(ONE)


def test_several_processes_make_what_one_makes() -> None:
    assert list(pdf.in_processes([ONE, TWO])) == [pdf.make(ONE), pdf.make(TWO)]


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The documents that were really made."""
    documents: list[str] = []

    def counted(wanted: Sequence[str]) -> Iterator[bytes]:
        documents.extend(wanted)
        return (f"PDF of {document}".encode() for document in wanted)

    monkeypatch.setattr(pdf_cache, "in_processes", counted)
    return documents


def _make(documents: dict[str, str], kept: Path) -> dict[str, bytes]:
    return dict(pdf_cache.make_all(documents, kept, lambda _: None))


def test_what_was_made_before_is_not_made_again(tmp_path: Path, made: list[str]) -> None:
    first = _make({"a.pdf": "A", "b.pdf": "B"}, tmp_path)
    assert made == ["A", "B"]
    assert _make({"a.pdf": "A", "b.pdf": "changed"}, tmp_path) == {**first, "b.pdf": b"PDF of changed"}
    assert made == ["A", "B", "changed"]


def test_what_no_document_needs_is_removed(tmp_path: Path, made: list[str]) -> None:
    _make({"a.pdf": "A", "b.pdf": "B"}, tmp_path)
    _make({"a.pdf": "A"}, tmp_path)
    assert len(list(tmp_path.glob("*"))) == 1
    assert made == ["A", "B"]


def test_equal_documents_are_made_once(tmp_path: Path, made: list[str]) -> None:
    assert _make({"a.pdf": "A", "b.pdf": "A"}, tmp_path) == {"a.pdf": b"PDF of A", "b.pdf": b"PDF of A"}
    assert made == ["A"]


def test_other_fonts_make_everything_anew(tmp_path: Path, made: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    _make({"a.pdf": "A"}, tmp_path)
    monkeypatch.setattr(pdf_cache, "_fonts", lambda: "other fonts")
    _make({"a.pdf": "A"}, tmp_path)
    assert made == ["A", "A"]


def test_progress_counts(tmp_path: Path, made: list[str]) -> None:
    said: list[str] = []
    list(pdf_cache.make_all({"a.pdf": "A", "b.pdf": "B"}, tmp_path, said.append))
    assert said == [
        "Making PDFs: 2 to make, 0 kept from before",
        "Making PDFs, 1 of 2",
        "Making PDFs, 2 of 2",
        "Made 2 PDFs",
    ]
    assert len(made) == 2


def test_where_no_terminal_is_every_hundredth_pdf_is_told(
    tmp_path: Path, made: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    _make({"kept.pdf": "0"}, tmp_path)
    documents = {f"{number}.pdf": f"{number}" for number in range(250)}

    with Progress() as progress:
        progress("Writing the pages")
        list(pdf_cache.make_all(documents, tmp_path, progress))

    assert capsys.readouterr() == (
        "",
        "Making PDFs: 249 to make, 1 kept from before\n"
        "Making PDFs, 100 of 249\n"
        "Making PDFs, 200 of 249\n"
        "Made 249 PDFs\n",
    )
    assert len(made) == 250


def test_without_pango_it_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    class Broken:
        def find_spec(self, name: str, *_: object) -> None:
            if name == "weasyprint":
                raise OSError("cannot load library 'libpango-1.0-0'")

    monkeypatch.delitem(sys.modules, "weasyprint", raising=False)
    monkeypatch.setattr(sys, "meta_path", [Broken(), *sys.meta_path])
    pdf.missing.cache_clear()
    try:
        assert pdf.missing() == (
            "PDFs need Pango, a library of the system: apt-get install libpango-1.0-0 libpangoft2-1.0-0 "
            "libharfbuzz-subset0 fonts-urw-base35"
        )
    finally:
        pdf.missing.cache_clear()
