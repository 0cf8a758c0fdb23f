"""Turn the text of entries into HTML: Markdown without HTML, mentions, terms, typography."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from functools import cache
from html import escape, unescape
from typing import TypeAlias

import nh3
from markdown import Markdown
from markdown.blockprocessors import HashHeaderProcessor
from markupsafe import Markup

from generator.content.graph import MENTION
from generator.model.entry import Line, Prose

TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "br", "h2", "h3", "pre", "hr"}
SCHEMES = {"http", "https", "mailto"}

# Anything that Markdown might take for markup; text without it needs no Markdown.
_MARKUP = re.compile(r"[\t\xa0*_`\\<>&#]|!\[|\]\(|^(?:-|\+\s|\d+[.)]\s)|://|^[^\S\n]|[^\S\n]$", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")

Mention: TypeAlias = Callable[[str, "str | None"], str]
"""Gives the HTML of a mention from an id and the words to show, if there are any."""


@dataclass(frozen=True, slots=True)
class Target:
    """What a mention needs to know of the entry that it leads to."""

    title: str
    kind: str
    url: str


@dataclass(slots=True)
class Writer:
    """Renders the texts of one page, in their order.

    `targets` knows every entry; `address` gives the address of one as seen from the page. A term that `terms` finds
    is linked where it first stands on the page. Nothing links to `own_id`, the entry of the page itself.
    """

    targets: Mapping[str, Target]
    address: Callable[[str], str]
    terms: TermFinder
    own_id: str = ""
    linked: set[str] = field(default_factory=set)

    def html(self, text: str) -> Markup:
        """The HTML of a text: blocks for `Prose`, inline for `Line`, escaped for plain text."""
        if isinstance(text, Prose):
            return Markup(self._finished(to_html(text, self._mention)))
        if isinstance(text, Line):
            return Markup(self._finished(_unwrapped(to_html(text, self._mention, blocks=False))))
        return plain(text)

    def _mention(self, entry_id: str, words: str | None) -> str:
        target = self.targets[entry_id]
        text = escape(words or target.title, quote=False)
        if entry_id == self.own_id:
            return text
        self.linked.add(entry_id)
        return f'<a class="mention" data-kind="{target.kind}" href="{escape(self.address(entry_id))}">{text}</a>'

    def _finished(self, html: str) -> str:
        return self._with_terms(typeset(html))

    def _with_terms(self, html: str) -> str:
        if not self.terms:
            return html
        pieces = re.split(r"(<[^>]*>)", html)
        inside_link = 0
        for index, piece in enumerate(pieces):
            if index % 2:
                inside_link += piece.startswith(("<a ", "<a>")) - (piece == "</a>")
            elif not inside_link and piece.strip():
                pieces[index] = self.terms.replaced(piece, self._term)
        return "".join(pieces)

    def _term(self, term_id: str, words: str) -> str:
        if term_id in self.linked or term_id == self.own_id:
            return words
        self.linked.add(term_id)
        return f'<a class="term" data-term="{term_id}" href="{escape(self.address(term_id))}">{words}</a>'


class TermFinder:
    """Finds terms in running text by the forms in which they appear."""

    def __init__(self, forms: Mapping[str, str]) -> None:
        """`forms` maps each form to the id of its term. Case, kind of apostrophe and line breaks do not matter."""
        self._ids = {_as_form(form): term_id for form, term_id in forms.items()}
        longest_first = sorted(self._ids, key=lambda form: (-len(form), form))
        pattern = "|".join(map(_anyhow, longest_first))
        self._regex = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if pattern else None

    def __bool__(self) -> bool:
        return self._regex is not None

    def replaced(self, html: str, replace: Callable[[str, str], str]) -> str:
        """`html`, text without tags, with each form replaced by what `replace` makes of the term's id and the words."""
        if self._regex is None:
            return html
        text, done, at = unescape(html), [], 0
        for found in self._regex.finditer(text):
            term_id = self._ids.get(_as_form(found[0]))
            if term_id:
                words = escape(found[0], quote=False)
                done += [escape(text[at : found.start()], quote=False), replace(term_id, words)]
                at = found.end()
        return "".join([*done, escape(text[at:], quote=False)]) if done else html

    def found_in(self, texts: Iterable[str]) -> frozenset[str]:
        """The ids of the terms used in `texts`."""
        if self._regex is None:
            return frozenset()
        found = {self._ids.get(_as_form(words)) for text in texts for words in self._regex.findall(text)}
        return frozenset(term_id for term_id in found if term_id)


def _as_form(words: str) -> str:
    return " ".join(words.casefold().replace("’", "'").split())


def _anyhow(form: str) -> str:
    """A pattern for a form, whichever way its spaces and apostrophes are written."""
    return re.escape(form).replace("\\ ", r"\s+").replace("'", "['’]")


def plain(text: str) -> Markup:
    """Plain text as HTML, with its typography."""
    return Markup(typeset(escape(text, quote=False)))


def _unwrapped(html: str) -> str:
    """The content of the only paragraph in `html`."""
    return html.removeprefix("<p>").removesuffix("</p>")


def to_html(text: str, mention: Mention, *, blocks: bool = True) -> str:
    """Markdown as sanitised HTML; `mention` gives the HTML of `[[id]]` or `[[id|words]]`.

    Without `blocks` it is one paragraph, even if it starts like a list, a heading or a quotation. Most texts hold no
    markup beside mentions. They take a short way that gives the same result.
    """
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
        attributes={"*": set(), "a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return _with_mentions(html, mentions, mention)


# What stands for a mention until the text is HTML. Files that hold these characters are refused; an entity such as
# `&#14;` can still make them, and then stands for nothing.
_HELD = re.compile("\x0e([0-9]+)\x0f")


def _with_mentions(html: str, mentions: list[re.Match[str]], mention: Mention) -> str:
    """`html` with its mentions: as typed where text is shown as code, as mere words within another link."""
    pieces = re.split(r"(<[^>]*>)", html)
    in_link = in_code = 0
    for index, piece in enumerate(pieces):
        if index % 2:
            in_link += piece.startswith(("<a ", "<a>")) - (piece == "</a>")
            in_code += piece.startswith("<code") - piece.startswith("</code")
        for held in reversed(list(_HELD.finditer(piece))):
            found = mentions[int(held[1])] if len(held[1]) < 6 and int(held[1]) < len(mentions) else None
            if found is None:
                shown = ""
            elif index % 2 or in_code:
                shown = escape(found[0])
            elif in_link:
                shown = re.sub(r"<[^>]*>", "", mention(found[1], found[2]))
            else:
                shown = mention(found[1], found[2])
            piece = piece[: held.start()] + shown + piece[held.end() :]
        pieces[index] = piece
    return "".join(pieces)


class _Heading(HashHeaderProcessor):
    """Headings below the page's own. `#1` is none."""

    RE = re.compile(r"(?:^|\n)(?P<level>#{2,3}) +(?P<header>.*?)#*(?:\n|$)")


@cache
def _markdown(blocks: bool) -> Markdown:
    """Building the converter costs more than using it, so there is one for each of the two."""
    markdown = Markdown(extensions=["sane_lists"], output_format="html")
    markdown.preprocessors.deregister("html_block")
    # Text must not vanish: pictures, and addresses kept apart from the words they belong to, are none of ours.
    for name in ("html", "image_link", "reference", "image_reference", "short_reference", "short_image_ref"):
        markdown.inlinePatterns.deregister(name)
    markdown.parser.blockprocessors.register(_Heading(markdown.parser), "hashheader", 70)
    unwanted = ["reference", "setextheader"]
    if not blocks:
        unwanted += ["indent", "code", "hashheader", "hr", "olist", "ulist", "quote"]
    for name in unwanted:
        markdown.parser.blockprocessors.deregister(name)
    return markdown


def typeset(html: str) -> str:
    """HTML with curly quotation marks, dashes and ellipses in its text."""
    if not _TYPED.search(html):
        return html
    before = " "
    pieces = re.split(r"(<[^>]*>)", html)
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
