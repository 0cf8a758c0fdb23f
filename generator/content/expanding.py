"""Names in the texts of a file replaced by what they stand for, and what is wrong with them as diagnostics."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass, field, replace

from generator.content.files import SNIPPETS
from generator.content.names import Definitions, Expansion, Misuse, NameMistake, TextForm
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic
from generator.diagnostics.place import Route, Span
from generator.diagnostics.suggest import did_you_mean, shortened
from generator.model.entry import Part
from generator.model.slug import slug
from generator.model.values import LONGEST
from generator.reading.composer import Data
from generator.reading.document import Document

LONGEST_WORDS = 80
"""So many characters of a text that others contain are written out in a hint."""
FEWEST_WORDS = 2
"""Fewer words are none that could stand for the whole text."""


@dataclass(slots=True)
class Expander:
    """Given to the models as their context: replaces names in every text, and keeps what is wrong with them.

    Names that are the entry's `own` mean something there that is no variable, such as the values of a calculator.
    """

    definitions: Definitions
    own: frozenset[str] = frozenset()
    misused: dict[str, tuple[Misuse, ...]] = field(default_factory=dict)
    """The texts with mistakes, as they are written. Models do not tell the places of texts."""

    def plain(self, text: str) -> str:
        return self._expanded(text, TextForm.PLAIN)

    def line(self, text: str) -> str:
        return self._expanded(text, TextForm.LINE)

    def blocks(self, text: str) -> str:
        return self._expanded(text, TextForm.BLOCKS)

    def _expanded(self, text: str, form: TextForm) -> str:
        if "{" not in text:
            return text
        found = self.definitions.expansion(text, form, self.own)
        if found.misuses:
            self.misused[text] = found.misuses
        return found.text

    def problems(self, document: Document, data: Data, route: Route = ()) -> Iterator[Diagnostic]:
        """Diagnostics for the names in the data at `route` that are wrong, once a model has been made of it."""
        if self.misused:
            for place, text in _texts(data, route):
                for misuse in self.misused.get(text, ()):
                    span = document.place_in(place, text, misuse.start, misuse.end)
                    yield diagnostic(misuse, span, {*self.definitions.by_name, *self.own})


def _texts(data: Data, route: Route) -> Iterator[tuple[Route, str]]:
    match data:
        case str():
            yield route, data
        case dict():
            for key, value in data.items():
                yield from _texts(value, (*route, key))
        case list():
            for index, value in enumerate(data):
                yield from _texts(value, (*route, index))


def expander(model: type[Part], data: Data, definitions: Definitions) -> Expander | None:
    """What replaces the names in data for a `model`; None in a playbook that defines none."""
    return Expander(definitions, model.names_of_its_own(data)) if definitions else None


@dataclass(frozen=True, slots=True)
class Expanded:
    """Finds what is written for a part of a text in which names have been replaced."""

    definitions: Definitions
    own: frozenset[str]

    def __call__(self, raw: str, text: str, start: int, end: int) -> Span | tuple[int, int]:
        """Where `text[start:end]` is written: a place in a definition, or a range of `raw`."""
        for form in TextForm:
            found = self.definitions.expansion(raw, form, self.own)
            if found.text == text:
                return place_or_range(found, start, end)
        return 0, len(raw)


def place_or_range(found: Expansion, start: int, end: int) -> Span | tuple[int, int]:
    return found.elsewhere(start, end) or found.in_raw(start, end)


def with_places(document: Document, found: Expander | None) -> Document:
    """The document, which knows where the texts are written that the expander makes of its own."""
    return replace(document, expanded=Expanded(found.definitions, found.own)) if found else document


def expander_of(document: Document, change: Callable[[str], str]) -> Expander | None:
    """What has replaced the names in a document, with the change made in each variable and snippet."""
    found = document.expanded
    return Expander(found.definitions.changed(change), found.own) if isinstance(found, Expanded) else None


def diagnostic(misuse: Misuse, span: Span, known: Collection[str]) -> Diagnostic:
    """What is wrong with a name in braces at `span`."""
    code, message, hint = _said(misuse, known)
    return Diagnostic(code, message, span, hint)


def _said(misuse: Misuse, known: Iterable[str]) -> tuple[Code, str, str]:
    name = misuse.name
    match misuse.mistake:
        case NameMistake.UNKNOWN:
            made = re.sub(r"^[0-9-]+", "", slug(name))
            file = f", or write its text into `content/{SNIPPETS}/{made}.md`" if misuse.may_be_snippet else ""
            define = f"define {'it' if made == name else f'`{made}`'} under `variables:` in the configuration{file}."
            if made != name:
                define = f"names have lower-case letters, digits and hyphens: write `{{{made}}}` here, and {define}"
            near = did_you_mean(name, known) or define
            message = f"no variable and no snippet is called `{name}`"
            return codes.UNKNOWN_VARIABLE, message, f"{near} To show the braces, write `\\{{{name}}}`"
        case NameMistake.OTHER_SIGNS:
            message = f"`{name}` stands for something only in one pair of braces"
            return codes.UNKNOWN_VARIABLE, message, f"write `{{{name}}}`"
        case NameMistake.IN_PLAIN:
            message = f"the snippet `{name}` is Markdown, and this is plain text"
            return codes.MISPLACED_SNIPPET, message, _for_plain_text(name)
        case NameMistake.SEVERAL_PARAGRAPHS:
            message = f"`{name}` has several paragraphs, and this text is one"
            return codes.MISPLACED_SNIPPET, message, "use it in a text of several paragraphs, or shorten it to one"
        case NameMistake.NOT_ALONE:
            message = f"`{name}` has several paragraphs, so it cannot stand among other words"
            return codes.MISPLACED_SNIPPET, message, f"leave an empty line above and below `{{{name}}}`"
        case NameMistake.CIRCLE:
            message = f"`{name}` contains itself: {' → '.join(f'`{one}`' for one in misuse.trail)}"
            is_own = len(set(misuse.trail)) == 1 or len(misuse.words.split()) < FEWEST_WORDS
            other = (
                "" if is_own else f", or write its own words in its place: `{shortened(misuse.words, LONGEST_WORDS)}`"
            )
            return codes.BAD_VARIABLE, message, f"delete `{{{name}}}` here{other}"
        case NameMistake.TOO_DEEP:
            message = f"{len(misuse.trail)} variables or snippets contain each other already"
            return codes.BAD_VARIABLE, message, f"write out `{name}` here"
        case NameMistake.TOO_LARGE:
            message = f"with `{name}` the text would have more than {LONGEST} characters"
            return codes.TOO_LONG, message, "use it less often, or divide the text"


def _for_plain_text(snippet: str) -> str:
    """What to do with a snippet where a text takes none. A variable of its name can stand in all texts."""
    file = f"`content/{SNIPPETS}/{snippet}.md`"
    here = f"write its words here, and delete {file} if no other text names it"
    return f"{here}; or make a variable of it: move its text from there to `variables:` in the configuration"
