"""The calendars of owners, read by a program for calendars."""

from __future__ import annotations

import datetime

from icalendar import Calendar

from generator.config.reviews import Review
from generator.content.located import Located
from generator.kinds import BUILT_IN
from generator.outputs.calendars import MOST_OCTETS, calendar
from tests.checks.small_playbook import SITE, graph_of, with_changes

WORDS = BUILT_IN.language.words


def _located(title: str) -> Located:
    return graph_of(with_changes({"content/practices/slow-down.yml": f"title: {title}\n"})).entries["slow-down"]


def test_a_review_is_a_day_with_a_link_that_leaves_the_day_free() -> None:
    found = Calendar.from_ical(calendar([(_located("Slow, down; or not"), Review(None, "2026-12-31"))], SITE, WORDS))

    (event,) = found.walk("VEVENT")
    assert event["UID"] == "review-slow-down@playbook.example"
    assert (event["DTSTART"].dt, event["DTEND"].dt) == (datetime.date(2026, 12, 31), datetime.date(2027, 1, 1))
    assert event["SUMMARY"] == "Review: Slow, down; or not"
    assert event["URL"] == "https://playbook.example/practices/slow-down/"
    assert event["TRANSP"] == "TRANSPARENT"


def test_long_titles_are_folded_between_characters_and_read_as_they_were() -> None:
    title = "Ü" * 85
    made = calendar([(_located(title), Review(None, "2026-03-01"))], SITE, WORDS)

    assert max(len(line) for line in made.split(b"\r\n")) == MOST_OCTETS
    assert Calendar.from_ical(made).walk("VEVENT")[0]["SUMMARY"] == f"Review: {title}"


def test_what_has_no_day_is_not_in_a_calendar() -> None:
    assert b"VEVENT" not in calendar([(_located("Slow down"), Review(None, None))], SITE, WORDS)
