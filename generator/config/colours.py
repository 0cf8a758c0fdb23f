"""The colours that a configuration names: checked for contrast, and what follows for the theme's other colours."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from types import MappingProxyType
from typing import Literal, TypeAlias

from generator.config.brand import ACCENT, RUNNING_TEXT, SOFTER, WHITE, Brand
from generator.config.brand_settings import Colours
from generator.config.contrast import SIGNS, TEXT, least_contrast, mixed, passing
from generator.config.declaration_place import At
from generator.config.theme import Theme
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import did_you_mean, listed, shortened
from generator.reading.document import Document

Scheme: TypeAlias = Literal["", "_on_dark"]
"""Colours for light or for dark backgrounds, by what ends the names of their fields."""

SCHEMES: tuple[Scheme, ...] = ("", "_on_dark")

TOKENS: Mapping[str, str] = MappingProxyType({"background": "paper", "text": "ink", "main": "link"})
"""The names that colours have in the styles of the theme, by the names of their fields."""

_TOKEN = re.compile(r"(?<![a-z0-9-])--([a-z0-9-]++): *+(#[0-9a-fA-F]{6})\b")
_LEAST = {"link": TEXT, "pen": TEXT, "good": TEXT, "bad": TEXT, "focus": SIGNS}
"""The least contrast of colours that stand on the background, besides accents."""


def brand_of(colours: Colours, theme: Theme) -> Brand:
    """The colours of a theme as the configuration changes them."""
    tokens, given = _tokens(theme), {scheme: _given(colours, scheme) for scheme in SCHEMES}
    # What has a colour of its own for light backgrounds alone gets the nearest one for dark ones.
    grounds = _grounds(tokens["_on_dark"], given["_on_dark"])
    for name, colour in given[""].items():
        if name not in ("paper", "ink") and grounds:
            given["_on_dark"].setdefault(name, passing(colour, grounds, TEXT))
    light, dark = (tuple(_scheme(tokens[scheme], given[scheme]).items()) for scheme in SCHEMES)
    return Brand(light, dark)


def contrast_problems(colours: Colours, theme: Theme, document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for colours that cannot be read on their backgrounds, and for accents that the theme has not."""
    tokens = _tokens(theme)
    accents = [name.removeprefix(ACCENT) for name in tokens[""] if name.startswith(ACCENT)]
    for scheme in SCHEMES:
        given, at = _given(colours, scheme), At(document, ("colours",), codes.LOW_CONTRAST)
        ink = given.get("ink") or tokens[scheme].get("ink", "#000000")
        if "paper" in given and "ink" not in given:
            yield from _too_low(at / f"background{scheme}", given["paper"], (ink,), RUNNING_TEXT, "the text")
            # The others are compared with the one that can be.
            given["paper"] = passing(given["paper"], (ink,), RUNNING_TEXT)
        grounds = _grounds(tokens[scheme], given)
        if "ink" in given:
            yield from _too_low(at / f"text{scheme}", given["ink"], grounds, RUNNING_TEXT)
        if "link" in given:
            yield from _too_low(at / f"main{scheme}", given["link"], grounds, TEXT)
        for name in getattr(colours, f"accents{scheme}"):
            place = at / f"accents{scheme}" / name
            if name in accents:
                yield from _too_low(place, given[ACCENT + name], grounds, TEXT)
            else:
                hint = did_you_mean(name, accents) or (f"known accents: {listed(accents)}" if accents else "remove it")
                unknown = At(document, place.route, codes.BAD_CONFIG)
                yield unknown.key(f"the theme has no accent `{shortened(name)}`", hint)


def _too_low(
    at: At, colour: str, grounds: tuple[str, ...], least: float, behind: str = "the background"
) -> Iterator[Diagnostic]:
    if grounds and (found := least_contrast(colour, grounds)) < least:
        ground = min(grounds, key=lambda one: least_contrast(colour, (one,)))
        shown = int(found * 10) / 10  # rounded up, it would seem to be enough
        message = f"`{colour}` has a contrast of {shown:g} to 1 with {behind} `{ground}`, and {least:g} is the least"
        yield at.value(message, f'write `{at.route[-1]}: "{passing(colour, grounds, least)}"`, {_NEAREST}')


_NEAREST = "the nearest colour that has it"
_NEAREST_IN_QUOTES = "in quotes: this is the nearest colour that has enough contrast"


def in_one(problems: Iterable[Diagnostic], low: Collection[Diagnostic]) -> Iterator[Diagnostic]:
    """The problems and those of colours with too `low` a contrast, where a colour has only one.

    A colour without quotes is a comment, and both at once are repaired by the better colour in quotes.
    """
    by_place = {(one.span.line, one.span.column): one for one in low}
    for problem in problems:
        is_comment = problem.code is codes.YAML_SYNTAX
        found = by_place.pop((problem.span.line, problem.span.column), None) if is_comment else None
        if found:
            message = f"{problem.message}; besides, {found.message}"
            hint = (found.hint or "").replace(_NEAREST, _NEAREST_IN_QUOTES)
            problem = replace(problem, message=message, hint=hint)
        yield problem
    yield from by_place.values()


def _tokens(theme: Theme) -> dict[Scheme, dict[str, str]]:
    """The colours of the theme by their names. Its first style of a name is that for light backgrounds."""
    text = "".join(path.read_text("utf-8") for path in theme.files("css/tokens.css").values())
    found = [(name, colour.lower()) for name, colour in _TOKEN.findall(text)]
    return {"": dict(reversed(found)), "_on_dark": dict(found)}


def _given(colours: Colours, scheme: Scheme) -> dict[str, str]:
    """The colours that the configuration names, by their names in the styles."""
    named = ((token, getattr(colours, f"{field}{scheme}")) for field, token in TOKENS.items())
    accents = {ACCENT + name: colour for name, colour in getattr(colours, f"accents{scheme}").items()}
    return {token: colour for token, colour in named if colour} | accents


def _grounds(tokens: Mapping[str, str], given: Mapping[str, str]) -> tuple[str, ...]:
    """What text stands on: the background, and what is a little raised from it."""
    found = _scheme(tokens, given) if "paper" in given else {}
    shown = (found.get(name) or tokens.get(name) for name in ("paper", "raised"))
    return tuple(colour for colour in shown if colour)


def _scheme(tokens: Mapping[str, str], given: Mapping[str, str]) -> dict[str, str]:
    """All colours of one scheme that are other than the theme's, if the configuration names those `given`."""
    found = dict(given)
    if "link" in given:
        found |= {"kind": given["link"], "kind-ink": given["link"]}
    paper, ink = given.get("paper", tokens.get("paper", WHITE)), given.get("ink", tokens.get("ink", "#000000"))
    if not {"paper", "ink"} & given.keys():
        return found
    ink = found["ink"] = given.get("ink") or passing(ink, (paper,), RUNNING_TEXT)
    if "paper" in given:
        found |= {"raised": mixed(paper, ink, 0.05), "line": mixed(paper, ink, 0.15)}
    grounds = (paper, found.get("raised") or tokens.get("raised", paper))
    found["line-strong"] = passing(mixed(paper, ink, 0.5), grounds, SIGNS)
    found["ink-soft"] = passing(mixed(ink, paper, SOFTER), grounds, TEXT)
    if "paper" in given:
        accents = {name: TEXT for name in tokens if name.startswith(ACCENT)}
        for name, least in {**_LEAST, **accents}.items():
            if name in tokens:
                found.setdefault(name, passing(tokens[name], grounds, least))
    return found
