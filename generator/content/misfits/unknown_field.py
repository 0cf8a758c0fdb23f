"""What to say of a field that does not exist: what it was meant to be, or where it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.content.misfits.displaced import belongs, field_with
from generator.content.misfits.misfit import Fault, spoken_of
from generator.content.misfits.misspelt import corrected
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import candidates, did_you_mean, listed
from generator.reading.document import Document

_FIELD = re.compile(r"[^\sA-Z]+")
_TEXT_NOT_FIELD = (
    "if this is text, put all of it in quotes; if it goes on from the line above, start it in the same column"
)
"""Said of a name that no field has, because somebody wrote a colon in a text."""


def unknown(fault: Fault) -> Diagnostic:
    """That there is no such field, with what to write or where to write it."""
    name = str(fault.loc[-1])
    owner = fault.spoken if len(fault.loc) == 1 else spoken_of(fault.loc[:-1])
    known = fault.owner.model_fields
    where = _belongs(fault)
    if where:
        return fault.at_key(codes.UNKNOWN_FIELD, f"{owner} has no field `{name}`", f"`{name}` belongs {where}")
    near = meant(fault)
    lacks = f", and `{near}` is missing" if near and known[near].is_required() else ""
    otherwise = f"known here: {listed(known)}" if _FIELD.fullmatch(name) else _TEXT_NOT_FIELD
    unused = _unused(fault)
    hint, fix = did_you_mean(name, unused) or otherwise, corrected(fault.document, fault.route, unused)
    return fault.at_key(codes.UNKNOWN_FIELD, f"{owner} has no field `{name}`{lacks}", hint, fix)


def _belongs(fault: Fault) -> str:
    """Where the unknown field belongs, if it is one that stands further in elsewhere."""
    of_entry = len(fault.loc) == 1 and "links" in fault.owner.model_fields
    return belongs(str(fault.loc[-1]), fault.value, fault.relations) if of_entry else ""


def fallen_out(faults: Sequence[Fault]) -> Iterator[Route]:
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


def _unused(fault: Fault) -> tuple[str, ...]:
    """The fields that could stand beside the unknown one and do not."""
    used = _keys_at(fault.document, fault.route[:-1])
    return tuple(field for field in fault.owner.model_fields if field not in used)


def meant(fault: Fault) -> str | None:
    """The only field that the unknown one may have been meant to be."""
    found = candidates(str(fault.loc[-1]), _unused(fault))
    return found[0] if len(found) == 1 else None


def _keys_at(document: Document, route: Route) -> frozenset[str]:
    data: Any = document.data
    for part in route:
        data = data[part]
    return frozenset(data) if isinstance(data, dict) else frozenset()
