"""Several ids where one belongs, and references of an entry to itself."""

from __future__ import annotations

import pytest

from tests.content.minimal_entries import problems_of

FILES = {"practices/slow": "", "practices/fast": "", "terms/slip": ""}


@pytest.mark.parametrize("between", [", ", ",", " ", " and ", "; ", "/", " + "])
def test_ids_are_told_apart_by_what_stands_between_them(between: str) -> None:
    files = FILES | {"terms/lag": f"links:\n  next:\n    - to: slow{between}fast\n      why: Read both."}

    hint = "write an item of its own for each, with a `why:` of its own: `- to: slow` and `- to: fast`"
    assert [said[1:] for said in problems_of(files)] == [("these are 2 ids, and one belongs here", hint)]


def test_one_that_no_entry_has_is_an_id_between_commas_only() -> None:
    assert _hint("slow, fats").endswith("`- to: slow` and `- to: fats`")
    assert _hint("slow is good") == "write only its id: `slow`"


def test_an_id_of_another_kind_is_told_with_its_relations() -> None:
    files = FILES | {"objections/lag": "links:\n  against:\n    - to: slow, slip\n      why: Read both."}

    ((_, _, hint),) = problems_of(files)
    assert hint is not None
    assert hint.endswith("; `slip` is a term, so it belongs under `next` or `contrasts`")


def test_in_a_list_of_ids_each_is_an_item() -> None:
    files = FILES | {"terms/lag": "links:\n  next: [slow fast]"}

    hint = "write an item of its own for each: `- slow` and `- fast`; in one line, `[slow, fast]`"
    assert [said[2] for said in problems_of(files)] == [hint]


def test_an_entry_that_links_to_itself_is_shown_others() -> None:
    files = {"terms/lag": "links:\n  next:\n    - to: lag\n      why: W.\n    - to: log\n      why: W."}
    files |= {"terms/log": "", "terms/leg": ""}

    hint = "write the id of another entry, such as `leg`, or delete this line and its `why:`"
    assert [said[2] for said in problems_of(files)] == [hint]


def _hint(target: str) -> str | None:
    files = FILES | {"terms/lag": f"links:\n  next:\n    - to: {target}\n      why: Read both."}
    ((_, _, hint),) = problems_of(files)
    return hint
