"""The entries by their ids and earlier ids, each of which only one may have."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic


def by_id(located: Iterable[Located], problems: list[Diagnostic]) -> tuple[dict[str, Located], list[Located]]:
    """The entries by their ids, and those whose id another one has, which `problems` takes as well.

    A draft does not take the id of an entry that is published.
    """
    entries: dict[str, Located] = {}
    repeated: list[Located] = []
    ordered = sorted(located, key=lambda e: (e.kind.name, e.entry.title.casefold(), e.id))
    published = {entry.id: entry for entry in reversed(ordered) if not entry.entry.draft}
    for entry in ordered:
        first = entries.setdefault(entry.id, published.get(entry.id, entry))
        if first is not entry:
            repeated.append(entry)
            problems.append(
                Diagnostic(
                    codes.DUPLICATE_ID,
                    f"the id `{first.id}` is already used by another entry",
                    entry.place,
                    "ids must be unique across all kinds; choose another id",
                    related=((first.place, "the other entry"),),
                )
            )
    return entries, repeated


def aliases_of(entries: Mapping[str, Located], problems: list[Diagnostic]) -> dict[str, str]:
    """The id that the owner of each earlier id has now; `problems` takes those that are not free.

    A draft does not take the earlier id of an entry that is published.
    """
    aliases: dict[str, str] = {}
    for entry in sorted(entries.values(), key=lambda e: e.entry.draft):
        for index, alias in enumerate(entry.entry.aliases):
            owner = entries.get(alias) or entries.get(aliases.get(alias, ""))
            if owner is None:
                aliases[alias] = entry.id
                continue
            if owner.entry.draft and not entry.entry.draft:
                aliases[alias] = entry.id
                problems.append(
                    Diagnostic(
                        codes.ALIAS_TAKEN,
                        f"`{alias}` is an alias of a published entry",
                        owner.place,
                        "its old address redirects there; choose another id",
                        related=((entry.place, "that entry"),),
                    )
                )
                continue
            what = "is the id of an entry" if alias in entries else "is already an alias"
            problems.append(
                Diagnostic(
                    codes.ALIAS_TAKEN,
                    f"`{alias}` {what}",
                    entry.span(("aliases", index)),
                    "an old address can redirect to only one page; remove one of the two",
                    related=((owner.place, "that entry"),),
                )
            )
    return aliases
