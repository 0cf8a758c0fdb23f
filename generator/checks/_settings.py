"""How the rules apply in a playbook: `checks:` in its configuration."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Annotated, Any, Literal

from pydantic import Field, ValidationError, create_model, model_validator
from pydantic_core import PydanticCustomError

from generator.checks._rule import AnyRule, may_be_set
from generator.config.declared_kinds import folders_of_kinds
from generator.config.settings import SiteConfig
from generator.content.misfits.explained import explained
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.diagnostics.suggest import did_you_mean, listed, shortened
from generator.model.entry import Part
from generator.model.values import Text, Whole
from generator.reading.document import Document

OFF = "off"
"""What stands in place of a severity where a rule does not apply."""

_NO = frozenset({"0", "no", "false", "none", "never", "disable", "disabled", "ignore", "ignored", "skip", "aus"})
_SEVERITIES = "write `error`, `warning` or `off`"


class RuleSettings(Part):
    """How a rule applies. A plain word is its severity."""

    severity: Literal["error", "warning", "off"] | None = None
    """`error` stops the build, `warning` stops it with `--strict` only, `off` reports nothing."""
    not_for: tuple[Text, ...] = ()
    """The kinds in whose entries it reports nothing, by the names of their folders, such as `[terms]`."""

    @model_validator(mode="before")
    @classmethod
    def _bare_word(cls, value: object) -> object:
        if not isinstance(value, str):
            return value
        word = value.strip().casefold()
        if word in _NO:
            raise PydanticCustomError("form", "is switched off with another word", {"hint": f"write `{OFF}`"})
        if word.isdecimal():
            own = [name for name in cls.model_fields if name not in RuleSettings.model_fields]
            named = listed((f"{{{name}: {word}}}" for name in own), last=" or ")
            hint = f"write {named}" if own else _SEVERITIES
            raise PydanticCustomError("form", "takes a number only with its name", {"hint": hint})
        return {"severity": value}


def settings_model(rule: AnyRule) -> type[RuleSettings]:
    """The model of what the configuration may say about a rule."""
    options: dict[str, Any] = {
        option.name: (
            Annotated[Whole, Field(ge=option.least, le=option.most, description=option.purpose)],
            option.default,
        )
        for option in rule.options
    }
    return create_model("RuleSettings", __base__=RuleSettings, __module__=__name__, **options)


def severity_of(rule: AnyRule, site: SiteConfig | None) -> Severity | None:
    """The severity with which a rule applies; None if it is switched off."""
    written = site.checks.get(rule.code.name) if site and may_be_set(rule) else None
    value = written.value if written else ""
    word = str(value.get("severity", "") if isinstance(value, Mapping) else value)
    if word == OFF:
        return None
    return Severity(word) if word else rule.code.severity


def not_for(site: SiteConfig) -> Mapping[str, frozenset[str]]:
    """The folders of the kinds in whose entries a rule reports nothing, by the names of such rules."""
    found: dict[str, frozenset[str]] = {}
    for name, written in site.checks.items():
        kinds = written.value.get("not_for") if isinstance(written.value, Mapping) else None
        if kinds and isinstance(kinds.value, tuple):
            found[name] = frozenset(map(str, kinds.value))
    return found


def problems_of_settings(document: Document, rules: Iterable[AnyRule]) -> Iterator[Diagnostic]:
    """What is wrong with `checks:` in the configuration."""
    written = document.data.get("checks") if isinstance(document.data, dict) else None
    if not isinstance(written, dict):
        return  # the model of the configuration reports that
    known = {rule.code.name: rule for rule in rules}
    yield from _wrong_names(document, written, known)
    chosen = {name: known[name] for name in written if name in known and may_be_set(known[name])}
    fields: dict[str, Any] = {name: (settings_model(rule), ...) for name, rule in chosen.items()}
    model = create_model("Checks", __base__=Part, __module__=__name__, **fields)
    try:
        model.model_validate({name: written[name] for name in chosen})
    except ValidationError as error:
        yield from explained(error, document, model, "the configuration", ("checks",))
    else:
        for name, rule in chosen.items():
            yield from _turned_round(document, name, rule, written[name])
            yield from _unknown_kinds(document, name, written[name])


def _wrong_names(document: Document, written: Iterable[str], known: Mapping[str, AnyRule]) -> Iterator[Diagnostic]:
    others = {code.name for code in codes.CODES}
    for name in written:
        place = document.key_span(("checks", name))
        if name in known and not may_be_set(known[name]):
            message = f"`{name}` cannot be set: what it reports makes a page wrong"
            yield Diagnostic(codes.BAD_CHECK, message, place, f"remove it; `playbook explain {name}` says more")
        elif name in others:
            message = f"`{name}` cannot be set: it is no editorial rule"
            yield Diagnostic(codes.BAD_CHECK, message, place, "remove it; `playbook explain` lists the rules")
        elif name not in known:
            near = did_you_mean(name, [name for name, rule in known.items() if may_be_set(rule)])
            message, hint = f"no rule is called `{name}`", near or "`playbook explain` lists the rules"
            yield Diagnostic(codes.BAD_CHECK, message, place, hint)


def _unknown_kinds(document: Document, name: str, written: object) -> Iterator[Diagnostic]:
    known = folders_of_kinds(document)
    kinds = written.get("not_for", ()) if isinstance(written, dict) else ()
    for index, kind in enumerate(kinds):
        if kind not in known:
            place = document.span(("checks", name, "not_for", index))
            hint = did_you_mean(kind, known) or f"known kinds: {listed(known)}"
            yield Diagnostic(codes.BAD_CHECK, f"no kind is called `{shortened(kind)}`", place, hint)


def _turned_round(document: Document, name: str, rule: AnyRule, written: object) -> Iterator[Diagnostic]:
    """Diagnostics for a smallest number that is greater than the largest."""
    own = written if isinstance(written, dict) else {}
    numbers = {option.name: int(str(own.get(option.name, option.default))) for option in rule.options}
    for least in (key for key in numbers if key.startswith("fewest_")):
        most = least.replace("fewest_", "most_", 1)
        if most in numbers and numbers[least] > numbers[most]:
            place = document.span(("checks", name, least if least in own else most))
            message = f"`{least}` is {numbers[least]}, which is more than `{most}`, {numbers[most]}"
            yield Diagnostic(codes.BAD_CHECK, message, place, f"set both, so that `{most}` is not less than `{least}`")
