"""A build that uses what earlier builds have left is like a clean one, in a sequence of edits.

`make prove` tries many more.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.prove.machine import Edits

TestEdits = pytest.mark.slow(pytest.mark.rehearsal(Edits.TestCase))
TestEdits.settings = settings(
    max_examples=5,
    stateful_step_count=8,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
