"""Nothing is made twice, unless something changed that decides it; nothing damaged is used."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from generator.caching.kept import ENDING, Kept
from generator.diagnostics import codes
from generator.paper import pdf, pdf_cache
from generator.paper.faults import PrintFault
from generator.paper.fitting import Fit, Wanted
from generator.paper.pdf_cache import make_all
from generator.reporting.progress import Progress

FIT = Fit((9.5, 12), (1, 2))


class Made(list[str]):
    """Makes PDFs that only name their document, and lists the documents that were made."""

    def __call__(self, wanted: Sequence[Wanted]) -> Iterator[pdf.MadePdf]:
        self.extend(one.html for one in wanted)
        self.before = [one.before for one in wanted]
        return (pdf.MadePdf(f"PDF of {one.html}".encode(), FIT) for one in wanted)


@pytest.fixture
def made() -> Made:
    return Made()


def _make(documents: dict[str, str], kept: Path, made: Made) -> dict[str, bytes]:
    return dict(make_all(documents, Kept(kept), Kept(kept.with_name("fits")), made, lambda _: None))


def test_what_was_made_before_is_not_made_again(tmp_path: Path, made: Made) -> None:
    first = _make({"a.pdf": "A", "b.pdf": "B"}, tmp_path, made)
    assert made == ["A", "B"]
    assert _make({"a.pdf": "A", "b.pdf": "changed"}, tmp_path, made) == {**first, "b.pdf": b"PDF of changed"}
    assert made == ["A", "B", "changed"]


def test_what_none_of_the_last_builds_needed_is_removed(tmp_path: Path, made: Made) -> None:
    _make({"a.pdf": "A", "b.pdf": "B"}, tmp_path, made)
    for text in ("A", "C", "A", "D", "E"):
        _make({"a.pdf": text}, tmp_path, made)
    assert len(list(tmp_path.glob(f"*{ENDING}"))) == 4
    assert made == ["A", "B", "C", "D", "E"]


def test_two_configurations_in_turn_use_what_each_has_made(tmp_path: Path, made: Made) -> None:
    for _ in range(3):
        _make({"a.pdf": "A", "b.pdf": "B"}, tmp_path, made)
        _make({"a.pdf": "A in German", "b.pdf": "B"}, tmp_path, made)
    assert made == ["A", "B", "A in German"]


def test_what_has_faults_is_reported_each_time(tmp_path: Path) -> None:
    fault, said = PrintFault(codes.OFF_THE_PAPER, "Too wide"), list[tuple[str, Sequence[PrintFault]]]()

    def make(wanted: Sequence[Wanted]) -> Iterator[pdf.MadePdf]:
        return (pdf.MadePdf(b"%PDF", FIT, (fault,) if one.html == "A" else ()) for one in wanted)

    for _ in range(2):
        kept, fits = Kept(tmp_path), Kept(tmp_path / "fits")
        list(
            make_all(
                {"a.pdf": "A", "b.pdf": "B"}, kept, fits, make, lambda _: None, report=lambda *one: said.append(one)
            )
        )
    assert said == [("a.pdf", (fault,))] * 2
    assert len(list(tmp_path.glob(f"*{ENDING}"))) == 1


def test_equal_documents_are_made_once(tmp_path: Path, made: Made) -> None:
    assert _make({"a.pdf": "A", "b.pdf": "A"}, tmp_path, made) == {"a.pdf": b"PDF of A", "b.pdf": b"PDF of A"}
    assert made == ["A"]


@pytest.mark.parametrize(("decides", "other"), [("system", "another Pango"), ("program", "another program")])
def test_whatever_decides_a_pdf_makes_it_anew(
    tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch, decides: str, other: str
) -> None:
    _make({"a.pdf": "A"}, tmp_path, made)
    monkeypatch.setattr(pdf_cache, decides, lambda: other)
    _make({"a.pdf": "A"}, tmp_path, made)
    assert made == ["A", "A"]


def test_fonts_of_the_system_decide_only_what_the_typefaces_of_the_playbook_lack(
    tmp_path: Path, made: Made, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents = {"a.pdf": "A, é, Ω and Ж", "b.pdf": "漢", "c.pdf": "&#28450;"}
    _make(documents, tmp_path, made)
    monkeypatch.setattr(pdf_cache, "fonts", lambda: "other fonts")
    made.clear()
    _make(documents, tmp_path, made)
    assert made == ["漢", "&#28450;"]


@pytest.mark.parametrize("damage", ["empty", "cut", "flipped", "exchanged", "a link"])
def test_a_damaged_pdf_is_made_again(tmp_path: Path, made: Made, damage: str) -> None:
    whole = _make({"a.pdf": "A", "b.pdf": "B"}, tmp_path, made)
    first, second = sorted(tmp_path.glob(f"*{ENDING}"))
    content = first.read_bytes()
    match damage:
        case "empty":
            first.write_bytes(b"")
        case "cut":
            first.write_bytes(content[:-1])
        case "flipped":
            first.write_bytes(content[:-1] + bytes([content[-1] ^ 1]))
        case "exchanged":
            first.write_bytes(second.read_bytes())
        case _:
            first.unlink()
            first.symlink_to(second)
    assert _make({"a.pdf": "A", "b.pdf": "B"}, tmp_path, made) == whole
    assert len(made) == 3


def test_a_folder_that_cannot_be_written_to_keeps_nothing_and_loses_nothing(tmp_path: Path, made: Made) -> None:
    in_the_way = tmp_path / "file"
    in_the_way.write_bytes(b"")
    assert _make({"a.pdf": "A"}, in_the_way / "kept", made) == {"a.pdf": b"PDF of A"}


def test_progress_counts(tmp_path: Path, made: Made) -> None:
    said: list[str] = []
    list(make_all({"a.pdf": "A", "b.pdf": "B"}, Kept(tmp_path), Kept(tmp_path / "fits"), made, said.append))
    assert said == [
        "Making PDFs: 2 to make, 0 kept from before",
        "Making PDFs, 1 of 2",
        "Making PDFs, 2 of 2",
        "Made 2 PDFs",
    ]
    assert len(made) == 2


def test_without_a_terminal_every_hundredth_pdf_is_reported(
    tmp_path: Path, made: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    _make({"kept.pdf": "0"}, tmp_path, made)
    documents = {f"{number}.pdf": f"{number}" for number in range(250)}

    with Progress() as progress:
        progress("Writing the pages")
        list(make_all(documents, Kept(tmp_path), Kept(tmp_path / "fits"), made, progress))

    assert capsys.readouterr() == (
        "",
        "Making PDFs: 249 to make, 1 kept from before\n"
        "Making PDFs, 100 of 249\n"
        "Making PDFs, 200 of 249\n"
        "Made 249 PDFs\n",
    )
    assert len(made) == 250


def test_how_a_document_fitted_is_remembered_by_its_words_whatever_its_styles_are(tmp_path: Path, made: Made) -> None:
    page = "<style>{}</style>{}"
    _make({"a.pdf": page.format("1", "A"), "b.pdf": page.format("1", "B")}, tmp_path / "kept", made)
    assert made.before == [None, None]
    _make({"a.pdf": page.format("2", "A"), "b.pdf": page.format("2", "C")}, tmp_path / "kept", made)
    assert made.before == [FIT, None]
    assert len(list((tmp_path / "fits").glob(f"*{ENDING}"))) == 3
