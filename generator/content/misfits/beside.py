"""What stands beside and around a value that does not fit: it may belong elsewhere, or say what was meant."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, get_args

from generator.content.misfits.misfit import Misfit
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import listed
from generator.model.entry import Link
from generator.model.field_help import purpose
from generator.model.unions import walked


def entry_above(misfit: Misfit) -> str | None:
    """The name without fields above a field that belongs to it, but starts in its column."""
    names, at = _names_beside(misfit)
    fields = walked(misfit.root, misfit.error["loc"])[1][0].model_fields
    if not names or names[at] not in fields:
        return None
    above = next((name for name in reversed(names[:at]) if name not in fields), None)
    return above if above is not None and fields_beside(misfit)[above] == "" else None


def has_fields_below(misfit: Misfit) -> bool:
    """Whether it is a name without a value, and fields of it start below in its column."""
    names, at = _names_beside(misfit)
    fields = walked(misfit.root, misfit.error["loc"])[1][0].model_fields
    return misfit.value == "" and at + 1 < len(names) and names[at] not in fields and names[at + 1] in fields


def _names_beside(misfit: Misfit) -> tuple[list[str], int]:
    """The names in the mapping of the value, and which of them is its own; none for items of lists."""
    names = [str(name) for name in fields_beside(misfit)]
    return (names, names.index(str(misfit.loc[-1]))) if misfit.loc and str(misfit.loc[-1]) in names else ([], 0)


def fields_beside(misfit: Misfit) -> Mapping[str, Any]:
    """The fields among which the value is; none for items of lists."""
    data: Any = misfit.document.data
    for step in misfit.route[:-1]:
        data = data[step]
    return data if isinstance(data, dict) else {}


def follows_a_text(misfit: Misfit) -> bool:
    """Whether it is one of several texts where lists belong, and not the first."""
    return texts_beside(misfit) is not None and misfit.loc[-1] != 0


def texts_beside(misfit: Misfit) -> list[str] | None:
    """The items of the list in which the value is, if all are texts of a word or two."""
    if not isinstance(misfit.loc[-1], int):
        return None
    data: Any = misfit.document.data
    for step in misfit.route[:-1]:
        data = data[step]
    texts = [one for one in data if isinstance(one, str) and re.fullmatch(r"[\w'’-]+(?: [\w'’-]+)?", one)]
    return texts if len(texts) == len(data) > 1 else None


def own_links(misfit: Misfit) -> str | None:
    """The field with links that the value is beside of, must be there and is missing."""
    beside, fields = fields_beside(misfit), misfit.owner.model_fields
    lists = (name for name, info in fields.items() if info.is_required() and Link in get_args(info.annotation))
    return next((name for name in lists if name not in beside), None)


_NOTHING = frozenset(
    {"~", "null", "none", "nil", "n/a", "na", "-", "--", "?", "…", "...", "nothing", "keine", "leer", "tbd"}
)
"""What people type where they have nothing to say."""


def nothing(misfit: Misfit) -> Diagnostic | None:
    """The diagnostic for a word that says that there is nothing, in a field that can be left out."""
    field = misfit.owner.model_fields.get(str(misfit.loc[-1])) if misfit.loc else None
    written = misfit.value.strip().casefold() if isinstance(misfit.value, str) else ""
    if field is None or field.is_required() or written not in _NOTHING or misfit.is_name:
        return None
    message = f"{misfit.name} has no value: `{misfit.shown}` says nothing here"
    return misfit.at_value(codes.EMPTY_VALUE, message, "write a value, or delete this field if there is nothing to say")


def purpose_of_names(misfit: Misfit) -> str:
    """What the field is for in which values stand under names, of which this is one."""
    loc = tuple(misfit.error["loc"])
    owner, field = walked(misfit.root, loc[:-2])[1][0], str(loc[-2]) if len(loc) > 1 else ""
    return purpose(owner, field).rstrip(".") if field in owner.model_fields else ""


def has_hyphen(misfit: Misfit) -> bool:
    span = misfit.document.span(misfit.route)
    return misfit.document.text.split("\n")[span.line - 1].lstrip().startswith("-")


def one_by_one(misfit: Misfit) -> str | None:
    """How to write several ids where one belongs."""
    ids, fields = misfit.value, list(misfit.owner.model_fields)
    if len(ids) < 2:
        return None
    if len(misfit.loc) < 2 or not isinstance(misfit.loc[-2], int) or fields[0] != misfit.loc[-1]:
        return f"only one can stand here: write {listed(ids, last=' or ')}"
    why = ", with a `why:` of its own" if "why" in fields else ""
    return f"write an item of its own for each{why}: {listed(f'- {fields[0]}: {one}' for one in ids)}"
