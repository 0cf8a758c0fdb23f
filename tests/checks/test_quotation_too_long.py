from generator.checks import quotation_too_long
from tests.checks.small_playbook import report_of


def test_quotations_and_titles_are_counted() -> None:
    changes = {
        "content/quotations/no-hurry-quote.yml": """\
quote: >-
  Nobody was ever listened to in a hurry, and whoever says that there was no time for it has never counted the hours that not
  listening has cost them.
""",
        "content/sources/handbook.yml": """\
titles:
  - quote: One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six
    speaker: A title
""",
    }
    assert (
        report_of(quotation_too_long.RULE, changes)
        == """\
content/quotations/no-hurry-quote.yml:1:8: warning[quotation-too-long]: the quotation has 29 words; a literal quotation should have at most 25
   1 | quote: >-
     |        ^^
   hint: quote the part that matters, and tell the rest in your own words

content/sources/handbook.yml:2:12: warning[quotation-too-long]: the quotation has 26 words; a literal quotation should have at most 25
   2 |   - quote: One two three four five six seven eight nine ten one two three four five six seven eight nine ten …
     |            ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
   hint: quote the part that matters, and tell the rest in your own words
"""
    )


def test_the_faultless_entries_have_none() -> None:
    assert report_of(quotation_too_long.RULE) == ""
