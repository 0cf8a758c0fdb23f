from generator.checks import message_too_long
from tests.checks.small_playbook import report_of

MESSAGE = "content/messages/visit-note.yml"


def test_a_message_beyond_its_limit_is_marked() -> None:
    changes = {
        MESSAGE: """\
limit: 20
after:
  text: |-
    Friday, seven.

    Nora é
"""
    }
    assert (
        report_of(message_too_long.RULE, changes)
        == """\
content/messages/visit-note.yml:3:9: error[message-too-long]: the finished message has 22 characters; its limit is 20
   3 |   text: |-
     |         ^^
   hint: leave out 2 characters, or correct `limit`
"""
    )


def test_a_message_at_its_limit_and_one_without_are_not() -> None:
    assert report_of(message_too_long.RULE, {MESSAGE: "limit: 14\nafter: {text: 'Friday, seven.'}\n"}) == ""
    assert report_of(message_too_long.RULE, {MESSAGE: "limit: 400\n"}) == ""


def test_the_small_playbook_has_none() -> None:
    assert report_of(message_too_long.RULE) == ""
