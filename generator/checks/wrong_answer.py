"""A worked result of a self-check with an answer that nobody can give, or with too few for a result."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._assessments import sound
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import listed
from generator.kinds.assessment import Assessment
from generator.model.values import in_digits
from generator.scoring.questionnaire import TOTAL, Questionnaire
from generator.scoring.score import score

CODE = Code("wrong-answer", Severity.ERROR, Topic.ASSESSMENTS)

MOST_LISTED = 12
"""Of a scale with more values only the first and the last are named."""


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry, questionnaire in sound(graph, site):
        if entry.worked:
            yield from _not_on_the_scale(located, entry, questionnaire)
            yield from _without_result(located, entry, questionnaire)


def _not_on_the_scale(located: Located, entry: Assessment, questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    answers = entry.worked.answers if entry.worked else {}
    for item in questionnaire.items:
        value = answers.get(item.id, item.values[0])
        if value not in item.values:
            place = located.span(("worked", "answers", item.id))
            yield Diagnostic(
                CODE,
                f"`{in_digits(value)}` is not an answer to `{item.id}`",
                place,
                f"possible: {_possible(item.values)}",
            )


def _possible(values: tuple[float, ...]) -> str:
    if len(values) > MOST_LISTED:
        return f"`{in_digits(values[0])}` to `{in_digits(values[-1])}`"
    return listed(map(in_digits, values))


def _without_result(located: Located, entry: Assessment, questionnaire: Questionnaire) -> Iterator[Diagnostic]:
    answers = entry.worked.answers if entry.worked else {}
    optional = {dimension.id for dimension in entry.dimensions if dimension.optional}
    for name, scored in score(questionnaire, answers).scores.items():
        if scored.value is None and name not in optional:
            what = "the total" if name == TOTAL else f"`{name}`"
            message = f"{what} has answers to {scored.answered} of its {scored.of} items: too few for a result"
            hint = "answer at least half of them"
            yield Diagnostic(CODE, message, located.key_span(("worked", "answers")), hint)


RULE = Rule(
    CODE,
    check,
    explanation="""
what: A worked result has an answer that is not on the scale of its item, or too few answers for a result.
why: The page works the result out as the self-check does. Such an answer counts for nothing.
example:
  content/assessments/patience-check.yml: |
    worked:
      by: A team of five, in spring
      answers: {waited: 3, one-question: 2, stayed: 1}
      then: They put a bowl of sweets on the table and took one before each answer.
message: "`3` is not an answer to `waited`"
repair: Write a value that the scale has. Leave out what was not answered, but at most half.
repaired:
  content/assessments/patience-check.yml: |
    worked:
      by: A team of five, in spring
      answers: {waited: 2, one-question: 2, stayed: 1}
      then: They put a bowl of sweets on the table and took one before each answer.
""",
)
