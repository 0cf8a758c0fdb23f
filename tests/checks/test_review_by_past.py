from generator.checks import review_by_past
from tests.checks.small_playbook import SITE, report_of

YEARLY = SITE.model_copy(update={"review_months": {"practices": 12}})


def test_a_review_that_is_done_is_no_longer_to_be_done() -> None:
    changes = {"content/practices/slow-down.yml": "reviewed: 2026-03-01\nreview_by: 2026-03-01\n"}
    assert (
        report_of(review_by_past.RULE, changes, YEARLY)
        == """\
content/practices/slow-down.yml:2:12: warning[review-by-past]: the entry was to be reviewed by 2026-03-01, and was, on 2026-03-01
   2 | review_by: 2026-03-01
     |            ^^^^^^^^^^
   hint: write the day of the next review, or remove it: then it is 12 months after `reviewed`
"""
    )
    assert "hint: write the day of the next review, or remove it\n" in report_of(review_by_past.RULE, changes)


def test_a_review_to_come_is_right_and_so_is_nothing() -> None:
    changes = {"content/practices/slow-down.yml": "reviewed: 2026-03-01\nreview_by: 2026-03-02\n"}
    assert report_of(review_by_past.RULE, changes) == report_of(review_by_past.RULE) == ""
