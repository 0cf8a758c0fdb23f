"""Pages written by hand: a title, a lead, sections. Whole messages: `golden/diagnostics`."""

from __future__ import annotations

import pytest

from generator.content.connecting import connect
from generator.content.hand_pages import HandPage, HandSection, mention_problems, pages_in, parse_page, read_page_texts
from generator.diagnostics import codes
from generator.diagnostics.place import Span
from generator.kinds import BUILT_IN
from generator.model.addresses import ANCHOR
from generator.model.values import Prose
from tests.conftest import Playbook
from tests.content.minimal_entries import located

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


def test_pages_are_read_in_the_order_of_their_names_and_others_are_named(playbook: Playbook) -> None:
    text = "# T\n\nLead.\n"
    root = playbook({f"content/pages/{name}": text for name in ("b.md", "a.md", "c.txt", "D.MD")})
    content = root / "content"

    texts, unreadable = read_page_texts(content / "pages", content, "content/pages")
    pages, problems = pages_in(texts, BUILT_IN)
    problems = (*unreadable, *problems)

    assert [(p.slug, p.file) for p in pages] == [("a", "content/pages/a.md"), ("b", "content/pages/b.md")]
    assert [(one.span.file, one.hint) for one in problems] == [
        ("content/pages/D.MD", "rename it to `d.md`"),
        ("content/pages/c.txt", "rename it to `c.md`"),
    ]


def test_a_playbook_needs_no_pages(playbook: Playbook) -> None:
    content = playbook({}) / "content"

    assert read_page_texts(content / "pages", content, "content/pages") == ((), ())


def test_mentions_on_a_page_are_held_to_the_same_as_those_in_entries() -> None:
    graph, _ = connect(located({"terms/slow": "", "terms/fast": "aliases: [quick]"}), BUILT_IN)
    written = page("# About\n\nLead with [[slow]].\n\n## More\n\n[[slwo|Slowly]], [[quick]], [[zebra]].\n")

    found = [(p.code, p.span, p.hint) for p in mention_problems([written], graph)]

    file = "content/pages/about.md"
    assert found == [
        (codes.UNKNOWN_REFERENCE, Span(file, 7, 3, 4), "did you mean `slow`? (content/terms/slow.yml)"),
        (codes.UNKNOWN_REFERENCE, Span(file, 7, 20, 5), "it is now called `fast`"),
        (
            codes.UNKNOWN_REFERENCE,
            Span(file, 7, 31, 5),
            "write the id of an entry: the name of its file without `.yml`",
        ),
    ]
    assert [p.span.column for p in mention_problems([written], graph, {"slwo", "zebra"})] == [20]


def test_what_stands_in_code_is_no_heading_and_no_mention() -> None:
    graph, _ = connect(located({"terms/slow": ""}), BUILT_IN)
    written = page("# About\n\nLead.\n\n## How\n\n```\n# a comment\n## b\n[[ -f x ]]\n```\n")

    assert [section.heading for section in written.sections] == ["How"]
    assert list(mention_problems([written], graph)) == []
