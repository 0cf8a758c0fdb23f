import pytest

from generator.checks import unfit_scoring
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
    assert told(text) == ["an item has a weight of 0 or less"]


def test_an_assessment_without_any_meaning_is_marked() -> None:
    assert told("total: {method: sum}\n") == []
    text = ITEMS.format("dimension: all") + "dimensions:\n  - {id: all, title: All, method: sum}\n"
    without_total = report_of(unfit_scoring.RULE, {CHECK: text}).count("the self-check has no score")
    assert without_total == 0


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unfit_scoring.RULE) == ""
