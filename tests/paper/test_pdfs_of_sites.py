"""The PDFs of a site, on a small playbook."""

from __future__ import annotations

import shutil
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator import pipeline
from generator.diagnostics import codes
from generator.paper import pdf
from generator.paper.faults import PrintFault
from generator.paper.fitting import Fit, Wanted
from tests.paper.small_prints import Run, built, run

__all__ = ["built", "run"]

pytestmark = pytest.mark.usefixtures("no_editorial_rules")


def _refused(*_: object) -> None:
    raise AssertionError("a PDF is made again")


class TestBuild:
    PAGE = "site/checklists/before-you-leave/index.html"

    def test_pages_link_the_pdfs_that_were_made(self, built: Run) -> None:
        page = Path(self.PAGE).read_text()
        for name in ("a4", "letter", "a4/large", "letter/large"):
            assert f'href="../../print/{name}/before-you-leave.pdf"' in page
            assert Path(f"site/print/{name}/before-you-leave.pdf").read_bytes().startswith(b"%PDF-1.7")

    def test_pages_link_documents_to_adapt_and_print_makes_one(
        self, built: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        made = Path("site/print/docx/before-you-leave.docx")
        assert 'href="../../print/docx/before-you-leave.docx"' in Path(self.PAGE).read_text()
        assert not Path("site/print/docx/large").exists()
        first = made.read_bytes()
        with monkeypatch.context() as patched:
            patched.setattr("generator.office.word.made", lambda *_: b"made anew")
            assert built("build", "--pdf", "--clean")[0] == 0
        assert made.read_bytes() == first
        monkeypatch.setattr(pdf, "missing", lambda: "PDFs need Pango")
        assert built("print", "before-you-leave", "--as", "docx", "--out", "own.docx")[0] == 0
        assert Path("own.docx").read_bytes() == first

    def test_a_second_build_makes_none_anew_and_gives_the_same_bytes(
        self, built: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        first = {path.name: path.read_bytes() for path in Path("site/print/a4").rglob("*.pdf")}
        assert first
        monkeypatch.setattr("generator.paper.pdf.made", _refused)
        monkeypatch.setattr("generator.parallel.spawned", lambda work, wanted: map(work, wanted))
        assert built("build", "--pdf", "--clean")[0] == 0
        assert {path.name: path.read_bytes() for path in Path("site/print/a4").rglob("*.pdf")} == first

    def test_a_second_build_reads_nothing_until_a_pdf_or_a_font_changes(
        self, built: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        assert built("build", "--pdf")[0] == 0
        read: list[str] = []
        original = pipeline.connected
        monkeypatch.setattr(
            pipeline, "connected", lambda *given, **more: read.append("read") or original(*given, **more)
        )
        assert (built("build", "--pdf")[0], read) == (0, [])
        file = Path("site/print/a4/before-you-leave.pdf")
        whole = file.read_bytes()
        file.write_bytes(whole[:-1])
        assert (built("build", "--pdf")[0], file.read_bytes(), read) == (0, whole, ["read"])
        monkeypatch.setattr("generator.paper.pdf_cache.fonts", lambda: "other fonts")
        assert (built("build", "--pdf")[0], read) == (0, ["read", "read"])

    @pytest.mark.parametrize("many", [1, 1000])
    def test_a_new_site_is_published_before_many_pdfs_and_one_that_has_pdfs_stays(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, many: int
    ) -> None:
        seen: list[tuple[bool, bool]] = []

        def made(work: object, wanted: Sequence[Wanted]) -> Iterator[pdf.MadePdf]:
            page = Path(self.PAGE)
            seen.append((page.exists(), page.exists() and ".pdf" in page.read_text()))
            return (pdf.MadePdf(one.html.encode(), Fit((), ())) for one in wanted)

        monkeypatch.setattr("generator.parallel.spawned", made)
        monkeypatch.setattr("generator.commands.build.MANY", many)
        assert run("build", "--pdf")[0] == 0
        shutil.rmtree(".cache/print")
        assert run("build", "--pdf", "--clean")[0] == 0
        assert seen == [(many == 1, False), (True, True)]
        assert ".pdf" in Path(self.PAGE).read_text()

    def test_what_is_wrong_on_paper_is_a_warning_and_with_strict_an_error(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        wide = (PrintFault(codes.OFF_THE_PAPER, "A surprise costs"),)
        monkeypatch.setattr(
            "generator.parallel.spawned",
            lambda work, wanted: (pdf.MadePdf(one.html.encode(), Fit((), ()), wide) for one in wanted),
        )
        message = "warning[off-the-paper]: `A surprise costs` does not fit on the paper"
        code, said, complained = run("build", "--pdf")
        assert (code, said.endswith("2 warnings\n")) == (0, True)
        assert f"content/checklists/before-you-leave.yml:10:64: {message}\n" in complained
        code, said, complained = run("build", "--pdf", "--strict")
        assert (code, said) == (1, "")
        assert complained.endswith("The PDFs were not published: 2 warnings.\n")

    def test_pdfs_are_kept_while_builds_make_none(self, built: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        first = {path.name: path.read_bytes() for path in Path("site/print").rglob("*.pdf")}
        assert first
        assert built("build")[0] == 0
        monkeypatch.setattr("generator.paper.pdf.laid_out", _refused)
        monkeypatch.setattr("generator.parallel.spawned", lambda work, wanted: map(work, wanted))
        assert built("build", "--pdf")[0] == 0
        assert {path.name: path.read_bytes() for path in Path("site/print").rglob("*.pdf")} == first

    def test_without_the_option_there_are_none(self, run: Run) -> None:
        assert run("build")[0] == 0
        assert ".pdf" not in Path(self.PAGE).read_text()
        assert not list(Path("site").rglob("*.pdf"))

    def test_without_pango_the_site_is_whole_and_the_build_says_what_to_install(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(pdf, "missing", lambda: "PDFs need Pango: install it.")
        code, _, complained = run("build", "--pdf")
        assert (code, complained) == (
            0,
            "No PDFs were made, so pages have no links to them. PDFs need Pango: install it.\n\n",
        )
        assert ".pdf" not in Path(self.PAGE).read_text()
