from generator.checks import missing_why
from tests.checks.small_playbook import report_of


def test_links_to_choose_from_need_a_reason() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
links:
  goes_with: [mineral-rights]
  use:
    - to: meeting-checklist
""",
        "content/moments/before-meeting.yml": """\
offers:
  - meeting-checklist
""",
    }
    assert (
        report_of(missing_why.RULE, changes)
        == """\
content/moments/before-meeting.yml:2:5: warning[missing-why]: the link to `meeting-checklist` has no reason
   2 |   - meeting-checklist
     |     ^^^^^^^^^^^^^^^^^
   hint: write `- to: meeting-checklist`, and under it `why:` with what the reader gains there

content/practices/slow-down.yml:2:15: warning[missing-why]: the link to `mineral-rights` has no reason
   2 |   goes_with: [mineral-rights]
     |               ^^^^^^^^^^^^^^
   hint: write `- to: mineral-rights`, and under it `why:` with what the reader gains there

content/practices/slow-down.yml:4:11: warning[missing-why]: the link to `meeting-checklist` has no reason
   4 |     - to: meeting-checklist
     |           ^^^^^^^^^^^^^^^^^
   hint: write `- to: meeting-checklist`, and under it `why:` with what the reader gains there
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(missing_why.RULE) == ""
