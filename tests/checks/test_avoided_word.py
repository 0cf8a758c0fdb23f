from generator.checks import avoided_word
from tests.checks.small_playbook import SITE, report_of


def test_the_word_is_marked_where_it_stands() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
summary: Ask what every Stakeholder wants.
do: >-
  Stakeholders is a longer word. But to leverage a
  stakeholder, one must touch
  base with them.
""",
    }
    site = SITE.model_copy(
        update={
            "avoided_words": {
                "stakeholder": "the person, or their role",
                "touch base": "talk, meet or ring",
                "leverage": "use",
            }
        }
    )
    assert (
        report_of(avoided_word.RULE, changes, site)
        == """\
content/practices/slow-down.yml:1:25: warning[avoided-word]: `Stakeholder` is a word that this playbook avoids
   1 | summary: Ask what every Stakeholder wants.
     |                         ^^^^^^^^^^^
   hint: write instead: the person, or their role; or put it in quotation marks if you talk about the word

content/practices/slow-down.yml:3:41: warning[avoided-word]: `leverage` is a word that this playbook avoids
   3 |   Stakeholders is a longer word. But to leverage a
     |                                         ^^^^^^^^
   hint: write instead: use; or put it in quotation marks if you talk about the word

content/practices/slow-down.yml:4:3: warning[avoided-word]: `stakeholder` is a word that this playbook avoids
   4 |   stakeholder, one must touch
     |   ^^^^^^^^^^^
   hint: write instead: the person, or their role; or put it in quotation marks if you talk about the word

content/practices/slow-down.yml:4:25: warning[avoided-word]: `touch base` is a word that this playbook avoids
   4 |   stakeholder, one must touch
     |                         ^^^^^
   hint: write instead: talk, meet or ring; or put it in quotation marks if you talk about the word
"""
    )


def test_talking_about_the_word_is_allowed() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Call nobody a "stakeholder", “stakeholder”, *stakeholder* or `stakeholder`. See [[mineral-rights|the talk]].
dont_say:
  - The stakeholders must be aligned, stakeholder by stakeholder.
keywords: [stakeholder]
asked_as:
  - which stakeholder do I ask
  - who is who
""",
        "content/quotations/no-hurry-quote.yml": """\
quote: No stakeholder was ever listened to in a hurry.
""",
    }
    site = SITE.model_copy(update={"avoided_words": {"stakeholder": "the person"}})
    assert report_of(avoided_word.RULE, changes, site) == ""


def test_pages_about_the_word_may_use_it() -> None:
    changes = {
        "content/terms/stakeholder.yml": """\
title: stakeholder
forms: [stakeholder, stakeholders]
meaning: A stakeholder is somebody whose name one has not learnt.
links:
  used_in:
    - to: slow-down
      why: Where to learn it.
""",
        "content/practices/slow-down.yml": """\
do: Ask the stakeholder for a name.
""",
        "content/practices/be-here.yml": """\
do: Look at the [[stakeholder|person]], not at the stakeholder map.
""",
    }
    site = SITE.model_copy(update={"avoided_words": {"stakeholder": "the person"}})
    assert report_of(avoided_word.RULE, changes, site) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(avoided_word.RULE) == ""
