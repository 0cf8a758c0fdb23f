"""From the text of a page to the page: a title, a lead, sections. Whole messages: `golden/diagnostics`."""

from __future__ import annotations

import pytest

from generator.content.hand_page import HandPage, HandSection
from generator.content.hand_page_text import parse_page
from generator.model.addresses import ANCHOR
from generator.model.values import Prose

PAGE = """
# About us

Who we are,
and why.

## What we do

We *help*.

- A
- B

### Below

Kept.

## What else?
Nothing.
"""


def page(text: str) -> HandPage:
    found, problems = parse_page(text, "about", "content/pages/about.md")
    assert problems == ()
    assert found is not None
    return found


def test_a_page_has_a_title_a_lead_and_sections() -> None:
    about = page(PAGE)

    assert (about.slug, about.file, about.text) == ("about", "content/pages/about.md", PAGE)
    assert (about.title, about.lead) == ("About us", "Who we are, and why.")
    assert about.sections == (
        HandSection("what-we-do", "What we do", Prose("We *help*.\n\n- A\n- B\n\n### Below\n\nKept."), 7),
        HandSection("what-else", "What else?", Prose("Nothing."), 18),
    )


HEADINGS = {
    "营业时间": "营业时间",
    "Адрес": "адрес",
    "Über uns": "über-uns",
    "U\u0308ber uns": "über-uns",
    "हिन्दी भाषा": "हिन्दी-भाषा",
    "What\u2019s new, & what is old?": "what-s-new-what-is-old",
    "Über uns {#about-us}": "about-us",
    "??? {#questions}": "questions",
    "a" * 70: "a" * 64,
}


@pytest.mark.parametrize(("heading", "anchor"), HEADINGS.items())
def test_a_heading_of_any_script_has_an_address_of_its_own(heading: str, anchor: str) -> None:
    (section,) = page(f"# About\n\nLead.\n\n## {heading}\n\nText.\n").sections
    assert section.anchor == anchor
    assert section.heading == heading.partition(" {")[0]
    assert ANCHOR.fullmatch(f"#{section.anchor}")


@pytest.mark.parametrize(
    ("heading", "message"),
    [
        ("!!!", "the heading has no letter and no digit of which its address could be made"),
        ("\u00b2", "the heading has no letter and no digit of which its address could be made"),
        ("More {#a b}", "`a b` is not a valid id"),
        ("Other {#more}", "two sections have the address `#more`"),
        ("MORE", "two sections have the address `#more`"),
    ],
)
def test_a_heading_without_an_address_is_reported(heading: str, message: str) -> None:
    """Nothing is made up, because an address is permanent."""
    text = f"# About\n\nLead.\n\n## More\n\nText.\n\n## {heading}\n\nText.\n"
    _, (problem,) = parse_page(text, "about", "about.md")
    assert (problem.span.line, problem.message) == (9, message)


def test_a_page_needs_no_sections() -> None:
    assert page("# About\n\nLead.\n").sections == ()


def test_a_hash_without_a_space_is_no_heading() -> None:
    assert page("# About\n\nLead.\n\n## One\n\n#1 of ten\n\n##two\n").sections[0].text == "#1 of ten\n\n##two"


def test_what_stands_in_code_is_no_heading() -> None:
    written = page("# About\n\nLead.\n\n## How\n\n```\n# a comment\n## b\n```\n")

    assert [section.heading for section in written.sections] == ["How"]
