"""Parts of a text whose provenance is marked, as HTML elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from html import escape

from generator.language.words import Words
from generator.model.provenance import Of, TextMark

# What stands for the ends of a part until the text is HTML. Files that hold these characters are refused; an entity
# such as `&#17;` can still make them, and then stands for nothing.
_BEGINS, _ENDS = "\x11", "\x12"
_TAG_OR_END = re.compile(f"(<[^<>]*>|[{_BEGINS}{_ENDS}])")
_VOID = ("<br", "<hr")


def signs_in(words: Words) -> Mapping[Of, str]:
    """What a screen reader says of a marked part, in the words of the interface."""
    return {of: words.provenance.sign[of] for of in Of}


def with_places(text: str, marks: Iterable[TextMark]) -> str:
    """The text with a character at both ends of each part."""
    pieces, at = [], 0
    for mark in marks:
        pieces += [text[at : mark.start], _BEGINS, text[mark.start : mark.end], _ENDS]
        at = mark.end
    return "".join([*pieces, text[at:]])


def with_marks(html: str, of: Sequence[Of], signs: Mapping[Of, str]) -> str:
    """`html`, made of a text from `with_places`, with each part as an element that begins and ends with its sign.

    `of` says whose each part is, `signs` what a screen reader says of it, once, at its end. A part that begins and ends
    within different elements, such as emphasis, becomes several elements, so that all of them are nested.
    """
    done: list[str] = []
    inner: list[int] = []  # where in `done` the tags stand that the open part has opened
    waiting, opening = list(reversed(of)), ""
    for piece in _TAG_OR_END.split(html):
        if piece == _BEGINS:
            if waiting and not opening:
                opening = f'<span class="part-{waiting[-1]}">'
                done.append(f'{opening}<sup class="part-sign" aria-hidden="true"></sup>')
        elif piece == _ENDS:
            if opening:
                for at in inner:
                    done[at] = f"</span>{done[at]}{opening}"
                of_whom = waiting.pop()
                done.append(f'<sup class="part-sign" role="img" aria-label="{escape(signs[of_whom])}"></sup></span>')
                inner.clear()
                opening = ""
        elif not opening or not piece.startswith("<") or piece.startswith(_VOID):
            done.append(piece)
        elif not piece.startswith("</"):
            inner.append(len(done))
            done.append(piece)
        elif inner:
            inner.pop()
            done.append(piece)
        else:
            done.append(f"</span>{piece}{opening}")
    return "".join(done) + ("</span>" if opening else "")
