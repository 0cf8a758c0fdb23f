"""`playbook print` and the PDFs of a site, on a small playbook."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from generator.cli import main
from generator.diagnostics import codes
from generator.paper import pdf
from generator.paper.faults import PrintFault
from generator.paper.fitting import Fit, Wanted
from tests.conftest import Playbook, made_once
from tests.paper.pdf_structure import structure_faults

CHECKLIST = """\
title: Before you leave
summary: What is settled before you set out.
group: meeting
minutes: 5
purpose: So that you come prepared.
groups:
  - title: The day before
    items:
      - {id: value, text: The value for them is written down}
      - {id: people, text: We know who will be there, why: A surprise costs the first ten minutes.}
"""
CHECKLIST = CHECKLIST.replace("We know who will be there, why", '"We know who will be there", why')
PATH = """\
title: Two steps
summary: A path of two steps.
when: On a Monday.
total: an hour
stations:
  - id: first
    title: First
    at: "09:00"
    minutes: 30
    why: It has to begin.
    read: [before-you-leave]
    do: Go through the list.
  - id: second
    title: Second
    at: "09:30"
    minutes: 30
    why: It has to go on.
    do: Talk about it.
materials: [before-you-leave]
ends_with: With a date.
"""
PLAN = """\
title: Ten minutes
summary: Ten minutes for two people.
minutes: 10
people: {from: 1, to: 9, planned: 3}
setting: room
aim: They know what to bring.
prepare: [Print the list.]
blocks:
  - id: read
    title: Read
    minutes: 4
    do: Hand out the list.
    uses: [{to: before-you-leave, why: It is what they tick.}]
  - id: talk
    title: Talk
    minutes: 6
    do: Ask what is missing.
after: Send the list.
"""
TERM = "title: Hurry\nsummary: Wanting to be elsewhere.\nmeaning: Wanting to be elsewhere.\n"
FILES = {
    "content/checklists/before-you-leave.yml": CHECKLIST,
    "content/checklists/on-the-way.yml": CHECKLIST.replace("Before you leave", "On the way"),
    "content/paths/two-steps.yml": PATH,
    "content/paths/two-more.yml": PATH.replace("Two steps", "Two more"),
    "content/session-plans/ten-minutes.yml": PLAN,
    "content/terms/hurry.yml": TERM,
    "content/terms/pace.yml": TERM.replace("Hurry", "Pace") + "links:\n  use:\n    - {to: before-you-leave, why: W.}\n",
}
KEPT = ("site", ".cache")
"""The folders that a build leaves."""

Run = Callable[..., tuple[int, str, str]]


pytestmark = pytest.mark.usefixtures("no_editorial_rules")


@pytest.fixture
def run(playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs the command in the folder of the playbook; gives its exit code, output and complaints."""

    def call(*arguments: str) -> tuple[int, str, str]:
        monkeypatch.chdir(playbook(FILES))
        try:
            code = main(arguments)
        except SystemExit as stop:
            code = int(stop.code or 0)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


@pytest.fixture
def built(run: Run, playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same in a playbook that has been built with its PDFs, which is the working folder."""

    def make(folder: Path) -> bytes:
        assert run("build", "--pdf")[0] == 0
        for name in KEPT:
            shutil.copytree(name, folder / name)
        return b""

    _, made = made_once("the PDFs of a small playbook", make)
    root = playbook(FILES)
    monkeypatch.chdir(root)
    for name in KEPT:
        shutil.copytree(made / name, root / name, dirs_exist_ok=True)
    return run


def left_edges(file: str) -> list[int]:
    """How far from the left edge of each page its words begin, in millimetres; 0 if it has none."""
    said = subprocess.run(["pdftotext", "-bbox", file, "-"], capture_output=True, text=True, check=True).stdout
    pages = (re.findall(r'xMin="([\d.]+)"', page) for page in said.split("<page ")[1:])
    return [round(min(map(float, words), default=0) * 25.4 / 72) for words in pages]


def _read(file: str) -> PdfReader:
    return PdfReader(BytesIO(Path(file).read_bytes()))


class TestPrint:
    def test_a_sheet_is_named_after_its_entry_and_its_paper(self, run: Run) -> None:
        code, said, complained = run("print", "before-you-leave", "--paper", "letter")
        size = Path("before-you-leave-letter.pdf").stat().st_size // 1024
        assert (code, said, complained) == (0, f"before-you-leave-letter.pdf, {size} KB\n", "")
        page = _read("before-you-leave-letter.pdf").pages[0]
        assert (float(page.mediabox.width), float(page.mediabox.height)) == pytest.approx((612, 792))

    def test_a_folder_gets_the_sheet_under_its_usual_name(self, run: Run) -> None:
        code, said, _ = run("print", "before-you-leave", "--paper", "A4", "--out", "content")
        assert (code, said.split(",")[0]) == (0, "content/before-you-leave-a4.pdf")
        assert len(_read("content/before-you-leave-a4.pdf").pages) == 1

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
        monkeypatch.setitem(globals(), "FILES", {**FILES, **draft})
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
        found = _read("three.pdf")
        fields = found.get_fields() or {}
        assert len(found.pages) == 3
        assert sorted(name for name in fields if name.endswith(" value")) == [
            f"before-you-leave {copy} 1 value" for copy in (1, 2, 3)
        ]

    def test_a_path_prints_as_its_pack(self, run: Run) -> None:
        assert run("print", "two-steps", "--copies", "2", "--out", "pack.pdf")[0] == 0
        outline = _read("pack.pdf").outline
        titles = [item.title for item in outline if not isinstance(item, list)]
        assert titles == ["Agenda", "Before you leave (2)", "For the facilitator"]
        assert len(_read("pack.pdf").pages) == 5

    def test_printed_on_both_sides_each_copy_starts_a_leaf(self, run: Run) -> None:
        assert run("print", "two-steps", "--copies", "2", "--duplex", "--out", "pack.pdf")[0] == 0
        pages = [page.extract_text() for page in _read("pack.pdf").pages]
        assert [at for at, text in enumerate(pages, 1) if "The day before" in text] == [3, 5]
        blank = "This page is left blank so that what follows starts on a new sheet of paper."
        assert [at for at, text in enumerate(pages, 1) if text.split() == blank.split()] == [4, 6]

    def test_each_person_gets_a_booklet_with_page_numbers_of_its_own(self, run: Run) -> None:
        sheets = ("before-you-leave", "on-the-way", "two-steps")
        assert run("print", *sheets, "--copies", "3", "--collate", "person", "--out", "pack.pdf")[0] == 0
        found = _read("pack.pdf")
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
        texts = [page.extract_text() for page in _read("pack.pdf").pages]
        assert [at for at, text in enumerate(texts, 1) if "The day before" in text] == [3, 4, 5, 6]
        # The wide margin is at the left, and on the back of a sheet of paper at the right.
        assert left_edges("pack.pdf") == [20, 10] * 3

    def test_a_session_plan_with_copies_prints_as_its_pack_for_as_many(self, run: Run) -> None:
        assert run("print", "ten-minutes", "--copies", "2", "--out", "pack.pdf")[0] == 0
        texts = [" ".join(page.extract_text().split()) for page in _read("pack.pdf").pages]
        assert "Ten minutes for two people. For 2 people · A4 · 5 pages" in texts[0]
        assert ["The day before" in text for text in texts] == [False, True, True, False, False]
        assert "Before you leave" in texts[4]
        assert "2 copies" in texts[4]
        assert run("print", "ten-minutes", "--out", "run.pdf")[0] == 0
        assert "Before you leave, 3 copies" in " ".join(_read("run.pdf").pages[0].extract_text().split())

    def test_on_both_sides_the_part_of_the_facilitator_starts_a_leaf_and_goes_on_on_its_back(self, run: Run) -> None:
        assert run("print", "ten-minutes", "--copies", "2", "--duplex", "--out", "pack.pdf")[0] == 0
        found = _read("pack.pdf")
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
        assert "Printed pack: 2 sheets" in _read("pack.pdf").pages[0].extract_text()
        assert (_read("pack.pdf").metadata or {})["/Title"] == "Printed pack: 2 sheets, for 1 person"
        assert run("print", *sheets, "--title", "For Monday", "--copies", "2", "--out", "pack.pdf")[0] == 0
        assert "For Monday" in _read("pack.pdf").pages[0].extract_text()
        assert (_read("pack.pdf").metadata or {})["/Title"] == "For Monday, for 2 people"

    def test_large_print_is_larger(self, run: Run) -> None:
        assert run("print", "before-you-leave", "--variant", "large", "--out", "large.pdf")[0] == 0
        sizes: list[float] = []
        _read("large.pdf").pages[0].extract_text(
            visitor_text=lambda text, _cm, _tm, _font, size: sizes.append(size * 0.75) if "written" in text else None
        )
        assert sizes
        assert min(sizes) >= 17.9

    def test_the_book_has_a_chapter_for_each_kind_and_says_pages_that_are_right(self, run: Run) -> None:
        assert run("print", "--book", "--out", "book.pdf")[0] == 0
        found = _read("book.pdf")
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
