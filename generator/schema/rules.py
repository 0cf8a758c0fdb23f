"""The editorial rules as they apply in a playbook: for terminals, for the documentation and for editors."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator
from typing import Any

from generator.checks import RULES, explain
from generator.checks._rule import AnyRule, Option, may_be_set
from generator.checks._settings import OFF, not_for, settings_model, severity_of
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Severity
from generator.diagnostics.suggest import listed
from generator.model import shapes

WIDTH = 100

ALWAYS = "always applies: what it reports makes a page wrong, so it can be neither set nor ignored"


def rules_text(site: SiteConfig | None) -> str:
    """Every rule with its severity and its numbers, as the configuration sets them."""
    return "\n".join(_rules(site))


def rules_data(site: SiteConfig | None) -> list[dict[str, Any]]:
    """The same as data. `usual` is what applies unless the configuration sets something else."""
    return [
        {
            "rule": rule.code.name,
            "what": " ".join(explain(rule.code).what.split()),
            "can_be_set": may_be_set(rule),
            "severity": _word(severity_of(rule, site)),
            "usual": rule.code.severity.value,
            "not_for": sorted(not_for(site).get(rule.code.name, ())) if site else [],
            "options": [
                {
                    "name": option.name,
                    "purpose": option.purpose,
                    "value": option.of(site),
                    "usual": option.default,
                    "least": option.least,
                    "most": option.most,
                }
                for option in rule.options
            ],
        }
        for rule in RULES
    ]


def as_applied(rule: AnyRule, site: SiteConfig | None) -> Iterator[str]:
    """How one rule applies: its severity and its numbers, or that it cannot be set."""
    if not may_be_set(rule):
        yield from textwrap.wrap(f"This rule {ALWAYS}.", WIDTH)
        return
    yield f"Here: {_severity(rule, site)}{_exempt(rule, site)}"
    yield from (f"  {line}" for option in rule.options for line in _option(option, site))
    name = rule.code.name
    yield from textwrap.wrap(
        f"Set it under `checks:` in the configuration (`{name}: {OFF}`), "
        f"or ignore it in one entry with the reason (`ignore: {{{name}: …}}`).",
        WIDTH,
    )


def _rules(site: SiteConfig | None) -> Iterator[str]:
    chosen = [rule for rule in RULES if may_be_set(rule)]
    yield "Rules that `checks:` in the configuration can set, and `ignore:` in an entry can ignore"
    for rule in chosen:
        yield from ("", f"{rule.code.name}: {_severity(rule, site)}{_exempt(rule, site)}", *_what(rule))
        yield from (f"  {line}" for option in rule.options for line in _option(option, site))
    yield from ("", "Rules that always apply: what they report makes a page wrong")
    for rule in RULES:
        if not may_be_set(rule):
            yield from ("", rule.code.name, *_what(rule))


def _what(rule: AnyRule) -> list[str]:
    text = " ".join(explain(rule.code).what.split())
    return textwrap.wrap(text, WIDTH, initial_indent="  ", subsequent_indent="  ")


def _severity(rule: AnyRule, site: SiteConfig | None) -> str:
    severity, usual = severity_of(rule, site), rule.code.severity
    return _word(severity) + (f" ({usual.value} unless set)" if severity is not usual else "")


def _exempt(rule: AnyRule, site: SiteConfig | None) -> str:
    kinds = sorted(not_for(site).get(rule.code.name, ())) if site else []
    return f", but not for {listed(kinds)}" if kinds else ""


def _word(severity: Severity | None) -> str:
    return severity.value if severity else OFF


def _option(option: Option, site: SiteConfig | None) -> list[str]:
    value, purpose = option.of(site), option.purpose[:1].lower() + option.purpose[1:].rstrip(".")
    usual = f"; {option.default} unless set" if value != option.default else ""
    text = f"{option.name}: {value} ({purpose}, from {option.least} to {option.most}{usual})"
    return textwrap.wrap(text, WIDTH, subsequent_indent="  ")


def rule_documentation(rule: AnyRule) -> Iterator[str]:
    """What can be set of the rule, as Markdown."""
    if not may_be_set(rule):
        yield from ("", f"It {ALWAYS}.")
    elif rule.options:
        yield from ("", "| Can be set | Usual | From | To | |", "| --- | --- | --- | --- | --- |")
        for option in rule.options:
            yield f"| `{option.name}` | {option.default} | {option.least} | {option.most} | {option.purpose} |"


def ignore_schema() -> dict[str, Any]:
    """The JSON schema of `ignore:` in an entry: each rule that can be ignored with the reason."""
    reason = {"type": "string", "minLength": 1}
    properties = {
        rule.code.name: {"description": " ".join(explain(rule.code).what.split()), **reason}
        for rule in RULES
        if may_be_set(rule)
    }
    return {"type": "object", "properties": properties, "additionalProperties": False}


def checks_schema(purpose: str) -> dict[str, Any]:
    """The JSON schema of `checks:`, with each rule that can be set."""
    properties = {rule.code.name: _rule_schema(rule) for rule in RULES if may_be_set(rule)}
    return {"description": purpose, "type": "object", "properties": properties, "additionalProperties": False}


def _rule_schema(rule: AnyRule) -> dict[str, Any]:
    usual = f"`{rule.code.severity.value}` unless set."
    fields = {field.name: field for field in shapes.fields(settings_model(rule))}
    severity: dict[str, Any] = {"enum": list(fields["severity"].shape.choices)}
    numbers = {
        option.name: {
            "description": f"{option.purpose} {option.default} unless set.",
            "type": "integer",
            "minimum": option.least,
            "maximum": option.most,
        }
        for option in rule.options
    }
    properties = {
        "severity": {"description": fields["severity"].purpose, **severity},
        "not_for": {"description": fields["not_for"].purpose, "type": "array", "items": {"type": "string"}},
        **numbers,
    }
    written = {"type": "object", "properties": properties, "additionalProperties": False}
    return {"description": f"{' '.join(explain(rule.code).what.split())} {usual}", "anyOf": [severity, written]}
