import pytest

from generator.checks import unfit_scoring, unknown_part
from tests.checks.small_playbook import SITE, report_of

CHECK = "content/assessments/patience-check.yml"
BANDS = """\
  bands:
    - {id: low, at_least: 0, at_most: 3, title: Low, meaning: Low., recommends: [{to: andy, why: Meet the man.}]}
    - {id: high, at_least: 4, at_most: 6, title: High, meaning: High., recommends: [{to: andy, why: Meet the man.}]}
"""


def told(total: str) -> list[str]:
    report = report_of(unfit_scoring.RULE, {CHECK: total})
    return [line.partition("]: ")[2] for line in report.splitlines() if "error[" in line]


@pytest.mark.parametrize(
    ("total", "message"),
    [
        (f"total:\n  method: formula\n{BANDS}", "the method is `formula`, but no formula is given"),
        ("total:\n  method: formula\n  formula: waited\n", "a score by formula needs bands: they say how far it goes"),
        (f"total:\n  method: sum\n  formula: waited\n{BANDS}", "a formula is given, but the method is `sum`"),
        (f"total:\n  method: formula\n  formula: 1 + 2\n{BANDS}", "the formula uses no answer"),
        (f"total:\n  method: formula\n  formula: waited / 0\n{BANDS}", "nothing can be divided by 0"),
        ("dimensions:\n  - {id: empty, title: Empty, method: sum}\n", "no item belongs to it"),
    ],
)
def test_a_score_that_cannot_be_worked_out_is_marked(total: str, message: str) -> None:
    assert told(total) == [message]


PARTS = """\
dimensions:
  - {{id: slow, title: Slow, method: sum}}
  - {{id: calm, title: Calm, method: sum, direction: high-is-bad}}
  - {{id: whole, title: Whole, method: {0}, of: [{1}]}}
items:
  - {{id: waited, dimension: slow, text: I waited}}
  - {{id: stayed, dimension: {2}, text: I stayed}}
"""


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        (("mean", "slow, slow", "calm"), "`slow` is named twice"),
        (("mean", "slow, whole", "calm"), "`whole` would be worked out from itself"),
        (("mean", "slow, calm", "calm"), "`calm` is `high-is-bad`, but what is worked out from it is `high-is-good`"),
        (("mean", "slow", "whole"), "`whole` is scored from dimensions, so no item can belong to it"),
        (("lean", "slow", "calm"), "a tendency is counted over items, not over dimensions"),
    ],
)
def test_dimensions_that_cannot_be_parts_are_marked(parts: tuple[str, str, str], message: str) -> None:
    assert message in told(PARTS.format(*parts))


def test_a_part_is_marked_where_it_is_wrong_and_one_that_there_is_not_is_unknown() -> None:
    found = report_of(unfit_scoring.RULE, {CHECK: PARTS.format("mean", "slow, calm", "calm")})
    assert "content/assessments/patience-check.yml:4:56: error[unfit-scoring]: `calm` is" in found
    assert "hint: give both the same `direction:`, or write a formula" in found
    found = report_of(unknown_part.RULE, {CHECK: PARTS.format("mean", "slow, clam", "calm")})
    assert "no dimension of this assessment is called `clam`" in found
    assert "did you mean `calm`?" in found


def test_a_formula_of_parts_may_use_them_and_nothing_else() -> None:
    flow = "{id: low, at_least: 0, at_most: 3, title: Low, meaning: Low., recommends: [{to: andy, why: Meet him.}]}"
    high = flow.replace("low", "high").replace("at_least: 0, at_most: 3", "at_least: 4, at_most: 6")
    bands = f", bands: [{flow}, {high}]"
    assert told(PARTS.format(f"formula, formula: slow + 1{bands}", "slow", "calm"))[-1:] == []
    assert "nothing above is called `waited`" in told(
        PARTS.format(f"formula, formula: waited + 1{bands}", "slow", "calm")
    )


def test_a_formula_is_marked_where_it_is_wrong() -> None:
    assert (
        report_of(unfit_scoring.RULE, {CHECK: f"total:\n  method: formula\n  formula: waited + stayd\n{BANDS}"})
        == """\
content/assessments/patience-check.yml:3:21: error[unfit-scoring]: nothing above is called `stayd`
   3 |   formula: waited + stayd
     |                     ^^^^^
   hint: did you mean `stayed`?
"""
    )


ITEMS = """\
items:
  - id: pauses
    text: Pauses I made
    {}
    recommends: [{{to: slow-down, why: Learn to wait a little longer.}}]
  - id: stayed
    text: I stayed
    recommends: [{{to: slow-down, why: Learn to stay a little longer.}}]
"""


def test_what_is_counted_needs_a_formula() -> None:
    site = SITE.model_copy(
        update={
            "scales": {
                **SITE.scales,
                "count": SITE.scales["in-part"].model_copy(update={"options": (), "count_to": 9}),
            }
        }
    )
    report = report_of(unfit_scoring.RULE, {CHECK: ITEMS.format("scale: count")}, site)
    assert "the item `pauses` is counted, which only a formula can make a score of" in report


def test_a_weight_has_to_be_above_nothing() -> None:
    text = ITEMS.format("weight: 0") + f"total:\n  method: weighted\n{BANDS}"
    assert told(text) == ["`pauses` has a weight of 0 or less"]


def test_an_assessment_without_any_meaning_is_marked() -> None:
    assert told("total: {method: sum}\n") == []
    text = ITEMS.format("dimension: all") + "dimensions:\n  - {id: all, title: All, method: sum}\n"
    without_total = report_of(unfit_scoring.RULE, {CHECK: text}).count("the self-check has no score")
    assert without_total == 0


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unfit_scoring.RULE) == ""
