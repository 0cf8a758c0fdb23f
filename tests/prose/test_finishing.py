"""Texts of one page after the other: notes are numbered throughout, headings have ids of their own."""

from generator.language.language import english
from generator.model.values import Prose
from generator.prose.finishing import Finishing
from generator.prose.term_finder import TermFinder
from generator.prose.writer import Writer
from generator.site.heading_ids import HeadingIds
from generator.site.page import Section

WORDS = english().words.texts


def writer(finishing: Finishing) -> Writer:
    return Writer({}, lambda target: target, TermFinder({"tax": "tax"}), "tax", finishing=finishing)


def test_notes_are_numbered_throughout_the_page() -> None:
    page = writer(Finishing(WORDS, HeadingIds().give))
    first = page.html(Prose("A[^x], b[^x].\n\n[^x]: C."))
    second = page.html(Prose("D[^x].\n\n[^x]: E."))

    assert first.count('href="#note-1"') == 2
    assert first.count('id="note-1-sign"') == 1
    assert '<ol class="rich-text notes" aria-label="Notes">\n<li id="note-1">C. <a href="#note-1-sign"' in first
    assert '<a href="#note-2" id="note-2-sign" role="doc-noteref" aria-label="Note 2">2</a>' in second
    assert 'start="2">\n<li id="note-2">' in second


def test_headings_have_the_id_of_their_words_or_their_own() -> None:
    ids = HeadingIds.beside(["how"])
    page = writer(Finishing(WORDS, ids.give))

    assert page.html(Prose("### Über *uns*")) == '<h3 id="über-uns">Über <em>uns</em></h3>'
    assert 'id="how-2"' in page.html(Prose("### How"))
    assert 'id="own"' in page.html(Prose("### How {#own}"))
    assert page.html(Prose("### …")) == "<h3>…</h3>"
    assert ids.given == ["über-uns", "how-2", "own"]


def test_sections_and_other_places_keep_their_ids() -> None:
    ids = HeadingIds()
    html = str(writer(Finishing(WORDS, ids.give)).html(Prose("### Why\n\n### Why\n\n### One")))
    (section,) = ids.apart_from((Section("why", "Why", html),), ["one"])

    assert section.html == '<h3 id="why-3">Why</h3>\n<h3 id="why-2">Why</h3>\n<h3 id="one-2">One</h3>'
    assert sorted(ids.given) == ["one-2", "why-2", "why-3"]


def test_a_table_is_named_by_its_head_and_an_empty_cell_is_no_heading() -> None:
    html = writer(Finishing(WORDS, HeadingIds().give)).html(Prose('| *A* & "b" | |\n| - | - |\n| 1 | 2 |'))

    assert 'role="region" tabindex="0" aria-label="Table: A &amp; “b”">' in html
    assert '<th scope="col"><em>A</em> &amp; “b”</th>\n<td></td>' in html


def test_on_paper_nothing_leads_to_another_place() -> None:
    html = writer(Finishing(WORDS)).html(Prose("### A\n\n| b |\n| - |\n\nC[^1].\n\n[^1]: D."))

    assert "id=" not in html
    assert "href=" not in html
    assert "tabindex" not in html


def test_terms_are_linked_in_cells_and_not_in_code() -> None:
    page = Writer({}, lambda target: target, TermFinder({"tax": "tax"}), finishing=Finishing(WORDS, HeadingIds().give))
    html = page.html(Prose("`tax`\n\n```\ntax\n```\n\n| tax |\n| - |"))

    assert html.count('class="term"') == 1
    assert '<th scope="col"><a class="term"' in html


def test_tables_with_the_same_head_have_different_names() -> None:
    page = writer(Finishing(WORDS, HeadingIds().give))
    html = "".join(page.html(Prose(f"| a | b{'c' * 130} |\n| - | - |")) for _ in range(2))

    assert f'"Table: a, b{"c" * 115}…"' in html
    assert f'"Table 2: a, b{"c" * 115}…"' in html
