"""An assessment that sends people to the same pages whatever they answer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks._assessments import sound
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.scoring.questionnaire import Questionnaire
from generator.scoring.score import score


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry, questionnaire in sound(graph, site):
        good = {item.id: item.direction == "high-is-good" for item in questionnaire.items}
        best = {item.id: item.values[-1 if good[item.id] else 0] for item in questionnaire.items}
        worst = {item.id: item.values[0 if good[item.id] else -1] for item in questionnaire.items}
        if _advice(questionnaire, best) == _advice(questionnaire, worst):
            message = "the best and the worst answers lead to the same pages"
            hint = "let the bands lead to different pages"
            yield Diagnostic(Code.SAME_ADVICE, message, located.key_span(("items",)), hint)
        for index, item in enumerate(entry.items):
            if not item.recommends and site.scales[entry.scale_of(item)].options:
                message = f"a bad answer to `{item.id}` leads nowhere"
                hint = "add `recommends:` with a page that helps"
                yield Diagnostic(Code.SAME_ADVICE, message, located.span(("items", index, "id")), hint)


def _advice(questionnaire: Questionnaire, answers: Mapping[str, int]) -> set[str]:
    return {pick.to for pick in score(questionnaire, answers).picks}
