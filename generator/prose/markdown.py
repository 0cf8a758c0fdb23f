"""Markdown without HTML as sanitised HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import cache
from html import escape
from types import MappingProxyType
from typing import TypeAlias

import nh3
from markdown import Markdown

from generator.content.graph import MENTION
from generator.model.provenance import Of
from generator.model.values import Line
from generator.prose.blocks import CALLOUTS, with_blocks
from generator.prose.inline import NOTE_MARK
from generator.prose.marked_parts import with_marks, with_places
from generator.prose.tags import split_at_tags

INLINE = {"a", "em", "strong", "del", "code", "br", "sup", "img"}
BLOCKS = {
    "p",
    "ul",
    "ol",
    "li",
    "blockquote",
    "div",
    "h3",
    "h4",
    "pre",
    "hr",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
}
TAGS = INLINE | BLOCKS

CLASSES = {
    "div": {f"callout-{name}" for name in CALLOUTS},
    "p": {"callout-title"},
    "sup": {NOTE_MARK},
    "ol": {"notes"},
}
"""The classes that elements may have; `finishing` reads them."""

ATTRIBUTES = {"*": set[str](), "a": {"href"}, "img": {"src", "alt", "title"}, "ol": {"start"}}
ATTRIBUTES |= {"h3": {"id"}, "h4": {"id"}, "th": {"align"}, "td": {"align"}}


SCHEMES = {"http", "https", "mailto"}


# Anything that Markdown might take for markup; text without it needs no Markdown.
_MARKUP = re.compile(r"[\t\xa0*_`\\<>&#]|\]\(|^(?:-|\+\s|\||\d+[.)]\s)|://|~~|\[\^|^[^\S\n]|[^\S\n]$", re.MULTILINE)


_BLANK_LINES = re.compile(r"\n\s*\n")


NO_SIGNS: Mapping[Of, str] = MappingProxyType({})


Mention: TypeAlias = Callable[[str, "str | None"], str]
"""Gives the HTML of a mention from an id and the words to show, if there are any."""


def to_html(text: str, mention: Mention, *, blocks: bool = True, signs: Mapping[Of, str] = NO_SIGNS) -> str:
    """Markdown as sanitised HTML; `mention` gives the HTML of `[[id]]` or `[[id|words]]`.

    Without `blocks` it is one paragraph, even if it starts like a list, a heading or a quotation. Most texts hold no
    markup beside mentions. They take a short way that gives the same result. Where `signs` says in words whose a part
    is, the parts of a `Line` whose provenance is marked become elements.
    """
    if signs and isinstance(text, Line) and text.provenance.marks:
        marks = text.provenance.marks
        html = to_html(with_places(text, marks), mention, blocks=blocks)
        return with_marks(html, [mark.of for mark in marks], signs)
    if _MARKUP.search(text):
        return through_markdown(text, mention, blocks=blocks)
    paragraphs = (p.strip() for p in _BLANK_LINES.split(text))
    return "\n".join(f"<p>{_plain(p, mention)}</p>" for p in paragraphs if p)


def _plain(paragraph: str, mention: Mention) -> str:
    done, at = [], 0
    for found in MENTION.finditer(paragraph):
        done += [escape(paragraph[at : found.start()], quote=False), mention(found[1], found[2])]
        at = found.end()
    return "".join([*done, escape(paragraph[at:], quote=False)])


def through_markdown(text: str, mention: Mention, *, blocks: bool = True) -> str:
    """The long way: Python-Markdown, then an allowlist of tags, then the mentions."""
    mentions: list[re.Match[str]] = []

    def hold(found: re.Match[str]) -> str:
        mentions.append(found)
        return f"\x0e{len(mentions) - 1}\x0f"

    html = nh3.clean(
        _markdown(blocks).reset().convert(MENTION.sub(hold, text)),
        tags=TAGS,
        attributes=ATTRIBUTES,
        allowed_classes=CLASSES,
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return _with_mentions(html, mentions, mention)


# The placeholder of a mention until the text is HTML. Files that contain these characters are refused; an entity such
# as `&#14;` can still make them, and is then removed.
_HELD = re.compile("\x0e([0-9]+)\x0f")


def _with_mentions(html: str, mentions: list[re.Match[str]], mention: Mention) -> str:
    """`html` with its mentions: as typed where text is shown as code, as mere words within another link."""
    pieces = split_at_tags(html)
    in_link = in_code = 0

    def shown(held: re.Match[str]) -> str:
        found = mentions[int(held[1])] if len(held[1]) < 6 and int(held[1]) < len(mentions) else None
        if found is None:
            return ""
        if index % 2 or in_code:
            return escape(found[0])
        words = mention(found[1], found[2])
        return re.sub(r"<[^<>]*>", "", words) if in_link else words

    for index, piece in enumerate(pieces):
        if index % 2:
            in_link += piece.startswith(("<a ", "<a>")) - (piece == "</a>")
            in_code += piece.startswith("<code") - piece.startswith("</code")
        if "\x0e" in piece:
            pieces[index] = _HELD.sub(shown, piece)
    return "".join(pieces)


@cache
def _markdown(blocks: bool) -> Markdown:
    """Building the converter costs more than using it, so there is one for each of the two."""
    markdown = Markdown(output_format="html")
    markdown.preprocessors.deregister("html_block")
    return with_blocks(markdown, blocks)
