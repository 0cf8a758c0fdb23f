"""Each entry as Markdown beside its page, for programs and for people who read elsewhere.

It is made from the finished body, so that it says what the page says in the same order. Our bodies use few elements
and are well formed, which makes one pass over tags and texts enough.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape

from generator.outputs._made import Made
from generator.site.page import Artifact, LaterArtifact, Page

_SILENT = "button footer nav output progress script script-notice select style svg template textarea"
SILENT = frozenset(_SILENT.split())
"""Elements whose content is for the page only."""

HEADINGS = {f"h{level}": "#" * level + " " for level in range(1, 5)}
MARKS = {"em": "*", "i": "*", "strong": "**", "b": "**", "code": "`", "q": '"'}
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

_TAGS = re.compile(r"<(/?)([a-z0-9-]++)([^<>]*)>")
_SPACE = re.compile(r"\s+")
_NOT_PLAIN = re.compile(r"[\\`*_\[\]<&\n\t]|  ")
_MEANT_LITERALLY = re.compile(r"[\\`*_\[\]]")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_STARTS_BLOCK = re.compile(r"[#>]|[+-](?=\s|$)|-(?=--)|=(?==*$)|(?<!\d)\d+(?=[.)])")
_HREF, _SRC, _ALT = (re.compile(rf'\b{name}="([^"]*)"') for name in ("href", "src", "alt"))


def _start_literally(sign: re.Match[str]) -> str:
    if sign[0] == "=":  # not every reader of Markdown knows "\\="
        return "&#61;"
    return f"{sign[0]}\\" if sign[0].isdigit() else f"\\{sign[0]}"


def markdown_path(url: str) -> str:
    """The path of the Markdown of the page at `url`, both relative to the site."""
    return f"{url.rstrip('/')}.md"


def has_markdown(page: Page) -> bool:
    """Whether a page is there as Markdown as well: entries, and pages written by hand."""
    return bool(page.place or page.kind == "page")


def to_markdown(body: str, known: Container[str] = ()) -> str:
    """The body of a page as Markdown. Links to pages in `known` lead to their Markdown."""
    writer = _Writer(known)
    at = 0
    for tag in _TAGS.finditer(body):
        start = tag.start()
        if start < at:
            continue
        if at < start:
            writer.text(body[at:start])
        closes, name, attributes = tag.groups()
        act = ACTS.get(name)
        if act:
            act(writer, bool(closes), name, attributes)
        at = tag.end() if name not in SILENT or closes else _behind(name, body, tag.end())
    writer.end_line()
    return "\n".join(writer.lines).strip() + "\n"


def _behind(name: str, body: str, at: int) -> int:
    """Where an element ends whose content begins at `at`. It may contain others of its name."""
    opening, closing = f"<{name}", f"</{name}>"
    inner = 1
    while inner:
        end = body.index(closing, at)
        inner += body.count(opening, at, end) - 1
        at = end + len(closing)
    return at


@dataclass(slots=True)
class _Writer:
    """Takes in tags and texts in their order. Lives for one body."""

    known: Container[str]
    lines: list[str] = field(default_factory=list)
    line: list[str] = field(default_factory=list)
    mark: str = ""
    """What the next line begins with."""
    lists: list[int] = field(default_factory=list)
    """For each open list the number of its last item, or -1 for one without numbers."""
    links: list[tuple[int, str]] = field(default_factory=list)
    """For each open link where its words begin in the line, and where it leads."""
    ends: list[str] = field(default_factory=list)
    """What follows the text of each open span and paragraph."""

    def text(self, piece: str) -> None:
        if "&" in piece:
            piece = unescape(piece)
        if _NOT_PLAIN.search(piece):
            piece = _MEANT_LITERALLY.sub(r"\\\g<0>", _SPACE.sub(" ", piece))
            piece = _ENTITY.sub("&amp;", piece).replace("<", "&lt;")
        if self.line or piece != " ":
            self.line.append(piece)

    def end_line(self) -> None:
        if not self.line:
            return
        text = "".join(self.line).strip()
        self.line.clear()
        if not text:
            return
        if self.mark:
            self.lines.append(f"{INDENT * (len(self.lists) - 1)}{self.mark}{text}")
            self.mark = ""
        else:
            if text[0] in "#>+-=0123456789" and _STARTS_BLOCK.match(text):
                text = _STARTS_BLOCK.sub(_start_literally, text, count=1)
            self.lines.append(INDENT * len(self.lists) + text)

    def blank(self) -> None:
        self.end_line()
        if self.lines and self.lines[-1] and not self.mark:
            self.lines.append("")

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
        self.mark = "" if closes else "> "

    def spoken(self, closes: bool, name: str, attributes: str) -> None:
        """A span or paragraph, which may be one that has something around it."""
        if closes:
            self.line.append(self.ends.pop())
        if name == "p":
            self.blank()
        if not closes:
            before, after = AROUND.get(attributes.strip(), ("", ""))
            if before[:1] in (" ", ":") and self.line:
                self.line[-1] = self.line[-1].rstrip()
            self.line.append(before)
            self.ends.append(after)

    def marked(self, _closes: bool, name: str, _attributes: str) -> None:
        self.line.append(MARKS[name])

    def list(self, closes: bool, name: str, _attributes: str) -> None:
        self.end_line()
        if not (self.lists and not closes):
            self.blank()
        if closes:
            self.lists.pop()
        else:
            self.lists.append(0 if name == "ol" else -1)

    def item(self, closes: bool, _name: str, _attributes: str) -> None:
        self.end_line()
        if not closes:
            self._join_list()
            number = self.lists[-1] if self.lists else -1
            if number >= 0:
                self.lists[-1] = number = number + 1
            self.mark = f"{number}. " if number >= 0 else "- "

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
        if len(self.lines) > 1 and not self.lines[-1] and self.lines[-2].lstrip()[:1] in "-0123456789":
            self.lines.pop()

    def link(self, closes: bool, _name: str, attributes: str) -> None:
        if not closes:
            if self.line and self.line[-1][-1:] in ".!?":
                self.line.append(" ")
            href = _HREF.search(attributes)
            self.links.append((len(self.line), unescape(href[1]) if href else ""))
        else:
            start, href_text = self.links.pop()
            words = "".join(self.line[start:]).strip()
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
        text = "".join(self.line).strip()
        self.line.clear()
        is_first = not (self.lines and self.lines[-1].startswith("|"))
        self.lines.append(text)
        if is_first:
            self.lines.append("|" + " --- |" * text.count(" |"))

    def cell(self, closes: bool, _name: str, _attributes: str) -> None:
        self.line.append(" |" if closes else " ")

    def space(self, _closes: bool, _name: str, _attributes: str) -> None:
        self.line.append(" ")

    def _address(self, href: str) -> str:
        """`href` as seen from the Markdown, which is one folder above its page."""
        if not href.startswith("../"):
            return href
        higher = href[3:] or "./"
        place, mark, fragment = higher.partition("#")
        return f"{place[:-1]}.md" if place.lstrip("./") in self.known else place + mark + fragment


def link_target(address: str) -> str:
    """An address as the target of a link: of the signs that would end it, each as its bytes in hexadecimal."""
    return _ENDS_TARGET.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


_ENDS_TARGET = re.compile(r"[\s()<>\[\]\\]")


Act = Callable[[_Writer, bool, str, str], None]
ACTS: Mapping[str, Act] = {
    **dict.fromkeys(HEADINGS, _Writer.heading),
    **dict.fromkeys(MARKS, _Writer.marked),
    **dict.fromkeys(("div", "figure", "figcaption", "details", "summary", "fieldset"), _Writer.block),
    **dict.fromkeys(("legend", "dl", "table", "caption", "header", "section", "aside", "form"), _Writer.block),
    **dict.fromkeys(("p", "span"), _Writer.spoken),
    **dict.fromkeys(("ul", "ol"), _Writer.list),
    **dict.fromkeys(("td", "th"), _Writer.cell),
    "blockquote": _Writer.quote,
    "li": _Writer.item,
    "dt": _Writer.term,
    "dd": _Writer.meaning,
    "a": _Writer.link,
    "img": _Writer.picture,
    "tr": _Writer.row,
    "input": _Writer.box,
    "br": _Writer.space,
}
"""What each element does; any other leaves no trace but its text."""


def outputs(made: Made) -> Iterator[Artifact]:
    yield from (LaterArtifact(one.page.markdown, one.markdown) for one in made.finished if one.page.markdown)
