from generator.checks import orphan_entry
from tests.checks.small_playbook import report_of


def test_an_entry_that_nothing_leads_to_is_marked() -> None:
    changes = {
        "content/practices/be-here.yml": """\
title: Be here
moments: [before-meeting]
links: {}
""",
    }
    assert (
        report_of(orphan_entry.RULE, changes)
        == """\
content/practices/be-here.yml:1:1: warning[orphan-entry]: no other page links to `be-here`
   1 | title: Be here
     | ^
   hint: link to it where somebody would need it: `to: be-here` under `links:`, or `[[be-here|words]]`
"""
    )


def test_a_link_in_either_direction_is_enough() -> None:
    changes = {
        "content/practices/be-here.yml": """\
links: {}
""",
        "content/practices/look-up.yml": """\
links: {}
do: Do as in [[be-here|this one]].
""",
        "content/tells/price-based.yml": """\
links:
  cured_by:
    - to: look-up
      why: They notice when somebody does.
""",
    }
    assert report_of(orphan_entry.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(orphan_entry.RULE) == ""
