"""A question of a self-check whose answer counts in no score."""

from __future__ import annotations

from collections.abc import Iterator

from generator.checks._asked import Requirement
from generator.checks._assessments import sound
from generator.checks._rule import Rule
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.formulas.tree import names_in
from generator.model.kind import Kind
from generator.scoring.questionnaire import Questionnaire, name

CODE = Code("uncounted-question", Severity.WARNING, Topic.ASSESSMENTS)


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry, questionnaire in sound(graph, site):
        counted = _counted(questionnaire)
        for index, item in enumerate(entry.items if questionnaire.scores else ()):
            if item.dimension or name(item.id) in counted:
                continue
            message = f"the answer to `{item.id}` counts in no score, so it changes no result"
            known = ", ".join(f"`{dimension.id}`" for dimension in entry.dimensions)
            hint = (
                f"write `dimension:`, the group of questions it is scored with: {known}"
                if known
                else "name it in the formula of `total:`"
            )
            about = ("items", index, "dimension") if known else ("total", "formula")
            yield Diagnostic(CODE, message, located.span(("items", index, "id")), hint, about=about)


def _counted(questionnaire: Questionnaire) -> frozenset[str]:
    """What scores count and what decides the result, by the names that formulas have for it."""
    by_formula = {one for score in questionnaire.scores if score.formula for one in names_in(score.formula)}
    itself = {name(item) for score in questionnaire.scores if not score.formula for item in score.items}
    deciding = {name(rule.item) for rule in questionnaire.knock_outs}
    return frozenset(by_formula | itself | deciding)


def asked(kind: Kind, _site: SiteConfig) -> Iterator[Requirement]:
    if kind.name == "assessment":
        yield Requirement(("items", "*", "dimension"), "dimension", required=True, conditional=True)


RULE = Rule(
    CODE,
    check,
    asked=asked,
    explanation="""
what: The answer to a question of a self-check counts in no score.
why: Whoever answers it expects that the result depends on it.
example:
  content/assessments/patience-check.yml: |
    total:
      method: formula
      formula: waited + one_question
      bands:
        - id: hasty
          at_least: 0
          at_most: 2
          title: Hasty
          meaning: They noticed.
          recommends:
            - to: slow-down
              why: Start here, with nothing but a pause.
        - id: patient
          at_least: 2.01
          at_most: 4
          title: Patient
          meaning: They noticed that as well.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
message: the answer to `stayed` counts in no score, so it changes no result
repair: >-
  Write the dimension that the question belongs to. Without dimensions, name it in the formula of the total, or let the
  total be a sum or a mean, which counts all questions.
repaired:
  content/assessments/patience-check.yml: |
    total:
      method: formula
      formula: waited + one_question + stayed
      bands:
        - id: hasty
          at_least: 0
          at_most: 2
          title: Hasty
          meaning: They noticed.
          recommends:
            - to: slow-down
              why: Start here, with nothing but a pause.
        - id: patient
          at_least: 2.01
          at_most: 6
          title: Patient
          meaning: They noticed that as well.
          recommends:
            - to: andy
              why: Meet somebody who made a living of it.
""",
)
