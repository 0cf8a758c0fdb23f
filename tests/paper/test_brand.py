"""The brand of a playbook on drawn pages: its logo, footer, notice, colours and typefaces."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from generator.caching.kept import Kept
from generator.config.brand_settings import Colours, Fonts
from generator.config.colours import brand_of
from generator.config.theme import Theme
from generator.media.attached import AttachedFile
from generator.media.examined import examined
from generator.paper.brand import css_string
from generator.paper.documents import Documents, documents_of
from generator.paper.pdf_cache import _has_own_typefaces
from generator.paper.sheets import Printable, deck_of
from generator.paper.sizes import A4, DECKS, LETTER, Paper, Variant
from generator.paper.typefaces import faces_in, font_faces, said_in
from tests import playbooks
from tests.paper.kept_pdfs import kept_pdf
from tests.paper.real import POINTS, Printed
from tests.playbooks import EXAMPLE_PLAYBOOK

DPI = 50
MAIN, GREEN = (177, 0, 93), (0, 128, 0)
FOOTER, NOTICE = '© 2026 Example Ltd </style> "so" & on', "Confidential. For staff of Example Ltd only."
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 300 60" width="300" height="60">'
    b'<rect width="300" height="60" fill="#008000"/></svg>'
)


@pytest.fixture
def branded(tmp_path: Path) -> Documents:
    """The documents of the example with a brand."""
    project, graph = playbooks.project(EXAMPLE_PLAYBOOK), playbooks.reading(EXAMPLE_PLAYBOOK).graph
    path, digest, kept = tmp_path / "logo.svg", sha256(LOGO).hexdigest(), Kept(tmp_path / "kept")
    path.write_bytes(LOGO)
    logo = AttachedFile("logo.svg", len(LOGO), digest, examined(LOGO, digest, "svg", kept), path, kept)
    colours = Colours(main="#b1005d")
    fonts = Fonts(text="font-source-serif-pro", headings="font-source-sans-pro")
    said = {"logo": "files/logo.svg", "footer": FOOTER, "notice": NOTICE, "fonts": fonts}
    site, theme = project.site.model_copy(update=said), project.theme
    return documents_of(replace(graph, files={"logo.svg": logo}), site, replace(theme, brand=brand_of(colours, theme)))


def printed(at: Documents, entry_id: str, variant: Variant = "participant", paper: Paper = A4) -> Printed:
    return Printed(kept_pdf(at.document(Printable(at.graph.entries[entry_id], variant), paper)))


def pixels(pdf: Printed, colour: tuple[int, int, int], page: int = 1) -> tuple[float, float, float, float] | None:
    """The box in millimetres around what has nearly this colour on a drawn page: left, top, right, bottom."""
    command = ["pdftoppm", "-r", str(DPI), "-f", str(page), "-l", str(page), "-png", "-"]
    drawn = subprocess.run(command, input=pdf.content, capture_output=True, check=True).stdout
    image = Image.open(BytesIO(drawn)).convert("RGB")
    near = [sum(abs(a - b) for a, b in zip(one, colour, strict=True)) < 40 for one in image.get_flattened_data()]
    mask = Image.new("1", image.size)
    mask.putdata([255 if one else 0 for one in near])
    box = mask.getbbox()
    return tuple(round(side * 25.4 / DPI, 1) for side in box) if box else None  # type: ignore[return-value]


def test_a_sheet_has_logo_footer_notice_and_colour(branded: Documents) -> None:
    pdf = printed(branded, "meeting-sheet")
    assert f"· {FOOTER}" in pdf.texts[0]
    assert pdf.texts[0].startswith(NOTICE) or NOTICE in pdf.texts[0]
    left, top, right, bottom = pixels(pdf, GREEN) or (0, 0, 0, 0)
    # As wide as its place, in its own proportions, before the code of the page and below the notice.
    assert (right - left, bottom - top) == (pytest.approx(34, abs=1.1), pytest.approx(6.8, abs=1.1))
    assert right == pytest.approx(210 - 10 - 21, abs=1)
    assert top == pytest.approx(12, abs=1)
    heading = pixels(pdf, MAIN)
    assert heading
    assert heading[1] < 25
    notice = [word for word in pdf.words if word.text in NOTICE.split() and word.top / POINTS < 12]
    assert len(notice) == len(NOTICE.split())
    assert all(word.top / POINTS > 4.5 and word.bottom / POINTS < 11 for word in notice)


def test_without_a_brand_a_sheet_has_none_of_it() -> None:
    project, graph = playbooks.project(EXAMPLE_PLAYBOOK), playbooks.reading(EXAMPLE_PLAYBOOK).graph
    site = project.site.model_copy(update={"footer": ""})
    pdf = printed(documents_of(graph, site, project.theme), "meeting-sheet")
    assert (pixels(pdf, GREEN), pixels(pdf, MAIN)) == (None, None)
    assert min(word.top for word in pdf.words) / POINTS > 11.5


@pytest.mark.parametrize("variant", ["participant", "large"])
def test_long_footers_and_notices_stay_on_the_paper(branded: Documents, variant: Variant) -> None:
    footer, notice = "Words of a footer that is very long indeed. " * 9, "N" + "otices " * 14
    at = documents_of(branded.graph, branded.site.model_copy(update={"footer": footer, "notice": notice}), _theme())
    pdf = printed(at, "meeting-sheet", variant)
    assert all("".join(page.split()).count("footer") == 9 and page.count("otices") == 14 for page in pdf.texts)
    assert all(word.top / POINTS > 4 and word.bottom / POINTS < 297 - 3.5 for word in pdf.words)
    feet = [word for word in pdf.words if word.text == "footer"]
    inner = [word for word in pdf.words if word.text == "question"]
    assert max(word.bottom for word in inner) < min(word.top for word in feet)


def test_large_print_has_its_logo_beside_the_larger_code(branded: Documents) -> None:
    left, _, right, _ = pixels(printed(branded, "meeting-sheet", "large"), GREEN) or (0, 0, 0, 0)
    assert right == pytest.approx(210 - 10 - 28, abs=1)
    assert right - left == pytest.approx(34, abs=1.1)


def test_cards_have_the_notice_on_each_page_and_nothing_on_the_cards(branded: Documents) -> None:
    pdf = printed(branded, "mineral-rights", "cards", LETTER)
    assert all(NOTICE in page for page in pdf.texts)
    words = [word for word in pdf.words if word.text == "Confidential."]
    assert all(word.bottom / POINTS < 16 for word in words)


def test_the_typefaces_are_those_of_the_packages(branded: Documents) -> None:
    html = branded.document(Printable(branded.graph.entries["meeting-sheet"], "participant"), A4)
    assert said_in(html) == "font-source-serif-pro 0.0.1; font-source-sans-pro 0.0.1"
    rules = font_faces(faces_in(html)).splitlines()
    assert "'Playbook Text'; src: url(file://" in rules[0]
    assert "SourceSerifPro-Regular.ttf" in rules[0]
    assert _has_own_typefaces(html)
    assert faces_in("") != faces_in(html)


def test_texts_cannot_end_the_styles_that_they_stand_in() -> None:
    assert css_string('a</style>"\\\n') == '"a\\3c /style\\3e \\22 \\5c \\a "'


def _theme() -> Theme:
    return playbooks.project(EXAMPLE_PLAYBOOK).theme


def test_a_deck_has_the_brand(branded: Documents) -> None:
    deck = deck_of(branded.graph.entries["squeaky-brake"])
    assert deck
    found = Printed(kept_pdf(branded.document(deck, DECKS["poker"])))
    left, top, right, bottom = pixels(found, MAIN) or (0, 0, 0, 0)
    assert right - left > 63.5 + 5
    assert bottom - top > 88.9 + 5
    assert pixels(found, GREEN, page=2)
    assert NOTICE in found.texts[1]
    assert FOOTER in found.texts[1]
