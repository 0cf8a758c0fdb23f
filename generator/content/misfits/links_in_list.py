"""Links in a list of their own, which should stand under relations."""

from __future__ import annotations

from generator.content.misfits.misfit import Misfit
from generator.diagnostics.suggest import enumerated
from generator.model.values import is_id


def under_relation(misfit: Misfit) -> str:
    """How to write links that stand in a list, and what the relations mean under which they can stand."""
    first, *others = misfit.relations or ("…",)
    hint = f"write `{first}:` under `links:`, indented by two spaces, and the list under that, indented by four"
    item = misfit.value[0] if isinstance(misfit.value, list) and misfit.value else None
    if isinstance(item, str):
        hint += f"; write each item as `- to: {item if is_id(item) else '…'}`, with a `why:` under its `to:`"
    if not others:
        return hint
    labels = {one.name: one.label for kind in misfit.kinds if kind.model is misfit.root for one in kind.relations}
    meant = {name: f"`{name}`" + (f" ({labels[name]})" if name in labels else "") for name in misfit.relations}
    return f"{hint}; {meant[first]} usually fits, otherwise {enumerated(meant[one] for one in others)}"
