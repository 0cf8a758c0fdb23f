"""`playbook list`: the entries of a kind, for a moment, of an owner, drafts, those to be reviewed, or without links."""

from __future__ import annotations

import argparse
import datetime
import json
from collections.abc import Iterable, Iterator

from generator.checks.orphan_entry import orphans
from generator.commands._calling import OK, add_config, add_site, project_of, site_named, usage
from generator.commands._today import today
from generator.config.reviews import review_of
from generator.config.settings import SiteConfig
from generator.config.sites import belongs_to
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.suggest import did_you_mean, listed
from generator.kinds import BUILT_IN
from generator.model.facets import Facet, facets_named

TODAY = "the day for --stale, as in 2026-03-01 (default: that of SOURCE_DATE_EPOCH, or today)"


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("kind", nargs="?", metavar="KIND", help="a kind, such as practice; without one, all")
    for facet in facets_named(BUILT_IN):
        offered = ", or offered by it" if facet.offered else ""
        wanted = f"for this {facet.word}{offered}" if facet.of_entries else f"of this choice of {facet.word}"
        metavar = "ID" if facet.of_entries else "CHOICE"
        parser.add_argument(f"--{facet.word}", metavar=metavar, help=f"only entries {wanted}")
    parser.add_argument(
        "--orphaned", action="store_true", help="only entries that no other page links to (the rule orphan-entry)"
    )
    parser.add_argument("--drafts", action="store_true", help="only drafts, which a build leaves out")
    parser.add_argument(
        "--stale", action="store_true", help="only entries whose review is due, with owner and day, the oldest first"
    )
    parser.add_argument("--today", type=day, metavar="DAY", help=TODAY)
    parser.add_argument("--owner", metavar="OWNER", help="only entries of this owner in the configuration")
    parser.add_argument("--status", metavar="STATUS", help="only entries of this status in the configuration")
    add_site(parser, "only entries on this one of the `sites` of the configuration")
    parser.add_argument("--json", action="store_true", help="print JSON")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.commands import _listing
    from generator.pipeline import read

    project = project_of(arguments)
    site = project.site
    for option, named, known in (("owner", arguments.owner, site.owners), ("status", arguments.status, site.statuses)):
        if named and named not in known:
            hint = did_you_mean(named, known)
            raise usage(f"the configuration has no {option} `{named}`" + (f"; {hint}" if hint else ""))
    graph, name = read(project).graph, site_named(project, arguments.site)
    found = _listing.in_order(graph, _wanted(graph, arguments))
    if name:
        found = tuple(located for located in found if belongs_to(located, name, site.sites[name]))
    if arguments.stale:
        found = stale(found, site, arguments.today or today())
    if arguments.json:
        facets = facets_named(graph.kinds)
        print(json.dumps([_listing.entry_data(one, site, facets) for one in found], indent=2, ensure_ascii=False))
    elif found:
        print(_listing.reviews_table(found, site) if arguments.stale else _listing.table(found))
    return OK


def stale(entries: Iterable[Located], site: SiteConfig, on: str) -> tuple[Located, ...]:
    """Those of the entries that are due for a review on the day `on`, the oldest first; before these, the unseen."""
    reviews = ((located, review_of(located.entry, located.kind, site)) for located in entries)
    due = [(review.due or "", located) for located, review in reviews if review and review.is_due(on)]
    return tuple(located for _, located in sorted(due, key=lambda one: one[0]))


def day(text: str) -> str:
    """The day that an argument names. Raises `ArgumentTypeError` if it is none."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError:
        raise argparse.ArgumentTypeError(f"a day is written as in 2026-03-01, not {text[:20]}") from None


def _wanted(graph: Graph, arguments: argparse.Namespace) -> Iterator[Located]:
    kinds = graph.kinds
    kind = kinds.called(arguments.kind or "")
    if arguments.kind and not kind:
        hint = did_you_mean(arguments.kind, kinds.by_word) or f"known kinds: {listed(kinds.words)}"
        raise usage(f"no kind is called `{arguments.kind}`; {hint}")
    chosen = {facet: value for facet in facets_named(kinds) if (value := getattr(arguments, facet.word))}
    offered = {facet: _offered(graph, facet, value) for facet, value in chosen.items()}
    orphaned = {entry.id for entry in orphans(graph)} if arguments.orphaned else set()
    # What a draft says that does not fit its kind is not known.
    entries = graph.known if arguments.drafts and not chosen and not arguments.orphaned else graph.entries
    for located in entries.values():
        fits = (
            (not kind or located.kind is kind)
            and all(value in facet.values(located) or located.id in offered[facet] for facet, value in chosen.items())
            and (not arguments.orphaned or located.id in orphaned)
            and (not arguments.drafts or located.entry.draft)
            and arguments.owner in (None, located.entry.owner)
            and arguments.status in (None, located.entry.status)
        )
        if fits:
            yield located


def _offered(graph: Graph, facet: Facet, value: str) -> set[str]:
    """The ids of the entries that the entry behind a value offers. A value that does not exist is an error."""
    known = [choice.key for choice in facet.choices(graph)]
    if value not in known:
        hint = did_you_mean(value, known)
        if facet.of_entries:
            raise usage(f"no {facet.word} is called `{value}`" + (f"; {hint}" if hint else ""))
        raise usage(f"`{value}` is no choice of {facet.word}; {hint or f'known: {listed(known)}'}")
    return {edge.target for edge in graph.out(value, facet.offered)} if facet.offered else set()
