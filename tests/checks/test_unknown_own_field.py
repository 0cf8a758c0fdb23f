from generator.checks import unknown_own_field
from tests.checks.small_playbook import report_of


def test_a_name_that_is_no_field_is_marked() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
own: [step, this_week, nonsense]
""",
    }
    assert (
        report_of(unknown_own_field.RULE, changes)
        == """\
content/practices/slow-down.yml:1:7: error[unknown-own-field]: `own` names `step`, but a practice has no such field
   1 | own: [step, this_week, nonsense]
     |       ^^^^
   hint: did you mean `steps`?

content/practices/slow-down.yml:1:24: error[unknown-own-field]: `own` names `nonsense`, but a practice has no such field
   1 | own: [step, this_week, nonsense]
     |                        ^^^^^^^^
   hint: use a field of this practice, such as `summary`
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unknown_own_field.RULE) == ""
