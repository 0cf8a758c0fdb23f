"""A calendar for each owner, with the days by which they are to review entries, in the format of RFC 5545.

A build knows no time, so the stamp of an entry is the day that it is about: after a review that is another one, and
programs replace the entry, because its id is the same.
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterable, Iterator
from urllib.parse import urlsplit

from generator.config.reviews import Review
from generator.config.settings import SiteConfig
from generator.content.located import Located
from generator.language.words import Words
from generator.model import addresses
from generator.outputs._made import Made
from generator.site.life import reviews_by_owner
from generator.site.page import Artifact

MOST_OCTETS = 75
"""The octets of a line, without its end."""


def calendar(entries: Iterable[tuple[Located, Review]], site: SiteConfig, words: Words) -> bytes:
    """The calendar with the reviews of these entries that have a day."""
    lines = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//Playbook//Reviews//EN", "CALSCALE:GREGORIAN"]
    for located, review in entries:
        if review.due:
            lines += _event(located, review.due, site, words)
    return "".join(f"{_folded(line)}\r\n" for line in (*lines, "END:VCALENDAR")).encode()


def _event(located: Located, due: str, site: SiteConfig, words: Words) -> Iterator[str]:
    """A day of its own, which leaves the rest of the day free."""
    day = datetime.date.fromisoformat(due)
    host = re.sub(r"[^\w.-]", "-", urlsplit(site.url).netloc)
    yield "BEGIN:VEVENT"
    yield f"UID:review-{located.id}@{host}"
    yield f"DTSTAMP:{day:%Y%m%d}T000000Z"
    yield f"DTSTART;VALUE=DATE:{day:%Y%m%d}"
    if day < datetime.date.max:
        yield f"DTEND;VALUE=DATE:{day + datetime.timedelta(days=1):%Y%m%d}"
    yield f"SUMMARY:{_escaped(str(words.needs_a_look.event(title=located.entry.title)))}"
    yield f"URL:{site.url}{located.url}"
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _escaped(text: str) -> str:
    return re.sub(r"[\\;,]", r"\\\g<0>", text)


def _folded(line: str) -> str:
    """The line, with breaks where it is too long. No character is cut in two."""
    lines, octets = [""], 0
    for character in line:
        size = len(character.encode())
        if octets + size > MOST_OCTETS:
            lines.append(" ")
            octets = 1
        lines[-1] += character
        octets += size
    return "\r\n".join(lines)


def outputs(made: Made) -> Iterator[Artifact]:
    words = made.graph.kinds.language.words
    for owner, entries in reviews_by_owner(made.graph.entries.values(), made.site).items():
        if owner and any(review.due for _, review in entries):
            yield Artifact(addresses.calendar(owner), calendar(entries, made.site, words))
