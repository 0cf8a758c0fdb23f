"""Say in words what does not fit a model: what is wrong, where, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel, ValidationError

from generator.alternatives import tagged, walked
from generator.diagnostics import MOST_FAULTS, Code, Diagnostic, Span, candidates, did_you_mean
from generator.displaced import belongs, field_with
from generator.docstrings import purpose
from generator.entry import ID_LENGTH, ID_PATTERN, Route, in_digits
from generator.source import Document


def explained(
    error: ValidationError,
    document: Document,
    model: type[BaseModel],
    spoken: str,
    prefix: Route = (),
    relations: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """What `error` found in the data at `prefix`.

    `spoken` is what one calls a value of `model`, and `relations` can stand under its `links`.
    """
    faults = error.errors(include_url=False)[:MOST_FAULTS]
    found = [_Fault(fault, document, model, spoken, prefix, relations) for fault in faults]
    fallen_out = set(_fallen_out(found))
    misspelt = {(*fault.loc[:-1], _meant(fault)) for fault in found if fault.error["type"] == "extra_forbidden"}
    for fault in found:
        kind = fault.error["type"]
        if kind == "too_short" and len(fault.value) >= fault.context["min_length"]:
            continue  # pydantic counts the items that fit; the others have been explained
        if kind == "missing" and fault.loc in misspelt:
            continue  # it is there under the misspelt name
        if kind == "missing" and fault.loc in fallen_out:
            continue  # it is there, too far left
        yield _EXPLAINERS.get(kind, _otherwise)(fault)


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
    relations: Collection[str]

    @property
    def loc(self) -> Route:
        return walked(self.root, self.error["loc"])[0]

    @property
    def owner(self) -> type[BaseModel]:
        """The model of what holds the value."""
        return walked(self.root, self.error["loc"][:-1])[1][0]

    @property
    def fields(self) -> tuple[str, ...]:
        """The fields that the value may have, whichever model of several it turns out to be."""
        first, *others = walked(self.root, self.error["loc"])[1]
        return tuple(name for name in first.model_fields if all(name in other.model_fields for other in others))

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
    owner, purpose = fault.route[:-1], _purpose(fault)
    hint = f"add `{fault.loc[-1]}:`" + (f" ({purpose})" if purpose else "")
    # Nothing stands where it is missing: point at the name of what it is missing from.
    place = fault.document.key_span(owner) if owner else Span(fault.document.file)
    return Diagnostic(Code.MISSING_FIELD, f"{fault.name} is missing", place, hint)


def _purpose(fault: _Fault) -> str:
    """What the field is for, as its model says."""
    field = str(fault.loc[-1])
    return purpose(fault.owner, field).rstrip(".") if field in fault.owner.model_fields else ""


_FIELD = re.compile(r"[^\sA-Z]+")
_TEXT_NOT_FIELD = (
    "if this is text, put all of it in quotes; if it goes on from the line above, start it in the same column"
)
"""Said of a name that no field has, because somebody wrote a colon in a text."""


def _unknown(fault: _Fault) -> Diagnostic:
    name = str(fault.loc[-1])
    owner = fault.spoken if len(fault.loc) == 1 else _spoken(fault.loc[:-1])
    known = fault.owner.model_fields
    where = _belongs(fault)
    if where:
        return fault.at_key(Code.UNKNOWN_FIELD, f"{owner} has no field `{name}`", f"`{name}` belongs {where}")
    meant = _meant(fault)
    lacks = f", and `{meant}` is missing" if meant and known[meant].is_required() else ""
    unknown = f"known here: {listed(known)}" if _FIELD.fullmatch(name) else _TEXT_NOT_FIELD
    hint = did_you_mean(name, _unused(fault)) or unknown
    return fault.at_key(Code.UNKNOWN_FIELD, f"{owner} has no field `{name}`{lacks}", hint)


def _belongs(fault: _Fault) -> str:
    """Where the unknown field belongs, if it is one that stands further in elsewhere."""
    of_entry = len(fault.loc) == 1 and "links" in fault.owner.model_fields
    return belongs(str(fault.loc[-1]), fault.value, fault.relations) if of_entry else ""


def _fallen_out(faults: Sequence[_Fault]) -> Iterator[Route]:
    """The fields of items that stand further down as fields of the entry, each in the last item that lacks it."""
    for fault in faults:
        if fault.error["type"] == "extra_forbidden" and _belongs(fault):
            name = fault.loc[-1]
            line = fault.document.key_span(fault.route).line
            lacking = [
                other.loc
                for other in faults
                if other.error["type"] == "missing"
                and (other.loc[0], other.loc[-1]) == (field_with(str(name)), name)
                and fault.document.span(other.route).line < line
            ]
            yield from lacking[-1:]


def _unused(fault: _Fault) -> tuple[str, ...]:
    """The fields that could stand beside the unknown one and do not."""
    used = _keys_at(fault.document, fault.route[:-1])
    return tuple(field for field in fault.owner.model_fields if field not in used)


def _meant(fault: _Fault) -> str | None:
    """The only field that the unknown one may have been meant to be."""
    found = candidates(str(fault.loc[-1]), _unused(fault))
    return found[0] if len(found) == 1 else None


def _choice(fault: _Fault) -> Diagnostic:
    choices = re.findall(r"'([^']*)'", str(fault.context.get("expected", "")))
    hint = did_you_mean(str(fault.value), choices) or f"write {listed(choices, last=' or ')}"
    return fault.at_value(Code.WRONG_CHOICE, f"{fault.name} cannot be {fault.what}", hint)


def _unknown_tag(fault: _Fault) -> Diagnostic:
    tag, choices = _tag_and_choices(fault)
    route, value = (*fault.route, tag), fault.value[tag]
    hint = did_you_mean(str(value), choices) or f"write {listed(choices, last=' or ')}"
    message = f"{_spoken((*fault.loc, tag))} cannot be " + (f"`{value}`" if isinstance(value, str) else "a list")
    return Diagnostic(Code.WRONG_CHOICE, message, fault.document.span(route), hint)


def _missing_tag(fault: _Fault) -> Diagnostic:
    tag, choices = _tag_and_choices(fault)
    hint = f"add `{tag}:` with {listed(choices, last=' or ')}"
    return fault.at_key(Code.MISSING_FIELD, f"{_spoken((*fault.loc, tag))} is missing", hint)


def _tag_and_choices(fault: _Fault) -> tuple[str, tuple[str, ...]]:
    """The field that says which model is meant, and what it can say."""
    found = tagged(walked(fault.root, fault.error["loc"])[1])
    return str(fault.context["discriminator"]).strip("'"), tuple(found)


def _empty(fault: _Fault) -> Diagnostic:
    return fault.at_value(Code.EMPTY_VALUE, f"{fault.name} is empty", "write something, or remove the field")


def _several_lines(fault: _Fault) -> Diagnostic:
    return fault.at_value(
        Code.WRONG_VALUE, f"{fault.name} {fault.error['msg']}", "join the lines; `>-` does that for you"
    )


def _not_an_id(fault: _Fault) -> Diagnostic:
    if not fault.value:
        return _empty(fault)
    if fault.context["pattern"] == ID_PATTERN:
        hint = f"an id has lower-case letters, digits and hyphens: `{slug(str(fault.value))}`"
        return fault.at_value(Code.WRONG_VALUE, f"`{fault.shown}` cannot be an id", hint)
    purpose = _purpose(fault)
    message = f"{fault.name} cannot be `{fault.shown}`"
    return fault.at_value(
        Code.WRONG_VALUE, message, f"it takes {purpose[:1].lower()}{purpose[1:]}" if purpose else None
    )


def _long(fault: _Fault) -> Diagnostic:
    most = fault.context["max_length"]
    message = f"{fault.name} has {len(str(fault.value))} characters; at most {most} are allowed"
    return fault.at_value(Code.TOO_LONG, message, "shorten it")


def _few(fault: _Fault) -> Diagnostic:
    least, found = fault.context["min_length"], fault.context["actual_length"]
    message = f"{fault.name} needs at least {least} item{'s' if least > 1 else ''} and has {found or 'none'}"
    return fault.at_key(Code.TOO_FEW, message, "add what is missing")


def _not_whole(fault: _Fault) -> Diagnostic:
    if re.fullmatch(r"-?[0-9]+", str(fault.value)):
        message = f"{fault.name} has {len(str(fault.value))} digits"
        return fault.at_value(Code.WRONG_VALUE, message, "write a number of at most nine digits")
    message = f"{fault.name} takes a whole number, not {fault.what}"
    return fault.at_value(Code.WRONG_TYPE, message, "write digits only, such as `15`")


def _no_number(fault: _Fault) -> Diagnostic:
    message = f"{fault.name} takes a number, not {fault.what}"
    return fault.at_value(Code.WRONG_TYPE, message, "write digits only, such as `15` or `0.5`")


def _too_small(fault: _Fault) -> Diagnostic:
    return fault.at_value(
        Code.WRONG_VALUE, f"{fault.name} is too small", f"write at least {in_digits(fault.context['ge'])}"
    )


def _too_large(fault: _Fault) -> Diagnostic:
    return fault.at_value(
        Code.WRONG_VALUE, f"{fault.name} is too large", f"write at most {in_digits(fault.context['le'])}"
    )


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
    hint = f"write its fields: {listed(fault.fields)}"
    return fault.at_value(Code.WRONG_TYPE, f"{fault.name} takes fields, not {fault.what}", hint)


def _not_named(fault: _Fault) -> Diagnostic:
    hint = "write names, each with a colon and what belongs to it, on lines of their own"
    return fault.at_value(Code.WRONG_TYPE, f"{fault.name} takes fields, not {fault.what}", hint)


def _otherwise(fault: _Fault) -> Diagnostic:
    return fault.at_value(Code.WRONG_VALUE, f"{fault.name}: {fault.error['msg']}", None)


_EXPLAINERS: Mapping[str, Callable[[_Fault], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": _unknown,
    "literal_error": _choice,
    "union_tag_invalid": _unknown_tag,
    "union_tag_not_found": _missing_tag,
    "empty": _empty,
    "one_line": _several_lines,
    "string_pattern_mismatch": _not_an_id,
    "string_too_long": _long,
    "too_short": _few,
    "whole_number": _not_whole,
    "number": _no_number,
    "float_type": _no_number,
    "true_false": _not_true_or_false,
    "int_type": _not_whole,
    "greater_than_equal": _too_small,
    "less_than_equal": _too_large,
    "bool_type": _not_true_or_false,
    "tuple_type": _not_a_list,
    "list_type": _not_a_list,
    "string_type": _not_text,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
    "dict_type": _not_named,
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
