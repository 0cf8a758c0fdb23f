"""A text where a list of ids or of names of folders belongs, whose signs are not theirs."""

from __future__ import annotations

from generator.content.misfits.misfit import Misfit
from generator.content.misfits.shaped import shape_of
from generator.model.shapes import Sort
from generator.model.slug import slug
from generator.model.values import is_id

FOLDERS_OF_KINDS = "kinds"


def as_names(misfit: Misfit) -> object:
    """The value, with lower-case letters and hyphens where the items of its list have no other signs."""
    shape = shape_of(misfit)
    item = shape.item if shape else None
    if item is None or not (item.sort is Sort.ID or item.configured == FOLDERS_OF_KINDS):
        return misfit.value
    names = [slug(one) for one in misfit.value.split(",")] if isinstance(misfit.value, str) else []
    return ", ".join(names) if names and all(map(is_id, names)) else misfit.value
