"""The counts of proofs, and what they print.

Each `prove_<theme>.py` has its counts as constants at its top, made by `counted`, and gives a line to the fixture
`figures` at the end of each of its tests; pytest prints these lines after all tests, also where they ran in other
processes. `make prove` runs them, with small counts if the environment variable PROVE is `small`.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import TypeAlias

Figures: TypeAlias = Callable[[str], None]
"""Takes a line of figures, such as `3000 mutations: 0 crashes`."""


def counted(full: int, *, small: int) -> int:
    """How many cases to try: `full`, or `small` for a short run."""
    return small if os.environ.get("PROVE") == "small" else full
