"""Turn validation errors into diagnostics: what is wrong, where, and the correction."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping

from pydantic import BaseModel, ValidationError

from generator.content.ids import suggested
from generator.content.misfits.beside import (
    entry_above,
    follows_a_text,
    has_fields_below,
    has_hyphen,
    nothing,
    one_by_one,
    own_links,
    purpose_of_names,
    texts_beside,
)
from generator.content.misfits.labels import listed_with_labels, of_label
from generator.content.misfits.links_in_list import under_relation
from generator.content.misfits.misfit import Misfit, route_text
from generator.content.misfits.names_in_list import as_names
from generator.content.misfits.numbers import no_number, not_whole, number_of_item, too_large, too_small
from generator.content.misfits.rewritten import (
    as_list,
    as_one_text,
    as_taken,
    in_order_of_time,
    last_of_path,
    quoted,
    without_brackets,
)
from generator.content.misfits.shaped import as_fields, as_items, as_named, of_missing_items
from generator.content.misfits.unknown_field import displaced_fields, is_named_item, is_text, probable_field, unknown
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import MOST_PER_CODE, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, listed
from generator.model.field_help import purpose
from generator.model.kind import Kind
from generator.model.unions import tagged, walked
from generator.model.values import ID_PATTERN, is_id
from generator.reading.document import Document
from generator.reading.mistakes.hyphens import MESSAGE, NO_SPACE_AFTER_HYPHEN, written

MOST_WORDS = 4
"""So many words of a group are written out in a hint."""


def explained(
    error: ValidationError,
    document: Document,
    model: type[BaseModel],
    name: str,
    prefix: Route = (),
    relations: Collection[str] = (),
    kinds: Iterable[Kind] = (),
) -> Iterator[Diagnostic]:
    """The problems that `error` found in the data at `prefix`.

    `name` is how messages call a value of `model`, such as `a tell`; `relations` are allowed under its `links`.
    `kinds` are all kinds, for fields that others have.
    """
    misfits = error.errors(include_url=False)[:MOST_PER_CODE]
    found = [Misfit(misfit, document, model, name, prefix, relations, kinds) for misfit in misfits]
    displaced, in_text = (
        set(displaced_fields(found)),
        {misfit.loc[:-1] for misfit in found if is_text(misfit) or is_named_item(misfit)},
    )
    misspelt = {
        (*misfit.loc[:-1], probable_field(misfit)) for misfit in found if misfit.error["type"] == "extra_forbidden"
    }
    for misfit in found:
        kind = misfit.error["type"]
        if kind == "too_short" and len(misfit.value) >= misfit.context["min_length"]:
            continue  # pydantic counts only valid items; the invalid ones have their own diagnostics
        if kind == "missing" and misfit.loc in misspelt:
            continue  # it exists under a misspelt name
        if kind == "missing" and (misfit.loc in displaced or misfit.loc[:-1] in in_text):
            continue  # it exists with too little indentation, or the item is a text with a colon
        if kind in ("model_type", "model_attributes_type") and has_fields_below(misfit):
            continue  # the first of them is reported
        if kind == "tuple_type" and follows_a_text(misfit):
            continue  # the words of one group as items, of which the first is reported
        if kind == "empty" and _is_cut_off(misfit):
            continue  # that its text was taken for a comment has been reported
        yield nothing(misfit) or _EXPLAINERS.get(kind, _otherwise)(misfit)


def _missing(misfit: Misfit) -> Diagnostic:
    owner, purpose = misfit.route[:-1], _purpose(misfit)
    hint = f"add `{misfit.loc[-1]}:{number_of_item(misfit)}`" + (f" ({purpose})" if purpose else "")
    # A missing field has no place of its own: point at the field that should contain it, or at the first of the file.
    place = misfit.document.key_span(owner) if owner else _first_field(misfit.document)
    return Diagnostic(codes.MISSING_FIELD, f"{misfit.name} is missing", place, hint, about=misfit.loc)


def _first_field(document: Document) -> Span:
    """Where the fields begin, below the comments at the top."""
    first = next(iter(document.keys.values()), Span(document.file))
    return Span(document.file, first.line, first.column)


def _purpose(misfit: Misfit) -> str:
    """The purpose of the field, from the docstring in its model."""
    field = str(misfit.loc[-1])
    return purpose(misfit.owner, field).rstrip(".") if field in misfit.owner.model_fields else ""


def _choice(misfit: Misfit) -> Diagnostic:
    choices = re.findall(r"'([^']*)'", str(misfit.context.get("expected", "")))
    hint = of_label(misfit, choices) or did_you_mean(str(misfit.value), choices) or listed_with_labels(misfit, choices)
    return misfit.at_value(codes.WRONG_CHOICE, f"{misfit.name} cannot be {misfit.what}", hint)


def _unknown_tag(misfit: Misfit) -> Diagnostic:
    tag, choices = _tag_and_choices(misfit)
    route, value = (*misfit.route, tag), misfit.value[tag]
    hint = did_you_mean(str(value), choices) or f"write {listed(choices, last=' or ')}"
    message = f"{route_text((*misfit.loc, tag))} cannot be " + (f"`{value}`" if isinstance(value, str) else "a list")
    return Diagnostic(codes.WRONG_CHOICE, message, misfit.document.span(route), hint)


def _missing_tag(misfit: Misfit) -> Diagnostic:
    tag, choices = _tag_and_choices(misfit)
    parts, names = tagged(walked(misfit.root, misfit.error["loc"])[1]), set(misfit.value)
    fitting = [choice for choice in choices if names <= parts[choice].model_fields.keys()] or choices
    only = fitting[0] if len(fitting) == 1 else ""
    hint = f"add `{tag}: {only}`" if only else f"add `{tag}:` with {listed(fitting, last=' or ')}"
    return misfit.at_key(codes.MISSING_FIELD, f"{route_text((*misfit.loc, tag))} is missing", hint)


def _tag_and_choices(misfit: Misfit) -> tuple[str, tuple[str, ...]]:
    """The field that selects one of several models, and its allowed values."""
    found = tagged(walked(misfit.root, misfit.error["loc"])[1])
    return str(misfit.context["discriminator"]).strip("'"), tuple(found)


def _empty(misfit: Misfit) -> Diagnostic:
    field = misfit.owner.model_fields.get(str(misfit.loc[-1]))
    hint = "write a value" if field and field.is_required() else "write a value, or remove the field"
    if misfit.loc and isinstance(misfit.loc[-1], int):
        hint = (
            "write something behind the hyphen, or delete it" if has_hyphen(misfit) else "write a value, or delete it"
        )
    if field is None and isinstance(misfit.loc[-1], str) and (named := purpose_of_names(misfit)):
        hint = f"write its value behind the colon ({named})"
    return misfit.at_value(codes.EMPTY_VALUE, f"{misfit.name} is empty", hint)


def _is_cut_off(misfit: Misfit) -> bool:
    """Whether a `#` follows where the value should stand, and no comment: `colour: #1a7f5a`."""
    span = misfit.document.span(misfit.route)
    return bool(re.match(r"\s*#\S| ?#", misfit.document.text.split("\n")[span.line - 1][span.column - 1 :]))


def _several_lines(misfit: Misfit) -> Diagnostic:
    return misfit.at_value(
        codes.WRONG_VALUE, f"{misfit.name} {misfit.error['msg']}", "write one line, or start the text with `>-`"
    )


def _not_an_id(misfit: Misfit) -> Diagnostic:
    if not misfit.value:
        return _empty(misfit)
    if misfit.context["pattern"] == ID_PATTERN:
        last = last_of_path(str(misfit.value))
        hint = f"write `{last}`" if is_id(last) else f"an id has {suggested(last)}"
        at = misfit.at_key if misfit.is_name else misfit.at_value
        return at(codes.WRONG_VALUE, f"`{misfit.shown}` is not a valid id", hint)
    purpose = _purpose(misfit)
    expected = f"expected: {purpose[:1].lower()}{purpose[1:]}" if purpose else None
    written = as_taken(misfit)
    message, remedy = f"{misfit.name} cannot be `{misfit.shown}`", f"write `{written}`" if written else expected
    return misfit.at_value(codes.WRONG_VALUE, message, remedy)


def _long(misfit: Misfit) -> Diagnostic:
    most = misfit.context["max_length"]
    message = f"{misfit.name} has {len(str(misfit.value))} characters; at most {most} are allowed"
    return misfit.at_value(codes.TOO_LONG, message, "shorten it")


def _few(misfit: Misfit) -> Diagnostic:
    least, found = misfit.context["min_length"], misfit.context["actual_length"]
    message = f"{misfit.name} needs at least {least} item{'s' if least > 1 else ''} and has {found or 'none'}"
    return misfit.at_key(codes.TOO_FEW, message, of_missing_items(misfit) or "add items")


def _not_true_or_false(misfit: Misfit) -> Diagnostic:
    value = {"yes": "true", "on": "true", "no": "false", "off": "false"}.get(str(misfit.value).lower())
    message = f"{misfit.name} must be `true` or `false`, not {misfit.what}"
    return misfit.at_value(codes.WRONG_TYPE, message, f"write `{value}`" if value else "write `true` or `false`")


def _not_a_list(misfit: Misfit) -> Diagnostic:
    item = NO_SPACE_AFTER_HYPHEN.match(misfit.value) if isinstance(misfit.value, str) else None
    if item:
        return misfit.at_value(codes.WRONG_TYPE, MESSAGE, f"{written(item['value'])} on a line of its own")
    message = f"{misfit.name} must be a list, not {misfit.what}"
    if texts := texts_beside(misfit):
        hint = f"write each group of words in brackets on a line of its own: `- [{', '.join(texts[:MOST_WORDS])}]`"
        return misfit.at_value(codes.WRONG_TYPE, message, hint)
    hint = as_items(misfit) or as_list(as_names(misfit), of_links=misfit.takes_links)
    return misfit.at_value(codes.WRONG_TYPE, message, hint)


def _not_text(misfit: Misfit) -> Diagnostic:
    hint = (
        quoted(misfit)
        or without_brackets(misfit.value)
        or as_one_text(misfit)
        or "write a single text; if it starts with `- `, `[` or `{`, put it in quotes"
    )
    if misfit.takes_id and isinstance(misfit.value, list) and all(isinstance(one, str) for one in misfit.value):
        hint = one_by_one(misfit) or hint
    return misfit.at_value(codes.WRONG_TYPE, f"{misfit.name} must be text, not {misfit.what}", hint)


def _not_fields(misfit: Misfit) -> Diagnostic:
    if above := entry_above(misfit):
        message = f"`{misfit.loc[-1]}` belongs to `{above}`, and starts in its column"
        return misfit.at_key(codes.WRONG_TYPE, message, "indent it by two spaces")
    first, *others = misfit.fields
    hint = (as_fields(misfit) if misfit.loc else None) or f"write its fields: {listed(misfit.fields)}"
    if isinstance(misfit.value, str) and others and misfit.takes_reference(first):
        below = f"and {listed(f'{name}:' for name in others)} under it, in the same column"
        hint = f"write `{first}: {misfit.shown}`, {below}"
        if "/" in misfit.value:
            hint = f"write `{first}:` with the id of an entry, which is the name of its file without `.yml`, {below}"
    return misfit.at_value(codes.WRONG_TYPE, f"{misfit.name} must contain fields, not {misfit.what}", hint)


def _not_named(misfit: Misfit) -> Diagnostic:
    purpose = _purpose(misfit)
    each = "write each name on its own line, followed by a colon and its value" + (f" ({purpose})" if purpose else "")
    hint = as_named(misfit) or each
    if misfit.loc == ("links",):
        hint = under_relation(misfit)
        if own := own_links(misfit):
            hint = f"write `{own}:` in place of `links:`, if these are meant; otherwise, {hint}"
    return misfit.at_value(codes.WRONG_TYPE, f"{misfit.name} must contain fields, not {misfit.what}", hint)


def _misformed(misfit: Misfit) -> Diagnostic:
    message = f"{misfit.name} {misfit.error['msg']}" + (f": {misfit.what}" if misfit.value else "")
    return misfit.at_value(codes.WRONG_VALUE, message, misfit.context["hint"])


def _not_a_day(misfit: Misfit) -> Diagnostic:
    message = f"{misfit.name} is `{misfit.shown}`, which is not a day of the calendar"
    day = in_order_of_time(str(misfit.value))
    hint = f"write `{day}`" if day else "write year, month and day, as in `2026-03-01`"
    return misfit.at_value(codes.WRONG_VALUE, message, hint)


def _otherwise(misfit: Misfit) -> Diagnostic:
    message = f"{misfit.name}: {misfit.error['msg']}"
    return misfit.at_value(codes.WRONG_VALUE, message, misfit.context.get("hint"))


_EXPLAINERS: Mapping[str, Callable[[Misfit], Diagnostic]] = {
    "missing": _missing,
    "extra_forbidden": unknown,
    "literal_error": _choice,
    "union_tag_invalid": _unknown_tag,
    "union_tag_not_found": _missing_tag,
    "empty": _empty,
    "form": _misformed,
    "one_line": _several_lines,
    "day": _not_a_day,
    "string_pattern_mismatch": _not_an_id,
    "string_too_long": _long,
    "too_short": _few,
    "whole_number": not_whole,
    "number": no_number,
    "float_type": no_number,
    "true_false": _not_true_or_false,
    "int_type": not_whole,
    "greater_than_equal": too_small,
    "less_than_equal": too_large,
    "bool_type": _not_true_or_false,
    "tuple_type": _not_a_list,
    "list_type": _not_a_list,
    "string_type": _not_text,
    "model_type": _not_fields,
    "model_attributes_type": _not_fields,
    "dict_type": _not_named,
}
