"""Scales that answers are given on, shared by name: `content/scales.yml`, or `scales:` in `site_config.yml`."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Annotated, Self, TypeAlias

from pydantic import AfterValidator, Field, model_validator
from pydantic_core import PydanticCustomError

from generator.model.entry import Part
from generator.model.values import Number, Text, Whole, in_digits

MOST_COUNTED = 999
DECIMALS = 3


def _few_decimals(value: float) -> float:
    if round(value, DECIMALS) != value:
        raise PydanticCustomError("scale", "takes at most {n} decimals", {"n": DECIMALS})
    return value


AnswerValue: TypeAlias = Annotated[Number, Field(ge=-999_999, le=999_999), AfterValidator(_few_decimals)]
"""The number that an answer counts, in digits, with at most three decimals: `2`, `0.25`."""

_RISING = "give each option a higher value than the one before it"
_TURNED = "put the options in the opposite order, the lowest value first; each keeps its label"
_MIXED = "put the options in the order of their values, the lowest first; each keeps its label"


def _in_order(values: Sequence[float]) -> str:
    """How to make the values rise. Labels keep the values that they have, where each has one of its own."""
    rising = sorted(set(values))
    if len(rising) < len(values):
        return _RISING
    return _TURNED if rising == values[::-1] else _MIXED


class ScaleOption(Part):
    """One answer that can be chosen."""

    value: AnswerValue
    """The number it counts, such as `2` or `0.25`, and what is kept for it. Never change it: saved answers contain
    it."""
    label: Text
    """The words beside its box."""

    @property
    def code(self) -> str:
        """The value as forms keep it: `2`, `0.25`."""
        return in_digits(self.value)


class Scale(Part):
    """The answers that an item offers: options to choose from, or a number to count."""

    options: tuple[ScaleOption, ...] = ()
    """The answers to choose from, by rising value."""
    count_to: Whole | None = Field(default=None, ge=1, le=MOST_COUNTED)
    """In place of options: people count something, from 0 to this number."""

    @model_validator(mode="after")
    def _one_of_both(self) -> Self:
        values = [option.value for option in self.options]
        if bool(self.count_to) == bool(values):
            raise PydanticCustomError("scale", "takes either `options` or `count_to`")
        if len(values) == 1:
            hint = "add an option with a higher value: `- {value: …, label: …}`"
            raise PydanticCustomError("scale", "takes two options or more", {"hint": hint})
        for number, (before, value) in enumerate(pairwise(values), start=2):
            if value <= before:
                message = "option {number} has the value {value}, which is not higher than {before} before it"
                said = {
                    "number": number,
                    "value": in_digits(value),
                    "before": in_digits(before),
                    "hint": _in_order(values),
                }
                raise PydanticCustomError("scale", message, said)
        return self

    @property
    def values(self) -> tuple[float, ...]:
        """Every number that an answer can be, from the lowest."""
        if self.count_to:
            return tuple(map(float, range(self.count_to + 1)))
        return tuple(option.value for option in self.options)
