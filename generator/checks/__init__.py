"""Editorial rules, one file each. A rule is a function from the graph and the configuration to diagnostics.

Every module of this package whose name does not begin with `_` is a rule: it declares its code, its function and its
explanation as `RULE`, and is found by that. Its name is that of the code, with underscores.

A `TextRule` is given the texts of entries and of pages written by hand, one by one. A `Rule` is about entries, and
goes through `graph.looked_at`, so that a check of one file is quick; only rules that compare entries go through all
of them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from generator.checks._ignored import not_ignored
from generator.checks._rule import AnyRule, Rule, TextRule
from generator.checks._running_text import all_passages
from generator.checks._settings import problems_of_settings, severity_of
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.hand_pages import HandPage
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic, Topic
from generator.parallel import ALONE, Workers
from generator.reading.document import Document
from generator.reporting.explain import Explanation, explanation, general


def _found() -> Iterator[AnyRule]:
    for name in sorted(module.name for module in iter_modules(__path__)):
        if not name.startswith("_"):
            rule = getattr(import_module(f"{__name__}.{name}"), "RULE", None)
            if isinstance(rule, Rule | TextRule):  # tests/test_contracts.py names the modules that have none
                yield rule


RULES: tuple[AnyRule, ...] = tuple(_found())
"""Every rule, in the order of its file's name."""

BY_NAME: Mapping[str, AnyRule] = {rule.code.name: rule for rule in RULES}

ALL_CODES: tuple[Code, ...] = tuple(
    sorted((*codes.CODES, *(rule.code for rule in RULES)), key=lambda code: list(Topic).index(code.topic))
)
"""Every code that a diagnostic may have, topic by topic."""


WORTH_SHARING = 50
"""The texts of fewer entries are checked sooner than another process has begun with them."""


def check(
    graph: Graph,
    site: SiteConfig,
    pages: Iterable[HandPage] = (),
    workers: Workers = ALONE,
    until: Callable[[], bool] = lambda: False,
) -> Iterator[Diagnostic]:
    """What the rules find as the configuration sets them, but for what entries ignore.

    When `until` says so, the rules that are left are not applied.
    """
    severities = {rule.code: severity for rule in RULES if (severity := severity_of(rule, site))}
    found = list(_found_by(severities, graph, site, pages, workers, until))
    if not until():
        found = list(not_ignored(found, graph, BY_NAME, site))
    for problem in found:
        severity = severities.get(problem.code, problem.severity)
        yield problem if severity is problem.severity else replace(problem, level=severity)


def _found_by(
    wanted: Container[Code],
    graph: Graph,
    site: SiteConfig,
    pages: Iterable[HandPage],
    workers: Workers,
    until: Callable[[], bool],
) -> Iterator[Diagnostic]:
    """What the rules with the `wanted` codes find."""
    rules = [rule for rule in RULES if rule.code in wanted]
    if len(graph.entries) < WORTH_SHARING:
        workers = ALONE
    words = workers.start(
        partial(_check_words, [rule for rule in rules if isinstance(rule, TextRule)], graph, site, pages, until)
    )
    for rule in rules:
        if isinstance(rule, Rule) and not until():
            yield from rule.check(graph, site)
    yield from words()


def _check_words(
    rules: Iterable[TextRule], graph: Graph, site: SiteConfig, pages: Iterable[HandPage], until: Callable[[], bool]
) -> list[Diagnostic]:
    texts = tuple(all_passages(graph, pages))
    return [found for rule in rules if not until() for found in rule.check(texts, graph, site)]


def problems_of_configuration(document: Document) -> Iterator[Diagnostic]:
    """What is wrong with `checks:` in a configuration."""
    return problems_of_settings(document, RULES)


def explain(code: Code) -> Explanation:
    """What there is to say about one of `ALL_CODES`. Raises KeyError if nothing is written about it."""
    written = {rule.code: rule.explanation for rule in RULES}
    return explanation(code, written[code]) if code in written else general()[code]
