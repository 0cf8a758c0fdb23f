"""The names that pages may use: classes and elements, as they occur in templates, scripts and the program."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, Self, TypeAlias

import tinycss2

from generator.site.css_rules import MANY, Rule, selectors

Node: TypeAlias = Any

_NAME = re.compile(r"[A-Za-z_][\w-]*")
_TEMPLATE_COMMENT = re.compile(r"\{#.*?#\}|\{%-?\s*(?:import|include)\b.*?%\}", re.DOTALL)
"""What is no HTML in a template: comments, and the names of other templates."""
_SCRIPT_COMMENT = re.compile(r"/\*.*?\*/|^\s*//[^\n]*", re.DOTALL | re.MULTILINE)
_MODULE = re.compile(r"\b(?:from|import)\s*\(?\s*[\"'][^\"'\n]*[\"']")
_LITERAL = re.compile(r"\"[^\"\n]*\"|'[^'\n]*'|`[^`]*`")
_BEGINNING = re.compile(r"([A-Za-z_][\w-]*-)(?:\{|\$\{|[\"'] *~)")
"""The beginning of a name that is put together: `wide-{{ item.wide }}`."""

_ALTERNATIVES = frozenset({"is", "where", "has"})

PACKAGES = ("permalinks", "prose", "site")
"""The parts of the program that write HTML with classes."""


@dataclass(frozen=True, slots=True)
class StyleNames:
    """Whole names, and beginnings of names."""

    whole: frozenset[str]
    beginnings: tuple[str, ...]

    @classmethod
    def of(cls, templates: Iterable[str], scripts: Iterable[str]) -> Self:
        """The names in texts. In scripts only what stands in literals can be one, except the names of modules."""
        found = [*map(_in_template, templates), *map(_in_script, scripts)]
        whole = frozenset[str]().union(*(names for names, _ in found))
        return cls(whole, tuple(sorted({name for _, beginnings in found for name in beginnings})))

    def __contains__(self, name: str) -> bool:
        return name in self.whole or name.startswith(self.beginnings)

    def apply_to(self, selector: str) -> bool:
        """Whether what the selector selects may occur."""
        return self._apply(_nodes(selector))

    def _apply(self, nodes: Sequence[Node]) -> bool:
        before = ""
        for node in nodes:
            named = node.type == "ident" and (before == "." or (before != ":" and "-" in node.value))
            if named and node.value not in self:
                return False
            alternatives = node.type == "function" and node.lower_name in _ALTERNATIVES
            if alternatives and not any(self._apply(part) for part in _parts(node.arguments)):
                return False
            before = node.value if node.type == "literal" else ""
        return True


Found: TypeAlias = tuple[frozenset[str], frozenset[str]]
"""The whole names and the beginnings of names in a text."""


# Each text of a theme is in many sets of them, so its names are found once.
@lru_cache(MANY)
def _in_template(text: str) -> Found:
    return _found(_TEMPLATE_COMMENT.sub("", text))


@lru_cache(MANY)
def _in_script(text: str) -> Found:
    return _found("\n".join(_LITERAL.findall(_MODULE.sub("", _SCRIPT_COMMENT.sub("", text)))))


def _found(text: str) -> Found:
    return frozenset(_NAME.findall(text)), frozenset(_BEGINNING.findall(text))


def names_in(rules: Iterable[Rule], printed: bool = True) -> Iterator[str]:
    """The classes and elements of its own that the selectors of rules name; without those that are only `printed`."""
    for head, content in rules:
        if not isinstance(content, str):
            yield from names_in(content, printed) if printed or head != "@media print" else ()
        elif not head.startswith("@"):
            yield from (name for one in selectors(head) for name in _named(_nodes(one)))


def _named(nodes: Sequence[Node]) -> Iterator[str]:
    before = ""
    for node in nodes:
        if node.type == "ident" and (before == "." or (before != ":" and "-" in node.value)):
            yield node.value
        if node.type == "function":
            yield from _named(node.arguments)
        before = node.value if node.type == "literal" else ""


@lru_cache(MANY)
def _nodes(selector: str) -> Sequence[Node]:
    found: Sequence[Node] = tinycss2.parse_component_value_list(selector)
    return found


def _parts(nodes: Iterable[Node]) -> list[list[Node]]:
    parts: list[list[Node]] = [[]]
    for node in nodes:
        if node == ",":
            parts.append([])
        else:
            parts[-1].append(node)
    return parts


@cache
def program_texts() -> tuple[str, ...]:
    """The lines of the program that write classes."""
    root = Path(__file__).parents[1]
    files = (path for package in PACKAGES for path in sorted((root / package).rglob("*.py")))
    return tuple(line for path in files for line in path.read_text("utf-8").splitlines() if "class=" in line)
