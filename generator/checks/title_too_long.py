"""A title that does not fit into navigation and search results."""

from __future__ import annotations

from generator.checks._lengths import Length
from generator.checks._rule import Option, Rule
from generator.diagnostics.diagnostic import Code, Severity, Topic

CODE = Code("title-too-long", Severity.WARNING, Topic.EDITORIAL)

LONGEST = Option(CODE, "longest", 100, 20, 1000, "The most characters of a title.")

LENGTH = Length(CODE, "title", LONGEST, "say it in fewer words, and move the rest to `summary`")

RULE = Rule(
    CODE,
    LENGTH.check,
    options=(LONGEST,),
    asked=LENGTH.asked,
    explanation="""
what: The title has more than 100 characters.
why: Navigation, search results and the tabs of browsers cut it off, and links with it fill lines.
example:
  content/practices/slow-down.yml: |
    title: >-
      Take the clock off the table and put it into a drawer, so that the client has the time to find out what
      it is that they came to talk about
message: the title has 138 characters; it should have at most 100
repair: Say it in fewer words, and move the rest to `summary`.
repaired:
  content/practices/slow-down.yml: |
    title: Slow it down
""",
)
