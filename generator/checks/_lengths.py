"""Fields of every entry that may have so many characters at most: what a rule says of them, and what forms ask."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from generator.checks._asked import Requirement
from generator.checks._rule import Option
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.model.kind import Kind


@dataclass(frozen=True, slots=True)
class Length:
    """A field that may have as many characters as the option `longest` says, and what to do with a longer one."""

    code: Code
    field: str
    longest: Option
    hint: str

    def check(self, graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
        longest = self.longest.of(site)
        for located in graph.looked_at:
            text = str(getattr(located.entry, self.field))
            if len(text) > longest:
                yield Diagnostic(
                    self.code,
                    f"the {self.field} has {len(text)} characters; it should have at most {longest}",
                    Passage(located, (self.field,), text).place(longest, len(text)),
                    self.hint,
                )

    def asked(self, _kind: Kind, site: SiteConfig) -> Iterator[Requirement]:
        yield Requirement((self.field,), letters=self.longest.of(site))
