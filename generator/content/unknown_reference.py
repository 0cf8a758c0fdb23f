"""References that lead nowhere, or to an entry that they may not lead to."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Container, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.content.joined_references import ids_in, instead_of_itself, joined, relations_to
from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import listed, nearest, shortened, with_article
from generator.model import addresses
from generator.model.kind import Kinds
from generator.model.relation import Relation
from generator.model.slug import slug
from generator.model.values import is_id

FEW = 5
"""So many ids can be named in a hint."""

EVERYBODY = frozenset({"all", "everybody", "everyone", "anybody", "anyone"})


@dataclass(frozen=True, slots=True)
class Names:
    """All current, former and published names of entries."""

    kinds: Kinds
    entries: Mapping[str, Located]
    successors: Mapping[str, str] = field(default_factory=dict)
    """Former ids, each with the id of the entry that has it as an alias or replaced it."""
    published: Container[str] = frozenset()
    """The addresses recorded in the ledger, such as `tells/price-based/`."""
    unread: Mapping[str, str] = field(default_factory=dict)
    """The files that are not read because of where they lie, by the ids that their entries would have."""
    pages: Mapping[str, str] = field(default_factory=dict)
    """The files of the pages that are written by hand, by the names of the pages."""

    def of_folder(self, folder: str) -> tuple[Located, ...]:
        """The entries of the kind with this folder."""
        return tuple(entry for entry in self.entries.values() if entry.kind.plural == folder)


def unknown_reference(relation: Relation, target: str, span: Span, names: Names, words: str = "") -> Diagnostic:
    """The diagnostic for an unknown `target`: what became of it, or the nearest name that `relation` allows."""
    what = relation.to[0] if len(relation.to) == 1 else "entry"
    message = f"no {what} is called `{shortened(target, 60)}`"
    if hint := _elsewhere(relation, target, names, words):
        return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, hint)
    folders = (kind.plural for kind in names.kinds)
    folder = next((name for name in folders if addresses.entry(name, target) in names.published), None)
    if folder:
        return _deleted(target, folder, span, names)
    fitting = [e for e in names.entries.values() if not relation.to or e.kind.name in relation.to]
    meant = meant_by(target, fitting)
    if meant:
        return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, meant)
    near = nearest(target, [entry.id for entry in fitting])
    if near:
        hint = f"did you mean `{near}`? ({names.entries[near].document.file})"
    else:
        ids = sorted(entry.id for entry in fitting)
        hint = f"write the id of {with_article(what)}: the name of its file without `.yml`"
        if relation.to and 0 < len(ids) <= FEW:
            hint = f"write {listed(ids, last=' or ')}"
        if relation.to == ("source",) and re.match(r"https?://|www\.", target):
            hint += (
                "; another source has a page of its own: write a file for it in the folder `sources`, and its id here"
            )
        if target in EVERYBODY and relation.name == "audience":
            hint += "; if it is for everybody, delete `audience:`"
    return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, hint)


def _elsewhere(relation: Relation, target: str, names: Names, words: str) -> str | None:
    """The hint for a target that is written otherwise, has another name by now, or is no entry."""
    if found := _words_behind(relation, target, names):
        return f"write `[[{found[0]}|{found[1]}]]`"
    if words in names.entries:
        return f"the id comes first: write `[[{words}|{target}]]`"
    if target in names.successors:
        return f"it is now called `{names.successors[target]}`"
    if target in names.unread:
        return f"{names.unread[target]} has this name, but is not read: move it into the folder of its kind"
    if target in names.pages:
        return (
            f"{names.pages[target]} is a page written by hand, and only entries are referred to by an id: "
            f"in a text, link to the page by its whole address, as in `[{words or target}](https://…/{target}/)`"
        )
    return None


def _words_behind(relation: Relation, target: str, names: Names) -> tuple[str, str] | None:
    """The id and the words of a mention that has another sign than `|` between them."""
    found = re.match(r"([a-z0-9-]+)\s{0,3}[/,:;\\\s]\s{0,3}(?=\S)", target)
    if relation.name != "mentions" or not found or found[1] not in names.entries:
        return None
    return found[1], target[found.end() :]


def meant_by(target: str, fitting: Collection[Located]) -> str | None:
    """The hint for a text that is no id but names an entry: by its title, its file or its address."""
    if is_id(target):
        return None
    title = _spelt(target)
    of_title = [entry.id for entry in fitting if _spelt(entry.entry.title) == title]
    if len(of_title) == 1:
        return f"this is its title; write its id: `{of_title[0]}`"
    if of_title:
        return f"these have the title; write the id of one of them: {listed(sorted(of_title), last=' or ')}"
    ids = {entry.id for entry in fitting}
    named = [word for word in dict.fromkeys(re.findall(r"[a-z0-9]+(?:-[a-z0-9]+)*", target)) if word in ids]
    if len(named) == 1 and re.search(r"[<>()\[\]{}'\"]", target):
        return f"write only its id: `{named[0]}`"
    first = target.split(" ")[0].rstrip(":,")
    if first in ids and " " in target:
        return f"write only its id: `{first}`"
    last = target.strip(" [](){}/#@").rpartition("/")[2]
    name = slug(re.sub(r"\.(ya?ml|html?|md)$", "", last, flags=re.IGNORECASE))
    return f"write only its id: `{name}`" if any(entry.id == name for entry in fitting) else None


def _spelt(title: str) -> str:
    """A title without what people write differently when they type it again."""
    return " ".join(re.findall(r"\w+", title.casefold()))


def _deleted(target: str, folder: str, span: Span, names: Names) -> Diagnostic:
    """The diagnostic for a published entry that was deleted or renamed by hand."""
    others = names.of_folder(folder)
    beside = next((PurePosixPath(other.document.file).parent for other in others if not other.prefix), None)
    if beside or not others:
        gone, back = (
            "its file no longer exists",
            f"`git checkout HEAD -- {beside}/{target}.yml`" if beside else "undo the deletion",
        )
        again = f"rename the file back to `{target}.yml`"
    else:
        file = others[0].document.file
        gone, back, again = f"is no longer in {file}", "undo the deletion", f"change the id back to `{target}`"
    new = [other.id for other in others if other.url not in names.published]
    to = nearest(target, new) or (new[0] if len(new) == 1 else None)
    hint = f"restore it ({back}), refer to another entry, or delete the reference"
    if to:
        hint = f"if you renamed it to `{to}`: {again} and run `playbook rename {target} {to}`; otherwise {hint}"
    return Diagnostic(codes.UNKNOWN_REFERENCE, f"`{target}` was published, but {gone}", span, hint)


def reference_problem(
    entry: Located,
    relation: Relation,
    target: str,
    route: Route,
    place: Callable[[], Span],
    names: Names,
    words: str = "",
) -> Diagnostic | None:
    """What is wrong with a reference of an entry by a relation; `place` is where its target is written.

    `words` are those that a mention shows in place of the title.
    """
    found = names.entries.get(target)
    if found is None and relation.name != "mentions" and (ids := ids_in(target, names.entries)):
        message = f"these are {len(ids)} ids, and one belongs here"
        hint = joined(ids, entry, relation, route, names.entries)
        return Diagnostic(codes.UNKNOWN_REFERENCE, message, place(), hint)
    if found is None:
        return unknown_reference(relation, target, place(), names, words)
    if found is entry and relation.name != "mentions":
        return Diagnostic(
            codes.SELF_REFERENCE,
            "the entry refers to itself",
            place(),
            instead_of_itself(entry, relation, route, names.entries),
        )
    if relation.to and found.kind.name not in relation.to:
        field = [part for part in route if isinstance(part, str)][-1]
        wanted = with_article(" or ".join(filter(None, [", ".join(relation.to[:-1]), relation.to[-1]])))
        message = f"`{target}` is {with_article(found.kind.name)}, but `{field}` must refer to {wanted}"
        fitting = sorted(i for i, other in names.entries.items() if other.kind.name in relation.to)
        hint = f"choose {wanted}" + (f": {listed(fitting, last=' or ')}" if 0 < len(fitting) <= FEW else "")
        if route[0] == "links":
            others = listed(relations_to(found.kind.name, entry), last=" or ")
            with_why = ", with its `why:`," if (*entry.prefix, *route, "why") in entry.document.keys else ""
            hint = f"move it{with_why} under {others}; or {hint}" if others else hint
        return Diagnostic(codes.WRONG_KIND, message, place(), hint, related=((found.place, "that entry"),))
    return None
