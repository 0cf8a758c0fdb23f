"""Fields that a playbook declares, as its pages show them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from generator.model.values import in_digits

SHORT: Final = ("choice", "number", "date", "yes-no", "address", "colour", "file")
"""The types whose values are a word or two: they stand in a list under one heading, not each in a section."""


@dataclass(frozen=True, slots=True)
class PageField:
    """A declared field as its page shows it.

    `type` is the word of the configuration, such as `text` or `choice`. `choices` maps the words of a choice to what is
    shown for them, `unit` stands behind a number, `many` tells a list of links or of groups from a single one. `head`
    says that it stands in the head of the page, `hidden` that the page does not show it, `facet` that readers narrow
    lists down by it. `parts` are the fields of a group, or the columns of a table.
    """

    name: str
    label: str
    type: str
    choices: Mapping[str, str] = field(default_factory=dict)
    unit: str = ""
    many: bool = False
    head: bool = False
    hidden: bool = False
    facet: bool = False
    parts: tuple[PageField, ...] = ()

    @property
    def short(self) -> bool:
        """Whether a word or two say it."""
        return self.type in SHORT

    def shown(self, value: float) -> str:
        """A number as the page shows it."""
        return f"{in_digits(value)} {self.unit}".rstrip()

    def given(self, holder: object) -> Any:
        """Its value in an entry or a group; None if there is none."""
        value = getattr(holder, self.name)
        return None if value == () else value


def searched(fields: Iterable[PageField], entry: object) -> Iterator[str]:
    """The words of the fields in the head of a page, by which the search finds it."""
    for one in fields:
        value = one.given(entry) if one.head else None
        if value is not None:
            if one.type == "choice":
                yield one.choices[value]
            elif one.type in ("text", "address", "file"):
                yield str(value)
