from generator.checks import too_few_links
from tests.checks.small_playbook import report_of


def test_dead_ends_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
title: Slow it down
links:
  goes_with:
    - to: mineral-rights
      why: A conversation that gives your patience something to hold on to.
""",
        "content/terms/small-talk.yml": """\
title: small talk
links: {}
""",
    }
    assert (
        report_of(too_few_links.RULE, changes)
        == """\
content/practices/slow-down.yml:2:1: warning[too-few-links]: this page leads on to `mineral-rights` only; a reader should find at least 2 ways on
   2 | links:
     | ^^^^^
   hint: add to `links:`, under one of `goes_with:`, `next:`, `use:`, `contrasts:`, where to go from here and why

content/terms/small-talk.yml:2:1: warning[too-few-links]: this page leads on to nothing; a reader should find at least 2 ways on
   2 | links: {}
     | ^^^^^
   hint: add to `links:`, under one of `used_in:`, `next:`, `use:`, `contrasts:`, where to go from here and why
"""
    )


def test_links_in_the_structure_of_an_entry_count() -> None:
    changes = {
        "content/checklists/meeting-checklist.yml": """\
links: {}
groups:
  - title: Ready
    items:
      - id: one
        text: One question is written down.
        see: slow-down
      - id: two
        text: The other one as well.
        see: mineral-rights
""",
    }
    assert report_of(too_few_links.RULE, changes) == ""


def test_the_small_playbook_has_none() -> None:
    assert report_of(too_few_links.RULE) == ""
