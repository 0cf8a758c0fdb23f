"""When an entry is to be looked at again."""

from __future__ import annotations

import calendar
import datetime
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.config.settings import SiteConfig
from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.model.entry import Entry
from generator.model.kind import Kind


@dataclass(frozen=True, slots=True)
class Review:
    """When an entry was looked at, and by which day it is to be looked at again. Days are as in `2026-03-01`.

    `due` is None for an entry that was never reviewed, though entries of its kind are.
    """

    reviewed: str | None
    due: str | None

    def is_due(self, today: str) -> bool:
        """Whether the entry needs a look on the day `today`. One that was never reviewed does on every day."""
        return self.due is None or self.due <= today


def review_of(entry: Entry, kind: Kind, site: SiteConfig) -> Review | None:
    """What is known of the reviews of an entry of this kind; None if it is not to be reviewed."""
    if entry.review_by:
        return Review(entry.reviewed, entry.review_by)
    months = site.review_months.get(kind.plural)
    if months is None:
        return None
    return Review(entry.reviewed, months_later(entry.reviewed, months) if entry.reviewed else None)


def reviewed_later(entries: Iterable[Located], today: str) -> Iterator[Diagnostic]:
    """Diagnostics for the entries that were reviewed on a day after `today`. Where the day begins earlier, it may be
    tomorrow.
    """
    tomorrow = (datetime.date.fromisoformat(today) + datetime.timedelta(days=1)).isoformat()
    for located in entries:
        day = located.entry.reviewed
        if day and day > tomorrow:
            message = f"the entry was reviewed on {day}, which is still to come"
            hint = f"write the day on which somebody looked at it, such as `{today}`; "
            hint += "a day by which it is to be looked at stands under `review_by`"
            yield Diagnostic(codes.REVIEWED_LATER, message, located.span(("reviewed",)), hint)


def months_later(day: str, months: int) -> str:
    """The same day some months later, or the last of that month if it is shorter.

    >>> months_later("2025-11-30", 3)
    '2026-02-28'
    """
    found = datetime.date.fromisoformat(day)
    year, month = divmod(found.year * 12 + found.month - 1 + months, 12)
    if year > datetime.MAXYEAR:
        return datetime.date.max.isoformat()
    last = calendar.monthrange(year, month + 1)[1]
    return datetime.date(year, month + 1, min(found.day, last)).isoformat()
