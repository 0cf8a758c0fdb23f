"""The positions of the lines, points and bars of a drawing. `components/plot/plot.js` draws them anew alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from generator.formulas.evaluating import rounded

SAMPLES = 80


@dataclass(frozen=True, slots=True)
class Frame:
    """The area of a drawing in units of its view box, and the range of values that it shows."""

    low_x: float
    high_x: float
    low_y: float
    high_y: float
    left: int = 46
    top: int = 12
    width: int = 282
    height: int = 190

    def x(self, value: float) -> float:
        return rounded(self.left + (value - self.low_x) / (self.high_x - self.low_x) * self.width, 1)

    def y(self, value: float) -> float:
        return rounded(self.top + (self.high_y - value) / (self.high_y - self.low_y) * self.height, 1)

    def shows(self, x: float, y: float) -> bool:
        return self.low_x <= x <= self.high_x and self.low_y <= y <= self.high_y

    def path(self, curve: Callable[[float], float | None]) -> str:
        """A curve as the commands of an SVG path, with a gap where it has no value."""
        commands, pen_is_down = [], False
        for step in range(SAMPLES + 1):
            at = self.low_x + (self.high_x - self.low_x) * step / SAMPLES
            value = curve(at)
            if value is not None:
                commands.append(f"{'L' if pen_is_down else 'M'}{self.x(at):g} {self.y(value):g}")
            pen_is_down = value is not None
        return "".join(commands)


def bars(values: Iterable[float | None]) -> Sequence[tuple[float, float]]:
    """The start and the width of each bar, in percent of the longest range. Bars below zero lead to the left."""
    found = [value or 0.0 for value in values]
    low = min(0.0, *found)
    span = max(0.0, *found) - low or 1.0
    return [(rounded((min(0.0, v) - low) / span * 100, 1), rounded(abs(v) / span * 100, 1)) for v in found]
