"""The cases of the scoring methods, from `methods/<method>.yml`: for Python and for the scripts alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from generator.formulas.formula import parse
from generator.scoring.questionnaire import TOTAL, BandRange, Question, Questionnaire, Score, name

FOLDER = Path(__file__).parent / "methods"


@dataclass(frozen=True)
class Case:
    """Answers to a questionnaire with a total by one method: what they give, and between which bounds."""

    id: str
    questionnaire: Questionnaire
    answers: dict[str, float]
    value: float | None
    badness: float | None
    tally: tuple[int, int, int] | None
    bounds: tuple[float, float] | None


def method_cases() -> Iterator[Case]:
    for path in sorted(FOLDER.glob("*.yml")):
        for data in yaml.load(path.read_text("utf-8"), yaml.CSafeLoader):
            yield _case(path.stem, data)


def _case(method: str, data: dict[str, Any]) -> Case:
    direction = data.get("direction", "high-is-good")
    items = tuple(
        Question(item_id, tuple(item.get("values", range(4))), direction, item.get("weight", 1.0), ())
        for item_id, item in data["items"].items()
    )
    bands = tuple(BandRange(f"band-{at}", low, high, ()) for at, (low, high) in enumerate(data.get("bands", ())))
    tree = parse(data["formula"], [name(item.id) for item in items]) if "formula" in data else None
    total = Score(TOTAL, method, tuple(data["items"]), direction, 2, bands, (), tree)
    gives = data["gives"]
    return Case(
        f"{method}: {data['what']}",
        Questionnaire(items, (), total),
        data["answers"],
        gives.get("value"),
        gives.get("badness"),
        tuple(gives["tally"]) if "tally" in gives else None,
        tuple(data["bounds"]) if "bounds" in data else None,
    )
