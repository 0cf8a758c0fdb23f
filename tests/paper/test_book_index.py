"""The index of the book: titles, shared keywords, and their order."""

from __future__ import annotations

from generator.paper.book_index import Headword, index
from tests.content.minimal_entries import located

FILES = {
    "terms/pace": "title: Pace\nkeywords: [speed, hurry, once]",
    "terms/hurry": "title: Hurry\nkeywords: [Speed, rush]",
    "terms/quoted": "title: '“Élan”'\nkeywords: [rush]",
    "terms/number": "title: 140 characters\nkeywords: [speed]",
}


def test_titles_and_shared_keywords_stand_under_their_letters() -> None:
    assert index(located(FILES)) == (
        ("#", (Headword("140 characters", ("number",)),)),
        ("E", (Headword("“Élan”", ("quoted",)),)),
        ("H", (Headword("Hurry", ("pace", "hurry")),)),  # a keyword that is a title leads to both
        ("P", (Headword("Pace", ("pace",)),)),
        ("R", (Headword("rush", ("hurry", "quoted")),)),
        ("S", (Headword("speed", ("pace", "hurry", "number")),)),
    )


def test_a_keyword_of_many_entries_is_left_out() -> None:
    many = {f"terms/t{n}": f"title: T{n}\nkeywords: [talk]" for n in range(9)}
    assert [letter for letter, _ in index(located(many))] == ["T"]
    assert "talk" not in [word.words for _, words in index(located(many)) for word in words]


def test_titles_that_are_equal_are_one_headword() -> None:
    twice = {"terms/one": "title: Trust", "practices/two": "title: trust"}
    assert index(located(twice)) == (("T", (Headword("Trust", ("one", "two")),)),)
