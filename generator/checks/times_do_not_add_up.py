"""Minutes that contradict each other: those of the whole and of its parts, or of a place and of what is done there."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from generator.checks._numbers import wrong_number
from generator.checks._rule import Option, Rule
from generator.checks._times import minutes_in_a_group, minutes_of
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.kinds.conversation import Conversation
from generator.kinds.path import Path
from generator.kinds.role_play import RolePlay
from generator.kinds.session_plan import SessionPlan
from generator.kinds.use import Use
from generator.kinds.worksheet import Worksheet
from generator.sessions.times import FILLED_IN

CODE = Code("times-do-not-add-up", Severity.WARNING, Topic.EDITORIAL)

WORDS_A_MINUTE = Option(
    CODE, "words_a_minute", 200, 50, 1000, "The words that somebody reads in a minute who wants to act on them."
)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    speed = WORDS_A_MINUTE.of(site)
    for located in graph.looked_at:
        match located.entry:
            case Conversation() as entry:
                yield from _steps(located, entry)
            case Worksheet() as entry:
                yield from _session(located, entry)
            case Path() as entry:
                yield from _sum(located, "stations", [station.minutes for station in entry.stations])
                yield from _stations(graph, located, entry, speed)
            case RolePlay() as entry:
                parts = [*(one.minutes for one in entry.rounds), entry.debrief_minutes]
                yield from _sum(located, "rounds and the debrief", parts)
            case SessionPlan() as entry:
                yield from _sum(located, "blocks", [block.minutes for block in entry.blocks])
                yield from _blocks(graph, located, entry, speed)


def _sum(located: Located, parts: str, minutes: Sequence[int | None]) -> Iterator[Diagnostic]:
    """The minutes of an entry and of its parts, if all of them have some."""
    said, given = located.entry.minutes, [one for one in minutes if one]
    if said and len(given) == len(minutes) and sum(given) != said:
        message = f"the {parts} add up to {sum(given)} minutes, not to {said}"
        yield wrong_number(CODE, located, ("minutes",), message, sum(given), or_else=f", or correct the {parts}")


def _steps(located: Located, entry: Conversation) -> Iterator[Diagnostic]:
    minutes = [step.minutes for step in entry.steps]
    yield from _sum(located, "steps", minutes)
    given = sum(one or 0 for one in minutes)
    if given and not all(minutes):
        left = f"; they have {entry.minutes - given} minutes left" if entry.minutes and entry.minutes > given else ""
        message = f"{minutes.count(None)} of the {len(minutes)} steps have no `minutes`"
        yield Diagnostic(CODE, message, located.key_span(("steps",)), f"give all steps some{left}")
    elif given and not entry.minutes:
        message = f"the steps add up to {given} minutes, and the conversation has none"
        yield wrong_number(CODE, located, ("minutes",), message, given, span=located.key_span(("steps",)))


def _session(located: Located, entry: Worksheet) -> Iterator[Diagnostic]:
    """A session takes at least as long as it takes to fill in the sheet."""
    if entry.facilitator.minutes < entry.minutes:
        message = f"it takes {entry.minutes} minutes to fill in, but the session has {entry.facilitator.minutes}"
        hint = "correct `minutes`, the time that one needs to fill it in, or the timings of the session"
        yield Diagnostic(CODE, message, located.span(("minutes",)), hint)


def _stations(graph: Graph, located: Located, entry: Path, speed: int) -> Iterator[Diagnostic]:
    for at, station in enumerate(entry.stations):
        used = [use for use in station.read if use.to in graph.entries]
        if station.minutes and used:
            read = (
                0
                if entry.read_before
                else round(sum(minutes_of(graph.entries[u.to], speed) for u in used if not _filled_in(graph, u)))
            )
            whole = [use for use in used if _filled_in(graph, use) and not use.in_part]
            filled = [(use, minutes_of(graph.entries[use.to], speed)) for use in whole]
            yield from _too_short(located, ("stations", at, "minutes"), station.minutes, filled, read, speed)


def _blocks(graph: Graph, located: Located, entry: SessionPlan, speed: int) -> Iterator[Diagnostic]:
    """A block has the time that a group needs for what it uses; what is only told or read is up to the facilitator."""
    for at, block in enumerate(entry.blocks):
        used = [use for use in block.uses if use.to in graph.entries and _filled_in(graph, use) and not use.in_part]
        filled = [(use, minutes_in_a_group(graph.entries[use.to], speed)) for use in used]
        yield from _too_short(located, ("blocks", at, "minutes"), block.minutes, filled)


def _filled_in(graph: Graph, use: Use) -> bool:
    return graph.entries[use.to].kind.name in FILLED_IN


def _too_short(
    located: Located,
    route: Route,
    minutes: int,
    filled: Sequence[tuple[Use, float]],
    read: int = 0,
    speed: int = 0,
) -> Iterator[Diagnostic]:
    """A place in a plan with less time than what is read and filled in there takes.

    Of the minutes that it needs `read` are for reading, at so many words a minute.
    """
    need = read + round(sum(time for _, time in filled))
    if need > minutes:
        reading = [f"{read} to read at {speed} words a minute"] if read else []
        parts = ", ".join([*reading, *(f"{time:.0f} for `{use.to}`" for use, time in filled if time)])
        message = f"what is read and done here takes {need} minutes, not {minutes}: {parts}"
        or_else = ", use less, or mark what is used only in part with `in_part: true`"
        yield wrong_number(CODE, located, route, message, need, or_else=or_else)


RULE = Rule(
    CODE,
    check,
    options=(WORDS_A_MINUTE,),
    explanation="""
what: The minutes of an entry are not those of its parts, or a place in a plan has less time than it takes.
why: Somebody plans an hour with these numbers. They find out in front of other people.
example:
  content/conversations/mineral-rights.yml: |
    minutes: 30
    steps:
      - title: The topic
        minutes: 10
        purpose: You know what it is about.
        ask: [What matters most?, What else?, Since when?]
        listen_for: [What they say twice.]
        traps: [Answering.]
        move_on: When they nod.
      - title: The price
        minutes: 15
        purpose: You know what it costs them.
        ask: [What does it cost?, Whom?, How often?]
        listen_for: [A number.]
        traps: [Comforting.]
        move_on: When there is a number.
message: the steps add up to 25 minutes, not to 30
repair: >-
  Write the sum, or correct the parts. A station of a path takes the time of its reading, at 200 words a minute, and of
  the sheets that are filled in there. `in_part: true` marks a sheet of which only a part is used, `read_before: true` a
  path that is read before it begins.
repaired:
  content/conversations/mineral-rights.yml: |
    minutes: 25
    steps:
      - title: The topic
        minutes: 10
        purpose: You know what it is about.
        ask: [What matters most?, What else?, Since when?]
        listen_for: [What they say twice.]
        traps: [Answering.]
        move_on: When they nod.
      - title: The price
        minutes: 15
        purpose: You know what it costs them.
        ask: [What does it cost?, Whom?, How often?]
        listen_for: [A number.]
        traps: [Comforting.]
        move_on: When there is a number.
""",
)
