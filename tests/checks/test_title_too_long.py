from generator.checks import title_too_long
from tests.checks.small_playbook import report_of


def test_the_part_that_is_too_much_is_marked() -> None:
    changes = {"content/practices/slow-down.yml": f"title: {'x' * 101}\n"}
    assert (
        report_of(title_too_long.RULE, changes)
        == f"""\
content/practices/slow-down.yml:1:108: warning[title-too-long]: the title has 101 characters; it should have at most 100
   1 | title: {"x" * 101}
     | {" " * 107}^
   hint: say it in fewer words, and move the rest to `summary`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(title_too_long.RULE) == ""
