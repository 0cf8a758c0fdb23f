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
content/practices/slow-down.yml:2:1: warning[too-few-links]: this page links to only `mineral-rights`; links to at least 2 other pages are expected
   2 | links:
     | ^^^^^
   hint: add a link with its reason to `links:`, under one of `goes_with:`, `next:`, `use:`, `contrasts:`

content/terms/small-talk.yml:2:1: warning[too-few-links]: this page links to no other page; links to at least 2 other pages are expected
   2 | links: {}
     | ^^^^^
   hint: add a link with its reason to `links:`, under one of `used_in:`, `next:`, `use:`, `contrasts:`
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


def test_the_faultless_entries_have_none() -> None:
    assert report_of(too_few_links.RULE) == ""
