"""Signs of notes that lead nowhere, and notes to which no sign leads."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from itertools import islice

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import MOST_PER_CODE, Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import did_you_mean
from generator.model.fences import fences, without
from generator.model.values import Line, Prose
from generator.prose.arranged import arranged
from generator.prose.blocks import paragraphs
from generator.prose.inline import NoteSign, links, literals, masked, note_signs

CODE = Code("unknown-note", Severity.ERROR, Topic.TEXTS)

_DEFINED = re.compile(r"^[^\S\n]*+(?P<sign>\[\^(?P<label>[^\s\[\]^]{1,40})\]):", re.MULTILINE)


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        if "[^" not in passage.text or not isinstance(passage.text, Line):
            continue
        if isinstance(passage.text, Prose):
            yield from islice(_in_prose(passage), MOST_PER_CODE)
        elif found := next(iter(_signs(passage.text)), None):
            hint = "write it in brackets: notes stand only in texts of several paragraphs"
            yield _at(passage, found.start, found.end, "this field is a single paragraph, which has no notes", hint)


def _in_prose(passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text
    notes = arranged(text.expandtabs(4).split("\n")).notes
    defined = [found for found in _DEFINED.finditer(without(text, fences(text))) if found["label"] in notes]
    places = {found.start("sign") for found in defined}
    used = [sign for sign in _signs(text) if sign.start not in places]
    for sign in used:
        if sign.label not in notes:
            form = f"write `[^{sign.label}]: …` after an empty line, indented like this text"
            hint = did_you_mean(sign.label, [*notes]) or form
            yield _at(passage, sign.start, sign.end, f"the text has no note `{sign.label}`", hint)
    labels, seen = {sign.label for sign in used}, set[str]()
    for found in defined:
        label = found["label"]
        if label in seen:
            yield _at(passage, *found.span("sign"), f"the text has two notes `{label}`", "give one another name")
        elif label not in labels:
            hint = f"write `[^{label}]` behind the words that it belongs to, or remove the note"
            yield _at(passage, *found.span("sign"), f"nothing leads to the note `{label}`", hint)
        seen.add(label)


def _signs(text: str) -> Iterator[NoteSign]:
    """The signs of notes outside of code and links."""
    for start, end in paragraphs(text):
        paragraph = text[start:end]
        if "[^" in paragraph:
            plain = masked(paragraph, literals(paragraph))
            for sign in note_signs(masked(plain, links(plain)[0])):
                yield NoteSign(start + sign.start, start + sign.end, sign.label)


def _at(passage: Passage, start: int, end: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(CODE, message, passage.place(start, end), hint)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  The sign of a note, such as `[^1]`, has no note in the same text; or a note has no sign; or a sign stands in a field
  that is a single paragraph.
why: The page would show the sign as it is typed, or leave the note out.
example:
  content/practices/slow-down.yml: |
    do: |-
      Leave the small talk to them.[^2]

      [^1]: Except on the phone.
message: the text has no note `2`
repair: >-
  Write the same name in both places: `[^1]` behind the words, and `[^1]: The note.` at the start of a line, below an
  empty line.
repaired:
  content/practices/slow-down.yml: |
    do: |-
      Leave the small talk to them.[^1]

      [^1]: Except on the phone.
""",
)
