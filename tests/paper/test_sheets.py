"""What is printed in which variants: specimens, which hold what somebody wrote, and scripts of dialogues."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from io import BytesIO

import pytest
from markupsafe import Markup
from pypdf import PdfReader, PdfWriter

from generator.kinds.worksheet import Worksheet
from generator.kinds.worksheet_blocks.block import Found
from generator.kinds.worksheet_blocks.fields import Tick, named
from generator.paper import pdf
from generator.paper.boxes import PIXELS
from generator.paper.documents import documents_of
from generator.paper.filled import copies_in
from generator.paper.sheets import Printable, printables, variants_of
from generator.paper.sizes import A4, Variant
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK, project, reading, site


def test_only_a_sheet_with_a_specimen_has_the_variant() -> None:
    graph = reading(EXAMPLE_PLAYBOOK).graph
    assert "specimen" in variants_of(graph.entries["first-look"])
    assert [p.id for p in printables(graph) if p.variant == "specimen"] == ["first-look"]
    bare = graph.entries["first-look"].entry.model_copy(update={"specimen": None})
    located = type(graph.entries["first-look"])(
        graph.entries["first-look"].kind, "first-look", bare, graph.entries["first-look"].document
    )
    assert "specimen" not in variants_of(located)


def test_the_pdf_holds_what_is_written_and_says_that_it_is_invented() -> None:
    found, graph = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK).graph
    made = documents_of(graph, found.site, found.theme)
    reader = PdfReader(BytesIO(pdf.make(made.document(Printable(graph.entries["first-look"], "specimen"), A4))))
    text = " ".join("".join(page.extract_text() for page in reader.pages).split())
    assert "Wobbles since Friday, worst at the back & when I brake" in text
    assert "Filled in by Ann at the counter, on a wet Monday. People and firms are invented." in text
    assert text.count("×") == 2
    assert not reader.get_fields()
    assert len(reader.pages) == 1


def model_names(entry: Worksheet, entries: Mapping[str, Found]) -> set[str]:
    """The names of the fields of a worksheet, as its model has them."""
    names: set[str] = set()
    for block in entry.blocks:
        for field in block.fields(entry.letters, entries):
            name = named(block.id, field.path)
            if isinstance(field.takes, Tick) and field.takes.blank:
                names.add(f"{name}.blank")
            names.add(block.id if block.ticks_one else name)
    return names


def test_fields_have_the_names_of_the_model_on_paper() -> None:
    found, graph = project(REAL_PLAYBOOK), reading(REAL_PLAYBOOK).graph
    made = documents_of(graph, found.site, found.theme)
    for located in graph.of_kind("worksheet"):
        assert isinstance(located.entry, Worksheet)
        if Printable(located, "participant").differ:
            continue  # its squares are drawn
        html = made.document(Printable(located, "participant"), A4)
        names = {f"{located.id} 1 {name}".replace(".", " ") for name in model_names(located.entry, graph.entries)}
        assert set(re.findall(r'<(?:input|textarea)[^>]* name="([^"]*)"', html)) == names, located.id


def test_fields_have_the_names_of_the_model_on_the_screen() -> None:
    graph = reading(EXAMPLE_PLAYBOOK).graph
    (page,) = [page for page in site(EXAMPLE_PLAYBOOK).pages if page.url == "worksheets/first-look/"]
    entry = graph.entries["first-look"].entry
    assert isinstance(entry, Worksheet)
    form = page.body.partition('<form class="sheet')[2].partition("</form>")[0]
    names = set(re.findall(r'<(?:input|textarea|select)[^>]* name="([^"]*)"', form))
    assert names == model_names(entry, graph.entries)


def test_every_copy_of_a_specimen_is_the_same() -> None:
    located = reading(EXAMPLE_PLAYBOOK).graph.entries["first-look"]
    assert Printable(located, "participant", copies=2).differ
    assert not Printable(located, "specimen", copies=2).differ


def test_a_dialogue_is_printed_for_each_speaker_with_their_lines_marked() -> None:
    found, graph = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK).graph
    made = documents_of(graph, found.site, found.theme)
    html = made.document(Printable(graph.entries["early-pitch"], "participant"), A4)

    copies = html.split('<section class="sheet guide"')[1:]
    assert ["Script for Nora Quist" in copies[0], "Script for Karl Oberbauer" in copies[1]] == [True, True]
    own = [re.findall(r'<li class="script-own">\s*<p class="script-by">([^<]*)<', copy) for copy in copies]
    assert [set(names) for names in own] == [{"Nora Quist"}, {"Karl Oberbauer"}]
    assert sum(map(len, own)) == copies[0].count('<p class="script-by">') == 14
    assert all("The people and the firms are invented." in copy for copy in copies)


def text_of(entry_id: str, variant: Variant) -> str:
    """The text of the PDF of an entry of the example playbook, without line breaks."""
    found, graph = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK).graph
    made = documents_of(graph, found.site, found.theme)
    reader = PdfReader(BytesIO(pdf.make(made.document(Printable(graph.entries[entry_id], variant), A4))))
    return " ".join(" ".join(page.extract_text() for page in reader.pages).split())


def test_the_cards_of_a_role_play_have_in_front_what_all_may_see_and_behind_what_one_knows() -> None:
    text = text_of("squeaky-brake", "cards")
    front, back = text.split("Only you know", 1)
    assert "You are late for your daughter’s concert." in front
    assert "the cheap ones" not in front
    assert "The pads were the cheap ones." in back
    assert "Do not: Mention the pads before you are asked." in back


def test_observers_mark_the_first_and_the_last_time() -> None:
    text = text_of("squeaky-brake", "participant")
    assert text.count("☐") == 0
    assert text.count("1 2") == 6
    assert "Takes the bicycle out of their hands." in text
    assert "the cheap ones" not in text


def test_the_facilitator_of_a_role_play_has_the_minutes_from_its_beginning_and_all_that_roles_know() -> None:
    text = text_of("squeaky-brake", "facilitator")
    assert "0:00 5 At the counter" in text
    assert "0:10 10 Afterwards, ask" in text
    assert "The pads were the cheap ones." in text


def test_a_run_sheet_says_what_to_pack_and_what_to_leave_out() -> None:
    text = text_of("first-hour", "participant")
    assert "First look, 7 copies" in text
    assert "The brake that squeaks, 3 sets of cards" in text
    assert "what may be left out whole saves 25 minutes" in text
    assert "0:25 25 Play" in text
    assert "“And who was asked?”" in text


@pytest.mark.parametrize(("duplex", "second"), [(False, (20, 10)), (True, (10, 20))])
def test_the_margin_for_holes_changes_sides_where_both_sides_are_printed(duplex: bool, second: tuple[int, int]) -> None:
    found, graph = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK).graph
    at = replace(documents_of(graph, found.site, found.theme), duplex=duplex)
    two = Markup('<section class="sheet">One</section><section class="sheet">Two</section>')
    pages = [page._page_box for page in pdf.laid_out(at.page(two, "Two pages", "", A4, "pack")).pages]
    margins = [(round(page.margin_left / PIXELS), round(page.margin_right / PIXELS)) for page in pages]
    assert margins == [(20, 10), second]


def test_the_notes_on_a_checklist_are_a_field_and_come_back() -> None:
    found, graph = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK).graph
    (located, *_) = graph.of_kind("checklist")
    made = documents_of(graph, found.site, found.theme)
    writer = PdfWriter(clone_from=BytesIO(pdf.make(made.document(Printable(located, "participant"), A4))))
    writer.update_page_form_field_values(None, {f"{located.id} 1 1 of.notes": "Two\nlines"}, auto_regenerate=False)
    target = BytesIO()
    writer.write(target)
    assert [copy.values for copy in copies_in(target.getvalue())] == [{"of.notes": "Two\nlines"}]
