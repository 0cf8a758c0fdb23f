"""Editorial rules, one file each. A rule is a function from the graph and the configuration to diagnostics.

Every module of this package whose name does not begin with `_` is a rule: it declares its code, its function and its
explanation as `RULE`, and is found by that. Its name is that of the code, with underscores.

A `TextRule` is given the texts of one entry, or of one page written by hand, at a time; an `AllTextsRule` is given all
of them. A `Rule` is about entries, and goes through `graph.looked_at`, so that a check of one file is quick; only rules
that compare entries go through all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import partial
from importlib import import_module
from pkgutil import iter_modules

from generator.checks._ignored import not_ignored
from generator.checks._rule import AllTextsRule, AnyRule, Others, Rule, TextRule
from generator.checks._running_text import all_passages, other_passages, passages
from generator.checks._settings import problems_of_settings, severity_of
from generator.checks._silent import SilentTexts as SilentTexts
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.hand_page import HandPage
from generator.content.located import Located, sources_of
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic, Topic
from generator.parallel import ALONE, Workers
from generator.reading.document import Document
from generator.reporting.explain import Explanation, explanation, general


def _found() -> Iterator[AnyRule]:
    for name in sorted(module.name for module in iter_modules(__path__)):
        if not name.startswith("_"):
            rule = getattr(import_module(f"{__name__}.{name}"), "RULE", None)
            if isinstance(rule, AnyRule):  # tests/test_contracts.py names the modules that have none
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
    silent: SilentTexts | None = None,
) -> Iterator[Diagnostic]:
    """What the rules find as the configuration sets them, but for what entries ignore.

    When `until` says so, the rules that are left are not applied. Rules about texts are not applied to those that are
    known to be `silent`; further ones that are so are noted there.
    """
    severities = {rule.code: severity for rule in RULES if (severity := severity_of(rule, site))}
    found = list(_found_by(severities, graph, site, pages, workers, until, silent))
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
    silent: SilentTexts | None,
) -> Iterator[Diagnostic]:
    """What the rules with the `wanted` codes find."""
    rules = [rule for rule in RULES if rule.code in wanted]
    by_source = dict(zip(sources_of(graph.looked_at), graph.looked_at, strict=True))
    known = by_source.keys() & silent.known if silent else frozenset[str]()
    new = {source: located for source, located in by_source.items() if source not in known}
    if len(new) < WORTH_SHARING:
        workers = ALONE
    about_texts = workers.start(partial(_in_texts, rules, new, graph, site, pages, until))
    for rule in rules:
        if isinstance(rule, Rule) and not until():
            yield from rule.check(graph, site)
    found, quiet = about_texts()
    if silent:
        silent.note(quiet.union(known))
    yield from found


def _in_texts(
    rules: Iterable[AnyRule],
    entries: Mapping[str, Located],
    graph: Graph,
    site: SiteConfig,
    pages: Iterable[HandPage],
    until: Callable[[], bool],
) -> tuple[list[Diagnostic], frozenset[str]]:
    """What rules find in texts, a `TextRule` only in those of some `entries`.

    And the keys of those of these entries in which it finds nothing, whatever others there are.
    """
    found, quiet = list[Diagnostic](), set[str]()
    of_one = [rule for rule in rules if isinstance(rule, TextRule)]
    for source, located in entries.items():
        if until():
            break
        texts, others = tuple(passages(located)), Others(graph)
        said = [problem for rule in of_one for problem in rule.check(texts, others, site)]
        found += said
        if not said and not others.looked_at:
            quiet.add(source)
    for texts in other_passages(graph, pages):
        found += (problem for rule in of_one for problem in rule.check(texts, Others(graph), site))
    for rule in rules:
        if isinstance(rule, AllTextsRule) and not until():
            found += rule.check(all_passages(graph, pages), graph, site)
    return found, frozenset(quiet)


def problems_of_configuration(document: Document) -> Iterator[Diagnostic]:
    """What is wrong with `checks:` in a configuration."""
    return problems_of_settings(document, RULES)


def explain(code: Code) -> Explanation:
    """What there is to say about one of `ALL_CODES`. Raises KeyError if nothing is written about it."""
    written = {rule.code: rule.explanation for rule in RULES}
    return explanation(code, written[code]) if code in written else general()[code]
