"""The press: the same bytes every time, nothing made twice, and a word about what is missing."""

from __future__ import annotations

import os
import subprocess
import sys
from functools import cache
from itertools import count
from types import SimpleNamespace

import pytest

from generator.paper import pdf
from generator.paper.fitting import Fit, Wanted
from generator.paper.sheets import Printable
from generator.paper.sizes import A4, LETTER
from generator.parallel import spawned
from tests.paper.real import graph, real_desk
from tests.sampling import covering

HTML = """<!doctype html><html lang="en"><head><title>{}</title><style>@page {{ size: 210mm 297mm; }}</style></head>
<body><form><label for="a">Name</label><input id="a" name="a"></form></body></html>"""
ONE, TWO = HTML.format("One"), HTML.format("Two")


def test_the_same_document_gives_the_same_bytes_in_another_process_and_with_another_hash_seed() -> None:
    script = f"import sys; from generator.paper import pdf; sys.stdout.buffer.write(pdf.make({ONE!r}))"
    environment = {**os.environ, "PYTHONHASHSEED": "7", "TZ": "Asia/Tokyo", "SOURCE_DATE_EPOCH": "99"}
    other = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, env=environment)
    assert other.stdout == pdf.make(ONE)


@pytest.mark.rehearsal
def test_documents_that_were_made_before_in_the_same_process_change_nothing() -> None:
    wanted = [
        ("cards", "mineral-rights", A4),
        ("large", "tell-hunt-sheet", LETTER),
        ("participant", "charter-sheet", A4),
    ]
    htmls = [real_desk().document(Printable(graph().entries[i], v), paper) for v, i, paper in wanted]  # type: ignore[arg-type]
    script = "import sys; from generator.paper import pdf; sys.stdout.buffer.write(pdf.make(sys.stdin.read()))"
    made = [pdf.make(html) for html in htmls]
    for html, before in covering(list(zip(htmls, made, strict=True))[::-1], lambda _: ["a document"]):
        alone = subprocess.run([sys.executable, "-c", script], input=html.encode(), capture_output=True, check=True)
        assert alone.stdout == before


@pytest.mark.usefixtures("all_cores")
@pytest.mark.rehearsal
def test_several_processes_make_what_one_makes() -> None:
    assert list(spawned(pdf.make, [ONE, TWO])) == [pdf.make(ONE), pdf.make(TWO)]


@cache
def too_long() -> tuple[str, pdf.MadePdf]:
    """A document whose type has to be smaller than usual, and its PDF."""
    html = real_desk().document(Printable(graph().entries["negotiation-sheet"], "participant"), LETTER)
    return html, pdf.made(Wanted(html))


def test_what_was_fitted_before_is_laid_out_once_and_gives_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    html, first = too_long()
    laid_out: list[str] = []
    once = pdf.laid_out
    monkeypatch.setattr(pdf, "laid_out", lambda document: laid_out.append(document) or once(document))
    assert pdf.made(Wanted(html, first.fit)) == first
    assert len(laid_out) == 1
    assert first.fit.sizes[0] < 10.5


def test_what_no_longer_fits_as_before_is_fitted_anew() -> None:
    html, fitted = too_long()
    assert pdf.made(Wanted(html, Fit((10.5,), (1,)))) == fitted


@pytest.mark.parametrize(("enabled", "done"), [(True, []), (False, ["collect", "freeze", "collect", "collect"])])
def test_where_nobody_collects_garbage_it_is_collected_now_and_then(
    monkeypatch: pytest.MonkeyPatch, enabled: bool, done: list[str]
) -> None:
    said: list[str] = []
    fake = SimpleNamespace(
        isenabled=lambda: enabled, collect=lambda: said.append("collect"), freeze=lambda: said.append("freeze")
    )
    monkeypatch.setattr(pdf, "gc", fake)
    monkeypatch.setattr(pdf, "_layouts", count())
    monkeypatch.setattr(pdf, "LAYOUTS_OF_GARBAGE", 2)
    for _ in range(5):
        pdf.make(ONE)
    assert said == done


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
            "PDFs need the system library Pango: apt-get install libpango-1.0-0 libpangoft2-1.0-0 libharfbuzz-subset0"
        )
    finally:
        pdf.missing.cache_clear()
