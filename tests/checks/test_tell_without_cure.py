from generator.checks import tell_without_cure
from tests.checks.small_playbook import report_of


def test_a_tell_that_names_no_practice_is_marked() -> None:
    changes = {
        "content/tells/price-based.yml": """\
links:
  next:
    - to: slow-down
      why: Read this some day, when there is time.
""",
    }
    assert (
        report_of(tell_without_cure.RULE, changes)
        == """\
content/tells/price-based.yml:1:1: warning[tell-without-cure]: the tell `price-based` names no practice that helps against it
   1 | links:
     | ^^^^^
   hint: add under `links:` and `cured_by:` the id of a practice, with a `why:`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(tell_without_cure.RULE) == ""
