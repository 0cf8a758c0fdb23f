"""A build that uses what earlier builds have left is like a clean one, in a sequence of edits.

`make test-every` tries a few more, `make prove` many.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, settings

from tests.prove.machine import Edits
from tests.sampling import every_case, some_of

TestEdits = pytest.mark.slow(pytest.mark.sampled(Edits.TestCase))
TestEdits.settings = settings(
    max_examples=some_of(5),
    stateful_step_count=8 if every_case() else 4,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    derandomize=True,
)
