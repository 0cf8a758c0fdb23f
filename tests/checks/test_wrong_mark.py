import pytest

from generator.checks import wrong_mark
from generator.checks._running_text import Passage
from generator.checks.wrong_mark import check
from generator.content.hand_page_text import parse_page
from tests.checks.small_playbook import SITE, clean_files, graph_of, report_of


@pytest.mark.parametrize(
    ("why", "said"),
    [
        ("Ours.]{own} Theirs.", "no `[` opens the part that ends here"),
        ("[Ours. {own} Theirs.", "no `]` stands directly before this mark"),
        ("[Ours [too]{own}.]{own} Theirs.", "a marked part holds another one"),
        ("[ ]{own} Theirs.", "a mark holds no words"),
    ],
)
def test_a_mark_that_cannot_be_read_is_marked(why: str, said: str) -> None:
    changes = {"content/practices/slow-down.yml": f'why: "{why}"\n'}
    assert f"error[wrong-mark]: {said}\n" in report_of(wrong_mark.RULE, changes)


def test_the_place_is_that_of_the_mark() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
why: >-
  People talk. [They like
  it.]{onw} It is plain.
do: |-
  So:

  - [one
  - two]{own}
title: "[Slow]{own} down"
""",
    }
    assert (
        report_of(wrong_mark.RULE, changes)
        == """\
content/practices/slow-down.yml:3:6: error[wrong-mark]: `{onw}` does not say whose a part of a text is
   3 |   it.]{onw} It is plain.
     |      ^^^^^^
   hint: did you mean `own`?

content/practices/slow-down.yml:7:5: error[wrong-mark]: a marked part does not lie within one paragraph or item
   7 |   - [one
     |     ^^^^
   hint: mark each paragraph or item for itself, inside of its `- `

content/practices/slow-down.yml:9:14: error[wrong-mark]: `title` is plain text, in which no part is marked
   9 | title: "[Slow]{own} down"
     |              ^^^^^^
   hint: remove the brackets and the mark; list `title` under `own:` if all of it is ours
"""
    )


def test_a_page_written_by_hand_marks_no_parts() -> None:
    page, _ = parse_page("# About\n\nWhat it is for.\n\n## So\n\n[Ours.]{own}\n", "about", "content/pages/about.md")
    assert page is not None
    texts = [Passage(page, route, text) for route, text in page.texts()]

    (found,) = check(texts, graph_of(clean_files()), SITE)

    assert (found.span.line, found.span.column) == (7, 7)
    assert found.message == "a page written by hand marks no parts"


def test_a_mark_in_code_is_none() -> None:
    changes = {"content/practices/slow-down.yml": "why: Write `[so]{ours}`, and it is marked.\n"}
    assert report_of(wrong_mark.RULE, changes) == ""


def test_the_small_playbook_has_none() -> None:
    assert report_of(wrong_mark.RULE) == ""
