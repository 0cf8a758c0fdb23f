"""Curly quotation marks, dashes and ellipses in HTML."""

from __future__ import annotations

import re
from html import escape

from markupsafe import Markup

from generator.prose.tags import split_at_tags


def plain(text: str) -> Markup:
    """Plain text as HTML, with its typography."""
    return Markup(typeset(escape(text, quote=False)))


def typeset(html: str) -> str:
    """HTML with curly quotation marks, dashes and ellipses in its text."""
    if not _TYPED.search(html):
        return html
    before = " "
    pieces = split_at_tags(html)
    in_code = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            in_code += piece.startswith(("<code", "<pre")) - piece.startswith(("</code", "</pre"))
            if piece.startswith(("<p", "<li", "<h", "<b", "<d", "<t")):
                before = " "
        elif piece and not in_code:
            pieces[index] = _typeset_text(piece, before)
            before = piece[-1]
    return "".join(pieces)


# What is typed where typography has a better character.
_TYPED = re.compile(r"[\"'-]|\.\.\.")


_SPACED_HYPHEN = re.compile("(?<= )-(?= )")


_OPENING = re.compile(r"(?<=[\s(\[{–—‘“/])[\"']")


_QUOTES = str.maketrans({'"': "”", "'": "’"})


def _typeset_text(text: str, before: str) -> str:
    if not _TYPED.search(text):
        return text
    text = before + _SPACED_HYPHEN.sub("–", text.replace("...", "…")).replace("--", "–")
    # Twice: a quotation mark may open right after another one.
    for _ in range(2):
        text = _OPENING.sub(lambda found: "“" if found[0] == '"' else "‘", text)
    return text[1:].translate(_QUOTES)
