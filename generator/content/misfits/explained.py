"""Say in words what does not fit a model: what is wrong, where, and what to type instead."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping

from pydantic import BaseModel, ValidationError

from generator.content.ids import slug
from generator.content.misfits.misfit import Fault, spoken_of
from generator.content.misfits.unknown_field import fallen_out, meant, unknown
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_FAULTS, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, listed
from generator.model.field_help import purpose
from generator.model.unions import tagged, walked
from generator.model.values import ID_PATTERN, in_digits
from generator.reading.document import Document


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
    found = [Fault(fault, document, model, spoken, prefix, relations) for fault in faults]
    displaced = set(fallen_out(found))
    misspelt = {(*fault.loc[:-1], meant(fault)) for fault in found if fault.error["type"] == "extra_forbidden"}
    for fault in found:
        kind = fault.error["type"]
        if kind == "too_short" and len(fault.value) >= fault.context["min_length"]:
            continue  # pydantic counts the items that fit; the others have been explained
        if kind == "missing" and fault.loc in misspelt:
            continue  # it is there under the misspelt name
        if kind == "missing" and fault.loc in displaced:
            continue  # it is there, too far left
        yield _EXPLAINERS.get(kind, _otherwise)(fault)


def _missing(fault: Fault) -> Diagnostic:
    owner, purpose = fault.route[:-1], _purpose(fault)
    hint = f"add `{fault.loc[-1]}:`" + (f" ({purpose})" if purpose else "")
    # Nothing stands where it is missing: point at the name of what it is missing from.
    place = fault.document.key_span(owner) if owner else Span(fault.document.file)
    return Diagnostic(codes.MISSING_FIELD, f"{fault.name} is missing", place, hint)


def _purpose(fault: Fault) -> str:
    """What the field is for, as its model says."""
    field = str(fault.loc[-1])
    return purpose(fault.owner, field).rstrip(".") if field in fault.owner.model_fields else ""


def _choice(fault: Fault) -> Diagnostic:
    choices = re.findall(r"'([^']*)'", str(fault.context.get("expected", "")))
    hint = did_you_mean(str(fault.value), choices) or f"write {listed(choices, last=' or ')}"
    return fault.at_value(codes.WRONG_CHOICE, f"{fault.name} cannot be {fault.what}", hint)


def _unknown_tag(fault: Fault) -> Diagnostic:
    tag, choices = _tag_and_choices(fault)
    route, value = (*fault.route, tag), fault.value[tag]
    hint = did_you_mean(str(value), choices) or f"write {listed(choices, last=' or ')}"
    message = f"{spoken_of((*fault.loc, tag))} cannot be " + (f"`{value}`" if isinstance(value, str) else "a list")
    return Diagnostic(codes.WRONG_CHOICE, message, fault.document.span(route), hint)


def _missing_tag(fault: Fault) -> Diagnostic:
    tag, choices = _tag_and_choices(fault)
    hint = f"add `{tag}:` with {listed(choices, last=' or ')}"
    return fault.at_key(codes.MISSING_FIELD, f"{spoken_of((*fault.loc, tag))} is missing", hint)


def _tag_and_choices(fault: Fault) -> tuple[str, tuple[str, ...]]:
    """The field that says which model is meant, and what it can say."""
    found = tagged(walked(fault.root, fault.error["loc"])[1])
    return str(fault.context["discriminator"]).strip("'"), tuple(found)


def _empty(fault: Fault) -> Diagnostic:
    return fault.at_value(codes.EMPTY_VALUE, f"{fault.name} is empty", "write something, or remove the field")


def _several_lines(fault: Fault) -> Diagnostic:
    return fault.at_value(
        codes.WRONG_VALUE, f"{fault.name} {fault.error['msg']}", "join the lines; `>-` does that for you"
    )


def _not_an_id(fault: Fault) -> Diagnostic:
    if not fault.value:
        return _empty(fault)
    if fault.context["pattern"] == ID_PATTERN:
        hint = f"an id has lower-case letters, digits and hyphens: `{slug(str(fault.value))}`"
        return fault.at_value(codes.WRONG_VALUE, f"`{fault.shown}` cannot be an id", hint)
    purpose = _purpose(fault)
    message = f"{fault.name} cannot be `{fault.shown}`"
    return fault.at_value(
        codes.WRONG_VALUE, message, f"it takes {purpose[:1].lower()}{purpose[1:]}" if purpose else None
    )


def _long(fault: Fault) -> Diagnostic:
    most = fault.context["max_length"]
    message = f"{fault.name} has {len(str(fault.value))} characters; at most {most} are allowed"
    return fault.at_value(codes.TOO_LONG, message, "shorten it")


def _few(fault: Fault) -> Diagnostic:
    least, found = fault.context["min_length"], fault.context["actual_length"]
    message = f"{fault.name} needs at least {least} item{'s' if least > 1 else ''} and has {found or 'none'}"
    return fault.at_key(codes.TOO_FEW, message, "add what is missing")


def _not_whole(fault: Fault) -> Diagnostic:
    if re.fullmatch(r"-?[0-9]+", str(fault.value)):
        message = f"{fault.name} has {len(str(fault.value))} digits"
        return fault.at_value(codes.WRONG_VALUE, message, "write a number of at most nine digits")
    message = f"{fault.name} takes a whole number, not {fault.what}"
    return fault.at_value(codes.WRONG_TYPE, message, "write digits only, such as `15`")


def _no_number(fault: Fault) -> Diagnostic:
    message = f"{fault.name} takes a number, not {fault.what}"
    return fault.at_value(codes.WRONG_TYPE, message, "write digits only, such as `15` or `0.5`")


def _too_small(fault: Fault) -> Diagnostic:
    return fault.at_value(
        codes.WRONG_VALUE, f"{fault.name} is too small", f"write at least {in_digits(fault.context['ge'])}"
    )


def _too_large(fault: Fault) -> Diagnostic:
    return fault.at_value(
        codes.WRONG_VALUE, f"{fault.name} is too large", f"write at most {in_digits(fault.context['le'])}"
    )


def _not_true_or_false(fault: Fault) -> Diagnostic:
    meant = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(fault.value).lower())
    message = f"{fault.name} takes `true` or `false`, not {fault.what}"
    return fault.at_value(codes.WRONG_TYPE, message, f"write `{meant}`" if meant else "write `true` or `false`")


def _not_a_list(fault: Fault) -> Diagnostic:
    message = f"{fault.name} takes a list, not {fault.what}"
    return fault.at_value(codes.WRONG_TYPE, message, "start each item on a line of its own with `- `")


def _not_text(fault: Fault) -> Diagnostic:
    hint = "write one text; if it begins with `- `, `[` or `{` or holds `: `, put it in quotes"
    return fault.at_value(codes.WRONG_TYPE, f"{fault.name} takes text, not {fault.what}", hint)


def _not_fields(fault: Fault) -> Diagnostic:
    hint = f"write its fields: {listed(fault.fields)}"
    return fault.at_value(codes.WRONG_TYPE, f"{fault.name} takes fields, not {fault.what}", hint)


def _not_named(fault: Fault) -> Diagnostic:
    hint = "write names, each with a colon and what belongs to it, on lines of their own"
    return fault.at_value(codes.WRONG_TYPE, f"{fault.name} takes fields, not {fault.what}", hint)


def _otherwise(fault: Fault) -> Diagnostic:
    return fault.at_value(codes.WRONG_VALUE, f"{fault.name}: {fault.error['msg']}", None)


_EXPLAINERS: Mapping[str, Callable[[Fault], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": unknown,
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
