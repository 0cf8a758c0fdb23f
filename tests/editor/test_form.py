"""Forms as data: every field of every kind, in the order of a new file, with what it takes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.config.project import Project, read_config
from generator.editor.form import form_of, form_of_model, with_unknown
from generator.kinds import BUILT_IN
from generator.model import shapes

CONFIG = """\
name: P
tagline: T.
url: https://example.org/
home: {lead: L.}
nav: [{title: All, kinds: [rituals]}]
owners: {ann: {name: Ann’s team}}
statuses: {tried: {label: Tried out}}
kinds:
  ritual:
    plural: rituals
    label: Ritual
    label_plural: Rituals
    about: What is done again and again.
    fields:
      when: {type: choice, label: When it is done, required: true, choices: {day: Every day, week: Once a week}}
      begun: {type: date, label: Since}
      colour: {type: colour, label: Its colour}
      plan: {type: picture, label: The plan}
      sheet: {type: file, label: The sheet}
      home: {type: address, label: Its page}
      costs: {type: number, label: What it costs, at_least: 1, at_most: 9}
      led_by: {type: link, label: Who leads, to: [rituals], inverse: Leads, many: true, required: true}
      rows: {type: table, label: Rows, columns: {day: {type: choice, label: Which day, choices: {mo: Monday}}}}
  story:
    fields:
      shown: {type: yes-no, label: Whether it is shown}
"""


@pytest.fixture
def project(tmp_path: Path) -> Project:
    (tmp_path / "content").mkdir()
    (tmp_path / "site_config.yml").write_text(CONFIG, encoding="utf-8")
    found, problems = read_config(tmp_path / "site_config.yml")
    assert found, problems
    return found


def fields(project: Project, kind: str) -> dict[str, Any]:
    return {field["name"]: field for field in form_of(project.kinds.by_name[kind], project)["fields"]}


def each_shape(form: Any) -> Iterator[dict[str, Any]]:
    """Every shape in a form, however deep."""
    if isinstance(form, dict):
        if "sort" in form:
            yield form
        for value in form.values():
            yield from each_shape(value)
    elif isinstance(form, list):
        for value in form:
            yield from each_shape(value)


@pytest.mark.parametrize("kind", [kind.name for kind in BUILT_IN])
def test_a_form_has_every_field_of_its_kind_and_only_plain_data(project: Project, kind: str) -> None:
    form = form_of(project.kinds.by_name[kind], project)

    assert json.loads(json.dumps(form)) == form
    model = shapes.fields(project.kinds.by_name[kind].model)
    assert {field["name"] for field in form["fields"]} == {field.name for field in model}
    assert {field["name"] for field in form["fields"] if field["required"]} == {f.name for f in model if f.required}
    for field in form["fields"]:
        assert field["label"]
    for shape in each_shape(form):
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
    assert found["only_in"]["shape"] == {"sort": "list", "item": {"sort": "text"}}  # it has no sites to choose from
    assert (found["owner"]["advanced"], found["status"]["advanced"]) == (False, True)


def test_parts_of_several_types_are_told_apart_by_a_field_that_is_none_of_theirs(project: Project) -> None:
    blocks = fields(project, "worksheet")["blocks"]["shape"]["item"]

    assert blocks["tag_field"] == "type"
    table = next(part for part in blocks["parts"] if part["tag"] == "table")
    assert table["label"] == "Table"
    assert table["help"].startswith("A table: rows that are given")
    assert "type" not in {field["name"] for field in table["fields"]}


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


def test_fields_are_called_in_the_language_of_the_playbook(project: Project) -> None:
    spoken, _ = read_config(project.file, given=CONFIG.replace("home:", "language: de\nhome:", 1).encode())
    assert spoken
    found = fields(spoken, "tell")

    assert (found["title"]["label"], found["seen_in"]["label"], found["keywords"]["label"]) == (
        "Titel",
        "Wo es sich zeigt",
        "Wörter, mit denen man es findet",
    )
