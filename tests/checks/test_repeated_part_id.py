from generator.checks import repeated_part_id
from tests.checks.small_playbook import report_of

CHECK = "content/assessments/patience-check.yml"


def test_two_parts_with_one_id_are_marked() -> None:
    changes = {
        CHECK: """\
items:
  - id: waited
    text: I waited
    dimension: total
    recommends: [{to: slow-down, why: Learn to wait a little longer.}]
  - id: waited
    text: I waited at the door
    recommends: [{to: slow-down, why: Learn to stay a little longer.}]
dimensions:
  - {id: total, title: All, method: sum}
""",
    }
    assert (
        report_of(repeated_part_id.RULE, changes)
        == """\
content/assessments/patience-check.yml:6:9: error[repeated-part-id]: another part of this assessment already has the id `waited`
   6 |   - id: waited
     |         ^^^^^^
   hint: give the newer of the two another id; what people have answered is kept under the older one
   first one here: content/assessments/patience-check.yml:2:9

content/assessments/patience-check.yml:10:10: error[repeated-part-id]: `total` is the name of the score of all items
  10 |   - {id: total, title: All, method: sum}
     |          ^^^^^
   hint: call the dimension something else
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(repeated_part_id.RULE) == ""
