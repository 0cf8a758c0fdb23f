"""What an editorial rule consists of. Each rule's file declares one, as `RULE`."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about entries.

    `explanation` is YAML with the fields of `reporting.explain.Explanation`. It is parsed when somebody asks for it.
    """

    code: Code
    check: Callable[[Graph, SiteConfig], Iterable[Diagnostic]]
    explanation: str


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule about the texts of entries and of pages written by hand; `explanation` as in `Rule`."""

    code: Code
    check: Callable[[Iterable[Passage], Graph, SiteConfig], Iterable[Diagnostic]]
    explanation: str
