"""Unknown fields: the field that was probably meant, or the place to which it belongs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import get_close_matches
from pathlib import PurePosixPath
from typing import get_args

from generator.content.misfits.beside import fields_beside
from generator.content.misfits.correction import corrected
from generator.content.misfits.displaced import belongs, field_with
from generator.content.misfits.misfit import Misfit, route_text
from generator.content.misfits.of_other_kind import owners
from generator.content.misfits.other_names import called_here
from generator.content.misfits.rewritten import quoted_text
from generator.content.misfits.shaped import named_item
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import candidates, did_you_mean, listed, shortened
from generator.model.entry import Part
from generator.model.field_help import purpose
from generator.model.slug import slug

NEARLY_THE_SAME = 0.8
"""The least similarity, from 0 to 1, of a name that is misspelt rather than a field of another kind."""

_FIELD = re.compile(r"[^\sA-Z]+")
_TEXT_NOT_FIELD = (
    "if this is text, put the whole text in quotes; if it continues the line above, start it in the same column"
)
"""The hint for a name that looks like text with a colon in it."""


def unknown(misfit: Misfit) -> Diagnostic:
    """The diagnostic for an unknown field."""
    name = str(misfit.loc[-1])
    known, lacking = misfit.owner.model_fields, f"{_owner(misfit)} has no field `{name}`"
    if said := _by_its_place(misfit, lacking) or _by_its_text(misfit, lacking) or _by_its_name(misfit, lacking):
        message, hint = said
        return misfit.at_key(codes.UNKNOWN_FIELD, message, hint)
    near = probable_field(misfit)
    lacks = f", and `{near}` is missing" if near and known[near].is_required() else ""
    otherwise = f"known fields: {listed(known)}" if _FIELD.fullmatch(name) else _TEXT_NOT_FIELD
    unused = _unused(misfit)
    hint, fix = did_you_mean(name, unused) or otherwise, corrected(misfit.document, misfit.route, unused)
    return misfit.at_key(codes.UNKNOWN_FIELD, f"{lacking}{lacks}", hint, fix)


def _owner(misfit: Misfit) -> str:
    return misfit.root_name if len(misfit.loc) == 1 else route_text(misfit.loc[:-1])


def _by_its_place(misfit: Misfit, lacking: str) -> tuple[str, str] | None:
    """Message and hint for a field that is written somewhere else."""
    name = str(misfit.loc[-1])
    if said := _said_by_place(misfit):
        return lacking, said
    if where := _belongs(misfit):
        return lacking, f"`{name}` belongs {where}"
    return None


def _by_its_text(misfit: Misfit, lacking: str) -> tuple[str, str] | None:
    """Message and hint for what is no field, but a part of a text or of a number."""
    name = str(misfit.loc[-1])
    if is_text(misfit):
        return lacking, quoted_text(name, fields_beside(misfit)[name])
    if decimal := _decimal(misfit):
        return f"the comma in `{decimal}` starts a new field", _with_point(decimal)
    if text := _text_with_comma(misfit):
        return f"the comma before `{shortened(name)}` starts a new field", f"put the text in quotes: write `{text}`"
    if unspaced := _without_space(misfit):
        return f"there is no space after the colon of `{unspaced[0]}`", f"write `{': '.join(unspaced)}`"
    return None


def _by_its_name(misfit: Misfit, lacking: str) -> tuple[str, str] | None:
    """Message and hint for a field that has another name here, or that something else has."""
    name = str(misfit.loc[-1])
    if label := _label(misfit):
        return lacking, f"this is what `{label}` is called: write `{label}`"
    if bounds := _bounds(misfit):
        return lacking, f"write {bounds} in its place, each on a line of its own"
    if two := named_item(misfit):
        return lacking, f"write `- {two}`"
    if above := _list_above(misfit):
        field, first = above
        where = f"write `{field}:`, below it `- {first}: …`, and `{name}:` under that"
        return f"{lacking}, and `{field}` is missing", f"`{name}` belongs to an item of `{field}`: {where}"
    if here := _called_here(misfit):
        lacks = f", and `{here}` is missing" if misfit.owner.model_fields[here].is_required() else ""
        is_for = purpose(misfit.owner, here).rstrip(".")
        return f"{lacking}{lacks}", f"write `{here}`" + (f" ({is_for})" if is_for else "")
    if of := _owners(misfit):
        return lacking, f"`{name}` is a field of {of}: remove it here, or put its text into another field"
    return None


def _list_above(misfit: Misfit) -> tuple[str, str] | None:
    """The required list that is missing and whose items have the field, with the first field of its items."""
    name = str(misfit.loc[-1])
    for field in _unused(misfit):
        info = misfit.owner.model_fields[field]
        for item in get_args(info.annotation) if info.is_required() else ():
            if isinstance(item, type) and issubclass(item, Part) and name in item.model_fields:
                first = next(iter(item.model_fields))
                return (field, first) if first != name else None
    return None


def _owners(misfit: Misfit) -> str:
    """The other kinds that have this field of an entry, unless a field of its own is nearly the same."""
    name = str(misfit.loc[-1])
    if len(misfit.loc) > 1 or get_close_matches(name.lower(), _unused(misfit), cutoff=NEARLY_THE_SAME):
        return ""
    return owners(name, misfit.kinds)


def is_text(misfit: Misfit) -> bool:
    """Whether an unknown field is the beginning of a text, up to a colon, which is an item of a list by itself."""
    if misfit.error["type"] != "extra_forbidden" or len(misfit.loc) < 2 or not isinstance(misfit.loc[-2], int):
        return False
    beside = fields_beside(misfit)
    name = str(misfit.loc[-1])
    return len(beside) == 1 and isinstance(beside.get(name), str) and not _FIELD.fullmatch(name) and not _label(misfit)


def is_named_item(misfit: Misfit) -> bool:
    """Whether an unknown field and its text stand for two fields of an item."""
    is_unknown = misfit.error["type"] == "extra_forbidden"
    return is_unknown and (named_item(misfit) is not None or _bounds(misfit) is not None)


def _bounds(misfit: Misfit) -> str | None:
    """The two fields that a range stands for: `at_least: 6` and `at_most: 9` for `range: 6-9`."""
    found = re.fullmatch(r"(\d{1,9}) ?(?:-|–|to|bis) ?(\d{1,9})", str(misfit.value).strip())
    if not found or not {"at_least", "at_most"} <= {*_unused(misfit)}:
        return None
    return f"`at_least: {found[1]}` and `at_most: {found[2]}`"


def _decimal(misfit: Misfit) -> str | None:
    """The number with a comma in braces, `{fee: 2,5}`, of which YAML takes the decimals for a field."""
    name, span = str(misfit.loc[-1]), misfit.document.key_span(misfit.route)
    before = misfit.document.text.split("\n")[span.line - 1][: span.column - 1]
    whole = re.search(r"(?<=[:\s])-?\d+,$", before)
    return f"{whole[0]}{name}" if whole and name.isdigit() and misfit.value in (None, "") else None


def _text_with_comma(misfit: Misfit) -> str | None:
    """The field in braces, `{says: No, please}`, whose text has a comma, of which YAML takes the end for a field."""
    name, span, beside = str(misfit.loc[-1]), misfit.document.key_span(misfit.route), fields_beside(misfit)
    before = misfit.document.text.split("\n")[span.line - 1][: span.column - 1]
    if misfit.value not in (None, "") or not before.rstrip().endswith(","):
        return None
    names = list(beside)
    above = [one for one in names[: names.index(name)] if one in misfit.owner.model_fields]
    ends = [one for one in names[names.index(above[-1]) + 1 :] if beside[one] == ""] if above else []
    if not above or not isinstance(beside[above[-1]], str) or name != ends[0]:
        return None
    text = ", ".join([beside[above[-1]], *ends])
    return f'{above[-1]}: "{shortened(text, 60)}"' if '"' not in text else None


def _called_here(misfit: Misfit) -> str | None:
    """The field that other programs, or people who write German, call by this name."""
    name, unused = str(misfit.loc[-1]), _unused(misfit)
    return None if get_close_matches(name.lower(), unused, cutoff=NEARLY_THE_SAME) else called_here(name, unused)


def _without_space(misfit: Misfit) -> tuple[str, str] | None:
    """The field and its value, if there is no space between them, which takes both for the name of a field."""
    name, colon, value = str(misfit.loc[-1]).partition(":")
    return (name, shortened(value, 60)) if colon and value and name in _unused(misfit) else None


def _with_point(number: str) -> str:
    return f"write `{number.replace(',', '.')}`"


def _label(misfit: Misfit) -> str | None:
    """The field that pages call by the name that was written for it."""
    name = str(misfit.loc[-1]).casefold()
    return next((field for field in _unused(misfit) if _called(misfit, field) == name), None)


def _called(misfit: Misfit, field: str) -> str:
    return purpose(misfit.owner, field).rstrip(".").casefold()


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
    used = fields_beside(misfit)
    return tuple(field for field in misfit.owner.model_fields if field not in used)


def probable_field(misfit: Misfit) -> str | None:
    """The field that was probably meant, if there is only one candidate."""
    if label := _label(misfit):
        return label
    if unspaced := _without_space(misfit):
        return unspaced[0]
    if above := _list_above(misfit):
        return above[0]
    if here := _called_here(misfit):
        return here
    if _owners(misfit):
        return None
    found = candidates(str(misfit.loc[-1]), _unused(misfit))
    return found[0] if len(found) == 1 else None
