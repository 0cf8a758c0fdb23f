"""The outline of a page: its headings, landmarks, links, ids and fields, as a text that a reviewer can read.

Whole HTML is compared for components; pages are compared by their outlines, so that a change within a component, or of
what stands around all pages, changes the goldens of what it concerns.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser

VOID = frozenset(("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr")) | {
    *("circle", "line", "path", "polygon", "rect", "use"),
}
"""Elements without content: those of HTML, and the shapes of SVG."""

HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
LANDMARKS = frozenset(("article", "aside", "footer", "form", "header", "main", "nav", "search", "section"))
FIELDS = frozenset(("input", "select", "textarea"))


@dataclass(slots=True)
class _Line:
    """A line of the outline. Its text is complete when its element ends."""

    depth: int
    words: list[str]
    text: list[str]
    after: str = ""

    def __str__(self) -> str:
        text = " ".join("".join(self.text).split())
        return "  " * self.depth + " ".join(word for word in (*self.words, text, self.after) if word)


def outline(html: str) -> str:
    """The outline, a line for each thing, indented by landmarks:

    - `h2 #id Text` for a heading, `link Text -> address` for a link, `button Text` for a button;
    - `section "its name"` for a landmark: its `aria-label`, or the ids of what labels it;
    - `radio name = values` for fields, those of one name on one line;
    - `tag #id` for any other element with an id.
    """
    parser = _Outline()
    parser.feed(html)
    parser.close()
    return "".join(f"{line}\n" for line in parser.lines)


class _Outline(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[_Line] = []
        self.open: list[tuple[str, _Line | None]] = []
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        line = self._line(tag, attributes)
        if line:
            self.lines.append(line)
        if tag not in VOID:
            self.open.append((tag, line))
            self.depth += tag in LANDMARKS

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        if self.open and self.open[-1][0] == tag:
            self.open.pop()
            self.depth -= tag in LANDMARKS

    def handle_data(self, data: str) -> None:
        for tag, line in self.open:
            if line and (tag in HEADINGS or tag in ("a", "button")):
                line.text.append(data)

    def _line(self, tag: str, attributes: Mapping[str, str]) -> _Line | None:
        own_id = f"#{attributes['id']}" if "id" in attributes else ""
        if tag == "a" and "href" in attributes:
            label = f'"{attributes["aria-label"]}"' if "aria-label" in attributes else ""
            return _Line(self.depth, ["link", own_id, label], [], f"-> {attributes['href']}")
        if tag in FIELDS and "name" in attributes:
            return self._field(attributes.get("type", tag), attributes, own_id)
        if tag in LANDMARKS:
            label = attributes.get("aria-label") or attributes.get("aria-labelledby", "")
            return _Line(self.depth, [tag, own_id, f'"{label}"' if label else "", *_hidden(attributes)], [])
        if tag in HEADINGS or tag == "button" or own_id:
            return _Line(self.depth, [tag, own_id, *_hidden(attributes)], [])
        return None

    def _field(self, kind: str, attributes: Mapping[str, str], own_id: str) -> _Line | None:
        """A line for the field, or none if it goes with the fields of the line before."""
        value = attributes.get("value", "") or '""'
        words = [kind, attributes["name"]]
        if kind not in ("radio", "checkbox"):
            return _Line(self.depth, [kind, own_id, attributes["name"]], [])
        before = self.lines[-1] if self.lines else None
        if before and before.words == words and not own_id:
            before.after += f", {value}"
            return None
        return _Line(self.depth, [*words[:1], own_id, *words[1:]] if own_id else words, [], f"= {value}")


def _hidden(attributes: Mapping[str, str]) -> list[str]:
    return ["(hidden)"] if "hidden" in attributes else []
