"""Forms as the data that the browser gets, of kinds that a configuration declares as well."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.config.project import Project
from generator.editor.form import form_of

CONFIG = """\
name: P
tagline: T.
url: https://example.org/
home: {lead: L.}
nav: [{title: All, kinds: [rituals]}]
owners: {ann: {name: Ann’s team}}
statuses: {tried: {label: Tried out}}
sites: {inside: {name: Ours, url: "https://example.org/inside/"}, outside: {url: "https://example.org/outside/"}}
scales: {yes-no: {options: [{value: 0, label: "No"}, {value: 1, label: "Yes"}]}}
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


def each_with(key: str, form: Any) -> Iterator[dict[str, Any]]:
    """Everything in a form that has a key, such as `sort` or `fields`, however deep."""
    if isinstance(form, dict):
        if key in form:
            yield form
        for value in form.values():
            yield from each_with(key, value)
    elif isinstance(form, list):
        for value in form:
            yield from each_with(key, value)


def fields(project: Project, kind: str) -> dict[str, Any]:
    return {field["name"]: field for field in form_of(project.kinds.by_name[kind], project)["fields"]}


def parts_in(form: Any) -> Iterator[dict[str, Any]]:
    for shape in each_with("sort", form):
        yield from shape.get("parts", ())
