"""The two versions that are compared, and the matching of their entries."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

from generator.comparing.sentences import Naming, Sentences
from generator.config.project import Project
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Diagnostic
from generator.pipeline import Reading
from generator.site.page import Site
from generator.site.pages import redirects_of


@dataclass(frozen=True, slots=True)
class Version:
    """One version: its configuration, content and site."""

    config: SiteConfig
    reading: Reading
    site: Site
    found: tuple[Diagnostic, ...]
    """All its diagnostics."""

    @property
    def graph(self) -> Graph:
        return self.reading.graph


def contents(project: Project, reading: Reading) -> Version:
    """A version of which only the content is known: its site has no pages."""
    site = Site("", "", "", project.language, (), (), redirects_of(reading.graph), ())
    return Version(project.site, reading, site, ())


@dataclass(frozen=True)
class Versions:
    """The version before and the one now. With `only` the ids of some entries, the others are known to be the same."""

    before: Version
    now: Version
    naming: Naming
    """What people call fields, values and parts."""
    only: frozenset[str] | None = None

    @cached_property
    def said(self) -> Sentences:
        """How differences are said."""
        return Sentences(self.now.site.language, self.naming, self.before.graph, self.now.graph)

    @cached_property
    def called_now(self) -> Mapping[str, str]:
        """The current id of each previous entry; deleted entries are missing."""
        graph = self.now.graph
        ids = {i: i if i in graph.entries else graph.aliases.get(i) for i in self._compared(self.before)}
        # An alias may be that of an entry that was there before: then this one was merged into it, and is gone.
        kept = {old: new for old, new in ids.items() if new == old}
        return kept | {o: n for o, n in ids.items() if n is not None and n != o and n not in kept}

    def both(self) -> Iterator[tuple[Located, Located]]:
        """Every entry that is in both, as it was and as it is, in the order of addresses."""
        before, now = self.before.graph.entries, self.now.graph.entries
        pairs = ((before[old], now[new]) for old, new in self.called_now.items())
        return iter(sorted(pairs, key=lambda pair: pair[1].url))

    def gone(self) -> list[Located]:
        entries = (self.before.graph.entries[i] for i in self._compared(self.before) if i not in self.called_now)
        return sorted(entries, key=lambda e: e.url)

    def new(self) -> list[Located]:
        known = set(self.called_now.values())
        entries = (self.now.graph.entries[i] for i in self._compared(self.now) if i not in known)
        return sorted(entries, key=lambda e: e.url)

    def _compared(self, version: Version) -> Iterable[str]:
        """The ids of the entries of a version that may differ."""
        entries = version.graph.entries
        return entries if self.only is None else sorted(self.only & entries.keys())
