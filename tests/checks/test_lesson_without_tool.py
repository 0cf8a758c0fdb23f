from generator.checks import lesson_without_tool
from tests.checks.small_playbook import report_of


def test_a_lesson_without_tool_is_marked() -> None:
    changes = {
        "content/lessons/lead-dont-follow.yml": """\
links:
  next:
    - to: who-knows-best
      why: The belief that makes leading feel rude.
    - to: slow-down
      why: What to do while you wait for your turn.
""",
    }
    assert (
        report_of(lesson_without_tool.RULE, changes)
        == """\
content/lessons/lead-dont-follow.yml:1:1: warning[lesson-without-tool]: the lesson `lead-dont-follow` has no checklist or conversation to try it with
   1 | links:
     | ^^^^^
   hint: add under `links:` and `use:` the id of a checklist or conversation, with a `why:`
"""
    )


def test_a_checklist_that_names_the_lesson_is_enough() -> None:
    changes = {
        "content/lessons/lead-dont-follow.yml": """\
links: {}
""",
        "content/checklists/meeting-checklist.yml": """\
links:
  next:
    - to: lead-dont-follow
      why: What to bring besides questions.
""",
    }
    assert report_of(lesson_without_tool.RULE, changes) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(lesson_without_tool.RULE) == ""
