"""The schemas say what the models say, and no entry of ours offends them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.config.settings import Owner
from generator.kinds import BUILT_IN
from generator.reading.document import read_document
from generator.schema.editor_settings import SETTINGS, settings
from generator.schema.json_schema import schemas
from tests import playbooks
from tests.checks.small_playbook import SITE, clean_files, graph_of
from tests.playbooks import EXAMPLE_PLAYBOOK, REAL_PLAYBOOK

Schema = dict[str, Any]


@cache
def small() -> dict[str, Schema]:
    """The schemas of the small playbook, which no test changes."""
    return {Path(path).name: json.loads(text) for path, text in schemas(graph_of(clean_files()), SITE).items()}


def test_names_of_the_configuration_are_offered_where_entries_use_them() -> None:
    site = SITE.model_copy(update={"owners": {"sales": Owner(name="Sales")}})
    made = {Path(path).name: json.loads(text) for path, text in schemas(graph_of(clean_files()), site).items()}
    assert made["tell.json"]["properties"]["owner"]["allOf"] == [{"$ref": "names.json#/definitions/owners"}]
    assert made["tell.json"]["properties"]["only_in"]["items"] == {"$ref": "names.json#/definitions/sites"}
    assert made["names.json"]["definitions"]["owners"] == {"enum": ["sales"]}
    assert made["names.json"]["definitions"]["sites"]["type"] == "string"


def test_a_field_carries_what_its_model_says() -> None:
    tell = small()["tell.json"]
    assert tell["title"] == "Tell"
    assert tell["additionalProperties"] is False
    assert {"title", "summary", "sign"} <= set(tell["required"])
    assert "minutes" not in tell["required"]
    assert tell["properties"]["seen_in"] == {
        "description": "Where the sign shows: in what we do, in what they do, in the numbers, inside the team.",
        "enum": ["us", "them", "numbers", "team"],
    }
    assert tell["properties"]["minutes"]["type"] == "integer"
    assert "sign" in tell["properties"]["own"]["items"]["enum"]


def test_the_rules_that_can_be_set_stand_with_their_numbers() -> None:
    checks = small()["site_config.json"]["properties"]["checks"]
    assert checks["additionalProperties"] is False
    assert "raw-html" not in checks["properties"]
    bare, full = checks["properties"]["hard-to-read"]["anyOf"]
    assert bare == {"enum": ["error", "warning", "off"]}
    assert full["properties"]["most_words"] == {
        "description": "The most words of a sentence. 32 unless set.",
        "type": "integer",
        "minimum": 5,
        "maximum": 200,
    }


def test_an_entry_ignores_rules_that_can_be_ignored() -> None:
    made = small()
    assert made["tell.json"]["properties"]["ignore"]["allOf"] == [{"$ref": "rules.json#/definitions/ignore"}]
    rules = made["rules.json"]["definitions"]["ignore"]
    assert rules["additionalProperties"] is False
    assert rules["properties"].keys() == made["site_config.json"]["properties"]["checks"]["properties"].keys()


def test_relations_are_those_of_the_kind_and_lead_to_the_ids_that_exist() -> None:
    made = small()
    links = made["tell.json"]["properties"]["links"]
    assert list(links["properties"]) == [relation.name for relation in BUILT_IN.by_name["tell"].relations]
    assert links["additionalProperties"] is False
    cured_by = links["properties"]["cured_by"]
    assert cured_by["description"] == (
        "What helps: leads to practices, lessons, conversations, checklists. There it shows under “Tells it cures”."
    )
    bare, full = cured_by["items"]["anyOf"]
    assert bare == {"$ref": "ids.json#/definitions/practice-or-lesson-or-conversation-or-checklist"}
    assert full["required"] == ["to"]
    graph = graph_of(clean_files())
    fitting = [e for e in graph.entries.values() if e.kind.name in ("practice", "lesson", "conversation", "checklist")]
    ids = made["ids.json"]["definitions"]["practice-or-lesson-or-conversation-or-checklist"]
    assert ids["enum"] == sorted(e.id for e in fitting)
    assert "Practice: Slow it down" in ids["enumDescriptions"]
    assert made["ids.json"]["definitions"]["any"]["enum"] == sorted(graph.entries)


def test_a_file_of_many_holds_entries_by_id() -> None:
    tells = small()["all-tells.json"]
    assert tells["additionalProperties"] == {"$ref": "tell.json"}
    assert re.fullmatch(tells["propertyNames"]["pattern"], "slow-down")


def test_every_reference_within_the_schemas_leads_somewhere() -> None:
    made = small()
    for name, schema in made.items():
        for ref in _refs(schema):
            file, _, path = ref.partition("#")
            target = made[file or name]
            for part in path.split("/")[1:]:
                target = target[part]


def _refs(schema: Any) -> Iterator[str]:
    if isinstance(schema, dict):
        if "$ref" in schema:
            assert set(schema) == {"$ref"}, "beside a reference nothing counts"
            yield schema["$ref"]
        for value in schema.values():
            yield from _refs(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from _refs(value)


def test_editors_are_told_which_schema_is_for_which_files() -> None:
    made = json.loads(settings("content", BUILT_IN, None))
    wired = made["yaml.schemas"]
    assert wired["./schemas/tell.json"] == "/content/tells/*.yml"
    assert wired["./schemas/all-tells.json"] == "/content/tells.yml"
    assert wired["./schemas/site_config.json"] == "/site_config.yml"
    assert {path.removeprefix("./schemas/") for path in wired} == small().keys() - {
        "ids.json",
        "rules.json",
        "names.json",
    }
    assert made["yaml.schemaStore.enable"] is False


def test_settings_of_ones_own_stay() -> None:
    own = {"editor.fontSize": 14, "yaml.schemas": {"./mine.json": "x.yml", "./schemas/old.json": "/content/old/*.yml"}}
    made = json.loads(settings("content", BUILT_IN, json.dumps(own)))
    assert made["editor.fontSize"] == 14
    assert made["yaml.schemas"]["./mine.json"] == "x.yml"
    assert "./schemas/old.json" not in made["yaml.schemas"]
    assert settings("content", BUILT_IN, settings("content", BUILT_IN, None)) == settings("content", BUILT_IN, None)
    with_comments = '{\n  // mine\n  "a": 1\n}\n'
    assert settings("content", BUILT_IN, with_comments) == with_comments
    assert SETTINGS == ".vscode/settings.json"


# ---- the schemas and our own content ----


class Judge:
    """As much of JSON Schema as our schemas use."""

    def __init__(self, files: dict[str, Schema]) -> None:
        self._files = files

    def faults(self, value: Any, schema: Schema, file: str, at: str = "") -> list[str]:
        if "$ref" in schema:
            name, _, path = schema["$ref"].partition("#")
            target = self._files[name or file]
            for part in path.split("/")[1:]:
                target = target[part]
            return self.faults(value, target, name or file, at)
        found = self._combined(value, schema, file, at)
        if "enum" in schema and value not in schema["enum"]:
            found.append(f"{at}: {value}")
        if "type" in schema and not self._is(value, schema["type"]):
            return [*found, f"{at}: {value!r} is no {schema['type']}"]
        if isinstance(value, dict) and ("properties" in schema or "additionalProperties" in schema):
            found += self._fields(value, schema, file, at)
        if isinstance(value, list):
            items = schema.get("items", {})
            found += [f for index, item in enumerate(value) for f in self.faults(item, items, file, f"{at}[{index}]")]
            found += [f"{at}: too few"] if len(value) < schema.get("minItems", 0) else []
        return found

    def _combined(self, value: Any, schema: Schema, file: str, at: str) -> list[str]:
        found = [fault for every in schema.get("allOf", ()) for fault in self.faults(value, every, file, at)]
        options = [*schema.get("anyOf", ()), *schema.get("oneOf", ())]
        tried = [self.faults(value, option, file, at) for option in options]
        return found if not tried or not all(tried) else [*found, *min(tried, key=len)]

    def _fields(self, value: dict[str, Any], schema: Schema, file: str, at: str) -> list[str]:
        found = [f"{at}: no {name}" for name in schema.get("required", ()) if name not in value]
        others = schema.get("additionalProperties", {})
        for name, item in value.items():
            inner = schema.get("properties", {}).get(name, others)
            found += self.faults(item, inner, file, f"{at}.{name}") if inner is not False else [f"{at}.{name} unknown"]
        return found

    def _is(self, value: Any, types: str | list[str]) -> bool:
        """Our reader keeps plain scalars as text; what they stand for is told by their look."""
        if isinstance(value, dict):
            return "object" in types
        if isinstance(value, list):
            return "array" in types
        looks = {"integer": r"-?\d+", "number": r"-?\d+(\.\d+)?", "boolean": "true|false", "string": r"(?s).*"}
        wanted = [types] if isinstance(types, str) else types
        return any(re.fullmatch(looks[name], value) for name in wanted if name in looks)


@pytest.mark.parametrize("config", [REAL_PLAYBOOK, EXAMPLE_PLAYBOOK], ids=["ours", "with kinds of its own"])
def test_no_entry_of_a_playbook_offends_its_schema(config: Path) -> None:
    project, root, graph = playbooks.project(config), config.parent, playbooks.reading(config).graph
    judge = Judge({Path(path).name: json.loads(text) for path, text in schemas(graph, project.site).items()})
    documents = {e.document.file: (e.kind, e.document, bool(e.prefix)) for e in graph.entries.values()}
    offences = {
        file: faults
        for file, (kind, document, many) in documents.items()
        if (faults := judge.faults(document.data, {"$ref": f"{f'all-{kind.plural}' if many else kind.name}.json"}, ""))
    }
    assert offences == {}
    written, _ = read_document(config, root, "site_config.yml")
    assert written is not None
    assert judge.faults(written.data, {"$ref": "site_config.json"}, "") == []


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (("summary:", "sumary:"), [": no summary", ".sumary unknown"]),
        (("level: personal", "level: all"), [".level: all"]),
        (("minutes: 30", "minutes: soon"), [".minutes: 'soon' is no integer"]),
        (("steps:", "steps: one\nsay:"), [".steps: 'one' is no array"]),
    ],
)
def test_what_does_not_fit_offends_it(change: tuple[str, str], fault: list[str]) -> None:
    from generator.reading.document import parse

    document, _ = parse(clean_files()["content/practices/slow-down.yml"].replace(*change, 1), "x.yml")
    assert document is not None
    judge = Judge(small())
    assert judge.faults(document.data, {"$ref": "practice.json"}, "")[: len(fault)] == fault


@pytest.mark.parametrize("kind", [kind.name for kind in BUILT_IN])
def test_every_field_says_what_it_is_for(kind: str) -> None:
    for schema in (small()[f"{kind}.json"], *small()[f"{kind}.json"].get("definitions", {}).values()):
        assert [name for name, field in schema["properties"].items() if not field.get("description")] == []
