"""What fields are for, in the words of the form.

The text stands with each field in the source of its model, and speaks of files to those who write them: there names of
fields, values to choose from and examples stand in backticks. Whoever fills in a form sees labels instead. What
remains in backticks are signs that somebody types.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.editor.form_parts import CODE, choices_of, everywhere
from generator.editor.form_words import Json
from generator.language.words import Phrase

Parts = tuple[Json, ...]
"""The form and the parts on the way to a field, the outermost first."""

_SIGNS = re.compile(r"[{}<>=|*#]|\A[-_ ]+\Z")
"""What a text has that is no example in words."""

_LIST = re.compile(r"\A\[(.+)\]\Z")


def with_plain_helps(form: Json, quoted: Phrase) -> Json:
    """The form with every help in its own words; `quoted` puts a text into quotation marks."""
    return _part(form, (), quoted)


def _part(part: Json, around: Parts, quoted: Phrase) -> Json:
    parts = (*around, part)
    about = {"help": _plain(part["help"], {}, parts, quoted)} if "help" in part else {}
    return {**part, **about, "fields": [_field(field, parts, quoted) for field in part["fields"]]}


def _field(field: Json, parts: Parts, quoted: Phrase) -> Json:
    own = choices_of(_innermost(field["shape"])) | _keys(field["shape"])
    return {**field, "help": _plain(field["help"], own, parts, quoted), "shape": _shape(field["shape"], parts, quoted)}


def _shape(shape: Json, parts: Parts, quoted: Phrase) -> Json:
    item = {"item": _shape(shape["item"], parts, quoted)} if "item" in shape else {}
    within = {"parts": [_part(one, parts, quoted) for one in shape["parts"]]} if "parts" in shape else {}
    return {**shape, **item, **within}


def _plain(text: str, own: Mapping[str, str], parts: Parts, quoted: Phrase) -> str:
    return CODE.sub(lambda found: _said(found[1], own, parts, quoted), text)


def _said(code: str, own: Mapping[str, str], parts: Parts, quoted: Phrase) -> str:
    """What stands in place of something in backticks."""
    if label := own.get(code) or _known(code, parts):
        return quoted(text=label)
    name, colon, value = code.partition(": ")
    if colon and name in own:
        return quoted(text=f"{own[name]}: {value}")
    if many := _LIST.match(code):
        return ", ".join(quoted(text=one.strip()) for one in many[1].split(","))
    return f"`{code}`" if _SIGNS.search(code) else quoted(text=code)


def _known(name: str, parts: Parts) -> str:
    """The label of a field, or of a value to choose, the nearest first; of what is far away, if there is only one."""
    for part in reversed(parts):
        labels = {field["name"]: field["label"] for field in part["fields"]}
        values = [_innermost(field["shape"]) for field in part["fields"]]
        if found := labels.get(name) or _only(choices_of(shape)[name] for shape in values if name in choices_of(shape)):
            return found
    return _only(str(field["label"]) for field in everywhere(parts[0], name))


def _only(texts: Iterable[str]) -> str:
    found = {*texts}
    return found.pop() if len(found) == 1 else ""


def _innermost(shape: Json) -> Json:
    while "item" in shape:
        shape = shape["item"]
    return shape


def _keys(shape: Json) -> dict[str, str]:
    return {key["value"]: key["label"] for key in shape.get("keys", ())}
