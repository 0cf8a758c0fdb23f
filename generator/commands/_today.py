"""The day on which a command runs."""

from __future__ import annotations

import datetime
import os

from generator.commands._calling import usage


def today() -> str:
    """The day of SOURCE_DATE_EPOCH, in seconds since 1970 in UTC, or else of the clock, as in `2026-03-01`."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not epoch:
        return datetime.date.today().isoformat()
    try:
        return datetime.datetime.fromtimestamp(int(epoch), datetime.UTC).date().isoformat()
    except (ValueError, OverflowError, OSError):
        raise usage(f"SOURCE_DATE_EPOCH is `{epoch[:20]}`, and not a number of seconds since 1970") from None
