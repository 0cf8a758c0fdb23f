"""The texts of one page as HTML, with mentions and terms linked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from html import escape

from markupsafe import Markup

from generator.model.provenance import Of
from generator.model.values import Line, Prose, Verbatim
from generator.prose.attached import ShownFiles, with_files
from generator.prose.finishing import Finishing
from generator.prose.markdown import to_html
from generator.prose.tags import split_at_tags
from generator.prose.term_finder import TermFinder
from generator.prose.typography import plain, typeset
from generator.prose.verbatim import to_blocks


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
    files: ShownFiles | None = None
    """How it shows pictures and files; None if it has none."""
    signs: Mapping[Of, str] = field(default_factory=dict)
    """What a screen reader says of a part whose provenance is marked."""
    finishing: Finishing | None = None
    """What completes the tables, boxes, notes and headings of the page."""
    linked: set[str] = field(default_factory=set)

    def html(self, text: str) -> Markup:
        """The HTML of a text: blocks for `Prose` and `Verbatim`, inline for `Line`, escaped for plain text."""
        if isinstance(text, Prose):
            html = self._finished(to_html(text, self._mention, signs=self.signs))
            return Markup(self.finishing.finished(html) if self.finishing else html)
        if isinstance(text, Line):
            return Markup(self._finished(_unwrapped(to_html(text, self._mention, blocks=False, signs=self.signs))))
        if isinstance(text, Verbatim):
            return Markup(typeset(to_blocks(text)))
        return plain(text)

    def _mention(self, entry_id: str, words: str | None) -> str:
        target = self.targets[entry_id]
        text = escape(words or target.title, quote=False)
        if entry_id == self.own_id:
            return text
        self.linked.add(entry_id)
        return f'<a class="mention" data-kind="{target.kind}" href="{escape(self.address(entry_id))}">{text}</a>'

    def _finished(self, html: str) -> str:
        html = typeset(html)
        return self._with_terms(with_files(html, self.files) if self.files else html)

    def _with_terms(self, html: str) -> str:
        if not self.terms:
            return html
        pieces = split_at_tags(html)
        passed_over = 0  # how many links, pieces of code and signs of notes are open
        for index, piece in enumerate(pieces):
            if index % 2:
                passed_over += piece.startswith(_WITHOUT_TERMS) - piece.startswith(_WITHOUT_TERMS_END)
            elif not passed_over and piece.strip():
                pieces[index] = self.terms.replaced(piece, self._term)
        return "".join(pieces)

    def _term(self, term_id: str, words: str) -> str:
        if term_id in self.linked or term_id == self.own_id:
            return words
        self.linked.add(term_id)
        return f'<a class="term" data-term="{term_id}" href="{escape(self.address(term_id))}">{words}</a>'


_WITHOUT_TERMS = ("<a ", "<a>", "<code>", "<sup ")
_WITHOUT_TERMS_END = ("</a>", "</code>", "</sup>")


def _unwrapped(html: str) -> str:
    """The content of the only paragraph in `html`."""
    return html.removeprefix("<p>").removesuffix("</p>")
