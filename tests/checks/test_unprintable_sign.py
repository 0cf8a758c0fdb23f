from generator.checks import unprintable_sign
from tests.checks.small_playbook import report_of


def test_signs_that_the_typefaces_lack_are_marked_and_letters_of_other_scripts_are_not() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Tick 🙂 → × 你好 שלום H₂O Ωμέγα, and wait.
""",
    }
    assert (
        report_of(unprintable_sign.RULE, changes)
        == """\
content/practices/slow-down.yml:1:10: warning[unprintable-sign]: the typefaces of the playbook have no `🙂` (slightly smiling face)
   1 | do: Tick 🙂 → × 你好 שלום H₂O Ωμέγα, and wait.
     |          ^^
   hint: say it in words, or use a sign that they have, such as `→` or `×`
"""
    )


def test_code_has_a_typeface_with_signs_of_its_own() -> None:
    changes = {"content/practices/slow-down.yml": "do: Draw it as `├──`, not as ├ or `🙂`.\n"}
    found = report_of(unprintable_sign.RULE, changes)
    assert [line for line in found.splitlines() if "unprintable" in line] == [
        "content/practices/slow-down.yml:1:30: warning[unprintable-sign]: the typefaces of the playbook have no `├` "
        "(box drawings light vertical and right)",
        "content/practices/slow-down.yml:1:36: warning[unprintable-sign]: the typefaces of the playbook have no `🙂` "
        "(slightly smiling face)",
    ]


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unprintable_sign.RULE) == ""
