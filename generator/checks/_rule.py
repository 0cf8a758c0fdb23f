"""What an editorial rule consists of. Each rule's file declares one, as `RULE`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeAlias, TypeVar

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


Check = TypeVar("Check", bound=Callable[..., Iterable[Diagnostic]])


@dataclass(frozen=True, slots=True)
class _Declared(Generic[Check]):
    """What every rule declares.

    `explanation` is YAML with the fields of `reporting.explain.Explanation`. It is parsed when somebody asks for it.
    `opinion`: though it reports an error, pages are right without it, so the configuration may switch it off.
    `asked` is what forms say at fields, before the rule reports anything.
    """

    code: Code
    check: Check
    explanation: str
    options: tuple[Option, ...] = ()
    opinion: bool = False
    asked: AskedBy = nothing


class Rule(_Declared[Callable[[Graph, SiteConfig], Iterable[Diagnostic]]]):
    """A rule about entries."""

    __slots__ = ()


@dataclass(slots=True)
class Others:
    """The playbook around the texts that a rule is given. It notes whether the rule has looked at it."""

    _graph: Graph
    looked_at: bool = False

    @property
    def graph(self) -> Graph:
        self.looked_at = True
        return self._graph

    def __contains__(self, entry_id: object) -> bool:
        """Whether an entry has this id."""
        return entry_id in self.graph.entries


class TextRule(_Declared[Callable[[Iterable[Passage], Others, SiteConfig], Iterable[Diagnostic]]]):
    """A rule about the texts of one entry, or of one page written by hand, at a time.

    A rule that has found nothing in the texts of an entry without a look at the others is not asked about these texts
    again. So it looks at them only where it must.
    """

    __slots__ = ()


class AllTextsRule(_Declared[Callable[[Iterable[Passage], Graph, SiteConfig], Iterable[Diagnostic]]]):
    """A rule that is given all texts of entries and of pages written by hand at once."""

    __slots__ = ()


AnyRule: TypeAlias = Rule | TextRule | AllTextsRule


def may_be_set(rule: AnyRule) -> bool:
    """Whether the configuration may set the severity of the rule, and entries may ignore it.

    It may not where a page would be wrong: what is reported as an error, unless that is an opinion.
    """
    return rule.opinion or rule.code.severity is not Severity.ERROR
