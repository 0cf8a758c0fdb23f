"""A name in a sentence, table, drawing or example of a calculator that has no meaning there."""

from __future__ import annotations

import re
from collections.abc import Collection, Container, Iterator

from generator.calculating.program import numeric_names
from generator.calculating.worked import PLACE
from generator.checks._rule import Rule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, listed
from generator.kinds.calculator import Calculator

CODE = Code("unknown-name", Severity.ERROR, Topic.CALCULATORS)

_OTHER_SIGNS = re.compile(
    r"(?<!\[)\[([a-z][a-z0-9_]*)\](?![\](])|<([a-z][a-z0-9_]*)>|\$([a-z][a-z0-9_]*)|%([a-z][a-z0-9_]*)%"
)
"""Names in the signs in which other programs insert values."""


def check(graph: Graph, _site: SiteConfig) -> Iterator[Diagnostic]:
    for located in graph.looked_at:
        if isinstance(located.entry, Calculator):
            yield from _in_sentences(located, located.entry)
            yield from _in_drawings(located, located.entry)
            yield from _in_examples(located, located.entry)
            yield from _in_measures(located, located.entry)


def _in_sentences(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    known = (*numeric_names(entry), *(o.name for o in entry.outputs), *(i.name for i in entry.inputs))
    for route, text in _sentences(entry):
        passage = Passage(located, route, text)
        for found in PLACE.finditer(text):
            if found[1] not in known:
                own = entry.outputs[route[1]].name if route[0] == "outputs" and isinstance(route[1], int) else ""
                used = {*known} - {own} if own and f"{{{own}" not in text else ()
                yield _unknown(found[1], known, passage.place(*found.span(1)), used)
        for other in _OTHER_SIGNS.finditer(text):
            if (name := next(filter(None, other.groups()))) in known:
                message = f"`{other[0]}` would be shown as it is typed"
                yield Diagnostic(CODE, message, passage.place(*other.span()), f"write `{{{name}}}`")


def _sentences(entry: Calculator) -> Iterator[tuple[Route, str]]:
    for at, output in enumerate(entry.outputs):
        yield ("outputs", at, "says"), output.says or ""
        yield ("outputs", at, "unit"), output.unit or ""
    for at, case in enumerate(entry.cases):
        yield ("cases", at, "says"), case.says
    if entry.curves:
        yield ("curves", "about"), entry.curves.about
    if entry.bars:
        yield ("bars", "about"), entry.bars.about
        for at, bar in enumerate(entry.bars.bars):
            yield ("bars", "bars", at, "unit"), bar.unit or ""


def _in_drawings(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    numbers, outputs = tuple(numeric_names(entry)), {output.name for output in entry.outputs}
    if entry.curves and entry.curves.x.name not in numbers:
        yield _unknown(entry.curves.x.name, numbers, located.span(("curves", "x", "name")))
    for at, table in enumerate(entry.tables):
        for edge, axis in (("over", table.over), ("across", table.across)):
            if axis and axis.name in outputs:
                message = f"`{axis.name}` is worked out, so a table cannot go through its values"
                place = located.span(("tables", at, edge, "name"))
                yield Diagnostic(CODE, message, place, f"name an input: {listed(numbers, ' or ')}")


def _in_examples(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    numbers, outputs = tuple(numeric_names(entry)), tuple(output.name for output in entry.outputs)
    for at, example in enumerate(entry.examples):
        for field, known in (("values", numbers), ("gives", outputs)):
            for name in getattr(example, field):
                if name not in known:
                    place = located.key_span(("examples", at, field, name))
                    yield _unknown(name, known, place, getattr(example, field))


def _in_measures(located: Located, entry: Calculator) -> Iterator[Diagnostic]:
    lists = tuple(item.name for item in entry.inputs if item.type == "list")
    for at, item in enumerate(entry.inputs):
        for index, measure in enumerate(item.measures):
            if measure.counts == "phrases" and measure.of and measure.of not in lists:
                yield _unknown(measure.of, lists, located.span(("inputs", at, "measures", index, "of")))


def _unknown(name: str, known: Collection[str], place: Span, used: Container[str] = ()) -> Diagnostic:
    """The diagnostic for a name. If only one of the `known` ones is not `used` beside it, that one is meant."""
    left = [one for one in dict.fromkeys(known) if one not in used]
    hint = did_you_mean(name, known) or (f"known names: {listed(dict.fromkeys(known))}" if known else None)
    if len(left) == 1:
        hint = f"write `{left[0]}`"
    return Diagnostic(CODE, f"there is no value `{name}`", place, hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A sentence, table, drawing or example of a calculator names a value that it does not have.
why: The page would have nothing to show there.
example:
  content/calculators/win-ratio-sum.yml: |
    cases:
      - when: won > proposals
        says: "You cannot win {wonn} of {proposals}."
message: "there is no value `wonn`"
repair: Write a name from `inputs:` or `outputs:`. In sentences, put it in braces.
repaired:
  content/calculators/win-ratio-sum.yml: |
    cases:
      - when: won > proposals
        says: "You cannot win {won} of {proposals}."
""",
)
