"""Pages written by hand among the kinds and entries: their files, their addresses, what they mention."""

from __future__ import annotations

from generator.content.connecting import connect
from generator.content.hand_page_files import read_page_texts
from generator.content.hand_page_text import parse_page
from generator.content.hand_pages import mention_problems, pages_in
from generator.diagnostics import codes
from generator.diagnostics.place import Span
from generator.kinds import BUILT_IN
from tests.conftest import Playbook
from tests.content.minimal_entries import located


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
    file = "content/pages/about.md"
    graph, _ = connect(located({"terms/slow": "", "terms/fast": "aliases: [quick]"}), BUILT_IN)
    written, _ = parse_page(
        "# About\n\nLead with [[slow]].\n\n## More\n\n[[slwo|Slowly]], [[quick]], [[zebra]].\n", "about", file
    )

    found = [(p.code, p.span, p.hint) for p in mention_problems([written], graph)]

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


def test_what_stands_in_code_is_no_mention() -> None:
    graph, _ = connect(located({"terms/slow": ""}), BUILT_IN)
    written, _ = parse_page("# About\n\nLead.\n\n## How\n\n```\n[[ -f x ]]\n```\n", "about", "about.md")

    assert list(mention_problems([written], graph)) == []
