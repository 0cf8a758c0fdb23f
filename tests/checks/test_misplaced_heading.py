import pytest

from generator.checks import misplaced_heading
from tests.checks.small_playbook import report_of
from tests.checks.texts import FILE, said

STATIONS = """stations:
- {at: Day 1, id: one, title: One, do: '### A', why: B.}
- {at: Day 2, id: two, title: Two, do: A., why: B.}
"""


def test_an_id_that_cannot_be_one_is_marked() -> None:
    assert report_of(misplaced_heading.RULE, {FILE: "do: |-\n  ### Before {#Be fore}\n  Ask.\n"}) == (
        f"{FILE}:2:16: error[misplaced-heading]: `Be fore` is not a valid id\n"
        "   2 |   ### Before {#Be fore}\n"
        "     |                ^^^^^^^\n"
        "   hint: use lower-case letters, digits and hyphens: `be-fore`\n"
    )


def test_an_id_is_there_once() -> None:
    text = "### A {#a}\n\n#### B {#a}"
    assert [found[::2] for found in said(misplaced_heading.RULE, text)] == [(3, "two headings have the id `a`")]


def test_a_part_of_a_section_has_no_headings() -> None:
    path = "content/paths/first-week.yml"
    found = report_of(misplaced_heading.RULE, {path: STATIONS})
    assert "`do` is a part of a section, in which there are no headings\n" in found
    assert "hint: write the words in bold: `**…**`\n" in found


@pytest.mark.parametrize("text", ["### A\n\n### A {#b}\n\n### C {#c}", "```\n### A {#B}\n```", "### {#}"])
def test_what_can_be_is_left_alone(text: str) -> None:
    assert said(misplaced_heading.RULE, text) == []


def test_the_faultless_entries_have_none() -> None:
    assert report_of(misplaced_heading.RULE) == ""


def test_a_heading_of_the_lower_level_has_one_above_it() -> None:
    found = said(misplaced_heading.RULE, "#### A\n\n### B\n\n#### C")
    assert [one[3] for one in found] == ["write `### A`"]
