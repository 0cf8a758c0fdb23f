"""What forms say of fields: what rules ask, what is expected, and each in every language."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import yaml

from generator.config.project import Project, read_config
from generator.config.settings import SiteConfig
from generator.editor.fields_in_forms import asked_of, with_usual
from generator.editor.form import form_of, form_of_model
from generator.editor.targets import SITE_FIELDS
from generator.kinds import BUILT_IN
from generator.language.field_help import name_of, translated
from generator.model.entry import Part
from tests.editor.forms import CONFIG, each_with, fields, parts_in
from tests.form_contract import missing


def test_what_rules_ask_is_said_at_the_fields(project: Project) -> None:
    found = fields(project, "tell")

    assert found["links"]["asked"] == ["Links to at least 2 other pages."]
    assert found["asked_as"]["asked"] == ["2 to 12 of them."]
    assert [found[name].get("expected") for name in ("links", "asked_as", "keywords", "sources", "note")] == [
        "warning"
    ] * 4 + [None]
    assert [name for name, field in found.items() if field.get("conditional")] == ["sources"]
    assert (found["title"]["shape"]["letters"], found["summary"]["shape"]["letters"]) == (100, 160)
    assert found["title"]["shape"]["letters_give"] == "warning"
    (links,) = found["links"]["shape"]["parts"]
    cured = next(field for field in links["fields"] if field["name"] == "cured_by")
    assert cured["asked"] == ["At least one practice."]
    why = cured["shape"]["item"]["parts"][0]["fields"][1]
    assert why["expected"] == "warning"
    assert (why["name"], why["asked"]) == ("why", ["Readers choose by it."])

    longest = "summary-too-long: {longest: 99, severity: error}"
    checks = (
        f"checks: {{missing-why: error, too-few-links: off, missing-search-words: {{not_for: [tells]}}, {longest}}}\n"
    )
    other, problems = read_config(project.file, given=(CONFIG + checks).encode())
    assert other, problems
    found = fields(other, "tell")
    assert [name for name in ("links", "asked_as", "keywords") if "asked" in found[name]] == []
    assert (found["summary"]["shape"]["letters"], found["summary"]["shape"]["letters_give"]) == (99, "error")
    (links,) = found["links"]["shape"]["parts"]
    cured = next(field for field in links["fields"] if field["name"] == "cured_by")
    assert cured["shape"]["item"]["parts"][0]["fields"][1]["expected"] == "error"


def test_every_field_for_a_number_says_which_it_takes(project: Project) -> None:
    forms = [form_of(kind, project) for kind in project.kinds]
    numbers = [one for one in each_with("shape", forms) if one["shape"]["sort"] in ("whole", "number")]
    said = {one["asked"][0] for one in numbers}
    assert "A number, with a point before decimals, such as 3 or 2.5." in said
    bounds = {one["asked"][0]: (one["shape"].get("least"), one["shape"].get("most")) for one in numbers}
    assert bounds["A whole number, 1 or more."] == (1, None)
    assert bounds["A whole number from 1 to 100."] == (1, 100)
    assert bounds["A whole number."] == (None, None)
    assert all(text.startswith(("A whole number", "A number")) for text in said)


def test_what_rules_ask_leads_to_fields_that_there_are(project: Project) -> None:
    for kind in project.kinds:
        paths = {path for path in paths_in(form_of(kind, project)["fields"], ())}
        for asked in asked_of(kind, project):
            assert tuple(map(str, asked.route)) in paths


def paths_in(form: Any, path: tuple[str, ...]) -> Iterator[tuple[str, ...]]:
    for field in form:
        yield (*path, field["name"])
        shape, here = field["shape"], (*path, field["name"])
        while "item" in shape:
            shape, here = shape["item"], (*here, "*")
        for part in shape.get("parts", ()):
            yield from paths_in(part["fields"], here)


def test_what_nearly_all_parts_have_is_usual(project: Project) -> None:
    question = {"text": "a", "dimension": "b"}
    value = {"items": [question, question, {**question, "help": "c"}, {"text": "a"}]}
    form = with_usual(form_of(project.kinds.by_name["assessment"], project), [value, None])
    items = next(field for field in form["fields"] if field["name"] == "items")

    names = [field["name"] for field in items["shape"]["item"]["parts"][0]["fields"] if field.get("usual")]
    assert names == ["dimension", "recommends"], "three of four have a dimension; a rule asks for recommendations"


def test_everything_in_forms_is_called_something_and_explained_in_every_language() -> None:
    """Those of one kind, block or field are also among what `tests/test_contracts.py` asks of it."""
    of_kinds = (line for kind in BUILT_IN for line in missing(kind.model))
    lacking = dict.fromkeys((*of_kinds, *missing(SiteConfig, SITE_FIELDS)))
    assert not lacking, "forms lack\n" + "\n".join(lacking)


def test_no_help_is_left_over() -> None:
    models = {name_of(model): model for model in models_in(Part)}
    for tag, path in translated().items():
        for name, texts in yaml.safe_load(path.read_text("utf-8")).items():
            assert name in models, f"{tag}: {name}"
            assert [field for field in texts if field not in models[name].model_fields] == [], f"{tag}: {name}"


def models_in(model: type[Part]) -> Iterator[type[Part]]:
    for one in model.__subclasses__():
        yield from (one, *models_in(one))


def test_no_words_for_lists_and_types_are_left_over(project: Project) -> None:
    words = project.language.words
    forms = [
        *(form_of(kind, project) for kind in project.kinds),
        form_of_model(type(project.site), project, SITE_FIELDS),
    ]
    parts = [part for form in forms for part in (form, *parts_in(form))]
    found = {field["one"] for part in parts for field in part["fields"] if "one" in field}
    asked = {one.word for kind in project.kinds for one in asked_of(kind, project) if one.word}

    assert {str(words.one_of[name]) for name in words.one_of} == found
    assert {part["tag"].replace("-", "_") for part in parts if part.get("tag")} == {*words.part_types}
    assert asked == {*words.asked_of_fields}


def test_fields_are_called_in_the_language_of_the_playbook(project: Project) -> None:
    spoken, _ = read_config(project.file, given=CONFIG.replace("home:", "language: de\nhome:", 1).encode())
    assert spoken
    found = fields(spoken, "tell")

    assert (found["title"]["label"], found["seen_in"]["label"], found["keywords"]["label"]) == (
        "Titel",
        "Wo es sich zeigt",
        "Wörter, mit denen man es findet",
    )
