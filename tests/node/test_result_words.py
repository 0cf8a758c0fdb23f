"""What a result of a self-check says: what is missing, what it is called, and how what is counted is counted."""

from __future__ import annotations

from typing import Any

from tests.node.process import Node

LEFT_OUT = """async (load, [questionnaire, many]) => {
  const { isEnough, missing } = await load("assessment-scoring/lazy/answered.js");
  return many.map((given) => {
    const answers = new Map(Object.entries(given));
    return [isEnough(questionnaire, answers), missing(questionnaire, answers)];
  });
}"""

NAMED = """async (load, [definition, bands, items]) => {
  const { bandNamed, itemNamed } = await load("assessment-result/lazy/score-words.js");
  return [bands.map((id) => bandNamed(definition, id)), items.map((id) => itemNamed(definition, id))];
}"""

OUTLINED = """async (load, scoring) => {
  const { isProfile, leadingScores, outline } = await load("assessment-result/lazy/score-words.js");
  const lines = outline(scoring).map(({ wanted, depth }) => [wanted.id, depth]);
  return [isProfile(scoring), lines, leadingScores(scoring).map(({ id }) => id)];
}"""

COUNTED = """async (load, [definition, answers]) => {
  const { countsOf } = await load("assessment-result/lazy/score-words.js");
  return countsOf(definition, new Map(Object.entries(answers)));
}"""


def item(name: str) -> dict[str, Any]:
    return {"id": name, "values": [0, 1, 2], "direction": "high-is-good", "weight": 1, "advice": []}


def scored(
    name: str, items: list[str], optional: bool = False, bands: tuple[str, ...] = (), parts: tuple[str, ...] = ()
) -> dict[str, Any]:
    found = [{"id": band, "low": 0, "high": 4, "advice": []} for band in bands]
    shape = {"method": "sum", "direction": "high-is-good", "decimals": 0, "advice": [], "formula": None, "weight": 1}
    return {"id": name, "items": items, "bands": found, "optional": optional, "parts": [*parts], **shape}


QUESTIONS = {
    "items": [item(name) for name in ("bench", "hooks", "radio")],
    "dimensions": [scored("order", ["bench", "hooks"], bands=("mess",)), scored("calm", ["radio"], optional=True)],
    "total": None,
    "knock_outs": [],
    "fields": None,
}

OPTIONS = [[0, "Does not apply"], [1, "In places"], [2, "Applies"]]

TEXTS: dict[str, Any] = {
    "items": {name: {"text": f"The {name}", "options": OPTIONS} for name in ("bench", "hooks", "radio")},
    "scores": {"order": {"title": "Order", "unit": None}, "calm": {"title": "Calm", "unit": None}},
    "bands": {"mess": {"title": "Mess", "meaning": "Begin."}},
    "counted": None,
}


def test_what_may_be_left_out_is_not_missing_and_the_first_in_order_is_asked_for(node: Node) -> None:
    given = [{}, {"radio": 1}, {"hooks": 1}, {"bench": 0, "hooks": 2}]
    assert node.run(LEFT_OUT, [QUESTIONS, given]) == [
        [False, ["bench", "hooks"]],
        [False, ["bench", "hooks"]],
        [True, ["bench"]],
        [True, []],
    ]


def test_a_total_needs_its_own_questions_alone(node: Node) -> None:
    whole = {**QUESTIONS, "total": scored("total", ["radio"])}
    assert node.run(LEFT_OUT, [whole, [{"bench": 1}, {"radio": 1}]]) == [[False, ["radio"]], [True, []]]


def test_lines_name_the_dimension_that_they_belong_to(node: Node) -> None:
    definition = {"scoring": QUESTIONS, "texts": TEXTS}
    assert node.run(NAMED, [definition, ["mess"], ["hooks"]]) == [["Order: Mess"], ["Order · The hooks"]]
    alone = {**QUESTIONS, "dimensions": [], "total": scored("total", ["hooks"], bands=("mess",))}
    assert node.run(NAMED, [{"scoring": alone, "texts": TEXTS}, ["mess"], ["hooks"]]) == [["Mess"], ["The hooks"]]


def test_tells_are_counted_as_their_source_counts_them(node: Node) -> None:
    counting = {"scoring": QUESTIONS, "texts": {**TEXTS, "counted": "tells"}}
    answers = {"bench": 2, "radio": 1}
    assert node.run(COUNTED, [counting, answers]) == [
        "Applies: 1 of 3 tells",
        "In places: 1 of 3 tells",
        "Does not apply: 0 of 3 tells",
    ]
    assert node.run(COUNTED, [{"scoring": QUESTIONS, "texts": TEXTS}, answers]) == []


def test_dimensions_are_listed_below_what_they_are_part_of_each_once(node: Node) -> None:
    whole = scored("whole", ["bench", "hooks", "radio"], parts=("order", "calm"))
    heavy = scored("heavy", ["radio"], parts=("calm",))
    order, calm = QUESTIONS["dimensions"]
    nested = {**QUESTIONS, "dimensions": [calm, whole, order, heavy], "total": scored("total", ["bench"])}
    assert node.run(OUTLINED, nested) == [
        True,
        [["whole", 0], ["calm", 1], ["order", 1], ["heavy", 0]],
        ["total", "whole", "heavy"],
    ]
    assert node.run(OUTLINED, QUESTIONS) == [False, [["order", 0], ["calm", 0]], ["order", "calm"]]
    many = {**QUESTIONS, "dimensions": [scored(f"part-{at}", ["bench"]) for at in range(5)], "total": whole}
    assert node.run(OUTLINED, many) == [True, [[f"part-{at}", 0] for at in range(5)], ["whole"]]
