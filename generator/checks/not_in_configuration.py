"""An owner, a status or a site that the configuration does not have."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import did_you_mean, listed, shortened
from generator.model.slug import slug
from generator.model.values import is_id

CODE = Code("not-in-configuration", Severity.ERROR, Topic.FIELDS)

PLACES = {"owner": "owners", "status": "statuses", "site": "sites"}


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    owners = {name: owner.name for name, owner in site.owners.items()}
    statuses = {name: status.label for name, status in site.statuses.items()}
    sites = {name: one.name or "" for name, one in site.sites.items()}
    for located in graph.looked_at:
        entry = located.entry
        if entry.owner and entry.owner not in owners:
            yield _unknown(located, ("owner",), "owner", entry.owner, owners)
        if entry.status and entry.status not in statuses:
            yield _unknown(located, ("status",), "status", entry.status, statuses)
        for field in ("only_in", "hidden_from"):
            for at, name in enumerate(getattr(entry, field)):
                if name not in sites:
                    yield _unknown(located, (field, at), "site", name, sites)


def _unknown(located: Located, route: Route, what: str, name: str, known: Mapping[str, str]) -> Diagnostic:
    """`known` has what each name of the configuration is called there."""
    add = f"add it there: `{PLACES[what]}:`, and below it, indented by two spaces, `{_example(what, name)}`"
    if not is_id(name):
        add += f"; then write `{slug(name) or '…'}` here"
    hint = did_you_mean(name, known) or (f"known: {listed(known)}; {add}" if known else add)
    called = [one for one, words in known.items() if words.casefold() == name.casefold()]
    if called:
        hint = f"that is what {listed(called)} is called: write {listed(called, ' or ')}"
    return Diagnostic(CODE, f"the configuration has no {what} `{shortened(name)}`", located.span(route), hint)


def _example(what: str, name: str) -> str:
    """How the configuration names an owner, a status or a site."""
    fields = {"owner": f"{{name: {name}}}", "status": f"{{label: {name}}}", "site": "{url: https://…/}"}
    return f"{slug(name) or '…'}: {fields[what]}"


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
