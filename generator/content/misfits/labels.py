"""What pages call the values of a choice, for hints where a label was written in place of a value."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from generator.content.misfits.misfit import Misfit
from generator.diagnostics.suggest import candidates, listed


def of_label(misfit: Misfit, choices: Collection[str]) -> str | None:
    """The hint for a text that is what pages call a choice, or nearly that."""
    by_label = {label.casefold(): choice for choice, label in _labels(misfit).items() if choice in choices}
    written = str(misfit.value).strip().casefold()
    if choice := by_label.get(written):
        return f"this is what `{choice}` is called: write `{choice}`"
    near = [by_label[label] for label in candidates(written, by_label)]
    if near == [] or written in choices or candidates(written, choices):
        return None
    return f"write {_with_labels(near, _labels(misfit))}"


def listed_with_labels(misfit: Misfit, choices: Collection[str]) -> str:
    """All choices, each with what pages call it, where that is another word."""
    labels = _labels(misfit)
    if not any(labels.get(choice, choice).casefold() != choice for choice in choices):
        return f"write {listed(choices, last=' or ')}"
    return f"write {_with_labels(choices, labels)}"


def _with_labels(choices: Collection[str], labels: Mapping[str, str]) -> str:
    shown = [f"`{choice}`" + (f" ({labels[choice]})" if choice in labels else "") for choice in choices]
    return " or ".join(filter(None, [", ".join(shown[:-1]), shown[-1]]))


def _labels(misfit: Misfit) -> Mapping[str, str]:
    """The labels of the choices that the field has, by the choices."""
    kind = next((kind for kind in misfit.kinds if kind.model is misfit.root), None)
    field = next((part for part in reversed(misfit.loc) if isinstance(part, str)), "")
    if kind is None or not misfit.value:
        return {}
    labels = dict(kind.groups if field == kind.group_field else {})
    for part in (part for one in kind.fields for part in (one, *one.parts)):
        labels |= part.choices if part.name == field else {}
    return labels
