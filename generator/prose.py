"""Turn the text of entries into HTML: Markdown without HTML, mentions, terms, typography."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from html import escape

import nh3
from markdown import Markdown
from markupsafe import Markup

from generator.entry import Line, Prose
from generator.graph import MENTION

TAGS = {"p", "a", "em", "strong", "ul", "ol", "li", "blockquote", "code", "br", "h2", "h3", "pre", "hr"}
SCHEMES = {"http", "https", "mailto"}

# Anything that Markdown might take for markup; text without it needs no Markdown.
_MARKUP = re.compile(r"[*_`\\<>&#!|~]|\]\(|^\s*(?:[-+>]|\d+[.)])\s|://|^(?:-{3,}|={3,})|\n {4}|  \n|^\s", re.MULTILINE)
_BLANK_LINES = re.compile(r"\n\s*\n")


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
            return Markup(self._finished(_inline(to_html(text, self._mention))))
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
        pieces = re.split(r"(<[^>]*>)", html)
        inside_link = 0
        for index, piece in enumerate(pieces):
            if index % 2:
                inside_link += piece.startswith("<a ") - (piece == "</a>")
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
        """`forms` maps each form, in lower case, to the id of its term."""
        self._ids = dict(forms)
        longest_first = sorted(self._ids, key=lambda form: (-len(form), form))
        pattern = "|".join(map(re.escape, longest_first))
        self._regex = re.compile(rf"(?<![\w-])(?:{pattern})(?![\w-])", re.IGNORECASE) if pattern else None

    def replaced(self, text: str, replace: Callable[[str, str], str]) -> str:
        """`text` with each form replaced by what `replace` makes of the term's id and the words found."""
        if self._regex is None:
            return text
        return self._regex.sub(lambda found: replace(self._ids[found[0].lower()], found[0]), text)

    def found_in(self, texts: Iterable[str]) -> frozenset[str]:
        """The ids of the terms used in `texts`."""
        if self._regex is None:
            return frozenset()
        return frozenset(self._ids[found.lower()] for text in texts for found in self._regex.findall(text))


def plain(text: str) -> Markup:
    """Plain text as HTML, with its typography."""
    return Markup(typeset(escape(text, quote=False)))


def _inline(html: str) -> str:
    """The content of the only paragraph in `html`, or all of it if there is more than one block."""
    inner = html.removeprefix("<p>").removesuffix("</p>")
    return html if "<p>" in inner else inner


def to_html(text: str, mention: Callable[[str, str | None], str]) -> str:
    """Markdown as sanitised HTML; `mention` gives the HTML of `[[id]]` or `[[id|words]]`.

    Most texts hold no markup beside mentions. They take a short way that gives the same result.
    """
    if _MARKUP.search(text):
        return through_markdown(text, mention)
    paragraphs = (p.strip() for p in _BLANK_LINES.split(text))
    return "\n".join(f"<p>{_plain(p, mention)}</p>" for p in paragraphs if p)


def _plain(paragraph: str, mention: Callable[[str, str | None], str]) -> str:
    done, at = [], 0
    for found in MENTION.finditer(paragraph):
        done += [escape(paragraph[at : found.start()], quote=False), mention(found[1], found[2])]
        at = found.end()
    return "".join([*done, escape(paragraph[at:], quote=False)])


def through_markdown(text: str, mention: Callable[[str, str | None], str]) -> str:
    """The long way: Python-Markdown, then an allowlist of tags, then the mentions."""
    mentions: list[str] = []

    def hold(found: re.Match[str]) -> str:
        mentions.append(mention(found[1], found[2]))
        return f"\ue000{len(mentions) - 1}\ue001"

    html = nh3.clean(
        _markdown().reset().convert(MENTION.sub(hold, text)),
        tags=TAGS,
        attributes={"a": {"href"}},
        url_schemes=SCHEMES,
        link_rel=None,
    )
    return re.sub("\ue000(\\d+)\ue001", lambda held: mentions[int(held[1])], html)


_MARKDOWN: list[Markdown] = []


def _markdown() -> Markdown:
    # Building the converter costs more than using it, so there is one.
    if not _MARKDOWN:
        markdown = Markdown(extensions=["sane_lists"], output_format="html")
        markdown.preprocessors.deregister("html_block")
        markdown.inlinePatterns.deregister("html")
        _MARKDOWN.append(markdown)
    return _MARKDOWN[0]


def typeset(html: str) -> str:
    """HTML with curly quotation marks, dashes and ellipses in its text."""
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


_OPENING = re.compile(r"(?<=[\s(\[{–—‘“/])[\"']")
_QUOTES = str.maketrans({'"': "”", "'": "’"})


def _typeset_text(text: str, before: str) -> str:
    if "'" not in text and '"' not in text and "-" not in text and "..." not in text:
        return text
    text = before + text.replace("...", "…").replace(" - ", " – ").replace("--", "–")
    # Twice: a quotation mark may open right after another one.
    for _ in range(2):
        text = _OPENING.sub(lambda found: "“" if found[0] == '"' else "‘", text)
    return text[1:].translate(_QUOTES)
