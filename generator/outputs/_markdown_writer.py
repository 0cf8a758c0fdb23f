"""Tags and texts of a body as lines of Markdown."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Mapping
from dataclasses import dataclass, field
from html import unescape

from generator.outputs._markdown_text import is_blank, link_target, literally, no_block

HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 5)}
MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "del": "~~", "q": '"'}
AROUND = {
    'class="kind"': (" (", ")"),
    'class="why"': (": ", ""),
    'class="own-mark"': (" {.own}", ""),
    'class="part-own"': ("[", "]{.own}"),
    'class="part-source"': ("[", "]{.source}"),
}
"""The marks around the text of an element of this class."""

INDENT = "   "
"""Before whatever else belongs to an item of a list."""

_HREF, _SRC, _ALT = (re.compile(rf'\b{name}="([^"]*)"') for name in ("href", "src", "alt"))
_START = re.compile(r'start="(\d+)"')
_CALLOUT = re.compile(r'class="[^"]*\bcallout-(\w+)"')
_NOTE = re.compile(r'id="note-(\d+)"')
_ALIGNED = re.compile(r'class="(right|center)"')
_LABEL = re.compile(r"\*\*[^*]*\*\*")
_TICKS = re.compile(r"`+")
_TITLE = "callout-title"
_RULE = "---"
_RULES = {"right": "---:", "center": ":-:"}


@dataclass(slots=True)
class MarkdownWriter:
    """Takes in tags and texts in their order. Lives for one body."""

    known: Container[str]
    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    mark: str = ""
    """What the next line begins with."""
    around: list[str] = field(default_factory=list)
    """What lines begin with for each list and quotation that is open, outer ones first."""
    lists: list[int] = field(default_factory=list)
    """For each open list the number of its last item, or -1 for one without numbers."""
    links: list[tuple[int, str]] = field(default_factory=list)
    """For each open link where its words begin in the line, and where it leads."""
    ends: list[str] = field(default_factory=list)
    """What follows the text of each open span and paragraph."""
    boxes: list[bool] = field(default_factory=list)
    """For each open `div` whether it is a box in a text."""
    code_from: int = -1
    """Where code begins in the line; -1 outside of code."""
    columns: list[str] = field(default_factory=list)
    """For each cell of the row how its column is aligned."""

    def text(self, piece: str) -> None:
        if piece.isspace() and self.code_from < 0:
            if self.line:
                self.line.append(" ")
            return
        if "&" in piece:
            piece = unescape(piece)
        if self.code_from < 0:
            piece = literally(piece)
        if self.columns:
            piece = piece.replace("|", "\\|")
        if self.line or piece != " ":
            self.line.append(piece)

    def end_line(self) -> None:
        if not self.line:
            return
        text = "".join(self.line).strip()
        self.line.clear()
        if not text:
            return
        self.lines.append(self._beginning() + (text if self.mark else no_block(text)))
        self.mark = ""

    def _beginning(self) -> str:
        """What the next line begins with. The mark of an item stands where its list begins."""
        is_item = self.mark and self.around and self.around[-1] == INDENT
        return "".join((*(self.around[:-1] if is_item else self.around), self.mark))

    def blank(self) -> None:
        self.end_line()
        if self.lines and not is_blank(self.lines[-1]) and not self.mark:
            self.lines.append("".join(self.around).rstrip())

    def lines_of_code(self, code: str) -> None:
        """Code between lines of backticks, of which there are more than in the code."""
        self.blank()
        around, lines = "".join(self.around), unescape(code).rstrip("\n").split("\n")
        ticks = "`" * max(3, 1 + max((len(run) for run in _TICKS.findall(code)), default=0))
        self.lines.append(self._beginning() + ticks)
        self.lines += [(around + line).rstrip() for line in (*lines, ticks)]
        self.mark = ""
        self.blank()

    def block(self, closes: bool, _name: str, _attributes: str) -> None:
        self.blank()

    def heading(self, closes: bool, name: str, _attributes: str) -> None:
        if self.lists:  # within an item it is no heading of the document
            self.quiet_heading(closes)
        else:
            self.blank()
            self.mark = "" if closes else HEADINGS[name]

    def quiet_heading(self, closes: bool) -> None:
        if closes:
            self.line.append("**")
        self.blank()
        if not closes:
            self.line.append("**")

    def quote(self, closes: bool, _name: str, _attributes: str) -> None:
        self.blank()
        if closes:
            self.around.pop()
            if self.lines and is_blank(self.lines[-1]):
                self.lines[-1] = "".join(self.around).rstrip()
        else:
            self.around.append("> ")

    def division(self, closes: bool, _name: str, attributes: str) -> None:
        """Boxes in texts begin like quotations, with their type in the first line."""
        box = self.boxes.pop() if closes else _CALLOUT.search(attributes)
        if not closes:
            self.boxes.append(bool(box))
        if not box:
            self.blank()
            return
        self.quote(closes, "", "")
        if isinstance(box, re.Match):
            self.lines.append(f"{''.join(self.around)}[!{box[1].upper()}]")

    def spoken(self, closes: bool, name: str, attributes: str) -> None:
        """A span or paragraph, which may be one that has something around it."""
        if closes:
            end = self.ends.pop()
            if end == _TITLE:
                self._title()
                return
            self.line.append(end)
        elif _TITLE in attributes:
            self.end_line()
            self.ends.append(_TITLE)
            return
        if name == "p":
            self.blank()
        if not closes:
            before, after = AROUND.get(attributes.strip(), ("", ""))
            if before[:1] in (" ", ":") and self.line:
                self.line[-1] = self.line[-1].rstrip()
            self.line.append(before)
            self.ends.append(after)

    def _title(self) -> None:
        """The title of a box without its type, which the line above it says."""
        title = _LABEL.sub("", "".join(self.line).strip(), count=1).strip()
        self.line[:] = [f"**{title}**"] if title else []
        self.blank()

    def code(self, closes: bool, _name: str, _attributes: str) -> None:
        if not closes:
            self.code_from = len(self.line)
            return
        code = "".join(self.line[self.code_from :])
        ticks, space = ("``", " ") if "`" in code else ("`", "")
        self.line[self.code_from :] = [f"{ticks}{space}{code}{space}{ticks}"]
        self.code_from = -1

    def marked(self, _closes: bool, name: str, _attributes: str) -> None:
        self.line.append(MARKS[name])

    def list(self, closes: bool, name: str, attributes: str) -> None:
        self.end_line()
        if not (self.lists and not closes):
            self.blank()
        if closes:
            self.lists.pop()
            self.around.pop()
        else:
            start = _START.search(attributes)
            self.lists.append((int(start[1]) - 1 if start else 0) if name == "ol" else -1)
            self.around.append(INDENT)

    def item(self, closes: bool, _name: str, attributes: str) -> None:
        self.end_line()
        if closes:
            return
        self._join_list()
        number = self.lists[-1] if self.lists else -1
        if number >= 0:
            self.lists[-1] = number = number + 1
        note = _NOTE.search(attributes) if "note-" in attributes else None
        self.mark = f"[^{note[1]}]: " if note else f"{number}. " if number >= 0 else "- "

    def term(self, closes: bool, _name: str, _attributes: str) -> None:
        if closes:
            self.line.append(":** ")
            return
        self.end_line()
        self._join_list()
        self.mark = "- "
        self.line.append("**")

    def meaning(self, closes: bool, _name: str, _attributes: str) -> None:
        if closes:
            self.end_line()

    def box(self, _closes: bool, _name: str, attributes: str) -> None:
        if 'type="checkbox"' in attributes:
            self._join_list()
            self.mark = f"{INDENT if self.lists else ''}- [ ] "

    def _join_list(self) -> None:
        """Items of one list have no blank lines between them."""
        if len(self.lines) > 1 and is_blank(self.lines[-1]) and self.lines[-2].lstrip("> ")[:1] in "-0123456789[":
            self.lines.pop()

    def link(self, closes: bool, _name: str, attributes: str) -> None:
        if not closes:
            href = _HREF.search(attributes)
            if self.line and self.line[-1][-1:] in ".!?" and 'href="#note-' not in attributes:
                self.line.append(" ")
            self.links.append((len(self.line), unescape(href[1]) if href else ""))
        else:
            start, href_text = self.links.pop()
            words = "".join(self.line[start:]).strip()
            if href_text.startswith("#note-") and words:
                self.line[start:] = [f"[^{words}]"]
                return
            self.line[start:] = [f"[{words}]({link_target(self._address(href_text))})"] if words else []

    def picture(self, _closes: bool, _name: str, attributes: str) -> None:
        said, place = (pattern.search(attributes) for pattern in (_ALT, _SRC))
        if said and place:
            self.line.append("![")
            self.text(said[1])
            self.line.append(f"]({link_target(self._address(unescape(place[1])))})")

    def row(self, closes: bool, _name: str, _attributes: str) -> None:
        if not closes:
            self.end_line()
            self.line.append("|")
            return
        around, text = "".join(self.around), "".join(self.line).strip()
        self.line.clear()
        is_first = not (self.lines and self.lines[-1].startswith(f"{around}|"))
        self.lines.append(around + text)
        if is_first:
            self.lines.append(f"{around}|{''.join(f' {_RULES.get(one, _RULE)} |' for one in self.columns)}")
        self.columns.clear()

    def cell(self, closes: bool, _name: str, attributes: str) -> None:
        if closes:
            self.line.append(" |")
        else:
            self.line[-1] = self.line[-1].rstrip() + " "
            aligned = _ALIGNED.search(attributes)
            self.columns.append(aligned[1] if aligned else "")

    def space(self, _closes: bool, _name: str, _attributes: str) -> None:
        self.line.append(" ")

    def _address(self, href: str) -> str:
        """`href` as seen from the Markdown, which is one folder above its page."""
        if not href.startswith("../"):
            return href
        higher = href[3:] or "./"
        place, mark, fragment = higher.partition("#")
        return f"{place[:-1]}.md" if place.lstrip("./") in self.known else place + mark + fragment


Act = Callable[[MarkdownWriter, bool, str, str], None]
ACTS: Mapping[str, Act] = {
    **dict.fromkeys(HEADINGS, MarkdownWriter.heading),
    **dict.fromkeys(MARKS, MarkdownWriter.marked),
    **dict.fromkeys(("figure", "figcaption", "details", "summary", "fieldset"), MarkdownWriter.block),
    **dict.fromkeys(("legend", "dl", "table", "caption", "header", "section", "aside", "form"), MarkdownWriter.block),
    **dict.fromkeys(("p", "span"), MarkdownWriter.spoken),
    **dict.fromkeys(("ul", "ol"), MarkdownWriter.list),
    **dict.fromkeys(("td", "th"), MarkdownWriter.cell),
    "blockquote": MarkdownWriter.quote,
    "div": MarkdownWriter.division,
    "code": MarkdownWriter.code,
    "li": MarkdownWriter.item,
    "dt": MarkdownWriter.term,
    "dd": MarkdownWriter.meaning,
    "a": MarkdownWriter.link,
    "img": MarkdownWriter.picture,
    "tr": MarkdownWriter.row,
    "input": MarkdownWriter.box,
    "br": MarkdownWriter.space,
}
"""What each element does; any other leaves no trace but its text."""
