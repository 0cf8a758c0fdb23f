"""The questions of a self-check as a sheet has them: numbered, in parts that are answered on one scale."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby

from generator.kinds.assessment import Asked, Assessment, Dimension, Scoring
from generator.kinds.scale import Scale
from generator.language.language import Language
from generator.scoring.methods import METHODS


@dataclass(frozen=True, slots=True)
class Questions:
    """Questions of a self-check that share a scale, with their numbers. The first of a dimension names it."""

    dimension: Dimension | None
    scale: Scale
    items: tuple[tuple[int, Asked], ...]


def questions(entry: Assessment, scales: Mapping[str, Scale]) -> Iterator[Questions]:
    """The questions in parts that are answered on one scale."""
    at = 0
    for dimension, items in entry.parts():
        shown = dimension
        for scale, found in groupby(items, key=entry.scale_of):
            part = tuple(found)
            yield Questions(shown, scales[scale], tuple(enumerate(part, at + 1)))
            at, shown = at + len(part), None


def weights_of(scoring: Scoring, numbered: tuple[tuple[int, Asked], ...], language: Language) -> str:
    """The weights of the questions of a score by their numbers: `1 to 3: 2, 4: 0.5`; empty if none count."""
    if scoring.of or not METHODS[scoring.method].weighs:
        return ""
    counted = scoring.id if isinstance(scoring, Dimension) else None
    asked = (question for question in numbered if counted in (None, question[1].dimension))
    alike = [(weight, [n for n, _ in same]) for weight, same in groupby(asked, lambda question: question[1].weight)]
    return ", ".join(f"{language.between(of[0], of[-1])}: {language.numerals.exact(weight)}" for weight, of in alike)
