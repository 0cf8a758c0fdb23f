from generator.checks import unknown_part
from tests.checks.small_playbook import report_of

CHECK = "content/assessments/patience-check.yml"


def test_parts_that_the_assessment_lacks_are_marked() -> None:
    changes = {
        CHECK: """\
knock_outs:
  - item: wated
    up_to: 0
    band: rude
    why: Whoever does not wait is not patient.
fields:
  across: waiting
  up: staying
  split: 2
  fields:
    - {id: a, across: low, up: low, title: A, meaning: A., recommends: [{to: andy, why: Meet the man.}]}
    - {id: b, across: low, up: high, title: B, meaning: B., recommends: [{to: andy, why: Meet the man.}]}
    - {id: c, across: high, up: low, title: C, meaning: C., recommends: [{to: andy, why: Meet the man.}]}
    - {id: d, across: high, up: high, title: D, meaning: D., recommends: [{to: andy, why: Meet the man.}]}
""",
    }
    assert (
        report_of(unknown_part.RULE, changes)
        == """\
content/assessments/patience-check.yml:2:11: error[unknown-part]: no item of this assessment is called `wated`
   2 |   - item: wated
     |           ^^^^^
   hint: did you mean `waited`?

content/assessments/patience-check.yml:4:11: error[unknown-part]: no band of the total of this assessment is called `rude`
   4 |     band: rude
     |           ^^^^
   hint: there are: `hasty`, `patient`

content/assessments/patience-check.yml:7:11: error[unknown-part]: no dimension of this assessment is called `waiting`
   7 |   across: waiting
     |           ^^^^^^^
   hint: there are: none

content/assessments/patience-check.yml:8:7: error[unknown-part]: no dimension of this assessment is called `staying`
   8 |   up: staying
     |       ^^^^^^^
   hint: there are: none
"""
    )


def test_an_edition_has_to_say_what_it_changed() -> None:
    changes = {
        CHECK: """\
edition: 3
changes:
  - edition: 2
    what: The question about the door has gone.
    removed: [door, waited]
    renamed: {stayed: remained}
  - edition: 4
    what: Nothing much.
""",
    }
    assert (
        report_of(unknown_part.RULE, changes)
        == """\
content/assessments/patience-check.yml:1:10: error[unknown-part]: nothing under `changes` says what edition 3 changed
   1 | edition: 3
     |          ^
   hint: people whose answers are older are told; write it for them

content/assessments/patience-check.yml:5:21: error[unknown-part]: `waited` is removed here, but an item is called so
   5 |     removed: [door, waited]
     |                     ^^^^^^
   hint: use a new id for a new question

content/assessments/patience-check.yml:6:15: error[unknown-part]: `stayed` is renamed here, but an item is called so
   6 |     renamed: {stayed: remained}
     |               ^^^^^^
   hint: use a new id for a new question

content/assessments/patience-check.yml:7:14: error[unknown-part]: the change belongs to edition 4, but this is edition 3
   7 |   - edition: 4
     |              ^
   hint: write `edition: 4` above
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(unknown_part.RULE) == ""
