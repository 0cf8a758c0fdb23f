"""The colours of a playbook of its own, as styles of pages and of paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from generator.config.contrast import TEXT, mixed, passing

RUNNING_TEXT = 7.0
"""The least contrast of running text, so that softer text of the same colour has enough."""

SOFTER = 0.28
"""How much of its background is in softer text."""

WHITE = "#ffffff"

ACCENT = "accent-"
"""What the names of accents begin with in the styles."""


@dataclass(frozen=True, slots=True)
class Brand:
    """Colours in place of the theme's, by their names in the styles: for light backgrounds, and for dark ones."""

    light: tuple[tuple[str, str], ...] = ()
    dark: tuple[tuple[str, str], ...] = ()

    @property
    def page_styles(self) -> str:
        """The styles of pages that set them. Where readers have forced colours of their own, those are kept."""
        light = f':root,[data-md-color-scheme="default"]{{{_rules(self.light)}}}' if self.light else ""
        dark = f'@media screen{{[data-md-color-scheme="slate"]{{{_rules(self.dark)}}}}}' if self.dark else ""
        return f"@media (forced-colors:none){{{light}{dark}}}\n" if light or dark else ""

    @property
    def on_paper(self) -> dict[str, str]:
        """The colours of paper, by their names in its styles. Paper is white in any case."""
        found = dict(self.light)
        ink = passing(found["ink"], (WHITE,), RUNNING_TEXT) if "ink" in found else ""
        brand = passing(found["link"], (WHITE,), TEXT) if "link" in found else ""
        rules = {
            "ink": ink,
            "ink-soft": passing(mixed(ink, WHITE, SOFTER), (WHITE,), TEXT) if ink else "",
            "brand": brand,
            "deck": brand,
        }
        return {name: colour for name, colour in rules.items() if colour}

    @property
    def paper_styles(self) -> str:
        """The styles of paper that set them."""
        written = _rules(self.on_paper.items())
        return f":root{{{written}}}\n" if written else ""

    @property
    def accents(self) -> dict[str, str]:
        """The accents for light backgrounds, by their names."""
        return {name.removeprefix(ACCENT): colour for name, colour in self.light if name.startswith(ACCENT)}


NO_BRAND = Brand()


def _rules(colours: Iterable[tuple[str, str]]) -> str:
    return ";".join(f"--{name}:{colour}" for name, colour in colours)
