"""By which day an entry is to be reviewed."""

from __future__ import annotations

import pytest

from generator.config.reviews import Review, months_later, review_of
from generator.kinds import BUILT_IN
from generator.kinds.term import Term
from tests.checks.small_playbook import SITE

TERM = BUILT_IN.by_name["term"]
TWICE_A_YEAR = SITE.model_copy(update={"review_months": {"terms": 6}})


def _term(**fields: str) -> Term:
    return Term.model_validate({"title": "T", "summary": "S.", "meaning": "M.", **fields})


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        ("2026-03-01", 12, "2027-03-01"),
        ("2025-11-30", 3, "2026-02-28"),
        ("2028-02-29", 12, "2029-02-28"),
        ("2026-12-31", 1, "2027-01-31"),
        ("9999-12-01", 1, "9999-12-31"),
    ],
)
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: str, months: int, later: str) -> None:
    assert months_later(day, months) == later


def test_the_entry_says_it_or_else_the_configuration_for_its_kind() -> None:
    own = _term(reviewed="2026-03-01", review_by="2026-04-01")
    assert review_of(own, TERM, SITE) == review_of(own, TERM, TWICE_A_YEAR) == Review("2026-03-01", "2026-04-01")
    assert review_of(_term(reviewed="2026-03-01"), TERM, TWICE_A_YEAR) == Review("2026-03-01", "2026-09-01")
    assert review_of(_term(), TERM, TWICE_A_YEAR) == Review(None, None)
    assert review_of(_term(reviewed="2026-03-01"), TERM, SITE) is None


def test_an_entry_is_due_on_its_day_and_always_if_it_was_never_reviewed() -> None:
    review = Review("2026-03-01", "2026-09-01")
    assert [review.is_due(day) for day in ("2026-08-31", "2026-09-01", "2027-01-01")] == [False, True, True]
    assert Review(None, None).is_due("1970-01-01")
