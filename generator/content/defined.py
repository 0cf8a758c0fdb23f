"""Variables and snippets as they are written, and what they stand for once what each contains is replaced."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.content.names import (
    Definition,
    Definitions,
    Misuse,
    NameMistake,
    Origin,
    TextForm,
    has_blocks,
    is_escaped,
    tokens,
)

DEEPEST = 8
"""So many definitions may contain each other."""


@dataclass(frozen=True, slots=True)
class Defined:
    """A variable or snippet as it is written."""

    name: str
    raw: str
    origin: Origin
    is_snippet: bool

    @property
    def form(self) -> TextForm:
        return TextForm.BLOCKS if self.is_snippet else TextForm.PLAIN


def resolved(defined: Iterable[Defined]) -> tuple[Definitions, tuple[tuple[Defined, Misuse], ...]]:
    """All that is defined, with what each contains replaced, and what is wrong in it.

    That a name is unknown is said of snippets only: the values of variables are texts of the configuration as well.
    """
    resolver = _Resolver({one.name: one for one in defined})
    for name in sorted(resolver.defined):
        if name not in resolver.done:
            resolver.resolve(name, ())
    return Definitions(dict(resolver.done)), tuple(resolver.misuses)


class _Resolver:
    def __init__(self, defined: Mapping[str, Defined]) -> None:
        self.defined = defined
        self.done: dict[str, Definition] = {}
        self.misuses: list[tuple[Defined, Misuse]] = []

    def resolve(self, name: str, trail: tuple[str, ...]) -> None:
        """Resolve a definition that is contained in those of the `trail`, outermost first, after what it contains."""
        one, trail = self.defined[name], (*trail, name)
        left = set[str]()
        for token in tokens(one.raw, one.form):
            inner = token["name"]
            if inner not in self.defined or inner in self.done or is_escaped(token, one.form):
                continue
            if inner in trail:
                circle = (*trail[trail.index(inner) :], inner)
                words = self._words_of(inner, circle)
                self.misuses.append((one, Misuse(NameMistake.CIRCLE, inner, token.start(), token.end(), circle, words)))
                left.add(inner)
            elif len(trail) >= DEEPEST:
                self.misuses.append((one, Misuse(NameMistake.TOO_DEEP, inner, token.start(), token.end(), trail)))
                left.add(inner)
            else:
                self.resolve(inner, trail)
        expansion = Definitions(self.done).expansion(one.raw, one.form, frozenset(left))
        self.done[name] = Definition(name, one.origin, expansion, one.is_snippet)
        own = (m for m in expansion.misuses if one.is_snippet or m.mistake is not NameMistake.UNKNOWN)
        self.misuses += [(one, misuse) for misuse in own]

    def _words_of(self, name: str, circle: tuple[str, ...]) -> str:
        """The text of a definition without the names of a circle, if all in it are single paragraphs."""
        if any(has_blocks(self.defined[other].raw) for other in circle):
            return ""
        one = self.defined[name]
        kept, at = list[str](), 0
        for token in tokens(one.raw, one.form):
            if token["name"] in circle:
                kept, at = [*kept, one.raw[at : token.start()]], token.end()
        return " ".join("".join([*kept, one.raw[at:]]).split())
