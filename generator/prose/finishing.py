"""Tables, boxes, notes and headings of a text as a page shows them: with names for readers, ids and links."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape, unescape

from generator.content.ids import anchor
from generator.language.words import Words
from generator.prose.blocks import CALLOUTS
from generator.prose.tags import split_at_tags

LONGEST = 120
"""The most characters of the head of a table that its name has."""

_FINISHED = re.compile(r'<(?:table|pre|blockquote|h[34])\b|class="(?:callout-|note)')
_HEADING = re.compile(r'<(?P<tag>h[34])(?: id="(?P<id>[^"]*)")?>')
_ANY_TAG = re.compile(r"<[^<>]*>")
_CELL = re.compile(r'<(?P<tag>t[hd])(?: align="(?P<align>\w+)")?>')
_CALLOUT = re.compile(rf'<div class="callout-(?P<type>{"|".join(CALLOUTS)})">')
_TITLE = '<p class="callout-title">'
_MARK = '<sup class="note-mark">'
_NOTES = '<ol class="notes">'


@dataclass(slots=True)
class Finishing:
    """Completes the texts of one page in their order. Notes are numbered throughout the page.

    `words` are those for texts. `heading_id` gives a heading the id that it has on the page, from the one that is
    wanted. Without it, nothing has an id or leads to another place of the page, as on paper.
    """

    words: Words
    heading_id: Callable[[str], str] | None = None
    notes: int = 0
    """How many notes the page has so far."""
    tables: Counter[str] = field(default_factory=Counter)
    """How many tables with the same head the page has so far."""
    referred: set[int] = field(default_factory=set)
    """The numbers of the notes that a sign leads to already."""

    def finished(self, html: str) -> str:
        """A text from `Writer`, completed."""
        if not _FINISHED.search(html):
            return html
        pieces = split_at_tags(html)
        listed, in_notes = 0, False
        for at in range(1, len(pieces), 2):
            tag = pieces[at]
            if tag == _MARK:
                pieces[at + 1] = self._mark(self.notes + int(pieces[at + 1]))
            elif tag == _NOTES:
                in_notes = True
                start = f' start="{self.notes + 1}"' if self.notes else ""
                pieces[at] = f'<ol class="rich-text notes" aria-label="{escape(self.words.notes)}"{start}>'
            elif in_notes and tag == "<li>":
                listed += 1
                pieces[at] = self._note(self.notes + listed)
            elif in_notes and tag == "</li>":
                pieces[at] = f"{self._back(self.notes + listed)}</li>"
            elif in_notes and tag == "</ol>":
                in_notes = False
            else:
                pieces[at] = self._block(pieces, at)
        self.notes += listed
        return "".join(pieces)

    def _block(self, pieces: list[str], at: int) -> str:
        tag = pieces[at]
        if tag == "<table>":
            return self._table(pieces, at)
        if tag == "</table>":
            return "</table></div>"
        if tag in ("<pre>", "<blockquote>"):
            return f'{tag[:-1]} class="rich-text">'
        if found := _CELL.fullmatch(tag):
            if tag[:3] == "<th" and pieces[at + 2] == "</th>" and not pieces[at + 1]:
                pieces[at + 2] = "</td>"
                return "<td>"
            align = f' class="{found["align"]}"' if found["align"] in ("right", "center") else ""
            scope = ' scope="col"' if found["tag"] == "th" else ""
            return f"<{found['tag']}{scope}{align}>"
        if found := _CALLOUT.fullmatch(tag):
            return self._callout(pieces, at, found["type"])
        if found := _HEADING.fullmatch(tag):
            return self._heading(pieces, at, found)
        return tag

    def _table(self, pieces: list[str], at: int) -> str:
        """The frame in which a wide table is scrolled, named by the head of the table."""
        if not self.heading_id:
            return '<div class="rich-text table-frame"><table>'
        end = pieces.index("</thead>", at)
        columns = (_ANY_TAG.sub("", cell).strip() for cell in "".join(pieces[at:end]).split("</th>"))
        head = ", ".join(unescape(column) for column in columns if column)
        head = head if len(head) <= LONGEST else f"{head[: LONGEST - 1]}…"
        self.tables[head] += 1
        number = self.tables[head]
        label = self.words.table(head=head) if number == 1 else self.words.table_again(head=head, number=number)
        return f'<div class="rich-text table-frame" role="region" tabindex="0" aria-label="{escape(label)}"><table>'

    def _callout(self, pieces: list[str], at: int, name: str) -> str:
        label = escape(self.words.callout[name], quote=False)
        head = f'<div class="rich-text callout callout-{name}" role="note">'
        if at + 2 < len(pieces) and pieces[at + 2] == _TITLE:
            pieces[at + 3] = f"<b>{label}:</b> {pieces[at + 3]}"
            return head
        return f"{head}\n{_TITLE}<b>{label}</b></p>"

    def _heading(self, pieces: list[str], at: int, found: re.Match[str]) -> str:
        if not self.heading_id:
            return f"<{found['tag']}>"
        end = pieces.index(f"</{found['tag']}>", at)
        wanted = found["id"] or anchor(unescape("".join(pieces[at + 1 : end : 2])))
        return f'<{found["tag"]} id="{escape(self.heading_id(wanted))}">' if wanted else f"<{found['tag']}>"

    def _mark(self, number: int) -> str:
        if not self.heading_id:
            return str(number)
        first = "" if number in self.referred else f' id="note-{number}-sign"'
        self.referred.add(number)
        label = escape(self.words.note(number=number))
        return f'<a href="#note-{number}"{first} role="doc-noteref" aria-label="{label}">{number}</a>'

    def _note(self, number: int) -> str:
        return f'<li id="note-{number}">' if self.heading_id else "<li>"

    def _back(self, number: int) -> str:
        label = escape(self.words.back)
        link = f' <a href="#note-{number}-sign" role="doc-backlink" class="note-back" aria-label="{label}"></a>'
        return link if self.heading_id else ""
