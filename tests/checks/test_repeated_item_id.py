# ruff: noqa: E501 (what people see is compared as a whole)
from generator.checks import repeated_item_id
from tests.checks.small_playbook import report_of


def test_two_items_with_one_id_are_marked() -> None:
    changes = {
        "content/checklists/meeting-checklist.yml": """\
groups:
  - title: Before
    items:
      - id: question
        text: One question is written down.
  - title: After
    items:
      - id: question
        text: One answer is written down.
""",
    }
    assert (
        report_of(repeated_item_id.check, changes)
        == """\
content/checklists/meeting-checklist.yml:8:13: error[repeated-item-id]: another item of this checklist has the id `question` already
   8 |       - id: question
     |             ^^^^^^^^
   hint: give the newer of the two another id; what people have ticked is kept under the older one
   first given here: content/checklists/meeting-checklist.yml:4:13
"""
    )


def test_the_small_playbook_has_none() -> None:
    assert report_of(repeated_item_id.check) == ""
