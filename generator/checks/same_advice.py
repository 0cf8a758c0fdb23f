"""An assessment that sends people to the same pages whatever they answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks._asked import Requirement
from generator.checks._assessments import sound
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.kind import Kind
from generator.scoring.questionnaire import Questionnaire
from generator.scoring.score import score

CODE = Code("same-advice", Severity.ERROR, Topic.ASSESSMENTS)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry, questionnaire in sound(graph, site):
        good = {item.id: item.direction == "high-is-good" for item in questionnaire.items}
        best = {item.id: item.values[-1 if good[item.id] else 0] for item in questionnaire.items}
        worst = {item.id: item.values[0 if good[item.id] else -1] for item in questionnaire.items}
        if _advice(questionnaire, best) == _advice(questionnaire, worst):
            message = "the best and the worst answers recommend the same pages"
            hint = "let the bands lead to different pages"
            yield Diagnostic(CODE, message, located.key_span(("items",)), hint)
        of_dimension = {dimension.id for dimension in entry.dimensions if dimension.recommends}
        for index, item in enumerate(entry.items):
            if not item.recommends and item.dimension not in of_dimension and site.scales[entry.scale_of(item)].options:
                message = f"a bad answer to `{item.id}` recommends no page"
                hint = "add `recommends:` with a page that helps, to the item or to its dimension"
                about = ("items", index, "recommends")
                yield Diagnostic(CODE, message, located.span(("items", index, "id")), hint, about=about)


def _advice(questionnaire: Questionnaire, answers: Mapping[str, float]) -> set[str]:
    return {pick.to for pick in score(questionnaire, answers).picks}


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "assessment":
        yield Requirement(("items", "*", "recommends"), "advice", required=True, conditional=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    opinion=True,
    explanation="""
what: A self-check sends people to the same pages whatever they answer.
why: The answers make no difference. People expect advice that fits the answers that they gave.
example:
  content/assessments/patience-check.yml: |
    items:
      - id: waited
        text: I waited for the answer
        recommends:
          - to: andy
            why: Learn to wait a little longer than feels right.
      - id: stayed
        text: I stayed with what they said
        recommends:
          - to: andy
            why: He stays with what they say.
    total:
      method: sum
      bands:
        - id: all
          at_least: 0
          at_most: 4
          title: All
          meaning: They noticed.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
message: the best and the worst answers recommend the same pages
repair: Let the bands lead to different pages, and give each item a page of its own where there is one.
repaired:
  content/assessments/patience-check.yml: |
    items:
      - id: waited
        text: I waited for the answer
        recommends:
          - to: slow-down
            why: Learn to wait a little longer than feels right.
      - id: stayed
        text: I stayed with what they said
        recommends:
          - to: mineral-rights
            why: A whole conversation that stays where they are.
    total:
      method: sum
      bands:
        - id: all
          at_least: 0
          at_most: 4
          title: All
          meaning: They noticed.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
""",
)
