from generator.checks import boring_why
from tests.checks.small_playbook import report_of


def test_short_titles_and_repeated_reasons_are_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
links:
  goes_with:
    - to: mineral-rights
      why: Mineral rights.
  use:
    - to: meeting-checklist
      why: Before you go in.
  next:
    - to: price-based
      why: Without this, seven steps turn into an interview!
""",
    }
    assert (
        report_of(boring_why.RULE, changes)
        == """\
content/practices/slow-down.yml:4:12: warning[boring-why]: `Mineral rights.` is too short to be a reason for following the link
   4 |       why: Mineral rights.
     |            ^^^^^^^^^^^^^^^
   hint: say what the reader gains by going there, so that one wants to click

content/practices/slow-down.yml:7:12: warning[boring-why]: the reason only repeats the title of `meeting-checklist`
   7 |       why: Before you go in.
     |            ^^^^^^^^^^^^^^^^^
   hint: say what the reader gains by going there, so that one wants to click

content/practices/slow-down.yml:10:12: warning[boring-why]: `Without this, seven steps turn into an interview!` is already the reason for another link
  10 |       why: Without this, seven steps turn into an interview!
     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: say what the reader gains by going there, so that one wants to click
   used here: content/conversations/mineral-rights.yml:29:12
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(boring_why.RULE) == ""
