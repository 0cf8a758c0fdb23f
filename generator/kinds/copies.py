"""How many copies of something so many people need."""

from __future__ import annotations

from math import ceil
from typing import Literal

from generator.model.entry import Part
from generator.model.values import Whole


class Copies(Part):
    """How many sheets to print."""

    each: Literal["person", "pair", "trio", "table", "room"]
    """Who shares one: a `table` is up to six people, the `room` is everybody."""
    number: Whole = 1
    """How many they get."""

    def for_people(self, people: int) -> int:
        """The sheets that so many people need."""
        sharing = {"person": 1, "pair": 2, "trio": 3, "table": 6}.get(self.each, people)
        return self.number * ceil(people / max(1, sharing))
