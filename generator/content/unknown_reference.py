"""References to entries that do not exist: renamed, deleted or misspelt ones."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import listed, nearest, shortened, with_article
from generator.model import addresses
from generator.model.kind import Kinds
from generator.model.relation import Relation
from generator.model.slug import slug
from generator.model.values import is_id


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

    def of_folder(self, folder: str) -> tuple[Located, ...]:
        """The entries of the kind with this folder."""
        return tuple(entry for entry in self.entries.values() if entry.kind.plural == folder)


def unknown_reference(relation: Relation, target: str, span: Span, names: Names) -> Diagnostic:
    """The diagnostic for an unknown `target`: what became of it, or the nearest name that `relation` allows."""
    what = relation.to[0] if len(relation.to) == 1 else "entry"
    message = f"no {what} is called `{shortened(target, 60)}`"
    if target in names.successors:
        return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, f"it is now called `{names.successors[target]}`")
    if target in names.unread:
        hint = f"{names.unread[target]} has this name, but is not read: move it into the folder of its kind"
        return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, hint)
    folders = (kind.plural for kind in names.kinds)
    folder = next((name for name in folders if addresses.entry(name, target) in names.published), None)
    if folder:
        return _deleted(target, folder, span, names)
    fitting = [e for e in names.entries.values() if not relation.to or e.kind.name in relation.to]
    meant = _meant(target, fitting)
    if meant:
        return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, meant)
    near = nearest(target, [entry.id for entry in fitting])
    if near:
        hint = f"did you mean `{near}`? ({names.entries[near].document.file})"
    else:
        hint = f"write the id of {with_article(what)}: the name of its file without `.yml`"
    return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, hint)


def _meant(target: str, fitting: Iterable[Located]) -> str | None:
    """The hint for a text that is no id but names an entry: by its title, its file or its address."""
    if is_id(target):
        return None
    title = _spelt(target)
    of_title = [entry.id for entry in fitting if _spelt(entry.entry.title) == title]
    if len(of_title) == 1:
        return f"this is its title; write its id: `{of_title[0]}`"
    if of_title:
        return f"these have the title; write the id of one of them: {listed(sorted(of_title), last=' or ')}"
    last = target.strip(" [](){}/#").rpartition("/")[2]
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
