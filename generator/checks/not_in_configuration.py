"""An owner, a status or a site that the configuration does not have."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import did_you_mean, listed

CODE = Code("not-in-configuration", Severity.ERROR, Topic.FIELDS)

PLACES = {"owner": "owners", "status": "statuses", "site": "sites"}


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        entry = located.entry
        if entry.owner and entry.owner not in site.owners:
            yield _unknown(located, ("owner",), "owner", entry.owner, site.owners)
        if entry.status and entry.status not in site.statuses:
            yield _unknown(located, ("status",), "status", entry.status, site.statuses)
        for field in ("only_in", "hidden_from"):
            for at, name in enumerate(getattr(entry, field)):
                if name not in site.sites:
                    yield _unknown(located, (field, at), "site", name, site.sites)


def _unknown(located: Located, route: Route, what: str, name: str, known: Collection[str]) -> Diagnostic:
    add = f"add it under `{PLACES[what]}:` there"
    hint = did_you_mean(name, known) or (f"known: {listed(known)}; {add}" if known else add)
    return Diagnostic(CODE, f"the configuration has no {what} `{name}`", located.span(route), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: An entry names an owner, a status or a site that the configuration does not have.
why: The page could not say who that is, or what it means; and the site that is meant may get the entry or not.
example:
  site_config.yml: |
    owners:
      sales: {name: The sales team}
  content/practices/slow-down.yml: |
    owner: seles
message: "the configuration has no owner `seles`"
repair: Write a name from `owners`, `statuses` or `sites` in `site_config.yml`, or add it there.
repaired:
  site_config.yml: |
    owners:
      sales: {name: The sales team}
  content/practices/slow-down.yml: |
    owner: sales
""",
)
