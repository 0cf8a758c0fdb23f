"""A summary that does not fit where it is shown: in lists, search results and link previews."""

from __future__ import annotations

from generator.checks._lengths import Length
from generator.checks._rule import Option, Rule
from generator.diagnostics.diagnostic import Code, Severity, Topic

CODE = Code("summary-too-long", Severity.WARNING, Topic.EDITORIAL)

LONGEST = Option(CODE, "longest", 160, 40, 1000, "The most characters of a summary.")

LENGTH = Length(CODE, "summary", LONGEST, "keep to what the reader gets; the part marked here is too much")

RULE = Rule(
    CODE,
    LENGTH.check,
    options=(LONGEST,),
    asked=LENGTH.asked,
    explanation="""
what: The summary has more than 160 characters.
why: Lists, search results and previews cut it off there, often in the middle of the point.
example:
  content/practices/slow-down.yml: |
    summary: >-
      Take the clock off the table, so that the client can find out what the talk needs to be about, however long that
      takes, and so that you hear what no agenda could have told you.
message: the summary has 176 characters; it should have at most 160
repair: Keep to what the reader gets. Put reasons and conditions on the page.
repaired:
  content/practices/slow-down.yml: |
    summary: Take the clock off the table, so that the client can find out what the talk needs to be about.
""",
)
