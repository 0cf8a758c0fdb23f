"""Styles that say the same with fewer letters: constants are written out, and sizes have their short names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from typing import Self

from generator.site.css_rules import Rule

_USE = re.compile(r"var\((--[\w-]+)\)")
_NAME = re.compile(r"(?<![\w-])--[\w-]+")
_CHANGES = re.compile(r"#|var\(")
"""A value with a colour, or one that depends on others."""

_SHORT = {
    "margin-block-start": "margin-top",
    "margin-block-end": "margin-bottom",
    "padding-block-start": "padding-top",
    "padding-block-end": "padding-bottom",
    "border-block-start": "border-top",
    "border-block-end": "border-bottom",
    "inset-block-start": "top",
    "inset-block-end": "bottom",
    "inline-size": "width",
    "block-size": "height",
    "min-inline-size": "min-width",
    "min-block-size": "min-height",
    "max-inline-size": "max-width",
    "max-block-size": "max-height",
}
"""Properties by their logical names, with what they are called where lines are horizontal, in either direction."""

_LOGICAL = re.compile(rf"(?<![^{{;])({'|'.join(_SHORT)})(?=:|-(?:color|style|width):)")


_PSEUDO = re.compile(r"::(before|after)\b(?!-)")


@dataclass(frozen=True, slots=True)
class Properties:
    """What is known of the custom properties of all styles: the values of constants, and which nothing uses."""

    values: Mapping[str, str]
    idle: AbstractSet[str]

    @classmethod
    def of(cls, files: Sequence[Iterable[Rule]], elsewhere: Iterable[str]) -> Self:
        """The properties of the styles in these files. What is named `elsewhere` is neither constant nor idle.

        A constant has one value everywhere, which is no longer than its use. Colours are none: a playbook has its own.
        """
        texts = [text for rules in files for text in _blocks(rules)]
        mentions = Counter(name for text in texts for name in _NAME.findall(text))
        uses = Counter(name for text in texts for name in _USE.findall(text))
        others = {name for text in elsewhere for name in _NAME.findall(text)}
        declared = [one.partition(":") for text in texts for one in text.split(";") if one.startswith("--")]
        times = Counter(name for name, _, _ in declared)
        values = {
            name: value
            for name, _, value in (one.partition(":") for rules in files for one in _of_root(rules))
            if mentions[name] == uses[name] + 1 and len(value) <= len(f"var({name})") and not _CHANGES.search(value)
        }
        idle = {name for name, count in times.items() if mentions[name] == count}
        return cls({name: value for name, value in values.items() if name not in others}, idle - others)

    def settled(self, rules: Iterable[Rule]) -> Iterator[Rule]:
        """The rules with the values of constants in place of their names, without properties that nothing uses."""
        for head, content in rules:
            if not isinstance(content, str):
                yield head, tuple(self.settled(content))
            elif kept := ";".join(one for one in content.split(";") if not self._is_needless(one)):
                yield head, _USE.sub(lambda use: self.values.get(use[1], use[0]), kept)

    def _is_needless(self, declaration: str) -> bool:
        name = declaration.partition(":")[0]
        return name in self.values or name in self.idle


def _of_root(rules: Iterable[Rule]) -> Iterator[str]:
    """The declarations of custom properties that hold for every page in every case."""
    for head, content in rules:
        if head == ":root" and isinstance(content, str):
            yield from (one for one in content.split(";") if one.startswith("--"))


def _blocks(rules: Iterable[Rule]) -> Iterator[str]:
    for _, content in rules:
        if isinstance(content, str):
            yield content
        else:
            yield from _blocks(content)


def with_short_names(rules: Sequence[Rule]) -> Sequence[Rule]:
    """The rules of a file with short names of properties, unless they make lines vertical."""
    return rules if any("writing-mode" in text for text in _blocks(rules)) else tuple(_short(rules))


def _short(rules: Iterable[Rule]) -> Iterator[Rule]:
    for head, content in rules:
        if isinstance(content, str):
            yield _PSEUDO.sub(r":\1", head), _LOGICAL.sub(lambda name: _SHORT[name[1]], content)
        else:
            yield head, tuple(_short(content))
