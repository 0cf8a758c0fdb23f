"""Numbers as people read them. `components/calculator/numerals.js` writes them alike."""

from __future__ import annotations

from dataclasses import dataclass

from generator.formulas.evaluating import rounded
from generator.formulas.formula import MAX_DECIMALS
from generator.language.language import Numerals

NO_VALUE = "–"
TOO_LARGE = 1e15
ENGLISH = Numerals()


@dataclass(frozen=True, slots=True)
class Format:
    """How a number is shown. Without `decimals` it keeps as many as it has, at most six."""

    decimals: int | None = None
    sign: bool = False

    def text(self, value: float | None, numerals: Numerals = ENGLISH) -> str:
        """`value` with thousands set apart, and with its decimals unless it is whole."""
        if value is None or abs(value) >= TOO_LARGE:
            return NO_VALUE
        found = rounded(value, MAX_DECIMALS if self.decimals is None else self.decimals)
        text = f"{abs(found):,.{MAX_DECIMALS if self.decimals is None else self.decimals}f}"
        if "." in text and self.decimals is None:
            text = text.rstrip("0").rstrip(".")
        elif found == int(found):
            text = text.partition(".")[0]
        text = text.translate({ord(","): numerals.thousands, ord("."): numerals.decimal})
        return ("\u2212" if found < 0 else "+" if self.sign and found > 0 else "") + text
