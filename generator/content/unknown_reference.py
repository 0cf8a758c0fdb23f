"""What entries are called, were called, and what to say where a name is none of these."""

from __future__ import annotations

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import nearest, with_article
from generator.model.kind import Kinds
from generator.model.relation import Relation


@dataclass(frozen=True, slots=True)
class Names:
    """Every name that an entry has, had, or was published under."""

    kinds: Kinds
    entries: Mapping[str, Located]
    now: Mapping[str, str] = field(default_factory=dict)
    """The id of the entry that was called so, or that took the place of the one that was."""
    published: Container[str] = frozenset()
    """The addresses that the ledger promises, such as `tells/price-based/`."""

    def of_folder(self, folder: str) -> tuple[Located, ...]:
        """The entries of the kind that has this folder."""
        return tuple(entry for entry in self.entries.values() if entry.kind.plural == folder)


def unknown_reference(relation: Relation, target: str, span: Span, names: Names) -> Diagnostic:
    """That nothing is called `target`, with what became of it or the nearest name that `relation` could lead to."""
    what = relation.to[0] if len(relation.to) == 1 else "entry"
    message = f"no {what} is called `{target}`"
    if target in names.now:
        return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, f"it is called `{names.now[target]}` now")
    folder = next((kind.plural for kind in names.kinds if f"{kind.plural}/{target}/" in names.published), None)
    if folder:
        return _deleted(target, folder, span, names)
    near = nearest(target, [e.id for e in names.entries.values() if not relation.to or e.kind.name in relation.to])
    if near:
        hint = f"did you mean `{near}`? ({names.entries[near].document.file})"
    else:
        hint = f"write the id of {with_article(what)}: the name of its file without `.yml`"
    return Diagnostic(codes.UNKNOWN_REFERENCE, message, span, hint)


def _deleted(target: str, folder: str, span: Span, names: Names) -> Diagnostic:
    """That the entry was published and somebody deleted it, or renamed its file, without `playbook`."""
    others = names.of_folder(folder)
    beside = next((PurePosixPath(other.document.file).parent for other in others if not other.prefix), None)
    if beside or not others:
        gone, back = (
            "its file is gone",
            f"`git checkout HEAD -- {beside}/{target}.yml`" if beside else "undo its deletion",
        )
        again = f"call its file `{target}.yml` again"
    else:
        file = others[0].document.file
        gone, back, again = f"is gone from {file}", "undo its deletion", f"call it `{target}` there again"
    new = [other.id for other in others if other.url not in names.published]
    to = nearest(target, new) or (new[0] if len(new) == 1 else None)
    hint = f"put it back ({back}), or name another entry here, or take the reference out"
    if to:
        hint = f"if it is `{to}` now: {again}, and `playbook rename {target} {to}` changes every place; if not, {hint}"
    return Diagnostic(codes.UNKNOWN_REFERENCE, f"`{target}` was published, and {gone}", span, hint)
