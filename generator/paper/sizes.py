"""Sizes of paper, and the variants in which a sheet is printed."""

from __future__ import annotations

from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal, TypeAlias

Variant: TypeAlias = Literal["participant", "facilitator", "large", "cards", "specimen"]
"""`cards` are pocket cards to cut out, a `specimen` is a sheet that is filled in; the others are sheets to use."""

VARIANTS: tuple[Variant, ...] = ("participant", "facilitator", "large", "cards", "specimen")


@dataclass(frozen=True, slots=True)
class Paper:
    """A size of paper, upright, in millimetres."""

    name: str
    label: str
    width: float
    height: float


A4 = Paper("a4", "A4", 210, 297)
LETTER = Paper("letter", "Letter", 215.9, 279.4)

POSTERS = MappingProxyType({paper.name: paper for paper in (Paper("a3", "A3", 297, 420), Paper("a1", "A1", 594, 841))})
"""The sizes of posters: a sheet on A4, enlarged as a whole."""

PAPERS = MappingProxyType({paper.name: paper for paper in (A4, LETTER)})
