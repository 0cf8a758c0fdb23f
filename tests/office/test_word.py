"""DOCX from the HTML of paper documents: named styles, real lists and tables, content controls, the same bytes."""

from __future__ import annotations

import re
from functools import cache
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from lxml import etree
from lxml import html as parser

from generator.office.looks import OfficeLooks, Sheet
from generator.office.word import made
from generator.paper.documents import Documents, documents_of
from generator.paper.downloads import Offer
from generator.paper.sheets import Printable, printables
from generator.paper.sizes import A4
from generator.paper.word_jobs import WordJob, job_of, written
from tests import playbooks
from tests.office.drawn import drawn
from tests.paper.real import POINTS, Printed
from tests.playbooks import EXAMPLE_PLAYBOOK
from tests.sampling import covering, parts_of

LOOKS, PAPER = OfficeLooks(author="The Workshop Book"), Sheet(210, 297)
SCRIPTS = "Gespräch, Συζήτηση, Разговор, שיחה, محادثة, 会话, บทสนทนา"
LONG = "Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenknopf"
COLUMNS = 12
WORDS = [f"w{number:04}" for number in range(3000)]


def sheet(body: str) -> str:
    head = "<head><title>T</title><style>x</style></head>"
    return f'<html>{head}<body><section class="sheet">{body}</section></body></html>'


def opened(body: str, looks: OfficeLooks = LOOKS) -> Any:
    return Document(BytesIO(made(sheet(body), looks, PAPER)))


def xml(content: bytes) -> str:
    return ZipFile(BytesIO(content)).read("word/document.xml").decode()


def test_headings_lists_and_letters_have_named_styles() -> None:
    document = opened(
        "<h1>Title</h1><p class='hint'>Small</p><h2>Part</h2><ul><li>One <b>bold</b><ul><li>Below</li></ul></li></ul>"
        "<ol><li>A</li><li>B<p>more</p></li></ol><ol><li>C</li></ol><p>Text <i>slanted</i>, "
        "<a href='https://x.example/'>a link</a>\n and   spaces</p>"
    )
    said = [(p.style.name, p.text) for p in document.paragraphs]
    assert said == [
        ("Heading 1", "Title"),
        ("Hint", "Small"),
        ("Heading 2", "Part"),
        ("List Bullet", "One bold"),
        ("List Bullet 2", "Below"),
        ("List Number", "A"),
        ("List Number", "B"),
        ("List Continue", "more"),
        ("List Number", "C"),
        ("Normal", "Text slanted, a link and spaces"),
    ]
    first, second, third = (p._p.pPr.numPr.numId.val for p in document.paragraphs if p.style.name == "List Number")
    assert first == second != third
    assert [run.text for run in document.paragraphs[3].runs if run.bold] == ["bold"]
    assert document.paragraphs[-1].hyperlinks[0].address == "https://x.example/"


def test_code_keeps_its_spaces_and_lines_and_has_letters_of_one_width() -> None:
    document = opened(
        "<p>Run\n <code>make  all</code> first</p><pre><code>name    n\nlonger  1\n</code></pre><p>End</p>"
    )
    assert [p.text for p in document.paragraphs] == ["Run make all first", "name    n\nlonger  1", "End"]
    runs = [run for p in document.paragraphs for run in p.runs if run.style.name == "Code"]
    assert [run.text for run in runs] == ["make all", "name    n\nlonger  1"]
    assert document.styles["Code"].font.name == LOOKS.code_font


def test_tables_are_tables_with_heads_widths_and_wide_cells() -> None:
    document = opened(
        "<table class='grid'><colgroup><col style='width: 25%'><col></colgroup>"
        "<thead><tr><th>A</th><th>B</th></tr></thead>"
        "<tbody><tr data-grow='8'><th>row</th><td>cell</td></tr><tr><td colspan='2'>both</td></tr></tbody></table>"
    )
    (table,) = document.tables
    assert table.style.name == "Table Grid"
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["A", "B"], ["row", "cell"], ["both", "both"]]
    assert [round(column.width.mm) for column in table.columns] == [43, 130]
    assert table.rows[0]._tr.trPr.xpath("w:tblHeader")
    assert not table.rows[1]._tr.trPr.xpath("w:tblHeader")
    assert round(table.rows[1].height.mm) == 8
    assert table.cell(0, 0).paragraphs[0].runs[0].bold
    assert not table.cell(1, 0).paragraphs[0].runs[0].bold


def test_boxes_blanks_and_lines_are_controls_with_titles() -> None:
    content = made(
        sheet(
            "<ul class='ticks'><li><span class='tick'><input type='checkbox' title='Is it done'></span> "
            "<span>Done</span></li><li><span class='tick'><span class='written-tick'>×</span></span> Ticked</li></ul>"
            "<div class='blanks'><div><span class='name'>Who</span><span class='line'><input title='Who'></span></div>"
            "<div><span class='name'>When</span><span class='line'><input></span></div></div>"
            "<div class='write'><i></i><i></i><i></i><textarea title='My question'></textarea></div>"
            "<table><tr><td>"
            "<div class='write write--cell'><i></i><textarea title='In a cell'></textarea></div></td></tr></table>"
        ),
        LOOKS,
        PAPER,
    )
    found = xml(content)
    assert re.findall(r'<w:alias w:val="([^"]*)"', found) == ["Is it done", "Who", "My question", "In a cell"]
    assert re.findall(r'w14:checked w14:val="(.)"', found) == ["0", "1"]
    assert (found.count("☐"), found.count("☒")) == (1, 1)
    numbers = re.findall(r'<w:id w:val="(\d+)"', found)
    assert len(numbers) == len(set(numbers)) == 6
    assert found.count("Writingline") == 3
    assert "Who ____" in re.sub("<[^>]*>", "", found)
    # A cell must end with a paragraph.
    assert re.search(r"</w:sdt><w:p>(?:(?!</w:tc>).)*</w:p></w:tc>", found)


def test_each_sheet_is_a_section_with_its_foot_the_notice_and_the_number_of_the_page() -> None:
    looks = OfficeLooks(notice="For staff only.", footer="© Example Ltd", author="A", language="de-AT", rtl=False)
    two = sheet("<p class='foot'>Name · Title</p><h1>One</h1>").replace(
        "</body>", "<section class='sheet landscape'><h1>Two</h1></section></body>"
    )
    document = Document(BytesIO(made(two, looks, PAPER)))
    assert [section.header.paragraphs[0].text for section in document.sections] == ["For staff only."] * 2
    assert [section.footer.paragraphs[0].text for section in document.sections] == [
        "Name · Title · © Example Ltd  ·   / "
    ] * 2
    assert "PAGE" in document.sections[0].footer._element.xml
    assert [round(section.page_width.mm) for section in document.sections] == [210, 297]
    assert document.core_properties.title == "T"
    assert document.styles["Normal"].element.xpath(".//w:lang/@w:val") == ["de-AT"]
    assert "Name" not in " ".join(p.text for p in document.paragraphs)


def test_the_same_document_gives_the_same_bytes_without_a_time() -> None:
    html = sheet("<h1>Title</h1><p>Text</p>")
    content = made(html, LOOKS, PAPER)
    assert made(html, LOOKS, PAPER) == content
    assert {one.date_time for one in ZipFile(BytesIO(content)).infolist()} == {(1980, 1, 1, 0, 0, 0)}
    assert "2000-01-01T00:00:00Z" in ZipFile(BytesIO(content)).read("docProps/core.xml").decode()


ORDER = {
    "pPr": "pStyle keepNext keepLines pageBreakBefore widowControl numPr pBdr shd tabs bidi spacing ind "
    "contextualSpacing jc outlineLvl rPr sectPr",
    "tblPr": "tblStyle bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders "
    "tblLayout tblCellMar tblLook",
    "tcPr": "tcW gridSpan vMerge tcBorders shd vAlign",
    "sectPr": "headerReference footerReference type pgSz pgMar cols bidi docGrid",
    "sdtPr": "alias id showingPlcHdr text checkbox",
}
"""The order in which Word wants properties, of those that documents have."""


def in_order(part: bytes) -> bool:
    """Whether all properties are in the order that Word wants."""
    for node in etree.fromstring(part).iter():
        name = etree.QName(node).localname
        if name in ORDER:
            own = [etree.QName(child).localname for child in node]
            wanted = ORDER[name].split()
            assert own == sorted(own, key=wanted.index), (name, own)
    return True


def test_properties_are_in_the_order_that_programs_want() -> None:
    looks = OfficeLooks(rtl=True, language="he", notice="N")
    html = sheet(
        "<p class='foot'>F</p><h1>T</h1><ul><li>L</li></ul><ol><li>N</li></ol><div class='write'><i></i></div>"
    )
    archive = ZipFile(BytesIO(made(html.replace("</body>", "<section class='sheet'>x</section></body>"), looks, PAPER)))
    assert all(in_order(archive.read(f"word/{name}.xml")) for name in ("document", "styles"))
    assert b"<w:bidi" in archive.read("word/styles.xml")


@cache
def documents() -> Documents:
    project = playbooks.project(EXAMPLE_PLAYBOOK)
    return documents_of(playbooks.reading(EXAMPLE_PLAYBOOK).graph, project.site, project.theme)


def example(printable: Printable) -> tuple[str, bytes]:
    job = job_of(documents(), Offer(printable, A4, "docx"), playbooks.project(EXAMPLE_PLAYBOOK).theme)
    assert isinstance(job, WordJob)
    return job.html, written(job)


def of_example() -> list[Printable]:
    return list(printables(playbooks.reading(EXAMPLE_PLAYBOOK).graph))


def sample() -> tuple[Printable, ...]:
    """Some that have every part between them, and every variant."""
    return covering(of_example(), lambda one: [*parts_of(one.located.entry), one.variant])


@pytest.mark.sampled
@pytest.mark.parametrize("printable", sample(), ids=lambda one: f"{one.id}-{one.variant}")
def test_every_word_of_every_sheet_is_there(printable: Printable) -> None:
    html, content = example(printable)
    source = parser.document_fromstring(html)
    only_paper = "//p[@class='foot'] | //p[@class='card-notice'] | //section[contains(@class, 'rest--pens')]"
    for node in source.xpath(f"//style | //title | {only_paper}"):
        node.text, _ = "", [node.remove(child) for child in list(node)]
    words = set(source.text_content().replace("×", " ").split())
    there = " ".join(re.sub("<[^>]*>", " ", xml(content)).split())
    for part in ("&amp;", "&"), ("&lt;", "<"), ("&gt;", ">"):
        there = there.replace(*part)
    assert in_order(ZipFile(BytesIO(content)).read("word/document.xml"))
    squeezed = there.replace(" ", "")
    assert [word for word in words if word not in squeezed] == []
    fields = source.xpath("//input[@type='checkbox'] | //input[@type='radio']")
    assert xml(content).count("w14:checkbox>") == 2 * max(
        len(fields), len(source.xpath("//span[contains(concat(' ', @class, ' '), ' tick ')]"))
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Printed]:
    """What is hard to draw, and a sheet of each kind, drawn in one go."""
    cells = "".join(f"<td>{LONG} {number}</td>" for number in range(COLUMNS))
    heads = "".join(f"<th>Column{number}</th>" for number in range(COLUMNS))
    hard = {
        "long": f"<h1>Long</h1><p>{' '.join(WORDS[:1500])}</p><ul><li>{' '.join(WORDS[1500:])}</li></ul>",
        "wide": f"<h1>{LONG} {LONG}</h1><table><thead><tr>{heads}</tr></thead><tr>{cells}</tr></table>"
        f"<p>{LONG * 3}</p>",
        "scripts": f"<h1>{SCRIPTS}</h1><table><tr><td>{SCRIPTS}</td></tr></table>",
    }
    made_of = {name: made(sheet(body), LOOKS, PAPER) for name, body in hard.items()}
    usual = [one for one in of_example() if one.variant != "large"]
    some = covering(usual, lambda one: [one.located.kind.name, one.variant])
    made_of |= {f"{one.id}-{one.variant}": example(one)[1] for one in some}
    return drawn(tmp_path_factory.mktemp("drawn"), made_of)


@pytest.mark.rehearsal
def test_nothing_is_lost_or_off_the_paper(pages: dict[str, Printed]) -> None:
    for name, pdf in pages.items():
        assert pdf.words, name
        for word in pdf.words:
            inside = word.left > 20 and word.right < 210 * POINTS - 20 and word.top > 15 and word.bottom < 297 * POINTS
            assert inside or "landscape" in name, (name, word)


@pytest.mark.rehearsal
def test_long_texts_keep_every_word_and_long_words_every_letter(pages: dict[str, Printed]) -> None:
    assert [word for word in " ".join(pages["long"].texts).split() if re.fullmatch(r"w\d{4}", word)] == WORDS
    assert len(pages["long"].texts) > 2
    letters = "".join(word.text for word in pages["wide"].words)
    assert letters.count("C") == COLUMNS
    assert letters.count("ü") == 2 + COLUMNS + 3
    assert sum(letters.count(one) for one in "ktä") >= (2 + COLUMNS + 3) * 3


@pytest.mark.rehearsal
def test_other_scripts_are_drawn(pages: dict[str, Printed]) -> None:
    said = " ".join(pages["scripts"].texts)
    assert all(word in said for word in ("Gespräch,", "Συζήτηση,", "Разговор,"))
    assert said.count("会话") == 2


def test_rows_to_write_in_are_high_enough_for_a_pen() -> None:
    assert all(high.mm >= 8 for high in _row_heights())


def _row_heights() -> list[Any]:
    found = Document(BytesIO(example(Printable(documents().graph.entries["first-look"], "participant"))[1]))
    return [row.height for table in found.tables for row in table.rows if row.height]
