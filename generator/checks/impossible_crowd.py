"""A session plan or a worksheet for numbers of people with whom it does not go, or a role play with more roles than
players."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.kinds.role_play import RolePlay
from generator.kinds.session_plan import SessionPlan
from generator.kinds.worksheet import Worksheet

CODE = Code("impossible-crowd", Severity.WARNING, Topic.EDITORIAL)

AT_MOST = {"pair": 2, "trio": 3, "table": 6}
"""How many people share a set of cards, by the word for them."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        match located.entry:
            case SessionPlan() as entry:
                yield from _planned(located, entry)
            case RolePlay() as entry:
                yield from _players(located, entry)
            case Worksheet() as entry:
                yield from _limits(located, entry)


def _planned(located: Located, entry: SessionPlan) -> Iterator[Diagnostic]:
    people = entry.people
    if people.fewest > people.to:
        message = f"the session goes with {people.fewest} people or more, and with {people.to} or fewer"
        yield Diagnostic(CODE, message, located.span(("people", "from")), "write the smaller number under `from`")
    elif not people.holds(people.planned):
        message = f"it is planned for {people.planned} people, but goes with {people.fewest} to {people.to}"
        hint = "plan it for a number between them, or correct `from` and `to`"
        yield Diagnostic(CODE, message, located.span(("people", "planned")), hint)


def _limits(located: Located, entry: Worksheet) -> Iterator[Diagnostic]:
    if entry.people_to is not None and entry.people_from > entry.people_to:
        message = f"the sheet takes {entry.people_from} people or more, and {entry.people_to} or fewer"
        yield Diagnostic(CODE, message, located.span(("people_to",)), "write the smaller number under `people_from`")


def _players(located: Located, entry: RolePlay) -> Iterator[Diagnostic]:
    players, roles = AT_MOST.get(entry.people.each), len(entry.roles)
    if players and roles > players:
        message = f"there are {roles} roles, and a {entry.people.each} has {players} people"
        hint = "write under `each` who plays one set, or leave out a role"
        yield Diagnostic(CODE, message, located.span(("people", "each")), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: >-
  A session plan is planned for more or fewer people than it goes with, a worksheet takes more people at least than
  at most, or a role play has more roles than the people who share one set of its cards.
why: Copies and times are worked out for the planned number, and cards are handed out by sets.
example:
  content/session-plans/first-hour.yml: |
    people: {from: 8, to: 14, planned: 4}
message: it is planned for 4 people, but goes with 8 to 14
repair: Plan it for a number with which it goes, or correct the limits.
repaired:
  content/session-plans/first-hour.yml: |
    people: {from: 8, to: 14, planned: 12}
""",
)
