"""Several ids where one belongs, as in `to: slow-down, ask-first`."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.content.located import Located
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import listed, with_article
from generator.model.relation import Relation
from generator.model.values import is_id

_BETWEEN = re.compile(r"[\s,;/&+|]+")
_WORDS_BETWEEN = frozenset({"and", "or", "und", "oder"})


def ids_in(target: str, entries: Mapping[str, Located]) -> tuple[str, ...]:
    """The ids that a text consists of; none if it is not several. Between commas, one that no entry has is one, too."""
    found = tuple(part for part in _BETWEEN.split(target) if part and part not in _WORDS_BETWEEN)
    with_commas = tuple(part.strip() for part in target.split(","))
    if len(with_commas) > 1 and with_commas[0] in entries and all(map(is_id, with_commas)):
        return with_commas
    return found if len(found) > 1 and all(part in entries for part in found) else ()


def joined(ids: Sequence[str], entry: Located, relation: Relation, route: Route, entries: Mapping[str, Located]) -> str:
    """How to write the ids one by one, where `route` is that of the reference in the entry."""
    if (*entry.prefix, *route, "to") in entry.document.keys:
        each = listed(f"- to: {one}" for one in ids)
        hint = f"write an item of its own for each, with a `why:` of its own: {each}"
        return hint + "".join(_elsewhere(one, entry, relation, route, entries) for one in ids)
    if isinstance(route[-1], int):
        each = listed(f"- {one}" for one in ids)
        return f"write an item of its own for each: {each}; in one line, `[{', '.join(ids)}]`"
    return f"only one can stand here: write {listed(ids, last=' or ')}"


def _elsewhere(one: str, entry: Located, relation: Relation, route: Route, entries: Mapping[str, Located]) -> str:
    """Where an id belongs to which the relation may not lead."""
    kind = entries[one].kind.name if one in entries else ""
    if not kind or not relation.to or kind in relation.to:
        return ""
    others = listed(relations_to(kind, entry), last=" or ")
    where = f"so it belongs under {others}" if route[0] == "links" and others else "which cannot stand here"
    return f"; `{one}` is {with_article(kind)}, {where}"


def relations_to(kind: str, entry: Located) -> list[str]:
    """The relations by which the entry may link to entries of the kind, those that are made for it first."""
    fitting = [relation for relation in entry.kind.relations if not relation.to or kind in relation.to]
    return [relation.name for relation in sorted(fitting, key=lambda relation: not relation.to)]


def instead_of_itself(entry: Located, relation: Relation, route: Route, entries: Mapping[str, Located]) -> str:
    """What to write in place of a reference of an entry to itself: others that it does not refer to, or nothing."""
    linked = {entry.id, *(str(getattr(leaf.value, "to", leaf.value)) for leaf in entry.references)}
    kinds = relation.to or (entry.kind.name,)
    others = sorted(i for i, other in entries.items() if i not in linked and other.kind.name in kinds)[:FEW]
    if others:
        return f"write the id of another entry, such as {listed(others, last=' or ')}, or {_gone(entry, route)}"
    # Entries of other kinds may be meant, too many for examples.
    is_open = not relation.to and any(i not in linked for i in entries)
    return ("write the id of the entry that was meant, or " if is_open else "") + _gone(entry, route)


FEW = 3
"""So many entries are named that a link could lead to."""


def _gone(entry: Located, route: Route) -> str:
    """How to delete a reference, with what would be empty without it."""
    here = (*entry.prefix, *route)
    if (*here, "to") not in entry.document.keys:
        if not isinstance(route[-1], int):
            return "delete this line"
        return "remove it" if (*here[:-1], 1) in entry.document.values else f"delete `{route[-2]}:` with it"
    with_why = " and its `why:`" if (*here, "why") in entry.document.keys else ""
    if route[0] != "links" or len(entry.entry.links[str(route[1])]) > 1:
        return f"delete this line{with_why}"
    above = "`links:`" if len(entry.entry.links) == 1 else f"`{route[1]}:`"
    return f"delete this line{with_why}, and {above} above"
