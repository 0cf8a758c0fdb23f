"""The marks of an unfinished merge are reported in every file that people write."""

from __future__ import annotations

import pytest

from generator.content.hand_page_files import PageText
from generator.content.hand_pages import pages_in
from generator.kinds import BUILT_IN
from generator.permalinks.ledger import parse_ledger
from generator.reading.document import parse
from tests.hostile.cases import TIDY

HINT = (
    "choose between the two versions, which `=======` separates, and delete the three lines that start with "
    "`<<<<<<<`, `=======` and `>>>>>>>`"
)
OLDER = (
    "choose between the two versions, which `=======` separates, and delete the lines that start with "
    "`<<<<<<<`, `=======` and `>>>>>>>`, and those from `|||||||` to `=======`"
)
PAGE = """\
# About

What this is.

## Hours

<<<<<<< HEAD
We open at two.
=======
We open at three.
>>>>>>> other
"""


def told(old: str, new: str) -> list[tuple[str, int, int, str, str | None]]:
    assert old in TIDY
    document, problems = parse(TIDY.replace(old, new, 1), "f.yml")
    assert (document is None) == bool(problems)
    return [(p.code.name, p.span.line, p.span.column, p.message, p.hint) for p in problems]


def message(mark: str) -> str:
    return f"`{mark * 7}` is a conflict marker of an unfinished merge"


def test_each_mark_of_a_merge_is_told() -> None:
    both = "<<<<<<< HEAD\norigin: own\n=======\norigin: source\n>>>>>>> other branch"
    assert told("origin: own", both) == [
        ("conflict-marker", line, 1, message(mark), HINT) for line, mark in ((3, "<"), (5, "="), (7, ">"))
    ]


def test_git_may_show_the_version_before_as_well() -> None:
    three = "<<<<<<< HEAD\norigin: own\n||||||| 1a2b3c\norigin: no\n=======\norigin: source\n>>>>>>> other branch"
    assert told("origin: own", three) == [
        ("conflict-marker", line, 1, message(mark), OLDER) for line, mark in ((3, "<"), (5, "|"), (7, "="), (9, ">"))
    ]


@pytest.mark.parametrize("text", ["  <<<<<<< x", "  =======", "  ========", "# =======", "# <<<<<<<"])
def test_what_is_indented_or_a_comment_is_no_mark_of_a_merge(text: str) -> None:
    assert told("  And more.", text) == []


def test_a_page_written_by_hand_is_not_published_with_marks() -> None:
    pages, problems = pages_in((PageText("about", "about.md", PAGE),), BUILT_IN)
    assert pages == ()
    assert [(p.code.name, p.span.line, p.message, p.hint) for p in problems] == [
        ("conflict-marker", line, message(mark), HINT) for line, mark in ((7, "<"), (9, "="), (11, ">"))
    ]


def test_of_addresses_both_versions_stay() -> None:
    ledger, problems = parse_ledger("<<<<<<< HEAD\nabout/\n=======\nterms/ #a\n>>>>>>> other\n")
    assert ledger.places.keys() == {"about/", "terms/", "terms/#a"}
    keep = HINT.replace("choose between the two versions, which `=======` separates, and", "keep all other lines, and")
    assert [(p.code.name, p.span.line, p.hint) for p in problems] == [
        ("conflict-marker", line, keep) for line in (1, 3, 5)
    ]
