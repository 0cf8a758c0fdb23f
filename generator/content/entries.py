"""Turn the data of documents into entries, and report data that does not fit their kinds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from pydantic import ValidationError

from generator.content.expanding import expander, with_places
from generator.content.ids import id_problems
from generator.content.located import Located
from generator.content.misfits.explained import explained
from generator.content.misfits.not_entries import all_under_one_name, no_names, not_entries
from generator.content.misfits.nulls import beyond, nulls
from generator.content.misfits.of_other_kind import of_other_kind
from generator.content.names import NO_NAMES, Definitions
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import with_article
from generator.model.kind import Kind
from generator.model.values import is_id as is_id
from generator.reading.composer import Data
from generator.reading.document import Document


def structure(
    document: Document,
    kind: Kind,
    entry_id: str | None,
    definitions: Definitions = NO_NAMES,
    kinds: Iterable[Kind] = (),
) -> tuple[tuple[Located, ...], tuple[Diagnostic, ...]]:
    """The valid entries in `document`, and the problems of the others.

    `entry_id` is the id of the only entry in the file, or None if the file maps ids to entries. `definitions` are what
    texts name in braces. `kinds` are all kinds: the file may contain an entry of another one.
    """
    if not isinstance(document.data, dict):
        return (), (no_names(document, entry_id),)
    if misplaced := of_other_kind(document, kind, entry_id, kinds) or all_under_one_name(document, kind, entry_id):
        return (), (misplaced,)
    located: list[Located] = []
    misplaced_names = not_entries(document, kind) if entry_id is None else {}
    problems = [problem for problem in misplaced_names.values() if problem]
    for found_id, data, prefix in entries_of(document, entry_id):
        if found_id in misplaced_names:
            continue
        if not is_id(found_id):
            problems += id_problems(found_id, document.key_span(prefix) if prefix else Span(document.file))
        names = expander(kind.model, data, definitions)
        try:
            entry = kind.model.model_validate(data, context=names)
        except ValidationError as error:
            relations = [relation.name for relation in kind.relations]
            problems += explained(error, document, kind.model, with_article(kind.noun), prefix, relations, kinds)
        else:
            # An entry without a valid address is left out. An id with capital letters was reported, but references
            # in lower case still find the entry.
            if is_id(found_id.lower()):
                located.append(Located(kind, found_id.lower(), entry, with_places(document, names), prefix))
        if names:
            problems += names.problems(document, data, prefix)
    return tuple(located), (*problems, *beyond(nulls(document, kind.model, under_names=entry_id is None), problems))


def entries_of(document: Document, entry_id: str | None) -> Iterator[tuple[str, Data, Route]]:
    """The id, the data and the route of each entry in a document, whether or not it fits its kind."""
    if not isinstance(document.data, dict):
        return
    if entry_id is not None:
        yield entry_id, document.data, ()
    else:
        for found_id, entry in document.data.items():
            yield found_id, entry, (found_id,)
