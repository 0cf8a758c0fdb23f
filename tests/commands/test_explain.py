"""What `playbook explain ENTRY` says: whose each field of an entry is, and each marked part."""

from __future__ import annotations

import pytest

from generator.cli import main
from tests.checks.small_playbook import completed
from tests.conftest import Small

PRACTICE = "content/practices/slow-down.yml"
CHANGED = """\
own: [steps, badly, this_week, not_when]
aliases: [take-it-slow]
why: People read your intent. [Hurry is its *plainest* sign.]{own}
steps:
  - do: Book more time than you need.
    detail: A visit is long. [It may end early.]{source}
"""
SAID = """\
Practice “Slow it down” (content/practices/slow-down.yml), origin: source
  source: handbook, third chapter

  do         the sources'
  why        the sources', but for what is ours:
             ours, why: “Hurry is its *plainest* sign.”
  steps      ours, but for what is the sources':
             from the sources, steps.1.detail: “It may end early.”
  badly      ours
  this_week  ours
  not_when   ours
"""


@pytest.mark.parametrize("name", ["slow-down", "take-it-slow"])
def test_whose_each_field_and_each_part_is(name: str, small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({PRACTICE: completed(PRACTICE, CHANGED)})

    assert main(["explain", name]) == 0
    assert capsys.readouterr().out == SAID


def test_a_name_that_there_is_not_gets_the_most_similar(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({})

    assert main(["explain", "slow-dwon"]) == 2
    assert capsys.readouterr().err == (
        "playbook: no diagnostic, no kind and no entry is called `slow-dwon`; did you mean `slow-down`?\n"
    )
