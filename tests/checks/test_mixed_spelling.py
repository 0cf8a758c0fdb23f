from generator.checks import mixed_spelling
from tests.checks.small_playbook import SITE, report_of


def test_american_words_are_marked_in_a_british_playbook() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
summary: Organize the room so that nobody looks at the clock in the center of it.
do: >-
  Their behavior tells you more than
  the program does. Analyze it.
""",
    }
    assert (
        report_of(mixed_spelling.RULE, changes)
        == """\
content/practices/slow-down.yml:1:10: warning[mixed-spelling]: `Organize` is American spelling
   1 | summary: Organize the room so that nobody looks at the clock in the center of it.
     |          ^^^^^^^^
   hint: write `Organise`

content/practices/slow-down.yml:1:69: warning[mixed-spelling]: `center` is American spelling
   1 | summary: Organize the room so that nobody looks at the clock in the center of it.
     |                                                                     ^^^^^^
   hint: write `centre`

content/practices/slow-down.yml:3:9: warning[mixed-spelling]: `behavior` is American spelling
   3 |   Their behavior tells you more than
     |         ^^^^^^^^
   hint: write `behaviour`

content/practices/slow-down.yml:4:7: warning[mixed-spelling]: `program` is American spelling
   4 |   the program does. Analyze it.
     |       ^^^^^^^
   hint: write `programme`

content/practices/slow-down.yml:4:21: warning[mixed-spelling]: `Analyze` is American spelling
   4 |   the program does. Analyze it.
     |                     ^^^^^^^
   hint: write `Analyse`
"""
    )


def test_names_quotations_code_and_computers_are_left_alone() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: >-
  She works at the Rockefeller Center and said "my favorite color". The computer program prints `color`. Write to
  https://example.org/color and look at the size of the prize, exercise, and be surprised. Promise a practice.
keywords: [color]
""",
        "content/quotations/no-hurry-quote.yml": """\
quote: Nobody honors a hurry.
""",
    }
    assert report_of(mixed_spelling.RULE, changes) == ""


def test_british_words_are_marked_in_an_american_playbook() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Organise the centre. Cheques, analyses and a dialogue about the size of it.
""",
    }
    site = SITE.model_copy(update={"language": "en-US"})
    assert (
        report_of(mixed_spelling.RULE, changes, site)
        == """\
content/practices/slow-down.yml:1:5: warning[mixed-spelling]: `Organise` is British spelling
   1 | do: Organise the centre. Cheques, analyses and a dialogue about the size of it.
     |     ^^^^^^^^
   hint: write `Organize`

content/practices/slow-down.yml:1:18: warning[mixed-spelling]: `centre` is British spelling
   1 | do: Organise the centre. Cheques, analyses and a dialogue about the size of it.
     |                  ^^^^^^
   hint: write `center`

content/practices/slow-down.yml:1:26: warning[mixed-spelling]: `Cheques` is British spelling
   1 | do: Organise the centre. Cheques, analyses and a dialogue about the size of it.
     |                          ^^^^^^^
   hint: write `Checks`
"""
    )


def test_other_languages_are_left_alone() -> None:
    changes = {
        "content/practices/slow-down.yml": """\
do: Organize the centre.
""",
    }
    site = SITE.model_copy(update={"language": "en"})
    assert report_of(mixed_spelling.RULE, changes, site) == ""


def test_the_faultless_entries_have_none() -> None:
    assert report_of(mixed_spelling.RULE) == ""
