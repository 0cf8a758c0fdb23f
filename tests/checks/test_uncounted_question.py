from generator.checks import uncounted_question
from tests.checks.small_playbook import report_of

CHECK = "content/assessments/patience-check.yml"
PARTS = """\
dimensions:
  - {{id: slow, title: Slow, method: sum}}
items:
  - {{id: waited, dimension: slow, text: I waited}}
  - {{id: stayed-on, text: I stayed}}
{0}
"""
BANDS = (
    "bands: [{id: low, at_least: 0, at_most: 2, title: Low, meaning: Low., recommends: [{to: andy, why: He knows.}]}]"
)


def told(rest: str) -> str:
    return report_of(uncounted_question.RULE, {CHECK: PARTS.format(rest)})


def test_a_question_without_dimension_is_marked_where_scores_are_those_of_dimensions() -> None:
    report = told(f"total: {{method: mean, of: [slow], {BANDS}}}")
    assert (
        f"{CHECK}:5:10: warning[uncounted-question]: the answer to `stayed-on` counts in no score, so it changes no result"
        in report
    )
    assert "hint: write `dimension:`, the group of questions it is scored with: `slow`" in report
    assert "`waited`" not in report


def test_what_the_total_counts_or_a_formula_names_or_decides_the_result_is_not_marked() -> None:
    assert told(f"total: {{method: sum, {BANDS}}}") == ""
    assert told(f"total: {{method: formula, formula: slow + stayed_on, {BANDS}}}") == ""
    knock_out = "knock_outs: [{item: stayed-on, up_to: 0, band: low, why: It decides.}]"
    assert told(f"total: {{method: mean, of: [slow], {BANDS}}}\n{knock_out}") == ""


def test_without_dimensions_the_formula_is_where_it_can_be_counted() -> None:
    report = report_of(
        uncounted_question.RULE, {CHECK: f"total: {{method: formula, formula: waited + one_question, {BANDS}}}\n"}
    )
    assert "the answer to `stayed` counts in no score, so it changes no result" in report
    assert "hint: name it in the formula of `total:`" in report
