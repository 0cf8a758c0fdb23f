"""`playbook print` on a small playbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.diagnostics import codes
from generator.paper import pdf
from generator.paper.faults import PrintFault
from generator.paper.fitting import Fit, Wanted
from tests.paper.pdf_structure import structure_faults
from tests.paper.small_prints import FILES, Run, built, left_edges, read_pdf, run

__all__ = ["built", "run"]

pytestmark = pytest.mark.usefixtures("no_editorial_rules")


class TestPrint:
    def test_a_sheet_is_named_after_its_entry_and_its_paper(self, run: Run) -> None:
        code, said, complained = run("print", "before-you-leave", "--paper", "letter")
        size = Path("before-you-leave-letter.pdf").stat().st_size // 1024
        assert (code, said, complained) == (0, f"before-you-leave-letter.pdf, {size} KB\n", "")
        page = read_pdf("before-you-leave-letter.pdf").pages[0]
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((612, 792))

    def test_a_folder_gets_the_sheet_under_its_usual_name(self, run: Run) -> None:
        code, said, _ = run("print", "before-you-leave", "--paper", "A4", "--out", "content")
        assert (code, said.split(",")[0]) == (0, "content/before-you-leave-a4.pdf")
        assert len(read_pdf("content/before-you-leave-a4.pdf").pages) == 1

    def test_what_is_wrong_on_the_paper_is_said_and_with_strict_nothing_is_printed(
        self, run: Run, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def made(wanted: Wanted) -> pdf.MadePdf:
            return pdf.MadePdf(b"%PDF", Fit((), ()), (PrintFault(codes.OFF_THE_PAPER, "A surprise costs"),))

        monkeypatch.setattr(pdf, "made", made)
        code, said, complained = run("print", "before-you-leave")
        assert (code, said.partition(",")[0]) == (0, "before-you-leave-a4.pdf")
        assert "before-you-leave.yml:10:64: warning[off-the-paper]: `A surprise costs` does not fit" in complained
        Path("before-you-leave-a4.pdf").unlink()
        code, said, complained = run("print", "before-you-leave", "--strict")
        assert (code, said) == (1, "")
        assert complained.endswith("Nothing was printed: 1 warning.\n")
        assert not Path("before-you-leave-a4.pdf").exists()

    def test_a_draft_with_errors_is_not_printed_and_says_why(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        draft = {"content/checklists/new.yml": "title: New\ndraft: true\n"}
        monkeypatch.setattr("tests.paper.small_prints.FILES", {**FILES, **draft})
        code, said, complained = run("print", "new")
        assert (code, said) == (1, "")
        assert "content/checklists/new.yml" in complained
        assert "`summary` is missing" in complained
        assert run("print", "before-you-leave")[0] == 0

    def test_what_cannot_be_written_is_said(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        def refused(*_: object) -> None:
            raise PermissionError(13, "Permission denied")

        monkeypatch.setattr("generator.system.change.apply", refused)
        code, said, complained = run("print", "before-you-leave", "--out", "locked.pdf")
        assert (code, said) == (2, "")
        assert complained == (
            f"playbook: {Path('locked.pdf').absolute()} cannot be written: Permission denied. Check who owns it and "
            "its folder, and their permissions. Nothing was changed.\n"
        )
        assert not Path("locked.pdf").exists()

    def test_copies_of_a_sheet_have_fields_of_their_own(self, run: Run) -> None:
        assert run("print", "before-you-leave", "--copies", "3", "--out", "three.pdf")[0] == 0
        found = read_pdf("three.pdf")
        fields = found.get_fields() or {}
        assert len(found.pages) == 3
        assert sorted(name for name in fields if name.endswith(" value")) == [
            f"before-you-leave {copy} 1 value" for copy in (1, 2, 3)
        ]

    def test_a_path_prints_as_its_pack(self, run: Run) -> None:
        assert run("print", "two-steps", "--copies", "2", "--out", "pack.pdf")[0] == 0
        outline = read_pdf("pack.pdf").outline
        titles = [item.title for item in outline if not isinstance(item, list)]
        assert titles == ["Agenda", "Before you leave (2)", "For the facilitator"]
        assert len(read_pdf("pack.pdf").pages) == 5

    def test_printed_on_both_sides_each_copy_starts_a_leaf(self, run: Run) -> None:
        assert run("print", "two-steps", "--copies", "2", "--duplex", "--out", "pack.pdf")[0] == 0
        pages = [page.extract_text() for page in read_pdf("pack.pdf").pages]
        assert [at for at, text in enumerate(pages, 1) if "The day before" in text] == [3, 5]
        blank = "This page is left blank so that what follows starts on a new sheet of paper."
        assert [at for at, text in enumerate(pages, 1) if text.split() == blank.split()] == [4, 6]

    def test_each_person_gets_a_booklet_with_page_numbers_of_its_own(self, run: Run) -> None:
        sheets = ("before-you-leave", "on-the-way", "two-steps")
        assert run("print", *sheets, "--copies", "3", "--collate", "person", "--out", "pack.pdf")[0] == 0
        found = read_pdf("pack.pdf")
        texts = [" ".join(page.extract_text().split()) for page in found.pages]
        assert [("checklists/on-the-way" in text, text[-5:]) for text in texts[2:8]] == [
            (False, "1 / 2"),
            (True, "2 / 2"),
        ] * 3
        outline = [item if isinstance(item, list) else item.title for item in found.outline]
        first = [item.title for item in outline[2]]
        assert [name for name in outline if isinstance(name, str)] == [
            "Agenda",
            "Booklet 1",
            "Booklet 2",
            "Booklet 3",
            "For the facilitator",
        ]
        assert first == ["Before you leave (3)", "On the way (3)"]
        assert "For 3 people · A4 · 9 pages" in texts[0]
        assert "On the way 3, in the booklets 4" in texts[0]

    def test_on_both_sides_a_booklet_starts_a_leaf_and_its_sheets_do_not(self, run: Run) -> None:
        sheets = ("before-you-leave", "on-the-way")
        assert run("print", *sheets, "--copies", "2", "--duplex", "--out", "pack.pdf")[0] == 0
        texts = [page.extract_text() for page in read_pdf("pack.pdf").pages]
        assert [at for at, text in enumerate(texts, 1) if "The day before" in text] == [3, 4, 5, 6]
        # The wide margin is at the left, and on the back of a sheet of paper at the right.
        assert left_edges("pack.pdf") == [20, 10] * 3

    def test_a_session_plan_with_copies_prints_as_its_pack_for_as_many(self, run: Run) -> None:
        assert run("print", "ten-minutes", "--copies", "2", "--out", "pack.pdf")[0] == 0
        texts = [" ".join(page.extract_text().split()) for page in read_pdf("pack.pdf").pages]
        assert "Ten minutes for two people. For 2 people · A4 · 5 pages" in texts[0]
        assert ["The day before" in text for text in texts] == [False, True, True, False, False]
        assert "Before you leave" in texts[4]
        assert "2 copies" in texts[4]
        assert run("print", "ten-minutes", "--out", "run.pdf")[0] == 0
        assert "Before you leave, 3 copies" in " ".join(read_pdf("run.pdf").pages[0].extract_text().split())

    def test_on_both_sides_the_part_of_the_facilitator_starts_a_leaf_and_goes_on_on_its_back(self, run: Run) -> None:
        assert run("print", "ten-minutes", "--copies", "2", "--duplex", "--out", "pack.pdf")[0] == 0
        found = read_pdf("pack.pdf")
        (agenda,) = (
            found.get_destination_page_number(item)
            for item in found.outline
            if not isinstance(item, list) and item.title == "For the facilitator"
        )
        assert agenda is not None
        assert agenda % 2 == 0
        assert "2 copies" in " ".join(found.pages[agenda + 1].extract_text().split())
        assert left_edges("pack.pdf")[agenda : agenda + 2] == [20, 10]

    def test_a_pack_says_on_its_cover_how_many_sheets_it_holds_or_what_one_likes(self, run: Run) -> None:
        sheets = ("before-you-leave", "on-the-way")
        assert run("print", *sheets, "--out", "pack.pdf")[0] == 0
        assert "Printed pack: 2 sheets" in read_pdf("pack.pdf").pages[0].extract_text()
        assert (read_pdf("pack.pdf").metadata or {})["/Title"] == "Printed pack: 2 sheets, for 1 person"
        assert run("print", *sheets, "--title", "For Monday", "--copies", "2", "--out", "pack.pdf")[0] == 0
        assert "For Monday" in read_pdf("pack.pdf").pages[0].extract_text()
        assert (read_pdf("pack.pdf").metadata or {})["/Title"] == "For Monday, for 2 people"

    def test_large_print_is_larger(self, run: Run) -> None:
        assert run("print", "before-you-leave", "--variant", "large", "--out", "large.pdf")[0] == 0
        sizes: list[float] = []
        read_pdf("large.pdf").pages[0].extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: sizes.append(size * 0.75) if "written" in text else None
        )
        assert sizes
        assert min(sizes) >= 17.9

    @pytest.mark.rehearsal
    def test_the_book_has_a_chapter_for_each_kind_and_says_pages_that_are_right(self, run: Run) -> None:
        assert run("print", "--book", "--out", "book.pdf")[0] == 0
        found = read_pdf("book.pdf")
        assert structure_faults(Path("book.pdf").read_bytes()) == []
        pages = [" ".join(page.extract_text().split()) for page in found.pages]
        chapters = [item for item in found.outline if not isinstance(item, list)]
        assert [item.title for item in chapters] == ["Checklists", "Session plans", "Paths", "Terms"]
        contents = next(page for page in pages if page.startswith("Contents"))
        for title, summary in (
            ("Before you leave", "What is settled"),
            ("Two steps", "A path of"),
            ("Hurry", "Wanting"),
        ):
            place = next(at for at, page in enumerate(pages, 1) if title in page and summary in page)
            assert re.search(rf"{title} ?\.* ?{place}\b", contents), (title, place, contents)
        assert re.search(rf"\bHurry {place}\b", pages[-1]), pages[-1]
        # The wide margin is within.
        edges = left_edges("book.pdf")
        assert len(edges) > 5
        assert {(at % 2, edge) for at, edge in enumerate(edges, 1) if edge} == {(0, 12), (1, 20)}

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            ((), "name the entries to print, or use --book"),
            (("two-steps", "--book"), "name the entries to print, or use --book"),
            (("two-stepps",), "no entry is called `two-stepps`; did you mean `two-steps`?"),
            (("zzzzzz",), "no entry is called `zzzzzz`"),
            (
                ("hurry",),
                "`hurry` is a term, which cannot be printed itself; "
                "these kinds can be printed: worksheet, checklist, conversation, dialogue, assessment, role-play, "
                "session-plan, path",
            ),
            (
                ("pace",),
                "`pace` is a term, which cannot be printed itself; its sheets: `playbook print before-you-leave`",
            ),
            (("two-steps", "--copies", "0"), "--copies takes a number from 1 to 500"),
            (("--book", "--variant", "large"), "--book allows only --paper and --out"),
            (
                ("before-you-leave", "--variant", "cards"),
                "`before-you-leave` is a checklist, which has no variant `cards`; it has: participant, large",
            ),
            (
                ("two-steps", "--variant", "facilitator"),
                "`two-steps` is a path, which has no variant `facilitator`; it has: participant, large",
            ),
            (
                ("two-steps", "two-more"),
                "only one path or session plan can be printed at a time; these are 2: two-steps, two-more",
            ),
            (
                ("before-you-leave", "--title", "For Monday"),
                "--title is for packs: name a path, several sheets, or a session plan with --copies",
            ),
            (
                ("before-you-leave", "--as", "docx", "--copies", "2"),
                "--as docx takes one entry in one copy; packs and the book are printed as PDFs",
            ),
            (
                ("before-you-leave", "--as", "pptx"),
                "`before-you-leave` is a checklist; --as pptx takes a session plan",
            ),
            (
                ("two-steps", "--as", "docx"),
                "`two-steps` prints as a pack, not as one sheet; name one of its sheets",
            ),
            (
                ("before-you-leave", "--paper", "a1", "--copies", "2"),
                "a poster (--paper a3 or a1) is the PDF of one entry in one copy",
            ),
            (("--book", "--title", "Ours"), "--book allows only --paper and --out"),
            (
                ("before-you-leave", "--out", "no/such/folder.pdf"),
                "no/such/folder.pdf cannot be written: there is no folder no/such",
            ),
        ],
    )
    def test_what_cannot_be_done_is_said(self, run: Run, arguments: tuple[str, ...], complaint: str) -> None:
        assert run("print", *arguments) == (2, "", f"playbook: {complaint}\n")

    def test_without_pango_it_says_what_to_install(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(pdf, "missing", lambda: "PDFs need Pango")
        assert run("print", "two-steps") == (2, "", "playbook: PDFs need Pango\n")
