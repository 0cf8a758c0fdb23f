"""What long work says of its steps, for those who show them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeAlias

Progress: TypeAlias = Callable[[str], None]
"""Called with the name of each step before it starts."""


def silent(_step: str) -> None:
    """Report nothing."""
