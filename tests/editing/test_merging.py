"""Two changes of one value: what does not touch the same field comes together, the rest is a conflict."""

from __future__ import annotations

from typing import Any

import pytest

from generator.editing.merging import Conflict, merged

BASE: dict[str, Any] = {
    "title": "Slow",
    "steps": ["a", "b"],
    "links": {"next": [{"to": "x"}]},
    "items": [{"id": "one", "text": "1", "why": "w"}, {"id": "two", "text": "2"}],
}


def changed(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in {**BASE, **fields}.items() if value is not None}


@pytest.mark.parametrize(
    ("theirs", "mine", "both"),
    [
        (changed(title="Theirs"), changed(steps=["a"]), changed(title="Theirs", steps=["a"])),
        (changed(title="Same"), changed(title="Same"), changed(title="Same")),
        (changed(title=None), changed(steps=[]), changed(title=None, steps=[])),
        (changed(title=None), changed(title=None), changed(title=None)),
        (changed(note="new"), changed(why="other"), changed(why="other", note="new")),
        (BASE, changed(title="Mine"), changed(title="Mine")),
        (changed(title="Theirs"), BASE, changed(title="Theirs")),
        (
            changed(links={"next": [{"to": "x"}], "use": [{"to": "y"}]}),
            changed(links={"next": []}),
            changed(links={"next": [], "use": [{"to": "y"}]}),
        ),
        (
            changed(items=[{"id": "one", "text": "1!", "why": "w"}, {"id": "two", "text": "2"}]),
            changed(items=[{"id": "one", "text": "1"}, {"id": "two", "text": "2!"}]),
            changed(items=[{"id": "one", "text": "1!"}, {"id": "two", "text": "2!"}]),
        ),
    ],
)
def test_changes_of_different_fields_come_together(theirs: Any, mine: Any, both: Any) -> None:
    assert merged(BASE, theirs, mine) == merged(BASE, theirs, mine)
    found = merged(BASE, theirs, mine)
    assert (found.value, found.conflicts) == (both, ())


@pytest.mark.parametrize(
    ("theirs", "mine", "route"),
    [
        (changed(title="Theirs"), changed(title="Mine"), ("title",)),
        (changed(title=None), changed(title="Mine"), ("title",)),
        (changed(title="Theirs"), changed(title=None), ("title",)),
        (changed(note="theirs"), changed(note="mine"), ("note",)),
        (changed(steps=["a", "b", "c"]), changed(steps=["b", "a"]), ("steps",)),
        (changed(links={"next": []}), changed(links={"next": [{"to": "y"}]}), ("links", "next")),
        (changed(items=[]), changed(items=[{"id": "one", "text": "1!"}]), ("items",)),
        (
            changed(items=[{"id": "one", "text": "theirs", "why": "w"}, {"id": "two", "text": "2"}]),
            changed(items=[{"id": "one", "text": "mine", "why": "w"}, {"id": "two", "text": "2"}]),
            ("items", 0, "text"),
        ),
    ],
)
def test_changes_of_one_field_are_a_conflict_in_which_mine_stays(theirs: Any, mine: Any, route: Any) -> None:
    def at(value: Any) -> Any:
        for part in route:
            value = value.get(part) if isinstance(value, dict) else value[part]
        return value

    found = merged(BASE, theirs, mine)

    assert found.conflicts == (Conflict(route, at(BASE), at(theirs), at(mine)),)
    assert found.value == mine
