"""Codes that hold somebody's answers: what goes in comes out, and what is typed wrongly or made up is refused."""

from __future__ import annotations

import random
from typing import Any

import pytest

from tests.node.process import Node

THERE_AND_BACK = """async (load, cases) => {
  const { toCode, fromCode, grouped, toText, inText } = await load("live-check/lazy/live-code.js");
  return cases.map(([definition, mark, answers, name]) => {
    const code = toCode(definition, { mark, answers: new Map(Object.entries(answers)) });
    const back = fromCode(definition, grouped(code).toLowerCase().replaceAll("0", "o"));
    return [code, back.mark, Object.fromEntries(back.answers), inText(toText(definition, code, name))];
  });
}"""

OPEN = """async (load, [definition, texts]) => {
  const { fromCode, inText } = await load("live-check/lazy/live-code.js");
  const { LinkFault } = await load("share-link/packed.js");
  return texts.map((text) => {
    try {
      inText(text);
      return Object.fromEntries(fromCode(definition, text).answers);
    } catch (fault) {
      if (!(fault instanceof LinkFault)) throw fault;
      return fault.reason;
    }
  });
}"""


def definition(items: int, values: int = 5, edition: int = 2) -> dict[str, Any]:
    asked = [{"id": f"item-{number}", "values": list(range(values))} for number in range(items)]
    return {"id": "a-check", "edition": edition, "scoring": {"items": asked}}


def test_what_goes_in_comes_out(node: Node) -> None:
    chance = random.Random(1)
    cases = []
    for items, values in ((1, 2), (12, 5), (20, 5), (40, 11), (150, 7)):
        asked = chance.sample(range(items), max(1, items - 2))
        answers = {f"item-{number}": chance.randrange(values) for number in asked}
        cases.append([definition(items, values), "0Z5K9", answers, chance.choice(["", "Zoë"])])
    for case, (code, mark, answers, text) in zip(cases, node.run(THERE_AND_BACK, cases), strict=True):
        assert (mark, answers) == (case[1], case[2])
        assert text == {"assessment": "a-check", "edition": 2, "code": code, "name": case[3]}


def test_codes_of_usual_checks_are_short_enough_to_be_typed(node: Node) -> None:
    ((code, *_),) = node.run(THERE_AND_BACK, [[definition(12), "00000", {"item-0": 1}, ""]])
    assert len(code) == 5 + 7 + 4


def test_a_sign_that_is_wrong_or_missing_is_noticed(node: Node) -> None:
    ((code, *_),) = node.run(THERE_AND_BACK, [[definition(12), "A1B2C", {"item-3": 4}, ""]])
    wrong = [code[:at] + sign + code[at + 1 :] for at in range(len(code)) for sign in "07Z" if code[at] != sign]
    swapped = [code[:at] + code[at + 1] + code[at] + code[at + 2 :] for at in range(9) if code[at] != code[at + 1]]
    texts = [*wrong, *swapped, code[1:], code[:-1], f"{code}0"]
    assert set(node.run(OPEN, [definition(12), texts])) == {"damaged"}


@pytest.mark.parametrize("other", [definition(12, edition=3), definition(11), {**definition(12), "id": "b-check"}])
def test_a_code_of_another_check_or_edition_is_refused(node: Node, other: dict[str, Any]) -> None:
    ((code, *_),) = node.run(THERE_AND_BACK, [[definition(12), "A1B2C", {"item-3": 4}, ""]])
    assert node.run(OPEN, [other, [code]]) == ["damaged"]


def test_any_text_of_a_qr_code_is_refused_with_a_reason(node: Node) -> None:
    chance = random.Random(2)
    signs = "PB1 abc-0129AZ<script>\"'\\\x00\n😀__proto__constructor"
    texts = ["".join(chance.choice(signs) for _ in range(chance.randrange(60))) for _ in range(150)]
    texts += ["", "A" * 100_000, "PB1 __proto__ 1 AAAA", "PB1 a-check 2 " + "Z" * 1500, "javascript:alert(1)"]
    assert set(node.run(OPEN, [definition(12), texts])) == {"damaged"}
