"""What is added to the fields of a form: which numbers they take, what rules ask, and which nearly every part has."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from typing import TypeAlias

from generator.checks import BY_NAME
from generator.checks._asked import Requirement
from generator.checks._settings import not_for, severity_of
from generator.config.project import Project
from generator.diagnostics.diagnostic import Severity
from generator.editor.form_words import Json
from generator.language.words import Words
from generator.model.kind import Kind
from generator.reading.composer import Data

Path: TypeAlias = tuple[str, ...]
"""Where a field stands in a form: names of fields, `*` for every item, and the tag of a part of several types."""

USUAL = 0.75
"""What so many of the parts of a playbook have is shown in a new one."""

ENOUGH = 2
"""So many parts say what is usual."""


def with_asked(form: Json, kind: Kind, project: Project) -> Json:
    """The form with the numbers that fields take and what rules ask. What a rule requires is marked, and usual."""
    found: dict[Path, list[Requirement]] = {}
    for asked in asked_of(kind, project):
        found.setdefault(tuple(map(str, asked.route)), []).append(asked)
    words = project.language.words.asked_of_fields

    def said(path: Path, field: Json) -> Json:
        own = found.get(path, ())
        texts = [*_taken(project.language.words, field["shape"]), *(_sentence(words, one) for one in own if one.word)]
        limit = next((one for one in own if one.letters), None)
        letters = {"letters": limit.letters, "letters_give": limit.severity.value} if limit else {}
        shape = {**field["shape"], **letters}
        wanted = [one for one in own if one.required]
        marks = _marks(wanted) if wanted else {}
        return {**field, **({"asked": texts} if texts else {}), **marks, "shape": shape}

    return _changed(form, (), said)


def _marks(wanted: Iterable[Requirement]) -> Json:
    """How bad it is that the field is missing, and whether only the rules know if it may be."""
    found = list(wanted)
    is_error = any(one.severity is Severity.ERROR for one in found)
    conditional = {"conditional": True} if all(one.conditional for one in found) else {}
    return {"expected": (Severity.ERROR if is_error else Severity.WARNING).value, "usual": True, **conditional}


def asked_of(kind: Kind, project: Project) -> Iterator[Requirement]:
    """What the rules that apply ask of entries of a kind."""
    exempt = not_for(project.site)
    for name, rule in BY_NAME.items():
        severity = severity_of(rule, project.site)
        if severity and kind.plural not in exempt.get(name, ()):
            yield from (replace(asked, severity=severity) for asked in rule.asked(kind, project.site))


def _taken(words: Words, shape: Json) -> Iterator[str]:
    """Which numbers a field takes, where it takes one."""
    least, most = shape.get("least"), shape.get("most")
    match shape["sort"]:
        case "number":
            yield str(words.numbers_taken.number)
        case "whole" if least is not None and most is not None:
            yield str(words.numbers_taken.whole_between(least=least, most=most))
        case "whole" if least is not None:
            yield str(words.numbers_taken.whole_from(least=least))
        case "whole":
            yield str(words.numbers_taken.whole)


def _sentence(words: Words, asked: Requirement) -> str:
    found = words[asked.word]
    return str(found(**asked.numbers)) if asked.numbers else str(found)


def with_usual(form: Json, values: Iterable[Data | None]) -> Json:
    """The form with the fields marked that nearly all of these values, and of the parts in them, have."""
    parts, having = Counter[Path](), Counter[Path]()
    for value in values:
        for path, name in _parts(form["fields"], value, ()):
            if name:
                having[(*path, name)] += 1
            else:
                parts[path] += 1

    def marked(path: Path, field: Json) -> Json:
        count = parts[path[:-1]]
        is_usual = count >= ENOUGH and having[path] >= USUAL * count
        return {**field, "usual": True} if is_usual and not field["required"] else field

    return _changed(form, (), marked)


def _parts(fields: Iterable[Json], data: Data | None, path: Path) -> Iterator[tuple[Path, str]]:
    """Each part in a value: its path with no name, then with the name of each field that it has."""
    if not isinstance(data, dict):
        return
    yield path, ""
    for field in fields:
        if field["name"] in data:
            yield path, field["name"]
            yield from _within(field["shape"], data[field["name"]], (*path, field["name"]))


def _within(shape: Json, data: Data, path: Path) -> Iterator[tuple[Path, str]]:
    if shape["sort"] in ("list", "named"):
        items = data if isinstance(data, list) else data.values() if isinstance(data, dict) else ()
        for item in items:
            yield from _within(shape["item"], item, (*path, "*"))
    for part in shape.get("parts", ()):
        tag = shape.get("tag_field", "")
        if not tag:
            yield from _parts(part["fields"], data, path)
        elif isinstance(data, dict) and data.get(tag) == part["tag"]:
            yield from _parts(part["fields"], data, (*path, part["tag"]))


def _changed(holder: Json, path: Path, change: Callable[[Path, Json], Json]) -> Json:
    """A form, or a part of it, with each field changed, however deep."""

    def shape(of: Json, here: Path) -> Json:
        item = {"item": shape(of["item"], (*here, "*"))} if "item" in of else {}
        tagged = "tag_field" in of
        parts = [_changed(part, (*here, part["tag"]) if tagged else here, change) for part in of.get("parts", ())]
        return {**of, **item, **({"parts": parts} if parts else {})}

    def field(of: Json) -> Json:
        here = (*path, of["name"])
        return change(here, {**of, "shape": shape(of["shape"], here)})

    return {**holder, "fields": [field(one) for one in holder["fields"]]}
