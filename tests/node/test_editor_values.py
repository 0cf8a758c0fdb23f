"""What the editor's form does with values: changing them in place of a route, blank ones, names and ids."""

from __future__ import annotations

import pytest

from tests.node.editor import run
from tests.node.process import Node

ENTRY = {"title": "A", "links": {"next": [{"to": "b", "why": "Because."}, "c"]}}


@pytest.mark.parametrize(
    ("route", "value", "expected"),
    [
        (["title"], "B", {**ENTRY, "title": "B"}),
        (["links", "next", 1], "d", {"title": "A", "links": {"next": [{"to": "b", "why": "Because."}, "d"]}}),
        (["links", "next", 0], None, {"title": "A", "links": {"next": ["c"]}}),
        (["links", "use", 0, "to"], "e", {"title": "A", "links": {**ENTRY["links"], "use": [{"to": "e"}]}}),  # type: ignore[dict-item]
        (["title"], None, {"links": ENTRY["links"]}),
    ],
)
def test_a_value_is_changed_at_its_route_and_nowhere_else(
    node: Node, route: list[str | int], value: object, expected: object
) -> None:
    call = "[m.withValue(a[0], a[1], a[2] ?? undefined), a[0]]"
    assert run(node, "tree", call, [ENTRY, route, value]) == [expected, ENTRY]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ({"a": "1", "b": ["x", {"c": "y"}]}, {"b": ["x", {"c": "y"}], "a": "1"}, True),
        ({"b": ["x", "y"]}, {"b": ["y", "x"]}, False),
        ({"a": "1"}, {"b": "1"}, False),
        ({"a": {}}, {"a": []}, False),
        ({"constructor": "1"}, {}, False),
    ],
)
def test_equal_values_are_the_same_whatever_the_order_of_their_names(
    node: Node, one: object, other: object, expected: bool
) -> None:
    assert run(node, "tree", "[m.same(a[0], a[1]), m.same(a[1], a[0])]", [one, other]) == [expected, expected]


def test_items_are_moved_to_the_place_that_they_have_afterwards(node: Node) -> None:
    moves = [[0, 2], [2, 0], [1, 1], [0, 1]]
    found = run(node, "tree", "a.map(([from, to]) => m.withMoved(['x', 'y', 'z'], from, to).join(''))", moves)
    assert found == ["yzx", "zxy", "xyz", "yxz"]


def test_what_is_typed_during_a_save_stays_beside_what_the_file_has_by_then(node: Node) -> None:
    sent = {"title": "A", "summary": "S", "note": "N"}
    mine = {"title": "A!", "summary": "S"}
    file = {"title": "A", "summary": "Theirs", "note": "N", "draft": "true"}
    expected = {"title": "A!", "summary": "Theirs", "draft": "true"}
    assert run(node, "tree", "m.rebased(...a)", [sent, mine, file]) == expected


LINK = {
    "sort": "part",
    "bare": "to",
    "parts": [{"fields": [{"name": "to", "required": True}, {"name": "why", "required": False}]}],
}
STEP = {
    "sort": "one_of",
    "tag_field": "type",
    "parts": [
        {"tag": "text", "fields": [{"name": "text", "required": True, "shape": {"sort": "prose"}}]},
        {
            "tag": "list",
            "fields": [
                {"name": "items", "required": True, "shape": {"sort": "list", "item": {"sort": "text"}}},
                {"name": "look", "required": True, "shape": {"sort": "choice", "choices": [{"value": "x"}]}},
                {"name": "more", "required": False, "shape": {"sort": "text"}},
            ],
        },
    ],
}


@pytest.mark.parametrize(
    ("shape", "tag", "expected"),
    [
        ({"sort": "text"}, None, ""),
        ({"sort": "list", "item": {"sort": "text"}}, None, [""]),
        ({"sort": "list", "item": {"sort": "list", "item": {"sort": "text"}}}, None, []),
        ({"sort": "named", "item": {"sort": "text"}}, None, {}),
        (LINK, None, ""),
        (STEP, "text", {"type": "text", "text": ""}),
        (STEP, "list", {"type": "list", "items": [""]}),
    ],
)
def test_a_new_item_has_the_texts_that_must_be_there(
    node: Node, shape: object, tag: str | None, expected: object
) -> None:
    assert run(node, "values", "m.blank(a[0], a[1] ?? undefined)", [shape, tag]) == expected


@pytest.mark.parametrize(
    ("fields", "before", "expected"),
    [
        ({"to": "b"}, "a", "b"),
        ({"to": "b", "why": "W"}, "a", {"to": "b", "why": "W"}),
        ({"to": "b"}, {"to": "a"}, {"to": "b"}),
        ({}, "a", ""),
        ({"why": "W"}, "a", {"why": "W"}),
    ],
)
def test_a_part_that_was_one_text_stays_one_as_long_as_it_can(
    node: Node, fields: object, before: object, expected: object
) -> None:
    assert run(node, "values", "m.asWritten(a[0], a[1], 'to')", [fields, before]) == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Slow down!", "slow-down"),
        ("Über den Zaun: größer", "ueber-den-zaun-groesser"),
        ("  L’été — déjà vu ", "lete-deja-vu"),
        ("???", ""),
        ("a" * 80, "a" * 64),
        ("word " * 30, "-".join(["word"] * 13)),
    ],
)
def test_an_id_is_made_from_a_title(node: Node, title: str, expected: str) -> None:
    assert run(node, "values", "m.idFrom(a)", title) == expected


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        ({"id": "one", "text": "Look *twice*"}, "Look twice"),
        ({"to": "slow-down", "why": "Because."}, "Slow down"),
        ("[[slow-down|Take]] your time", "Take your time"),
        ("As in [[slow-down]] and [[elsewhere]]", "As in Slow down and elsewhere"),
        ("![The way out](files/way.png) and [a form](files/form.pdf)", "The way out and a form"),
        ("Ours [and mine]{own} [x]", "Ours and mine [x]"),
        ({"type": "", "deep": ["x"]}, ""),
        (["quick", "fast", {"odd": "x"}], "quick, fast"),
        ({"label": "x" * 100}, "x" * 79 + "…"),
    ],
)
def test_an_item_is_called_by_what_it_says(node: Node, data: object, expected: str) -> None:
    titles = '(id) => ({ "slow-down": "Slow down" })[id]'
    assert run(node, "values", f"m.called(a, {titles})", data) == expected


def test_a_picture_is_written_with_its_words(node: Node) -> None:
    call = 'a.map((text) => m.attachedIn(text)).concat(m.attached("picture", " A [b]\\n", "files/x.png"))'
    found = run(
        node, "values", call, ["![Way](files/way.png)", "[Form](files/form.pdf)", "![x](http://x.example/y.png)"]
    )
    assert found == [
        {"words": "Way", "path": "files/way.png"},
        {"words": "Form", "path": "files/form.pdf"},
        None,
        "![A  b](files/x.png)",
    ]


def test_the_entries_that_a_value_names_are_found_at_any_depth(node: Node) -> None:
    to = {"name": "to", "shape": {"sort": "ref"}}
    link = {"sort": "part", "bare": "to", "parts": [{"fields": [to]}]}
    shape = {
        "sort": "part",
        "parts": [
            {
                "fields": [
                    {"name": "links", "shape": {"sort": "named", "item": {"sort": "list", "item": link}}},
                    {"name": "text", "shape": {"sort": "text"}},
                ]
            }
        ],
    }
    value = {"links": {"next": ["a", {"to": "b"}], "use": [{"to": "a"}, {"to": ""}]}, "text": "c", "odd": "d"}
    assert run(node, "refs", "m.refsIn(...a)", [shape, value]) == ["a", "b"]


def test_a_route_is_called_by_its_labels(node: Node) -> None:
    to = {"name": "to", "label": "To", "shape": {"sort": "ref"}}
    link = {"sort": "part", "parts": [{"fields": [to]}]}
    following = {"name": "next", "label": "Go on with", "shape": {"sort": "list", "item": link}}
    links = {"name": "links", "label": "Links", "shape": {"sort": "part", "parts": [{"fields": [following]}]}}
    call = "m.labelOf(a[0], a[1], (n) => `no. ${n}`)"
    found = run(node, "labels", call, [{"fields": [links]}, ["links", "next", 1, "to", "odd"]])
    assert found == "Links / Go on with / no. 2 / To / odd"


@pytest.mark.parametrize(
    ("entry_id", "route"), [("b", ["links", "next", 0, "to"]), ("c", ["links", "next", 1]), ("own", None)]
)
def test_a_link_is_found_by_the_entry_that_it_names(node: Node, entry_id: str, route: list[str | int] | None) -> None:
    assert run(node, "tree", "m.routeToLink(a[0], a[1]) ?? null", [{"id": "own", **ENTRY}, entry_id]) == route
