"""What entries ignore: `ignore:` in an entry names rules that it breaks on purpose, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from generator.checks._rule import AnyRule, may_be_set
from generator.checks._settings import not_for, severity_of
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.owners import owner_among
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import did_you_mean


def not_ignored(
    found: Iterable[Diagnostic], graph: Graph, rules: Mapping[str, AnyRule], site: SiteConfig
) -> Iterator[Diagnostic]:
    """What the rules have `found` but for what entries ignore, and what is wrong with what they ignore.

    Nor is reported what a rule finds in entries of kinds that it is not for. `found` must be all that `rules` find
    about `graph`. That nothing is there to ignore is only said if no entry was left out: rules about missing things do
    not apply then.
    """
    exempt = not_for(site)
    if not exempt and not any(located.entry.ignore for located in graph.looked_at):
        yield from found
        return
    owner_of, used = owner_among((*graph.looked_at, *graph.left_out)), set[tuple[str, str]]()
    for problem in found:
        owner = owner_of(problem.span)
        name = problem.code.name
        if owner and may_be_set(rules[name]) and owner.kind.plural in exempt.get(name, ()):
            continue
        if owner and name in owner.entry.ignore and may_be_set(rules[name]):
            used.add((owner.id, name))
        else:
            yield problem
    for located in graph.looked_at:
        for name in located.entry.ignore:
            if name not in rules or not may_be_set(rules[name]):
                yield _wrong(located, name, rules)
            elif graph.is_whole and (located.id, name) not in used:
                yield _unused(located, rules[name], site)


def _wrong(located: Located, name: str, rules: Mapping[str, AnyRule]) -> Diagnostic:
    place = located.key_span(("ignore", name))
    if name in rules:
        message = f"`{name}` cannot be ignored: what it reports makes a page wrong"
        return Diagnostic(codes.WRONG_IGNORE, message, place, "correct what it reports, and remove it from `ignore:`")
    if name in {code.name for code in codes.CODES}:
        message = f"`{name}` cannot be ignored: it is no editorial rule"
        return Diagnostic(codes.WRONG_IGNORE, message, place, "correct what it reports, and remove it from `ignore:`")
    near = did_you_mean(name, [name for name, rule in rules.items() if may_be_set(rule)])
    hint = near or "`playbook explain` lists the rules"
    return Diagnostic(codes.WRONG_IGNORE, f"no rule is called `{name}`", place, hint)


def _unused(located: Located, rule: AnyRule, site: SiteConfig) -> Diagnostic:
    name = rule.code.name
    why = "reports nothing here" if severity_of(rule, site) else "is switched off in the configuration"
    message = f"`{name}` {why}, so there is nothing to ignore"
    return Diagnostic(codes.UNUSED_IGNORE, message, located.key_span(("ignore", name)), "remove it from `ignore:`")
