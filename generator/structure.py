"""Turn the data of a document into entries of a kind, and say where the data does not fit."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Code, Diagnostic, Span, did_you_mean
from generator.entry import ID_LENGTH, ID_PATTERN, Entry, Route
from generator.kind import Kind
from generator.source import Data, Document


@dataclass(frozen=True, slots=True)
class Located:
    """An entry and where it stands. `prefix` leads to it within its document."""

    kind: Kind
    id: str
    entry: Entry
    document: Document
    prefix: Route = ()

    @property
    def url(self) -> str:
        """The address of its page within the site, such as `tells/price-based/`."""
        return f"{self.kind.plural}/{self.id}/"

    def span(self, route: Route) -> Span:
        return self.document.span((*self.prefix, *route))

    def key_span(self, route: Route) -> Span:
        return self.document.key_span((*self.prefix, *route))

    def span_in(self, route: Route, needle: str) -> Span:
        return self.document.span_in((*self.prefix, *route), needle)

    @property
    def place(self) -> Span:
        """Where the entry starts."""
        return self.document.key_span(self.prefix) if self.prefix else Span(self.document.file)


def structure(document: Document, kind: Kind, entry_id: str | None) -> tuple[tuple[Located, ...], tuple[Diagnostic, ...]]:
    """The entries in `document` that fit, and what is wrong with those that don't.

    `entry_id` is the id of the only entry in the file, or None if the file maps ids to entries.
    """
    if not isinstance(document.data, dict):
        wanted = "fields, such as `title: …`" if entry_id else "ids, each with the fields of its entry"
        message = f"the file should consist of {wanted}"
        return (), (Diagnostic(Code.NOT_A_MAPPING, message, document.span(()), "start each line with a name and a colon"),)
    located: list[Located] = []
    problems: list[Diagnostic] = []
    for found_id, data, prefix in _entries(document.data, entry_id):
        place = document.key_span(prefix) if prefix else Span(document.file)
        problems += id_problems(found_id, place)
        try:
            entry = kind.model.model_validate(data)
        except ValidationError as error:
            problems += explained(error, document, kind.model, f"a {kind.label.lower()}", prefix)
        else:
            located.append(Located(kind, found_id, entry, document, prefix))
    return tuple(located), tuple(problems)


def _entries(data: dict[str, Data], entry_id: str | None) -> Iterator[tuple[str, Data, Route]]:
    if entry_id is not None:
        yield entry_id, data, ()
    else:
        for found_id, entry in data.items():
            yield found_id, entry, (found_id,)


# Names that Windows reserves; a checkout there could not hold such a file.
_RESERVED = re.compile(r"^(con|prn|aux|nul|com[0-9]|lpt[0-9])$")


def id_problems(entry_id: str, place: Span) -> tuple[Diagnostic, ...]:
    """What is wrong with an id as such."""
    if re.fullmatch(ID_PATTERN, entry_id) and len(entry_id) <= ID_LENGTH and not _RESERVED.match(entry_id):
        return ()
    if _RESERVED.match(entry_id):
        message, hint = f"`{entry_id}` is a name that Windows reserves", "add a word, such as `" + entry_id + "-entry`"
    elif len(entry_id) > ID_LENGTH:
        message, hint = f"the id has {len(entry_id)} characters; at most {ID_LENGTH} are allowed", "shorten it"
    else:
        message = f"`{entry_id}` cannot be an id"
        hint = f"use lower-case letters, digits and hyphens: `{slug(entry_id)}`"
    return (Diagnostic(Code.BAD_ID, message, place, hint),)


def slug(text: str) -> str:
    """The nearest text to `text` that could be an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:ID_LENGTH].strip("-") or "some-id"


def explained(
    error: ValidationError, document: Document, model: type[BaseModel], spoken: str, prefix: Route = ()
) -> Iterator[Diagnostic]:
    """What `error` found in the data at `prefix`; `spoken` is what one calls a value of that model."""
    for fault in error.errors(include_url=False):
        yield _diagnostic(fault, document, model, spoken, prefix)


def _diagnostic(fault: Any, document: Document, root: type[BaseModel], spoken: str, prefix: Route) -> Diagnostic:
    loc: Route = tuple(fault["loc"])
    route = (*prefix, *loc)
    span = document.span(route)
    name = _spoken(loc)
    value = fault["input"]
    context = fault.get("ctx") or {}
    match fault["type"]:
        case "missing":
            model = _model_at(root, loc[:-1])
            field = model.model_fields[str(loc[-1])]
            where = document.key_span(route[:-1]) if len(loc) > 1 else document.key_span(prefix) if prefix else span
            if len(loc) == 1 and not prefix:
                where = Span(document.file)
            hint = f"add `{loc[-1]}:`" + (f" {_first_sentence(field.description)}" if field.description else "")
            return Diagnostic(Code.MISSING_FIELD, f"{name} is missing", where, hint)
        case "extra_forbidden":
            model = _model_at(root, loc[:-1])
            owner = spoken if len(loc) == 1 else f"{_spoken(loc[:-1])}"
            known = [n for n in model.model_fields if n not in _keys_beside(document, route)]
            hint = did_you_mean(str(loc[-1]), known) or f"known here: {_listed(model.model_fields)}"
            return Diagnostic(Code.UNKNOWN_FIELD, f"{owner} has no field `{loc[-1]}`", document.key_span(route), hint)
        case "literal_error":
            choices = re.findall(r"'([^']*)'", context.get("expected", ""))
            hint = did_you_mean(str(value), choices) or f"write {_listed(choices, last=' or ')}"
            return Diagnostic(Code.WRONG_CHOICE, f"{name} cannot be `{_shown(value)}`", span, hint)
        case "empty" | "string_too_short":
            return Diagnostic(Code.EMPTY_VALUE, f"{name} is empty", span, "write something, or remove the field")
        case "one_line":
            return Diagnostic(Code.WRONG_VALUE, f"{name} {fault['msg']}", span, "join the lines; `>-` does that for you")
        case "string_pattern_mismatch":
            hint = f"an id has lower-case letters, digits and hyphens: `{slug(str(value))}`"
            return Diagnostic(Code.WRONG_VALUE, f"`{_shown(value)}` cannot be an id", span, hint)
        case "string_too_long":
            message = f"{name} has {len(str(value))} characters; at most {context['max_length']} are allowed"
            return Diagnostic(Code.TOO_LONG, message, span, "shorten it")
        case "too_short":
            message = f"{name} needs at least {context['min_length']} items and has {context['actual_length']}"
            return Diagnostic(Code.TOO_FEW, message, document.key_span(route), "add what is missing")
        case "whole_number":
            return Diagnostic(Code.WRONG_TYPE, f"{name} takes a whole number, not `{_shown(value)}`", span, "write digits only, such as `15`")
        case "true_false":
            meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(value).lower())
            hint = f"write `{meant}`" if meant else "write `true` or `false`"
            return Diagnostic(Code.WRONG_TYPE, f"{name} takes `true` or `false`, not `{_shown(value)}`", span, hint)
        case "tuple_type" | "list_type":
            hint = "start each item on a line of its own with `- `"
            return Diagnostic(Code.WRONG_TYPE, f"{name} takes a list, not {_what(value)}", span, hint)
        case "string_type":
            hint = "write one text; if it begins with `- `, `[` or `{` or holds `: `, put it in quotes"
            return Diagnostic(Code.WRONG_TYPE, f"{name} takes text, not {_what(value)}", span, hint)
        case "model_type" | "model_attributes_type" | "dict_type":
            model_fields = _fields_at(root, loc)
            hint = f"write its fields: {_listed(model_fields)}" if model_fields else "write a name, a colon and what belongs to it"
            return Diagnostic(Code.WRONG_TYPE, f"{name} takes fields, not {_what(value)}", span, hint)
    return Diagnostic(Code.WRONG_VALUE, f"{name}: {fault['msg']}", span)


def _spoken(loc: Route) -> str:
    """A route as people write it: `steps[2].do`, counted from 1."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return f"`{text}`" if text else "the entry"


def _shown(value: object) -> str:
    text = str(value).replace("\n", " ")
    return text if len(text) <= 40 else text[:37] + "…"


def _what(value: object) -> str:
    match value:
        case dict():
            return "fields"
        case list():
            return "a list"
        case "":
            return "nothing"
    return f"`{_shown(value)}`"


def _listed(names: Any, last: str = " and ") -> str:
    shown = [f"`{name}`" for name in names]
    return last.join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _first_sentence(text: str) -> str:
    return "(" + " ".join(text.split()).rstrip(".") + ")"


def _keys_beside(document: Document, route: Route) -> frozenset[str]:
    data: Any = document.data
    for part in route[:-1]:
        data = data[part]
    return frozenset(data) if isinstance(data, dict) else frozenset()


def _model_at(model: type[BaseModel], loc: Route) -> type[BaseModel]:
    """The model that validates the value at `loc`, found by following the annotations."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            found = _model_in(model.model_fields[part].annotation)
            model = found or model
    return model


def _fields_at(model: type[BaseModel], loc: Route) -> tuple[str, ...]:
    last = next((part for part in reversed(loc) if isinstance(part, str)), None)
    parent = _model_at(model, loc[: loc.index(last)]) if last is not None else model
    info = parent.model_fields.get(last) if last is not None else None
    found = _model_in(info.annotation) if info else None
    return tuple(found.model_fields) if found else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
