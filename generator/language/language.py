"""The language of a playbook: its tag, its words, and how it writes numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Literal

import yaml

from generator.language.tags import is_right_to_left
from generator.language.words import Data, Words, has_forms

ENGLISH = "en"
"""The language that has every word. Others are compared with it."""

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
"""The names by which the files of words call the months."""

IN_HOURS = 120
"""From so many minutes on, a time is said in hours."""

HALF_A_DAY, A_DAY = range(210, 271), range(390, 541)
"""The minutes of sessions that people call half a day, and a day."""

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Numerals:
    """How numbers are written: the mark before decimals, and the mark between thousands."""

    decimal: str = "."
    thousands: str = ","

    def fixed(self, value: float, places: int) -> str:
        """`value` with so many decimals."""
        return f"{value:.{places}f}".replace(".", self.decimal)

    def exact(self, value: float, most: int = 6) -> str:
        """`value` as people write it: with as many decimals as it has, and with at most so many."""
        text = f"{value:.{most}f}"
        return (text.rstrip("0").rstrip(".") if "." in text else text).replace(".", self.decimal)


@dataclass(frozen=True, slots=True)
class Language:
    """The language of a playbook. `tag` is what its configuration says, such as `de-AT`."""

    tag: str
    words: Words

    @property
    def is_english(self) -> bool:
        return self.tag.partition("-")[0] == ENGLISH

    @property
    def direction(self) -> Literal["ltr", "rtl"]:
        return "rtl" if is_right_to_left(self.tag) else "ltr"

    @property
    def numerals(self) -> Numerals:
        return Numerals(self.words.writing.decimal, self.words.writing.thousands)

    def day(self, iso: str) -> str:
        """A day such as `2026-03-01` as people write it: `1 March 2026`."""
        year, month, day = iso.split("-")
        writing = self.words.writing
        return str(writing.date(day=int(day), month=writing.months[MONTHS[int(month) - 1]], year=int(year)))

    def quoted(self, text: str) -> str:
        """A text in quotation marks."""
        return str(self.words.writing.quoted(text=text))

    def listed(self, texts: Iterable[str]) -> str:
        """`a, b and c`."""
        *others, last = [*texts] or [""]
        return str(self.words.writing.listed(texts=", ".join(others), last=last)) if others else last

    def between(self, low: object, high: object) -> str:
        """`low to high`; one value if they are the same."""
        return str(low) if low == high else str(self.words.common.between(low=low, high=high))

    def people(self, fewest: int, most: int) -> str:
        """`6 to 12 people`, or `6 people` if they are always as many."""
        words = self.words.common
        return str(words.people_who(most) if fewest == most else words.people_from_to(low=fewest, high=most))

    def duration(self, minutes: int) -> str:
        """A time as people say it: in minutes if it is less than two hours, otherwise in hours."""
        words, (hours, rest) = self.words.common, divmod(minutes, 60)
        if minutes < IN_HOURS:
            return str(words.minutes(minutes))
        whole = words.hours(hours)
        return str(words.hours_and_minutes(hours=whole, minutes=words.minutes(rest)) if rest else whole)

    def session_time(self, minutes: int) -> str:
        """How long a session is. Half a day and a whole day are called so as well."""
        words, time = self.words.common, self.duration(minutes)
        if minutes in HALF_A_DAY:
            return str(words.half_a_day(time=time))
        return str(words.a_day(time=time)) if minutes in A_DAY else time

    def in_sentence(self, noun: str) -> str:
        """What a kind is called, within a sentence: in small letters unless the language capitalises nouns."""
        return noun.lower() if self.words.writing.nouns == "lower" else noun


@cache
def supplied() -> Mapping[str, Path]:
    """The files of the languages that come with the generator, by their tags."""
    return {path.stem: path for path in sorted(_FOLDER.glob("*.yml"))}


@cache
def supplied_words(tag: str) -> Mapping[str, Data]:
    """The words of a language that comes with the generator. The tests make sure that the files are sound."""
    # The safe loader's base reads every scalar as text, and takes a third of the time of the strict reader.
    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    found: Mapping[str, Data] = yaml.load(supplied()[tag].read_text("utf-8"), Loader=loader)
    return found


def english(tag: str = ENGLISH) -> Language:
    """English, as `tag` names it."""
    return Language(tag, Words(supplied_words(ENGLISH), ENGLISH))


def over(base: Mapping[str, Data], own: Mapping[str, Data]) -> Mapping[str, Data]:
    """The words of `own`, and those of `base` that it does not have. Plural forms belong together."""
    merged: dict[str, Data] = dict(base)
    for name, data in own.items():
        old = merged.get(name)
        both = isinstance(old, Mapping) and isinstance(data, Mapping) and not has_forms(old) and not has_forms(data)
        merged[name] = over(old, data) if both else data  # type: ignore[arg-type]
    return merged
