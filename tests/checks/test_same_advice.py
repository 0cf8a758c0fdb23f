from generator.checks import same_advice
from tests.checks.small_playbook import report_of

CHECK = "content/assessments/patience-check.yml"
TOTAL = """\
total:
  method: sum
  bands:
    - {id: all, at_least: 0, at_most: 4, title: All, meaning: All., recommends: [{to: andy, why: Meet the man.}]}
"""


def test_the_same_advice_for_everybody_is_marked() -> None:
    changes = {
        CHECK: """\
items:
  - {id: waited, text: I waited, recommends: [{to: andy, why: He can wait.}]}
  - {id: stayed, text: I stayed, recommends: [{to: andy, why: He can stay.}]}
"""
        + TOTAL,
    }
    assert (
        report_of(same_advice.RULE, changes)
        == """\
content/assessments/patience-check.yml:1:1: error[same-advice]: the best and the worst answers recommend the same pages
   1 | items:
     | ^^^^^
   hint: let the bands lead to different pages
"""
    )


def test_bands_that_lead_apart_are_enough() -> None:
    changes = {
        CHECK: """\
items:
  - {id: waited, text: I waited, recommends: [{to: andy, why: He can wait.}]}
  - {id: stayed, text: I stayed, recommends: [{to: andy, why: He can stay.}]}
"""
        + TOTAL.replace("at_most: 4", "at_most: 3")
        + "    - {id: more, at_least: 4, at_most: 4, title: M, meaning: M., recommends: [{to: week-one, why: Go on.}]}\n",
    }
    assert report_of(same_advice.RULE, changes) == ""


def test_an_item_that_leads_nowhere_is_marked() -> None:
    changes = {CHECK: "items:\n  - {id: waited, text: I waited}\n  - {id: stayed, text: I stayed}\n"}
    report = report_of(same_advice.RULE, changes)
    assert [line for line in report.splitlines() if "error[" in line] == [
        f"{CHECK}:2:10: error[same-advice]: a bad answer to `waited` recommends no page",
        f"{CHECK}:3:10: error[same-advice]: a bad answer to `stayed` recommends no page",
    ]


def test_the_faultless_entries_have_none() -> None:
    assert report_of(same_advice.RULE) == ""


def test_an_item_needs_no_advice_if_its_dimension_gives_it() -> None:
    item = "items:\n  - {id: waited, text: I waited, dimension: patience}\n"
    item += "  - {id: stayed, text: I stayed, dimension: patience}\n"
    dimension = "dimensions:\n  - {id: patience, title: Patience, method: sum, ADVICE}\n"
    advice = "recommends: [{to: slow-down, why: Learn it.}]"
    without = report_of(same_advice.RULE, {CHECK: item + dimension.replace(", ADVICE", "")})
    assert "a bad answer to `waited` recommends no page" in without
    assert "a bad answer" not in report_of(same_advice.RULE, {CHECK: item + dimension.replace("ADVICE", advice)})
