"""An assessment that says the same whatever one answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.checks.assessment_parts import sound
from generator.config import SiteConfig
from generator.diagnostics import Code, Diagnostic
from generator.graph import Graph
from generator.scoring import Item, Pick, Questionnaire, item_badness, score


def check(graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    for located, entry in sound(graph, site):
        questionnaire = entry.questionnaire(site.scales)
        best = {item.id: _best(item) for item in questionnaire.items}
        worst = {item.id: _worst(item) for item in questionnaire.items}
        if _advice(questionnaire, best) == _advice(questionnaire, worst):
            message = "the best and the worst answers lead to the same pages"
            hint = "let the bands lead to different pages"
            yield Diagnostic(Code.SAME_ADVICE, message, located.key_span(("items",)), hint)
            continue
        for index, item in enumerate(questionnaire.items):
            one_bad = {**best, item.id: worst[item.id]}
            if not any(pick.by == item.id for pick in score(questionnaire, one_bad).picks) and _is_asked(item):
                message = f"a bad answer to `{item.id}` alone leads nowhere of its own"
                hint = "put first under its `recommends` a page that no other answer leads to"
                yield Diagnostic(Code.SAME_ADVICE, message, located.span(("items", index, "id")), hint)


def _is_asked(item: Item) -> bool:
    """Whether it has options to choose from; what is counted matters through its formula."""
    return len(item.values) <= 20


def _advice(questionnaire: Questionnaire, answers: Mapping[str, int]) -> set[str]:
    picks: tuple[Pick, ...] = score(questionnaire, answers).picks
    return {pick.to for pick in picks}


def _best(item: Item) -> int:
    return min(item.values, key=lambda value: item_badness(item, value))


def _worst(item: Item) -> int:
    return max(item.values, key=lambda value: item_badness(item, value))
