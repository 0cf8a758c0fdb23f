"""A dialogue that takes more than three minutes to read aloud, or has too few or too many lines to play."""

from __future__ import annotations

from collections.abc import Iterator

from generator.calculating.counting import words
from generator.checks._asked import Requirement
from generator.checks._rule import Option, Rule
from generator.config.settings import SiteConfig
from generator.content.graph import MENTION, Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.dialogue import Dialogue, ScriptLine
from generator.model.kind import Kind

CODE = Code("dialogue-length", Severity.WARNING, Topic.EDITORIAL)

WORDS_PER_MINUTE = Option(
    CODE, "words_per_minute", 140, 40, 400, "The words that are read aloud in a minute, with the pauses of speakers."
)
MOST_MINUTES = Option(CODE, "most_minutes", 3, 1, 60, "The most minutes that a dialogue is read aloud.")
FEWEST_LINES = Option(CODE, "fewest_lines", 14, 1, 500, "The fewest lines of a dialogue.")
MOST_LINES = Option(CODE, "most_lines", 32, 1, 500, "The most lines of a dialogue.")


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Dialogue):
            yield from _words(located, located.entry, site)
            yield from _lines(located, located.entry, site)


def _words(located: Located, entry: Dialogue, site: SiteConfig) -> Iterator[Diagnostic]:
    count, minutes = sum(map(spoken_words, entry.lines)), MOST_MINUTES.of(site)
    most = WORDS_PER_MINUTE.of(site) * minutes
    if count > most:
        time = "1 minute" if minutes == 1 else f"{minutes} minutes"
        message = f"the dialogue has {count} words; read aloud in {time} it has at most {most}"
        yield Diagnostic(CODE, message, located.key_span(("lines",)), "shorten lines, or make two scenes of it")


def _lines(located: Located, entry: Dialogue, site: SiteConfig) -> Iterator[Diagnostic]:
    fewest, most = FEWEST_LINES.of(site), MOST_LINES.of(site)
    if not fewest <= len(entry.lines) <= most:
        lines = "1 line" if len(entry.lines) == 1 else f"{len(entry.lines)} lines"
        message = f"the dialogue has {lines}; {fewest} to {most} can be played"
        hint = "add lines, or leave out those that change nothing"
        yield Diagnostic(CODE, message, located.key_span(("lines",)), hint)


def spoken_words(line: ScriptLine) -> int:
    """How many words of a line are said. What the speaker does is not read aloud."""
    return words(MENTION.sub(lambda found: found[2] or found[1].replace("-", " "), line.says))


def asked(kind: Kind, site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "dialogue":
        yield Requirement(("lines",), "items", {"fewest": FEWEST_LINES.of(site), "most": MOST_LINES.of(site)})


RULE = Rule(
    CODE,
    check,
    options=(WORDS_PER_MINUTE, MOST_MINUTES, FEWEST_LINES, MOST_LINES),
    asked=asked,
    explanation="""
what: >-
  A dialogue has more than 420 words, which is three minutes at 140 words a minute, or fewer than 14 or more than 32
  lines.
why: >-
  Dialogues are read aloud in the middle of a session. After three minutes those who listen have forgotten the
  beginning.
example:
  content/dialogues/early-pitch.yml: |
    lines:
      - {by: nora, says: What cost you the most time last month?}
      - {by: karl, says: Punctures.}
message: the dialogue has 2 lines; 14 to 32 can be played
repair: Add lines, leave out those that change nothing, or make two scenes of it.
repaired:
  content/dialogues/early-pitch.yml: |
    lines:
      - {by: nora, says: Thank you for the half hour.}
      - {by: karl, says: I have twenty minutes.}
      - {by: nora, says: Then one question. What cost you the most time last month?}
      - {by: karl, says: Punctures.}
      - {by: nora, says: Where do they happen?}
      - {by: karl, says: On the gravel by the lake.}
      - {by: nora, says: How often?}
      - {by: karl, says: Eleven in a week.}
      - {by: nora, says: Who mends them?}
      - {by: karl, says: I do, in the evening.}
      - {by: nora, says: What would be different without them?}
      - {by: karl, says: I would open on Sundays.}
      - {by: nora, says: Shall I come to the lake on Friday?}
      - {by: karl, says: "At seven, before we open."}
""",
)
