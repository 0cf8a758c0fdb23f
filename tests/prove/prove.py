"""Many sequences of edits; `make prove` runs them in several processes.

The number of sequences is in the environment variable SEQUENCES; each has up to 20 edits. A sequence that fails is
printed as a program that repeats it.
"""

from __future__ import annotations

import os

from hypothesis import HealthCheck, settings

from tests.prove.machine import Edits

PARTS = 4
SETTINGS = settings(
    max_examples=-(-int(os.environ.get("SEQUENCES", "100")) // PARTS),
    stateful_step_count=20,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    print_blob=True,
)


class FirstEdits(Edits):
    """A part of the sequences: pytest gives each class to one process."""


class SecondEdits(Edits):
    """As above."""


class ThirdEdits(Edits):
    """As above."""


class FourthEdits(Edits):
    """As above."""


TestFirst, TestSecond = FirstEdits.TestCase, SecondEdits.TestCase
TestThird, TestFourth = ThirdEdits.TestCase, FourthEdits.TestCase
for _part in (TestFirst, TestSecond, TestThird, TestFourth):
    _part.settings = SETTINGS
