"""Markup in fields that are plain text, and the text without it."""

from __future__ import annotations

import re
from collections.abc import Mapping

from generator.checks._running_text import Passage
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.suggest import listed
from generator.model.values import Prose

MARKUP = re.compile(
    r"(?P<picture>!\[(?P<alt>[^\[\]\n]{0,500})\]\([^()\s]{0,500}\))"
    r"|\*\*(?P<strong>[^\s*][^*\n]*+)\*\*|\[\[(?P<id>[^\[\]|\n]+)(?:\|(?P<shown>[^\[\]\n]+))?\]\]"
    r"|\[(?P<words>[^\[\]\n]+)\]\((?=https?:|mailto:|www\.|files/)[^()\s]{0,500}\)?|~~(?P<struck>[^\s~][^~\n]*+)~~"
    r"|\A(?P<level>\#{1,6}) +(?=\S)|(?<![~\w])~(?P<tilde>(?=[^\s~/])[^~\n]{1,200}(?<!\s))~(?![~\w])"
)
LONGEST = 80
"""So many characters of a text are written out."""


def without_markup(text: str, entries: Mapping[str, Located]) -> str:
    """The text as it would be read if its markup were known, without pictures."""

    def shown(found: re.Match[str]) -> str:
        if found["picture"] or found["level"]:
            return ""
        if (target := found["id"]) and not found["shown"]:
            return entries[target].entry.title if target in entries else target
        return next(found[name] for name in ("strong", "shown", "words", "struck", "tilde") if found[name])

    bare = " ".join(MARKUP.sub(shown, text).split())
    alone = next((found["alt"] for found in MARKUP.finditer(text) if found["alt"]), "")
    return re.sub(r" (?=[.,;:?!])", "", bare) or alone


def instead_of_markup(passage: Passage, graph: Graph) -> str:
    """What to write instead: the text without markup, and where its picture can be shown."""
    text, field = without_markup(str(passage.text), graph.entries), passage.route[-1]
    quoted = f'"{text}"' if re.search(r": | #|^[\W_]", text) and '"' not in text else text
    written = f"write `{field}: {quoted}`" if 0 < len(text) <= LONGEST else "leave the signs out"
    if isinstance(field, int):
        written = written.replace(f"{field}: ", "- ", 1)
    has_picture = any(found["picture"] for found in MARKUP.finditer(passage.text))
    if not has_picture or not isinstance(passage.owner, Located):
        return written
    where = next((leaf.route[-1] for leaf in passage.owner.leaves if isinstance(leaf.value, Prose)), None)
    return written + (f"; a picture can be shown in a text of several paragraphs, such as `{where}`" if where else "")


def message(text: str) -> str:
    """What is said of a text with markup: all that it would show as it is typed, as one repair ought to end it."""
    found = tuple(MARKUP.finditer(text))
    signs = dict.fromkeys(_sign(markup) for markup in found if not markup["picture"])
    said = ["shows no picture"] if any(markup["picture"] for markup in found) else []
    if signs:
        said.append(f"would show {listed(signs)} as {'it is' if len(signs) == 1 else 'they are'} typed")
    return f"this field is plain text, which {' and '.join(said)}"


def _sign(found: re.Match[str]) -> str:
    """The sign with which the markup starts."""
    return found["level"] or ("~" if found["tilde"] else found[0][:2])
