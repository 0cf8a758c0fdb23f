"""Words of the interface as templates and Python take them: `words.search.title`, `words.common.minutes(5)`.

A word that the file does not have is an `AttributeError` in Python, and undefined in a template, which stops the build.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any, TypeAlias

from markupsafe import Markup, escape

from generator.language.plurals import CATEGORIES, OTHER, category

Data: TypeAlias = "str | Mapping[str, Data]"
"""The words as a file contains them: texts by their names, in groups."""

PLACE = re.compile(r"\{([a-z_]+)\}")
"""A place in a text that a value is put into."""

NUMBER = "n"
"""The place of the number in a text with plural forms."""


def places(text: str) -> frozenset[str]:
    """The names of the places in a text."""
    return frozenset(PLACE.findall(text))


def has_forms(data: Data) -> bool:
    """Whether this is one text in its plural forms rather than a group of texts."""
    return isinstance(data, Mapping) and OTHER in data and CATEGORIES.issuperset(data)


@dataclass(frozen=True, slots=True)
class Phrase:
    """A text with places. Called with a value for each of them, it gives the text: `words.home.ask(home=link)`."""

    text: str

    def __call__(self, **values: object) -> str:
        """The text with the values. It is HTML if one of them is. Raises TypeError if a value is missing or unknown."""
        if places(self.text) != values.keys():
            raise TypeError(f"`{self.text}` takes {sorted(places(self.text))}, not {sorted(values)}")
        return _filled(self.text, values)

    def taking(self, **values: object) -> str:
        """The text with those of the values that it has places for. Raises TypeError if one is missing."""
        return self(**{name: values[name] for name in places(self.text) if name in values})

    def __str__(self) -> str:
        raise TypeError(f"`{self.text}` needs values")

    __html__ = __str__


@dataclass(frozen=True, slots=True)
class Counted:
    """A text that depends on a number: `words.common.minutes(5)`. `tag` names the language."""

    forms: Mapping[str, str]
    tag: str

    def __call__(self, n: int, **values: object) -> str:
        """The text for `n`. It is HTML if one of the values is. Raises KeyError if a value is missing."""
        text = self.forms.get(category(self.tag, n), self.forms[OTHER])
        return _filled(text, {NUMBER: n, **values})

    def __str__(self) -> str:
        raise TypeError(f"`{self.forms[OTHER]}` needs a number")

    __html__ = __str__


@dataclass(frozen=True, slots=True)
class Words:
    """A group of words, and the tag of the language that they are in."""

    _data: Mapping[str, Data]
    _tag: str

    def __getattr__(self, name: str) -> Any:
        if name.startswith("_") or name not in self._data:
            raise AttributeError(f"there is no word `{name}` in {self._tag}")
        return self._word(self._data[name])

    def __getitem__(self, name: str) -> Any:
        if name not in self._data:
            raise KeyError(f"there is no word `{name}` in {self._tag}")
        return self._word(self._data[name])

    def __contains__(self, name: object) -> bool:
        return name in self._data

    def __iter__(self) -> Iterator[str]:
        return iter(self._data)

    def _word(self, data: Data) -> str | Phrase | Counted | Words:
        if isinstance(data, str):
            return Phrase(data) if places(data) else data
        if has_forms(data):
            return Counted({form: str(text) for form, text in data.items()}, self._tag)
        return Words(data, self._tag)


def _filled(text: str, values: Mapping[str, object]) -> str:
    if any(hasattr(value, "__html__") for value in values.values()):
        return Markup(PLACE.sub(lambda place: str(escape(values[place[1]])), str(escape(text))))
    return PLACE.sub(lambda place: str(values[place[1]]), text)
