"""A reason to follow a link that gives none: a label, the target's title again, or a sentence used before."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.checks.references import Reference, references
from generator.checks.running_text import WORD
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic, Severity, Span
from generator.graph import Graph
from generator.structure import Located

FEWEST_WORDS = 4

HINT = "say what the reader gains by going there, so that one wants to click"


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    first: dict[tuple[str, ...], Span] = {}
    for located, reference, why in sorted(_reasons(graph), key=lambda found: _place(found[0], found[1])):
        place, words = _place(located, reference), _words(why)
        target = graph.entries.get(reference.target)
        before = first.setdefault(words, place)
        problem = None
        if len(words) < FEWEST_WORDS:
            problem = f"`{why}` is too short to say why one would follow the link"
        elif target and words == _words(target.entry.title):
            problem = f"the reason only repeats the title of `{reference.target}`"
        elif before is not place:
            problem = f"`{_shortened(why)}` is the reason for another link already"
        if problem:
            related = ((before, "used here"),) if before is not place else ()
            yield Diagnostic(Code.BORING_WHY, problem, place, HINT, related, severity=Severity.WARNING)


def _reasons(graph: Graph) -> Iterator[tuple[Located, Reference, str]]:
    for located in graph.entries.values():
        for reference in references(located):
            if reference.why is not None:
                yield located, reference, reference.why


def _place(located: Located, reference: Reference) -> Span:
    return located.span((*reference.route, "why"))


def _words(text: str) -> tuple[str, ...]:
    return tuple(re.sub(r"^\W+|\W+$", "", word).casefold() for word in WORD.findall(text))


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"
