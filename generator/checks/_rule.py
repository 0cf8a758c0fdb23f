"""What an editorial rule consists of. Each rule's file declares one, as `RULE`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from generator.checks._asked import Requirement
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity
from generator.model.kind import Kind


@dataclass(frozen=True, slots=True)
class Option:
    """A number of the rule with the code `rule` that the configuration may change."""

    rule: Code
    name: str
    default: int
    least: int
    most: int
    purpose: str

    def of(self, site: SiteConfig | None) -> int:
        """The number as it is configured."""
        written = site.checks.get(self.rule.name) if site else None
        value = written.value.get(self.name) if written and isinstance(written.value, Mapping) else None
        return int(str(value)) if value else self.default


AskedBy: TypeAlias = Callable[[Kind, SiteConfig], Iterable[Requirement]]
"""What a rule asks of the fields of entries of a kind."""


def nothing(_kind: Kind, _site: SiteConfig) -> Iterable[Requirement]:
    """For rules that ask nothing of a certain field."""
    return ()


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule about entries.

    `explanation` is YAML with the fields of `reporting.explain.Explanation`. It is parsed when somebody asks for it.
    `opinion`: though it reports an error, pages are right without it, so the configuration may switch it off.
    `asked` is what forms say at fields, before the rule reports anything.
    """

    code: Code
    check: Callable[[Graph, SiteConfig], Iterable[Diagnostic]]
    explanation: str
    options: tuple[Option, ...] = ()
    opinion: bool = False
    asked: AskedBy = nothing


@dataclass(frozen=True, slots=True)
class TextRule:
    """A rule about the texts of entries and of pages written by hand; the other fields as in `Rule`."""

    code: Code
    check: Callable[[Iterable[Passage], Graph, SiteConfig], Iterable[Diagnostic]]
    explanation: str
    options: tuple[Option, ...] = ()
    opinion: bool = False
    asked: AskedBy = nothing


AnyRule: TypeAlias = Rule | TextRule


def may_be_set(rule: AnyRule) -> bool:
    """Whether the configuration may set the severity of the rule, and entries may ignore it.

    It may not where a page would be wrong: what is reported as an error, unless that is an opinion.
    """
    return rule.opinion or rule.code.severity is not Severity.ERROR
