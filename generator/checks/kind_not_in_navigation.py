"""A kind with entries that no group of the navigation names."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic

CODE = Code("kind-not-in-navigation", Severity.WARNING, Topic.EDITORIAL)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    named = {plural for group in site.nav for plural in group.kinds}
    first: dict[str, Located] = {}
    for located in graph.entries.values():
        # Entries that lie below others are on the pages of these.
        if located.kind.plural not in named and not located.kind.parent:
            first.setdefault(located.kind.plural, located)
    for plural, located in first.items():
        message = f"no group of the navigation names `{plural}`"
        hint = f"add `{plural}` to the `kinds` of a group under `nav:` in the configuration"
        yield Diagnostic(CODE, message, located.place, hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: There are entries of a kind, and no group of the navigation names it.
why: >-
  Readers reach the list of such entries neither from the navigation nor from the home page. Whoever declares a kind, or
  writes the first entry of one, easily forgets it.
example:
  site_config.yml: |
    nav:
      - title: Start
        kinds: [moments, paths, audiences, assessments]
      - title: Do
        kinds: [practices, conversations, dialogues, messages, checklists, worksheets, role-plays, session-plans,
          calculators, text-checks, bingo]
      - title: Know
        kinds: [belief-pairs, consequences, lessons, stories, tensions, objections, terms, quotations, figures, sources]
message: no group of the navigation names `tells`
repair: >-
  Name the folder of the kind in a group of `nav:` in `site_config.yml`. If its entries are to be found by links and by
  searching only, write `kind-not-in-navigation: {not_for: [tells]}` under `checks:`.
repaired:
  site_config.yml: |
    nav:
      - title: Start
        kinds: [moments, paths, audiences, assessments]
      - title: Do
        kinds: [practices, conversations, dialogues, messages, checklists, worksheets, role-plays, session-plans,
          calculators, text-checks, bingo]
      - title: Know
        kinds: [tells, belief-pairs, consequences, lessons, stories, tensions, objections, terms, quotations, figures,
          sources]
""",
)
