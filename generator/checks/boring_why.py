"""A reason to follow a link that gives none: a label, the target's title again, or a sentence used before."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from generator.checks._references import Reference, references
from generator.checks._rule import Option, Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Span
from generator.model.entry import Link
from generator.model.values import Line

CODE = Code("boring-why", Severity.WARNING, Topic.EDITORIAL)

FEWEST_WORDS = Option(CODE, "fewest_words", 4, 1, 20, "The fewest words of a reason.")

_WORD = re.compile(r"\w(?:[^\s—–]*\w)?")
"""A word without the marks around it."""

HINT = "say what the reader gains by going there, so that one wants to click"


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    alike: dict[tuple[str, ...], list[tuple[Located, Reference]]] = {
        _words(why): [] for located in graph.looked_at for why in _reasons(located)
    }
    for located in graph.entries.values():
        # Nearly every entry has none of these reasons, which is quick to see.
        if not alike.keys().isdisjoint(map(_words, _reasons(located))):
            for reference in references(located):
                if reference.why is not None and (words := _words(reference.why)) in alike:
                    alike[words].append((located, reference))
    for reasons in alike.values():
        yield from _among(reasons, graph, FEWEST_WORDS.of(site))


def _reasons(located: Located) -> Iterator[Line]:
    for _, value, _ in located.references:
        if isinstance(value, Link) and value.why is not None:
            yield value.why


def _among(reasons: list[tuple[Located, Reference]], graph: Graph, fewest: int) -> Iterator[Diagnostic]:
    """What is wrong with reasons that say the same."""
    first = min(_place(*reason) for reason in reasons) if len(reasons) > 1 else None
    for located, reference in reasons:
        problem = _emptiness(reference, graph, fewest)
        if not problem and (first is None or _place(located, reference) == first):
            continue
        place = _place(located, reference)
        problem = problem or f"`{_shortened(reference.why or '')}` is already the reason for another link"
        related = ((first, "used here"),) if first and place != first else ()
        yield Diagnostic(CODE, problem, place, HINT, related)


def _emptiness(reference: Reference, graph: Graph, fewest: int) -> str | None:
    """Why the reason says nothing, whatever other reasons there are."""
    why, target = reference.why or "", graph.entries.get(reference.target)
    words = _words(why)
    if len(words) < fewest:
        return f"`{why}` is too short to be a reason for following the link"
    if target and words == _words(target.entry.title):
        return f"the reason only repeats the title of `{reference.target}`"
    return None


def _place(located: Located, reference: Reference) -> Span:
    return located.span((*reference.route, "why"))


@lru_cache(16_384)
def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _shortened(text: str) -> str:
    return text if len(text) <= 60 else text[:59].rstrip() + "…"


RULE = Rule(
    CODE,
    check,
    options=(FEWEST_WORDS,),
    explanation="""
what: >-
  The reason for a link is shorter than four words, repeats the title of its target, or is the reason for another link
  already.
why: A label tells the reader nothing that the title does not. A sentence that fits two links fits neither well.
example:
  content/practices/slow-down.yml: |
    links:
      goes_with:
        - to: mineral-rights
          why: More on this.
message: "`More on this.` is too short to be a reason for following the link"
repair: Say what the reader gains by going there, so that one wants to click.
repaired:
  content/practices/slow-down.yml: |
    links:
      goes_with:
        - to: mineral-rights
          why: Seven steps that give your patience something to hold on to.
""",
)
