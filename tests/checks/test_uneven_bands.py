import pytest

from generator.checks import uneven_bands
from tests.checks.bands import CHECK, bands
from tests.checks.small_playbook import report_of


def told(text: str) -> list[str]:
    report = report_of(uneven_bands.RULE, {CHECK: text})
    return [line.partition("]: ")[2] for line in report.splitlines() if "error[" in line]


@pytest.mark.parametrize(
    ("ranges", "messages"),
    [
        ((("0", "3"), ("4", "6")), []),
        ((("0", "2"), ("5", "6")), ["scores from 3 to 4 are in no band"]),
        ((("0", "4"), ("4", "6")), ["this band starts at 4, but the previous one ends at 4"]),
        ((("1", "3"), ("4", "6")), ["answers can give a score of 0, which is in no band"]),
        ((("0", "3"), ("4", "5")), ["answers can give a score of 6, which is in no band"]),
        ((("0", "3"), ("4", "2"), ("3", "6")), ["this band ends at 2, below its start"]),
    ],
)
def test_gaps_and_overlaps_are_marked(ranges: tuple[tuple[str, str], ...], messages: list[str]) -> None:
    assert told(bands(*ranges)) == messages


def test_a_gap_is_marked_where_the_next_band_begins() -> None:
    report = report_of(uneven_bands.RULE, {CHECK: bands(("0", "2"), ("4", "6"))})
    assert report.splitlines()[0] == f"{CHECK}:5:30: error[uneven-bands]: a score of 3 is in no band"
    assert report.splitlines()[-1] == "   hint: write `at_least: 3`"


def test_the_four_fields_need_four_sides() -> None:
    field = "{{id: {}, across: low, up: {}, title: F, meaning: F., recommends: [{{to: andy, why: Meet the man.}}]}}"
    text = f"""\
items:
  - {{id: waited, dimension: one, text: I waited, recommends: [{{to: slow-down, why: Learn to wait longer.}}]}}
  - {{id: stayed, dimension: two, text: I stayed, recommends: [{{to: slow-down, why: Learn to stay longer.}}]}}
dimensions:
  - {{id: one, title: One, method: sum}}
  - {{id: two, title: Two, method: sum}}
total:
fields:
  across: one
  up: two
  split: 1
  fields:
    - {field.format("a", "low")}
    - {field.format("b", "low")}
    - {field.format("c", "high")}
    - {field.format("d", "high")}
"""
    text = text.replace("total:\n", "total: {method: sum}\n")
    assert told(text) == [
        "two fields have the same place: `across` is low and `up` is low",
        "two fields have the same place: `across` is low and `up` is high",
    ]


def test_the_faultless_entries_have_none() -> None:
    assert report_of(uneven_bands.RULE) == ""
