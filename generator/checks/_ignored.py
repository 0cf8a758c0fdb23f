"""What entries ignore: `ignore:` in an entry names rules that it breaks on purpose, each with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from generator.checks._rule import AnyRule, may_be_set
from generator.checks._settings import not_for, severity_of
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.content.located import Located
from generator.content.owners import owner_among
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import candidates, listed, shortened
from generator.model.slug import slug

FEW = 3
"""So many rules are named that report something in an entry."""


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
    reported: dict[str, set[str]] = {}
    for problem in found:
        owner = owner_of(problem.span)
        name = problem.code.name
        if owner and may_be_set(rules[name]) and owner.kind.plural in exempt.get(name, ()):
            continue
        if owner and name in owner.entry.ignore and may_be_set(rules[name]):
            used.add((owner.id, name))
        else:
            if owner and may_be_set(rules[name]):
                reported.setdefault(owner.id, set()).add(name)
            yield problem
    for located in graph.looked_at:
        here = sorted(reported.get(located.id, ()))
        for name in located.entry.ignore:
            if name not in rules or not may_be_set(rules[name]):
                yield _wrong(located, name, rules, here, is_whole=graph.is_whole)
            elif graph.is_whole and (located.id, name) not in used:
                yield _unused(located, rules[name], site, here)


def _wrong(
    located: Located, name: str, rules: Mapping[str, AnyRule], reported: Sequence[str], *, is_whole: bool
) -> Diagnostic:
    place, line = located.key_span(("ignore", name)), _line(located)
    if name in rules:
        message = f"`{name}` cannot be ignored: what it reports makes a page wrong"
        return Diagnostic(codes.WRONG_IGNORE, message, place, f"correct what it reports, and delete {line}")
    if name in {code.name for code in codes.CODES}:
        message = f"`{name}` cannot be ignored: it is no editorial rule"
        return Diagnostic(codes.WRONG_IGNORE, message, place, f"correct what it reports, and delete {line}")
    known = [name for name, rule in rules.items() if may_be_set(rule)]
    reason = located.entry.ignore[name].strip()
    if reason in known:
        message = f"the reason stands where the rule belongs: `{shortened(name)}`"
        return Diagnostic(codes.WRONG_IGNORE, message, place, f"write `{reason}: {shortened(name)}`")
    near = candidates(slug(name), reported) or candidates(slug(name), known)
    meant = listed(near or reported[:FEW], last=" or ")
    hint = f"write {meant}, or delete {line}" if meant else f"delete {line}: no rule reports anything here"
    if near and is_whole and not {*near} & {*reported}:
        hint = f"did you mean {meant}? It reports nothing here: delete {line}"
    return Diagnostic(codes.WRONG_IGNORE, f"no rule is called `{shortened(name)}`", place, hint)


def _unused(located: Located, rule: AnyRule, site: SiteConfig, reported: Sequence[str]) -> Diagnostic:
    name = rule.code.name
    why = "reports nothing here" if severity_of(rule, site) else "is switched off in the configuration"
    message = f"`{name}` {why}, so there is nothing to ignore"
    others = [other for other in reported if other not in located.entry.ignore]
    hint = f"delete {_line(located)}" + (
        f", or write {listed(others, last=' or ')}, which is reported here" if others else ""
    )
    return Diagnostic(codes.UNUSED_IGNORE, message, located.key_span(("ignore", name)), hint)


def _line(located: Located) -> str:
    """What to delete, where the one rule that is ignored is not to be."""
    return "this line" if len(located.entry.ignore) > 1 else "this line and `ignore:`"
