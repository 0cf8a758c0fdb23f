"""An entry or page that refers to an entry which is not on all the sites that it is on itself."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._left_out import left_out, mentioned_on_pages
from generator.checks._rule import AllTextsRule
from generator.checks._running_text import Passage
from generator.checks.link_to_draft import LEFT_OUT
from generator.config.settings import SiteConfig, SiteOfMany
from generator.config.sites import belongs_to
from generator.content.graph import Graph
from generator.content.hand_page import HandPage
from generator.content.without import Lost
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import listed

CODE = Code("link-out-of-site", Severity.WARNING, Topic.LINKS)


def check(texts: Iterable[Passage], graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    texts = tuple(texts) if site.sites else ()
    found: dict[Lost, list[str]] = {}
    for name, one in site.sites.items():
        for lost in _lost(texts, graph, name, one):
            found.setdefault(lost, []).append(name)
    for lost, names in found.items():
        sites = f"the site{'s' if len(names) > 1 else ''} {listed(names)}"
        all_of = LEFT_OUT.get(lost.loss, "so this whole entry is not there either: it cannot be without it")
        yield Diagnostic(
            CODE,
            f"`{lost.target}` is not on {sites}, {all_of}",
            lost.place,
            "let the site have both or neither: see `sites:` in the configuration, `only_in` and `hidden_from`",
            related=((graph.entries[lost.target].place, "that entry"),),
        )


def _lost(texts: tuple[Passage, ...], graph: Graph, name: str, site: SiteOfMany) -> Iterator[Lost]:
    """What entries and pages of the site refer to that is not on it. Drafts have a rule of their own."""
    shown = {located.id for located in graph.entries.values() if belongs_to(located, name, site)}
    entries = graph.entries.values()
    hidden = {e.id: e.entry.title for e in entries if e.id not in shown and not e.entry.draft}
    for located in graph.looked_at:
        if located.id in shown and not located.entry.draft:
            yield from left_out(located, hidden)
    pages = site.pages
    yield from mentioned_on_pages(
        (one for one in texts if isinstance(one.owner, HandPage) and (pages is None or one.owner.slug in pages)),
        hidden,
    )


RULE = AllTextsRule(
    CODE,
    check,
    explanation="""
what: >-
  An entry, or a page written by hand, refers to an entry that is not on the same site of `sites` in the configuration.
  The site leaves the reference out: a mention becomes plain words, a link goes, and an item of a list that cannot be
  without it goes, too.
why: What reads well on one site may lack its point on another.
example:
  site_config.yml: |
    sites:
      partners: {url: https://partners.example/}
  content/practices/slow-down.yml: |
    hidden_from: [partners]
  content/practices/be-here.yml: |
    title: Be here
    links:
      goes_with:
        - to: slow-down
          why: What to do with the time.
message: "`slow-down` is not on the site `partners`, so the published page is without this reference"
repair: >-
  Show both entries on the site or neither, remove the reference, or leave it: then the site says the same without it.
  With `checks` in the configuration this rule can be switched off.
repaired:
  site_config.yml: |
    sites:
      partners: {url: https://partners.example/}
  content/practices/be-here.yml: |
    title: Be here
    links:
      goes_with:
        - to: slow-down
          why: What to do with the time.
""",
)
