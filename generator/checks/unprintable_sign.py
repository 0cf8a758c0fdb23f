"""A sign that the typefaces of pages and paper lack, such as an emoji. Letters of other scripts are none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import category, name

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.typefaces.cut import LATIN
from generator.typefaces.faces import CODE_FACES, characters

CODE = Code("unprintable-sign", Severity.WARNING, Topic.EDITORIAL)

_OTHERS = re.compile(f"[^{re.escape(''.join(map(chr, LATIN)))}]")
"""Characters that need a look into the files of the typefaces."""


def check(texts: Iterable[Passage], _others: Others, site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        for found in () if passage.text.isascii() else _OTHERS.finditer(passage.text):
            character, at = found[0], found.start()
            faces = site.fonts.faces if passage.without_code[at] == character else CODE_FACES
            if _is_sign(character) and character not in characters(faces):
                yield Diagnostic(
                    CODE,
                    f"the typefaces of the playbook have no `{character}` ({name(character, 'a sign').lower()})",
                    passage.place(at, at + 1),
                    "say it in words, or use a sign that they have, such as `→` or `×`",
                )


def _is_sign(character: str) -> bool:
    """Whether it is a symbol or punctuation. Letters, digits and their accents belong to a script."""
    return category(character)[0] in "SP"


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: A text contains a symbol that the typefaces of pages and paper lack.
why: >-
  Paper would show it in a font of the machine that prints it, or leave it blank, so readers would see different signs.
example:
  content/practices/slow-down.yml: |
    do: Wait for the second answer 🙂. Leave the small talk to them.
message: the typefaces of the playbook have no `🙂` (slightly smiling face)
repair: Say it in words, or use a sign that the typefaces have, such as an arrow or a bullet.
repaired:
  content/practices/slow-down.yml: |
    do: Wait for the second answer, kindly. Leave the small talk to them.
""",
)
