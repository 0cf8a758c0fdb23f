"""Helps and labels of forms are in the words of the form, and in every language that has any."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

import pytest

from generator.config.project import Project, read_config
from generator.editor.form import form_of, form_of_model
from generator.editor.plain_helps import with_plain_helps
from generator.editor.targets import SITE_FIELDS
from generator.kinds import BUILT_IN
from generator.language.field_help import translated
from generator.language.language import supplied
from generator.language.words import Phrase
from tests.editor.forms import each_with
from tests.playbooks import EXAMPLE_PLAYBOOK

KINDS = [kind.name for kind in BUILT_IN]


@cache
def spoken_in(tag: str) -> Project:
    """A playbook in a language."""
    text = EXAMPLE_PLAYBOOK.read_text("utf-8").replace("language: en-GB\n", f"language: {tag}\n")
    spoken, _ = read_config(EXAMPLE_PLAYBOOK, given=text.encode())
    assert spoken
    return spoken


def helps_in(project: Project, kind: str) -> Iterator[tuple[str, str]]:
    """What every field, and every type of a part, of a form is called, and what it is for."""
    relations = {one.name for one in project.kinds.by_name[kind].relations}
    for part in each_with("fields", form_of(project.kinds.by_name[kind], project)):
        if part.get("tag"):
            yield part["label"], part["help"]
        yield from ((one["label"], one["help"]) for one in part["fields"] if one["name"] not in relations)


OF_FILES = re.compile(r"[a-z]_[a-z]|\.yml\b|\bids?\b")
"""Names of fields and of files, which nobody sees who fills in a form."""

TYPED = re.compile(r"[{>_-]")
"""What is left in backticks: formulas, places for values and other signs that somebody types."""


def is_of_files(text: str) -> bool:
    return bool(OF_FILES.search(text)) or not all(TYPED.search(code) for code in text.split("`")[1::2])


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("tag", sorted(translated()))
def test_what_a_field_is_for_is_said_in_the_words_of_the_form(kind: str, tag: str) -> None:
    spoken = spoken_in(tag)
    of_site = form_of_model(type(spoken.site), spoken, SITE_FIELDS)
    fields = (field for part in each_with("fields", of_site) for field in part["fields"])
    helps = (*helps_in(spoken, kind), *((field["label"], field["help"]) for field in fields))
    wrong = [f"{label}: {text}" for label, text in helps if is_of_files(text)]
    assert not wrong, f"generator/language/help/{tag}.yml: say without names of files and fields\n" + "\n".join(wrong)


def test_a_help_calls_fields_and_values_as_the_form_does() -> None:
    choice = {"sort": "choice", "choices": [{"value": "core", "label": "The few"}]}
    named = {"sort": "named", "item": {"sort": "text"}, "keys": [{"value": "hard-to-read", "label": "Hard to read"}]}
    inner = {"name": "turns", "label": "Turns", "help": "As in `cured_by`: `won > lost`.", "shape": {"sort": "text"}}
    part = {"tag": "", "label": "", "fields": [inner]}
    fields = [
        {"name": "set", "label": "Set", "help": "`core`, or what `turns` says.", "shape": choice},
        {"name": "ignore", "label": "Ignored", "help": "Such as `hard-to-read: It is old.`", "shape": named},
        {"name": "cured_by", "label": "What helps", "help": "`[a, b c]`", "shape": {"sort": "part", "parts": [part]}},
    ]
    made = with_plain_helps({"fields": fields}, Phrase("“{text}”"))
    assert [field["help"] for field in made["fields"]] == [
        "“The few”, or what “Turns” says.",
        "Such as “Hard to read: It is old.”",
        "“a”, “b c”",
    ]
    (within,) = made["fields"][2]["shape"]["parts"][0]["fields"]
    assert within["help"] == "As in “What helps”: `won > lost`."


@pytest.mark.parametrize("tag", supplied())
@pytest.mark.parametrize("kind", KINDS)
def test_no_two_fields_of_an_entry_or_of_a_part_are_called_the_same(kind: str, tag: str) -> None:
    spoken = spoken_in(tag)
    form = form_of(spoken.kinds.by_name[kind], spoken)
    (links,) = next(field["shape"]["parts"] for field in form["fields"] if field["name"] == "links")
    beside = {"fields": [*form["fields"], *links["fields"]]}
    parts = (part for shape in each_with("sort", form) for part in shape.get("parts", ()))
    labels = [[field["label"] for field in part["fields"]] for part in (beside, *parts)]

    assert [label for found in labels for label, count in Counter(found).items() if count > 1] == []


def test_a_field_is_called_as_its_heading_on_the_page_in_every_language() -> None:
    for tag in supplied():
        spoken = spoken_in(tag)
        words = spoken.language.words
        labels = {field["name"]: field["label"] for field in form_of(spoken.kinds.by_name["tell"], spoken)["fields"]}
        assert labels["sign"] == words.tell.sign
        assert labels["helps"] == words.fields.helps, "it shares its section with links, which are called so"
        labels = {
            field["name"]: field["label"] for field in form_of(spoken.kinds.by_name["practice"], spoken)["fields"]
        }
        assert labels["steps"] == words.practice.how
        assert labels["say"] == words.fields.say, "it shares its section with what not to say"
