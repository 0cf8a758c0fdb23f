"""Forms as data: every field of every kind, in the order of a new file, with what it takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from generator.config.project import Project, read_config
from generator.editor.form import form_of, form_of_model, with_unknown
from generator.kinds import BUILT_IN
from generator.model import shapes
from tests.editor.forms import each_with, fields, parts_in
from tests.playbooks import EXAMPLE_PLAYBOOK, reading


@pytest.mark.parametrize("kind", [kind.name for kind in BUILT_IN])
def test_a_form_has_every_field_of_its_kind_and_only_plain_data(project: Project, kind: str) -> None:
    form = form_of(project.kinds.by_name[kind], project)

    assert json.loads(json.dumps(form)) == form
    model = shapes.fields(project.kinds.by_name[kind].model)
    assert {field["name"] for field in form["fields"]} == {field.name for field in model}
    assert {field["name"] for field in form["fields"] if field["required"]} == {f.name for f in model if f.required}
    for field in form["fields"]:
        assert field["label"]
    for shape in each_with("sort", form):
        assert shape["sort"] in {
            *("text", "line", "prose", "verbatim", "id", "ref", "whole", "number", "yes_no", "choice", "date"),
            *("address", "colour", "picture", "file", "list", "named", "part", "one_of", "written", "formula"),
        }
        assert ("item" in shape) == (shape["sort"] in ("list", "named"))
        assert ("choices" in shape) == (shape["sort"] == "choice")
        assert ("parts" in shape) == (shape["sort"] in ("part", "one_of"))


def test_required_fields_come_first_and_the_rest_as_in_a_new_file(project: Project) -> None:
    names = [field["name"] for field in form_of(project.kinds.by_name["tell"], project)["fields"]]

    assert names[:8] == ["title", "summary", "seen_in", "sign", "means", "ask", "check", "helps"]
    assert names[8:11] == ["set", "number", "moments"]


def test_declared_fields_are_called_and_shaped_as_they_are_declared(project: Project) -> None:
    found = fields(project, "ritual")

    assert {name: found[name]["label"] for name in ("when", "begun", "rows")} == {
        "when": "When it is done",
        "begun": "Since",
        "rows": "Rows",
    }
    assert found["when"]["shape"] == {
        "sort": "choice",
        "choices": [{"value": "day", "label": "Every day"}, {"value": "week", "label": "Once a week"}],
    }
    sorts = {name: found[name]["shape"]["sort"] for name in ("begun", "colour", "plan", "sheet", "home")}
    assert sorts == {"begun": "date", "colour": "colour", "plan": "picture", "sheet": "file", "home": "address"}
    assert found["costs"]["shape"] == {"sort": "number", "least": 1, "most": 9}
    link = found["led_by"]["shape"]
    assert (link["sort"], link["least"], link["item"]["kinds"], link["item"]["bare"]) == ("list", 1, ["ritual"], "to")
    (row,) = found["rows"]["shape"]["item"]["parts"]
    assert row["fields"][0]["label"] == "Which day"
    assert row["fields"][0]["shape"]["choices"] == [{"value": "mo", "label": "Monday"}]


def test_an_extended_kind_has_its_own_fields_and_the_added_ones(project: Project) -> None:
    found = fields(project, "story")

    assert found["shown"]["label"] == "Whether it is shown"
    assert found["shown"]["shape"] == {"sort": "yes_no"}
    assert found["situation"]["shape"] == {"sort": "prose", "markup": True}


def test_links_are_lists_by_relation_with_the_kinds_they_may_lead_to(project: Project) -> None:
    (links,) = fields(project, "moment")["links"]["shape"]["parts"]

    use = next(field for field in links["fields"] if field["name"] == "use")
    assert use["label"] == "Put it to work"
    item = use["shape"]["item"]
    assert (item["sort"], item["bare"], "worksheet" in item["kinds"]) == ("part", "to", True)
    assert [(field["name"], field["shape"]["sort"]) for field in item["parts"][0]["fields"]] == [
        ("to", "ref"),
        ("why", "line"),
    ]


def test_names_of_the_configuration_and_of_rules_can_be_chosen(project: Project) -> None:
    found = fields(project, "tell")

    assert found["owner"]["shape"] == {"sort": "choice", "choices": [{"value": "ann", "label": "Ann’s team"}]}
    assert found["status"]["shape"]["choices"] == [{"value": "tried", "label": "Tried out"}]
    assert {"value": "hard-to-read", "label": "Hard to read"} in found["ignore"]["shape"]["keys"]
    sites = [{"value": "inside", "label": "Ours"}, {"value": "outside", "label": "P"}]
    assert found["only_in"]["shape"] == {"sort": "list", "item": {"sort": "choice", "choices": sites}}
    assert (found["owner"]["advanced"], found["status"]["advanced"]) == (False, True)


def test_a_form_asks_for_no_name_that_the_configuration_lacks(project: Project) -> None:
    site = project.site.model_copy(update={"owners": {}, "statuses": {}, "sites": {}})
    names = {field["name"] for field in form_of(project.kinds.by_name["tell"], replace(project, site=site))["fields"]}

    model = {field.name for field in shapes.fields(project.kinds.by_name["tell"].model)}
    assert model - names == {"owner", "status", "only_in", "hidden_from"}


def test_parts_of_several_types_are_told_apart_by_a_field_that_is_none_of_theirs(project: Project) -> None:
    blocks = fields(project, "worksheet")["blocks"]["shape"]["item"]

    assert blocks["tag_field"] == "type"
    table = next(part for part in blocks["parts"] if part["tag"] == "table")
    assert table["label"] == "Table"
    assert table["help"].startswith("A table: rows that are given")
    assert "type" not in {field["name"] for field in table["fields"]}


@pytest.mark.parametrize(
    ("kind", "path", "routes"),
    [
        ("assessment", "items dimension", ["dimensions.*.id"]),
        ("assessment", "dimensions of", ["dimensions.*.id"]),
        ("assessment", "knock_outs item", ["items.*.id"]),
        ("assessment", "knock_outs band", ["total.bands.*.id"]),
        ("assessment", "fields across", ["dimensions.*.id"]),
        ("assessment", "worked answers", ["items.*.id"]),
        ("assessment", "changes renamed", ["items.*.id"]),
        ("calculator", "examples values", ["inputs.*.name"]),
        ("calculator", "examples gives", ["outputs.*.name"]),
        ("dialogue", "lines by", ["speakers.*.id"]),
        ("worksheet", "blocks:table rows cells", ["columns.+.id"]),
        ("worksheet", "specimen blocks", ["blocks.*.id"]),
    ],
)
def test_what_names_a_part_of_the_same_entry_is_chosen(
    project: Project, kind: str, path: str, routes: list[str]
) -> None:
    shape = shape_at(fields(project, kind), path)

    assert shape.get("keys_among", shape.get("among")) == routes


def shape_at(found: dict[str, Any], path: str) -> dict[str, Any]:
    """The shape of a field, `blocks:table rows cells`; that of the items of a list."""
    shape: dict[str, Any] = {}
    for step in path.split():
        name, _, tag = step.partition(":")
        shape = found[name]["shape"]
        while shape["sort"] in ("list", "named") and "item" in shape and "keys_among" not in shape:
            shape = shape["item"]
        parts = [part for part in shape.get("parts", ()) if part["tag"] == tag]
        found = {field["name"]: field for part in parts for field in part["fields"]}
    return shape


def test_no_field_with_the_short_name_of_a_part_is_left_to_be_typed() -> None:
    """Texts that are names of other parts of their entry in every entry of the example are chosen."""
    example, _ = read_config(EXAMPLE_PLAYBOOK)
    assert example
    named: dict[tuple[str, ...], list[bool]] = {}
    for entry in reading(EXAMPLE_PLAYBOOK).graph.entries.values():
        data = entry.document.data
        data = data[str(entry.prefix[0])] if entry.prefix and isinstance(data, dict) else data
        texts = list(texts_in(form_of(entry.kind, example)["fields"], data, (entry.kind.name,)))
        names = {text for _, shape, text in texts if "made_from" in shape}
        for path, shape, text in texts:
            if "made_from" not in shape and "among" not in shape and path[-1] not in ("name", "symbol"):
                named.setdefault(path, []).append(text in names)

    assert len(named) > 100
    assert [path for path, found in named.items() if all(found)] == []


def texts_in(form: Any, data: Any, path: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], Any, str]]:
    """Every text in a value, with its path and its shape. `form` is a shape, or the fields of a part."""
    if isinstance(form, list):
        for field in form:
            if isinstance(data, dict) and field["name"] in data:
                yield from texts_in(field["shape"], data[field["name"]], (*path, field["name"]))
    elif isinstance(data, str):
        yield path, form, data
    elif "item" in form:
        names = [*data] if isinstance(data, dict) else []
        yield from (((*path, "key"), {"among": form["keys_among"]}, name) for name in names if "keys_among" in form)
        for item in data.values() if isinstance(data, dict) else data:
            yield from texts_in(form["item"], item, path)
    else:
        tag = form.get("tag_field")
        for part in form.get("parts", ()):
            if not tag or data.get(tag) == part["tag"]:
                yield from texts_in(part["fields"], data, path)


def test_scales_and_kinds_are_chosen_from_those_that_there_are(project: Project) -> None:
    choices = [{"value": "yes-no", "label": "Yes no"}]
    found = fields(project, "assessment")

    assert found["scale"]["shape"] == {"sort": "choice", "choices": choices}
    assert next(f for f in found["items"]["shape"]["item"]["parts"][0]["fields"] if f["name"] == "scale")["shape"] == {
        "sort": "choice",
        "choices": choices,
    }
    (nav,) = form_of_model(type(project.site), project, ("nav",))["fields"]
    kinds = next(f for f in nav["shape"]["item"]["parts"][0]["fields"] if f["name"] == "kinds")
    assert {"value": "rituals", "label": "Rituals"} in kinds["shape"]["item"]["choices"]


def test_short_names_are_made_from_what_a_part_is_called(project: Project) -> None:
    made = {
        (kind.name, field["name"], field["shape"]["made_from"], field["shape"]["sign"])
        for kind in BUILT_IN
        for part in parts_in(form_of(project.kinds.by_name[kind.name], project))
        for field in part["fields"]
        if "made_from" in field["shape"]
    }

    assert {
        ("assessment", "id", "text", "-"),
        ("assessment", "id", "title", "-"),
        ("checklist", "id", "text", "-"),
        ("worksheet", "id", "head", "-"),
        ("calculator", "name", "label", "_"),
        ("dialogue", "id", "name", "-"),
    } <= made
    for kind in BUILT_IN:
        for part in parts_in(form_of(project.kinds.by_name[kind.name], project)):
            for field in part["fields"]:
                is_id = field["name"] == "id" and field["required"]
                assert not is_id or "made_from" in field["shape"], f"nobody should have to invent {kind.name}: {field}"


def test_formulas_are_known_as_such(project: Project) -> None:
    (output,) = fields(project, "calculator")["outputs"]["shape"]["item"]["parts"]
    (total,) = fields(project, "assessment")["total"]["shape"]["parts"]

    for part in (output, total):
        assert next(f for f in part["fields"] if f["name"] == "formula")["shape"]["sort"] == "formula"


def test_fields_that_nobody_knows_are_listed_and_stay_as_they_are(project: Project) -> None:
    form = form_of(project.kinds.by_name["term"], project)

    more = with_unknown(form, {"title": "x", "colr": "red"})["fields"][len(form["fields"]) :]

    assert [(field["name"], field["label"], field["shape"]["sort"]) for field in more] == [("colr", "Colr", "raw")]
    assert more[0]["shape"]["raw_only"] == "This can be changed in the file alone."


def test_some_fields_of_another_model_make_a_form(project: Project) -> None:
    form = form_of_model(type(project.site), project, ("name", "home", "synonyms"))

    assert [(field["name"], field["shape"]["sort"]) for field in form["fields"]] == [
        ("name", "text"),
        ("home", "part"),
        ("synonyms", "list"),
    ]
