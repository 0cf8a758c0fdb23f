from generator.checks import unreachable_band
from tests.checks.bands import CHECK, bands
from tests.checks.small_playbook import report_of


def told(text: str) -> list[str]:
    report = report_of(unreachable_band.RULE, {CHECK: text})
    return [line.partition("]: ")[2] for line in report.splitlines() if "error[" in line]


def test_bands_that_begin_too_low_or_end_too_high_are_marked() -> None:
    assert told(bands(("-2", "3"), ("4", "9"))) == [
        "no answers give a score of -2: the lowest score is 0",
        "no answers give a score of 9: the highest score is 6",
    ]


def test_a_band_that_no_answers_lead_to_is_marked() -> None:
    assert told(bands(("0", "6"), ("7", "9"))) == ["no answers give the band `band-1`"]


def test_the_hint_says_what_the_scale_gives() -> None:
    report = report_of(unreachable_band.RULE, {CHECK: bands(("0", "6"), ("7", "9"))})
    assert "hint: the answers on the scale `in-part` give 0 to 6: delete this band, or change" in report


def test_the_hint_says_which_scores_are_nearest() -> None:
    report = report_of(unreachable_band.RULE, {CHECK: bands(("0", "0.2"), ("0.3", "0.6"), ("0.7", "6"))})
    assert "hint: 0 and 1 are the nearest scores on the scale `in-part`: correct the points in" in report


def test_a_formula_is_tried_with_many_answers() -> None:
    text = bands(("0", "3"), ("3.01", "4")).replace("method: sum", "method: formula\n  formula: waited * stayed")
    assert told(text) == []
    text = bands(("0", "3"), ("3.01", "5")).replace("method: sum", "method: formula\n  formula: waited * stayed")
    assert told(text) == ["no answers give a score of 5: the highest score is 4"]


def test_a_split_that_leaves_a_side_empty_is_marked() -> None:
    side = "title: F, meaning: F., recommends: [{to: andy, why: Meet the man.}]"
    text = f"""\
items:
  - {{id: waited, dimension: one, text: I waited, recommends: [{{to: slow-down, why: Learn to wait longer.}}]}}
  - {{id: stayed, dimension: two, text: I stayed, recommends: [{{to: slow-down, why: Learn to stay longer.}}]}}
total: {{method: sum}}
dimensions:
  - {{id: one, title: One, method: sum}}
  - {{id: two, title: Two, method: sum}}
fields:
  across: one
  up: two
  split: 3
  fields:
    - {{id: a, across: low, up: low, {side}}}
    - {{id: b, across: low, up: high, {side}}}
    - {{id: c, across: high, up: low, {side}}}
    - {{id: d, across: high, up: high, {side}}}
"""
    assert told(text) == [
        "`one` runs from 0 to 2, so the split leaves one side empty",
        "`two` runs from 0 to 2, so the split leaves one side empty",
    ]


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unreachable_band.RULE) == ""
