"""Many sequences of edits; after each edit, a build that uses what earlier ones left is compared with a clean build.

A sequence that fails is printed as a program that repeats it.
"""

from __future__ import annotations

from typing import ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis.stateful import run_state_machine_as_test

from tests.prove.figures import Figures, counted
from tests.prove.machine import Edits

PARTS = 4
"""Parts of the sequences, which may run in different processes."""

SEQUENCES = counted(100, small=4)
STEPS = 20

SETTINGS = settings(
    max_examples=-(-SEQUENCES // PARTS),
    stateful_step_count=STEPS,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)


class CountedEdits(Edits):
    """Edits that count the builds that were compared."""

    compared: ClassVar[int] = 0

    def _compare(self) -> None:
        super()._compare()
        type(self).compared += 1


@pytest.mark.parametrize("part", range(PARTS))
def test_builds_after_edits_are_like_clean_ones(part: int, figures: Figures) -> None:
    CountedEdits.compared = 0
    run_state_machine_as_test(CountedEdits, settings=SETTINGS)
    assert CountedEdits.compared >= SETTINGS.max_examples
    figures(f"edits, part {part + 1}: {CountedEdits.compared} builds in {SETTINGS.max_examples} sequences: 0 differ")
