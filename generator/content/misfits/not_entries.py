"""Names in the place of ids under which no fields stand, and names above all fields or entries of a file."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.content.misfits.at_margin import fields_at_margin
from generator.content.misfits.shaped import needed_by
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import listed, shortened
from generator.model.kind import Kind
from generator.reading.composer import EMPTY_FILE, Data
from generator.reading.document import Document
from generator.reading.mistakes.margins import OF_A_FILE

MOST_FIELDS = 4
"""So many required fields are named in a hint."""


def no_names(document: Document, entry_id: str | None) -> Diagnostic:
    """The diagnostic for a file that has no names at its margin, but a list or a text."""
    wanted = "fields, such as `title: …`" if entry_id else "ids, each with the fields of its entry"
    hint = "start each line with a name and a colon"
    first = document.data[0] if isinstance(document.data, list) and document.data else None
    if isinstance(first, dict) and first:
        name, held = next(iter(first.items()))
        if entry_id:
            hint = f"delete the `- ` before `{name}:`, and let all fields start in the first column"
        elif name == "id" and isinstance(held, str) and held:
            hint = f"write `{shortened(held)}:` in place of `- id: {shortened(held)}`, and so for each entry"
        elif isinstance(held, dict) or (not held and len(first) > 1):
            fields = "their fields are indented by two spaces"
            hint = f"delete the `- ` before `{shortened(name)}:` and each other id; {fields}"
        else:
            below = f"below it `{name}:` and the other fields, indented by two spaces"
            hint = f"write the id of the entry and a colon in place of the `- `, and {below}"
    return Diagnostic(codes.NOT_A_MAPPING, f"the file must contain {wanted}", document.span(()), hint)


def of_empty_file(problem: Diagnostic, kind: Kind, entry_id: str | None) -> Diagnostic:
    """The diagnostic for a file of this kind, which names the fields that it needs if it is empty."""
    if problem.message != EMPTY_FILE:
        return problem
    where = "write" if entry_id else "write the id of an entry and a colon, and below it, indented by two spaces,"
    return replace(problem, hint=f"{where} {needed_by(kind.model)}; or delete the file")


def not_entries(document: Document, kind: Kind) -> Mapping[str, Diagnostic | None]:
    """The names in a file with several entries that are no ids of any, with what is said of them.

    Names of which nothing is said by themselves belong to one of which something is.
    """
    if not isinstance(document.data, dict):
        return {}
    at_margin = fields_at_margin(document, kind)
    return {**dict(_without_fields(document, kind, document.data, at_margin)), **at_margin}


def all_under_one_name(document: Document, kind: Kind, entry_id: str | None) -> Diagnostic | None:
    """The diagnostic for a name above all fields of an entry, where its file has none, or above all ids of a file."""
    if not isinstance(document.data, dict) or len(document.data) != 1:
        return None
    ((name, held),) = document.data.items()
    if not isinstance(held, dict) or name in kind.model.model_fields or not held:
        return None
    fields = held.keys() & kind.model.model_fields.keys()
    if entry_id is not None:
        is_above, what, why = bool(fields), "fields", "the id is the name of the file"
    else:
        is_above = not fields and all(isinstance(one, dict) and one for one in held.values())
        what, why = "entries", "the ids of the entries start at the margin"
    if not is_above:
        return None
    place = document.key_span((name,))
    first, last = place.line + 1, len(document.text.rstrip().split("\n"))
    step = document.key_span((name, next(iter(held)))).column - place.column
    spaces = "two spaces" if step == 2 else f"{step} spaces"
    hint = f"{why}: delete line {place.line}, and {spaces} at the beginning of lines {first} to {last}"
    return Diagnostic(codes.WRONG_TYPE, f"all {what} of the file stand under `{shortened(name)}`", place, hint)


def _without_fields(
    document: Document, kind: Kind, names: Mapping[str, Data], at_margin: Mapping[str, object]
) -> Iterator[tuple[str, Diagnostic]]:
    """The names without fields in a file with several entries."""
    for name, held in names.items():
        if isinstance(held, dict) or name in at_margin:
            continue
        place, shown = document.key_span((name,)), shortened(name)
        if held and name.lower() in {*OF_A_FILE, "id"}:
            message = f"`{shown}` is not the id of an entry: it has {_what(held)} in place of fields"
            hint = "delete it; to keep it as a note for those who edit the file, write `# ` before it"
        elif held:
            message = f"`{shown}` has {_what(held)} in place of fields"
            as_title = f", such as `title: {shortened(held)}`" if isinstance(held, str) else ""
            below = f"write the fields of the entry below it, indented by two spaces{as_title}"
            hint = f"{below}; if it is no entry, delete it"
        else:
            needed = [field for field, info in kind.model.model_fields.items() if info.is_required()][:MOST_FIELDS]
            message = f"`{shown}` has no fields"
            hint = f"write them below it, indented by two spaces, {listed(needed)} among them, or delete the line"
        yield name, Diagnostic(codes.WRONG_TYPE, message, place, hint)


def _what(held: Data) -> str:
    return "a list" if isinstance(held, list) else "only a text"
