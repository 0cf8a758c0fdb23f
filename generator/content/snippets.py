"""What texts can name in braces: the variables of the configuration, and the snippets in `content/snippets/`."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import islice

from generator.content.defined import Defined, resolved
from generator.content.expanding import diagnostic
from generator.content.files import SNIPPETS
from generator.content.hand_page import HandPage, HandSection
from generator.content.hand_page_files import PageText
from generator.content.ids import is_id
from generator.content.names import RESERVED, Definitions, Origin, has_blocks
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Route, Span
from generator.model.slug import slug
from generator.model.values import LONGEST, Prose
from generator.reading.document import Document
from generator.reading.mistakes.conflicts import conflict_markers

VARIABLES = "variables"
"""The field of the configuration with the variables."""

MOST_USES = 5
"""In so many lines a hint says that a snippet is named."""

_MARKUP = re.compile(
    r"\[\[|\[[^\[\]\n]{1,100}\]\([^()\s]{1,200}\)|`[^`\n]{1,100}`|~~[^\s~][^~\n]{0,100}~~"
    r"|\*\*[^\s*][^*\n]{0,100}\*\*|(?<![\w*\\])\*[^\s*](?:[^*\n]{0,99}[^\s*])?\*(?![\w*])"
    r"|(?<![\w\\])_[^\s_](?:[^_\n]{0,99}[^\s_])?_(?!\w)"
)
"""Markup that texts with Markdown would show as such, and plain texts as it is typed."""


@dataclass(frozen=True, slots=True)
class Snippet(HandPage):
    """A text that others contain. It is checked like a page, and is none."""

    def texts(self) -> Iterator[tuple[Route, str]]:
        yield ("sections", 0, "text"), self.sections[0].text


def variables_in(document: Document) -> tuple[Defined, ...]:
    """The variables of a configuration, whatever else is wrong with it."""
    found = document.data.get(VARIABLES) if isinstance(document.data, dict) else None
    texts = ((name, text) for name, text in found.items()) if isinstance(found, dict) else ()
    return tuple(
        Defined(
            name, text, Origin(document.file, document.text, document.extents[VARIABLES, name], is_yaml=True), False
        )
        for name, text in texts
        if isinstance(text, str) and text and _name_problem(name) is None
    )


def variable_problems(document: Document) -> Iterator[Diagnostic]:
    """What is wrong with the names and texts of variables, besides what their models say."""
    found = document.data.get(VARIABLES) if isinstance(document.data, dict) else None
    for name, text in found.items() if isinstance(found, dict) else ():
        problem = _name_problem(name)
        if problem:
            message, hint = problem
            yield Diagnostic(codes.BAD_VARIABLE, message, document.key_span((VARIABLES, name)), hint)
        elif isinstance(text, str) and (markup := _MARKUP.search(text)):
            message = f"the variable `{name}` contains `{markup[0]}`, but variables are plain text"
            hint = f"make a snippet of it: `content/{SNIPPETS}/{name}.md`"
            yield Diagnostic(codes.BAD_VARIABLE, message, document.span_in((VARIABLES, name), markup[0]), hint)


def snippets_in(
    texts: Iterable[PageText], variables: tuple[Defined, ...], written: Collection[tuple[str, str]] = ()
) -> tuple[Definitions, tuple[Snippet, ...], tuple[Diagnostic, ...]]:
    """All that texts can name in braces, the snippets among it, and what is wrong with these.

    `written` are the files that may name them, each with its text.
    """
    known = {variable.name: variable.origin.span for variable in variables}
    defined: list[tuple[PageText, Defined]] = []
    problems: list[Diagnostic] = []
    for file in texts:
        found = tuple(_problems(file, known, written))
        problems += found
        if not found and file.text is not None:
            defined.append((file, _defined(file, file.text)))
    definitions, misused = resolved((*variables, *(one for _, one in defined)))
    for one, misuse in misused:
        # The configuration reports what is wrong with its own texts.
        if one.is_snippet:
            place = one.origin.place(one.raw, misuse.start, misuse.end)
            problems.append(diagnostic(misuse, place, definitions.by_name))
    return definitions, tuple(_snippet(one, definitions) for _, one in defined), tuple(problems)


def unused(
    definitions: Definitions, variables: Iterable[Defined], snippets: Iterable[Snippet], texts: Iterable[str]
) -> Iterator[Diagnostic]:
    """Diagnostics for variables and snippets that none of the `texts` of the playbook's files names in braces."""
    if not definitions:
        return
    named = {slug(name) for text in texts for name in _IN_BRACES.findall(text)}
    places = {one.name: ("variable", one.origin.span) for one in variables}
    places |= {one.slug: ("snippet", Span(one.file)) for one in snippets}
    for name, (what, place) in places.items():
        if name not in named:
            message, hint = f"no text names the {what} `{name}`", f"write `{{{name}}}` where it belongs, or remove it"
            yield Diagnostic(codes.UNUSED_VARIABLE, message, place, hint)


_IN_BRACES = re.compile(r"\{[ \t]*([A-Za-z][A-Za-z0-9_ -]{0,63}?)[ \t]*\}")
"""A name in braces, also where it is not written as it should be, which is another mistake."""


def variable_definitions(
    document: Document, snippets: frozenset[str] = frozenset()
) -> tuple[Definitions, tuple[Diagnostic, ...]]:
    """The variables for the texts of the configuration itself, and what is wrong with them.

    `snippets` are the names of files that these texts cannot contain.
    """
    definitions, misused = resolved(variables_in(document))
    definitions = replace(definitions, snippets=snippets.difference(definitions.by_name))
    found = (
        diagnostic(misuse, one.origin.place(one.raw, misuse.start, misuse.end), definitions.by_name)
        for one, misuse in misused
    )
    return definitions, (*variable_problems(document), *found)


def _name_problem(name: str, ending: str = "") -> tuple[str, str] | None:
    """What is wrong with the name of a variable or, with its `ending`, of a snippet, and how to write it."""
    if name in RESERVED:
        return f"`{name}` is a reserved name", f"add a word, such as `our-{name}`"
    if not is_id(name) or not re.match(r"[a-z]", name):
        made = re.sub(r"^[0-9-]+", "", slug(name)) or "our-company"
        hint = f"use lower-case letters, digits and hyphens, and a letter first: `{made}`"
        if ending:
            hint = f"rename the file to `{made}{ending}`"
        return f"`{name}` cannot stand in braces", hint
    return None


def _problems(file: PageText, variables: dict[str, Span], written: Collection[tuple[str, str]]) -> Iterator[Diagnostic]:
    place, problem = Span(file.file), _name_problem(file.slug, ".md")
    if problem:
        uses = islice(_uses(file.slug, written) if file.slug not in RESERVED else (), MOST_USES)
        hint = problem[1] + "".join(f", and write the new name in braces in {use}" for use in [", ".join(uses)] if use)
        yield Diagnostic(codes.BAD_VARIABLE, problem[0], place, hint)
    elif file.slug in variables:
        message, related = f"there is already a variable `{file.slug}`", ((variables[file.slug], "that variable"),)
        yield Diagnostic(codes.BAD_VARIABLE, message, place, "give one of the two another name", related)
    text = file.text or ""
    yield from conflict_markers(text, file.file)
    if file.text is not None and not text.strip():
        yield Diagnostic(codes.EMPTY_VALUE, "the snippet is empty", place, "write something, or delete the file")
    elif len(text) > LONGEST:
        message = f"the snippet has {len(text)} characters; at most {LONGEST} are allowed"
        yield Diagnostic(codes.TOO_LONG, message, place, "shorten it")


def _uses(name: str, written: Collection[tuple[str, str]]) -> Iterator[str]:
    """The files and lines in which a name stands in braces."""
    for file, text in written:
        for number, line in enumerate(text.split("\n"), 1):
            if any(slug(found) == slug(name) for found in _IN_BRACES.findall(line)):
                yield f"{file}:{number}"


def _defined(file: PageText, text: str) -> Defined:
    raw = text.strip()
    start = text.index(raw)
    origin = Origin(file.file, text, (start, start + len(raw)), is_yaml=False)
    # Lines of one paragraph may stand in texts of one line.
    return Defined(file.slug, raw if has_blocks(raw) else " ".join(raw.split()), origin, is_snippet=True)


def _snippet(one: Defined, definitions: Definitions) -> Snippet:
    expansion, route = definitions.by_name[one.name].expansion, ("sections", 0, "text")
    section = HandSection("", "", Prose(expansion.text), 1)
    file, text = one.origin.file, one.origin.text
    return Snippet(one.name, file, text, "", "", (section,), {route: one.origin.extent}, {route: expansion})
