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
        report_of(repeated_item_id.RULE, changes)
        == """\
content/checklists/meeting-checklist.yml:8:13: error[repeated-item-id]: another item of this checklist already has the id `question`
   8 |       - id: question
     |             ^^^^^^^^
   hint: give the newer of the two another id; what people have ticked is kept under the older one
   first one here: content/checklists/meeting-checklist.yml:4:13
"""
    )


def test_two_stations_with_one_id_are_marked() -> None:
    changes = {
        "content/paths/week-one.yml": """\
stations:
  - id: meet
    title: Meet them
    at: Day 1
    why: Everything else rests on it.
    do: Ring one person there.
  - id: meet
    title: Meet them again
    at: Day 3
    why: By now they expect a question.
    do: Hold the first talk.
""",
    }
    assert (
        report_of(repeated_item_id.RULE, changes)
        == """\
content/paths/week-one.yml:7:9: error[repeated-item-id]: another station of this path already has the id `meet`
   7 |   - id: meet
     |         ^^^^
   hint: give the newer of the two another id; what people have ticked is kept under the older one
   first one here: content/paths/week-one.yml:2:9
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(repeated_item_id.RULE) == ""


def test_blocks_of_a_session_and_roles_have_ids_of_their_own() -> None:
    blocks = "".join(f"  - {{id: one, title: Block {n}, minutes: 15, do: Talk.}}\n" for n in range(2))
    found = report_of(repeated_item_id.RULE, {"content/session-plans/half-an-hour.yml": f"blocks:\n{blocks}"})
    assert "another block of this plan already has the id `one`" in found
    assert "give the newer of the two another id; the older one is permanent" in found
    roles = "".join(f"  - {{id: one, name: Role {n}, brief: You.}}\n" for n in range(2))
    found = report_of(repeated_item_id.RULE, {"content/role-plays/late-question.yml": f"roles:\n{roles}"})
    assert "another role of this role play already has the id `one`" in found
