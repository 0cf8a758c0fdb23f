"""Unknown fields: the field that was probably meant, or the place to which it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from pathlib import PurePosixPath
from typing import Any

from generator.content.misfits.correction import corrected
from generator.content.misfits.displaced import belongs, field_with
from generator.content.misfits.misfit import Misfit, route_text
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import candidates, did_you_mean, listed
from generator.model.slug import slug
from generator.reading.document import Document

_FIELD = re.compile(r"[^\sA-Z]+")
_TEXT_NOT_FIELD = (
    "if this is text, put the whole text in quotes; if it continues the line above, start it in the same column"
)
"""The hint for a name that looks like text with a colon in it."""


def unknown(misfit: Misfit) -> Diagnostic:
    """The diagnostic for an unknown field."""
    name = str(misfit.loc[-1])
    owner = misfit.root_name if len(misfit.loc) == 1 else route_text(misfit.loc[:-1])
    known = misfit.owner.model_fields
    said_by_place = _said_by_place(misfit)
    if said_by_place:
        return misfit.at_key(codes.UNKNOWN_FIELD, f"{owner} has no field `{name}`", said_by_place)
    where = _belongs(misfit)
    if where:
        return misfit.at_key(codes.UNKNOWN_FIELD, f"{owner} has no field `{name}`", f"`{name}` belongs {where}")
    near = probable_field(misfit)
    lacks = f", and `{near}` is missing" if near and known[near].is_required() else ""
    otherwise = f"known fields: {listed(known)}" if _FIELD.fullmatch(name) else _TEXT_NOT_FIELD
    unused = _unused(misfit)
    hint, fix = did_you_mean(name, unused) or otherwise, corrected(misfit.document, misfit.route, unused)
    return misfit.at_key(codes.UNKNOWN_FIELD, f"{owner} has no field `{name}`{lacks}", hint, fix)


def _said_by_place(misfit: Misfit) -> str:
    """The hint for a field of an entry that says what the name of its file or its folder says already; else nothing."""
    field, file = str(misfit.loc[-1]).lower(), PurePosixPath(misfit.document.file)
    if len(misfit.loc) > 1 or "links" not in misfit.owner.model_fields:
        return ""
    if field in ("id", "slug"):
        own = str(misfit.prefix[0]) if misfit.prefix else file.stem
        where = f"the line `{own}:` above its fields" if misfit.prefix else f"the name of its file, `{file.name}`"
        if str(misfit.value) in (own, ""):
            return f"the id is {where}: delete this line"
        given = slug(str(misfit.value))
        new = f"`{given}:`" if misfit.prefix else f"`{given}.yml`"
        return f"the id is {where}: delete this line; to change the id, write {new} there"
    if field in ("kind", "type") and field not in misfit.owner.model_fields:
        folder = file if misfit.prefix else f"{file.parent}/"
        return f"the kind is that of `{folder}`: delete this line"
    return ""


def _belongs(misfit: Misfit) -> str:
    """The place to which the unknown field belongs, if it is a field of links or sources."""
    of_entry = len(misfit.loc) == 1 and "links" in misfit.owner.model_fields
    return belongs(str(misfit.loc[-1]), misfit.value, misfit.relations) if of_entry else ""


def displaced_fields(misfits: Sequence[Misfit]) -> Iterator[Route]:
    """The routes of missing fields of items that are written below as fields of the entry."""
    for misfit in misfits:
        if misfit.error["type"] == "extra_forbidden" and _belongs(misfit):
            name = misfit.loc[-1]
            line = misfit.document.key_span(misfit.route).line
            lacking = [
                other.loc
                for other in misfits
                if other.error["type"] == "missing"
                and (other.loc[0], other.loc[-1]) == (field_with(str(name)), name)
                and misfit.document.span(other.route).line < line
            ]
            yield from lacking[-1:]


def _unused(misfit: Misfit) -> tuple[str, ...]:
    """The allowed fields that are not used beside the unknown one."""
    used = _keys_at(misfit.document, misfit.route[:-1])
    return tuple(field for field in misfit.owner.model_fields if field not in used)


def probable_field(misfit: Misfit) -> str | None:
    """The field that was probably meant, if there is only one candidate."""
    found = candidates(str(misfit.loc[-1]), _unused(misfit))
    return found[0] if len(found) == 1 else None


def _keys_at(document: Document, route: Route) -> frozenset[str]:
    data: Any = document.data
    for part in route:
        data = data[part]
    return frozenset(data) if isinstance(data, dict) else frozenset()
