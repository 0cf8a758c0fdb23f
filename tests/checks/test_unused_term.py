from generator.checks import unused_term
from tests.checks.small_playbook import report_of


def test_a_term_that_no_text_uses_is_marked() -> None:
    changes = {
        "content/terms/drill-bit.yml": """\
title: drill bit
forms: [drill bit, drill bits]
meaning: What one buys to have a hole.
""",
        "content/terms/hole.yml": """\
title: hole in the wall
forms: []
""",
    }
    assert (
        report_of(unused_term.RULE, changes)
        == """\
content/terms/drill-bit.yml:2:1: warning[unused-term]: no entry uses the term `drill-bit`; looked for `drill bit`, `drill bits`
   2 | forms: [drill bit, drill bits]
     | ^^^^^
   hint: add the form in which the text uses it to `forms:`, or remove the term

content/terms/hole.yml:1:8: warning[unused-term]: no entry uses the term `hole`; looked for `hole in the wall`
   1 | title: hole in the wall
     |        ^^^^^^^^^^^^^^^^
   hint: add the form in which the text uses it to `forms:`, or remove the term
"""
    )


def test_a_mention_is_a_use() -> None:
    changes = {
        "content/terms/drill-bit.yml": """\
forms: [drill bits]
""",
        "content/practices/slow-down.yml": """\
do: Ask for [[drill-bit|the hole]] and leave out the small talk.
""",
    }
    assert report_of(unused_term.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unused_term.RULE) == ""
