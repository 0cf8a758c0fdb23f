"""Say in words what does not fit a model: what is wrong, where, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, get_args

from pydantic import BaseModel, ValidationError

from generator.diagnostics import Code, Diagnostic, Span, did_you_mean
from generator.entry import ID_LENGTH, Route
from generator.source import Document


def explained(
    error: ValidationError, document: Document, model: type[BaseModel], spoken: str, prefix: Route = ()
) -> Iterator[Diagnostic]:
    """What `error` found in the data at `prefix`; `spoken` is what one calls a value of `model`."""
    for fault in error.errors(include_url=False):
        explain = _EXPLAINERS.get(fault["type"], _otherwise)
        yield explain(_Fault(fault, document, model, spoken, prefix))


def slug(text: str) -> str:
    """The nearest text to `text` that could be an id."""
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")[:ID_LENGTH].strip("-") or "some-id"


@dataclass(frozen=True, slots=True)
class _Fault:
    """One error of pydantic, with what is needed to explain it."""

    error: Any
    document: Document
    root: type[BaseModel]
    spoken: str
    prefix: Route

    @property
    def loc(self) -> Route:
        return tuple(self.error["loc"])

    @property
    def route(self) -> Route:
        return (*self.prefix, *self.loc)

    @property
    def value(self) -> Any:
        return self.error["input"]

    @property
    def shown(self) -> str:
        text = str(self.value).replace("\n", " ")
        return text if len(text) <= 40 else text[:37] + "…"

    @property
    def what(self) -> str:
        match self.value:
            case dict():
                return "fields"
            case list():
                return "a list"
            case "":
                return "nothing"
        return f"`{self.shown}`"

    @property
    def name(self) -> str:
        return _spoken(self.loc)

    @property
    def context(self) -> Mapping[str, Any]:
        found: Mapping[str, Any] = self.error.get("ctx") or {}
        return found

    def at_value(self, code: Code, message: str, hint: str | None) -> Diagnostic:
        return Diagnostic(code, message, self.document.span(self.route), hint)

    def at_key(self, code: Code, message: str, hint: str | None) -> Diagnostic:
        return Diagnostic(code, message, self.document.key_span(self.route), hint)


def _missing(fault: _Fault) -> Diagnostic:
    owner, name = fault.route[:-1], fault.loc[-1]
    field = _model_at(fault.root, fault.loc[:-1]).model_fields[str(name)]
    purpose = " ".join((field.description or "").split()).rstrip(".")
    hint = f"add `{name}:`" + (f" ({purpose})" if purpose else "")
    # Nothing stands where it is missing: point at the name of what it is missing from.
    place = fault.document.key_span(owner) if owner else Span(fault.document.file)
    return Diagnostic(Code.MISSING_FIELD, f"{fault.name} is missing", place, hint)


def _unknown(fault: _Fault) -> Diagnostic:
    known = tuple(_model_at(fault.root, fault.loc[:-1]).model_fields)
    name = str(fault.loc[-1])
    owner = fault.spoken if len(fault.loc) == 1 else _spoken(fault.loc[:-1])
    unused = [field for field in known if field not in _keys_at(fault.document, fault.route[:-1])]
    hint = did_you_mean(name, unused) or f"known here: {listed(known)}"
    return fault.at_key(Code.UNKNOWN_FIELD, f"{owner} has no field `{name}`", hint)


def _choice(fault: _Fault) -> Diagnostic:
    choices = re.findall(r"'([^']*)'", str(fault.context.get("expected", "")))
    hint = did_you_mean(str(fault.value), choices) or f"write {listed(choices, last=' or ')}"
    return fault.at_value(Code.WRONG_CHOICE, f"{fault.name} cannot be {fault.what}", hint)


def _empty(fault: _Fault) -> Diagnostic:
    return fault.at_value(Code.EMPTY_VALUE, f"{fault.name} is empty", "write something, or remove the field")


def _several_lines(fault: _Fault) -> Diagnostic:
    return fault.at_value(
        Code.WRONG_VALUE, f"{fault.name} {fault.error['msg']}", "join the lines; `>-` does that for you"
    )


def _not_an_id(fault: _Fault) -> Diagnostic:
    if "expected an id" in str(fault.context) or str(fault.context.get("pattern", "")).startswith("^[a-z0-9]+("):
        hint = f"an id has lower-case letters, digits and hyphens: `{slug(str(fault.value))}`"
        return fault.at_value(Code.WRONG_VALUE, f"`{fault.shown}` cannot be an id", hint)
    return fault.at_value(
        Code.WRONG_VALUE, f"{fault.name} cannot be `{fault.shown}`", "see the example in the documentation"
    )


def _long(fault: _Fault) -> Diagnostic:
    most = fault.context["max_length"]
    message = f"{fault.name} has {len(str(fault.value))} characters; at most {most} are allowed"
    return fault.at_value(Code.TOO_LONG, message, "shorten it")


def _few(fault: _Fault) -> Diagnostic:
    least, found = fault.context["min_length"], fault.context["actual_length"]
    message = f"{fault.name} needs at least {least} items and has {found}"
    return fault.at_key(Code.TOO_FEW, message, "add what is missing")


def _not_whole(fault: _Fault) -> Diagnostic:
    message = f"{fault.name} takes a whole number, not {fault.what}"
    return fault.at_value(Code.WRONG_TYPE, message, "write digits only, such as `15`")


def _not_true_or_false(fault: _Fault) -> Diagnostic:
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(fault.value).lower())
    message = f"{fault.name} takes `true` or `false`, not {fault.what}"
    return fault.at_value(Code.WRONG_TYPE, message, f"write `{meant}`" if meant else "write `true` or `false`")


def _not_a_list(fault: _Fault) -> Diagnostic:
    message = f"{fault.name} takes a list, not {fault.what}"
    return fault.at_value(Code.WRONG_TYPE, message, "start each item on a line of its own with `- `")


def _not_text(fault: _Fault) -> Diagnostic:
    hint = "write one text; if it begins with `- `, `[` or `{` or holds `: `, put it in quotes"
    return fault.at_value(Code.WRONG_TYPE, f"{fault.name} takes text, not {fault.what}", hint)


def _not_fields(fault: _Fault) -> Diagnostic:
    known = _fields_at(fault.root, fault.loc)
    hint = f"write its fields: {listed(known)}" if known else "write a name, a colon and what belongs to it"
    return fault.at_value(Code.WRONG_TYPE, f"{fault.name} takes fields, not {fault.what}", hint)


def _otherwise(fault: _Fault) -> Diagnostic:
    return fault.at_value(Code.WRONG_VALUE, f"{fault.name}: {fault.error['msg']}", None)


_EXPLAINERS: Mapping[str, Callable[[_Fault], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "empty": _empty,
    "one_line": _several_lines,
    "string_pattern_mismatch": _not_an_id,
    "string_too_long": _long,
    "too_short": _few,
    "whole_number": _not_whole,
    "true_false": _not_true_or_false,
    "int_type": _not_whole,
    "bool_type": _not_true_or_false,
    "tuple_type": _not_a_list,
    "list_type": _not_a_list,
    "string_type": _not_text,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
    "dict_type": _not_fields,
}


def _spoken(loc: Route) -> str:
    """A route as people write it: `steps[2].do`, counted from 1."""
    text = ""
    for part in loc:
        text += f"[{part + 1}]" if isinstance(part, int) else f".{part}" if text else str(part)
    return f"`{text}`" if text else "the entry"


def listed(names: Iterable[str], last: str = " and ") -> str:
    """Names in a row: `a`, `b` and `c`."""
    shown = [f"`{name}`" for name in names]
    return last.join(filter(None, [", ".join(shown[:-1]), *shown[-1:]]))


def _keys_at(document: Document, route: Route) -> frozenset[str]:
    data: Any = document.data
    for part in route:
        data = data[part]
    return frozenset(data) if isinstance(data, dict) else frozenset()


def _model_at(model: type[BaseModel], loc: Route) -> type[BaseModel]:
    """The model that validates the value at `loc`, found by following the annotations."""
    for part in loc:
        if isinstance(part, str) and part in model.model_fields:
            model = _model_in(model.model_fields[part].annotation) or model
    return model


def _fields_at(model: type[BaseModel], loc: Route) -> tuple[str, ...]:
    """The fields that a value at `loc` may have."""
    names = [at for at, part in enumerate(loc) if isinstance(part, str)]
    if not names:
        return tuple(model.model_fields)
    info = _model_at(model, loc[: names[-1]]).model_fields.get(str(loc[names[-1]]))
    found = _model_in(info.annotation) if info else None
    return tuple(found.model_fields) if found else ()


def _model_in(annotation: Any) -> type[BaseModel] | None:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next(filter(None, map(_model_in, get_args(annotation))), None)
