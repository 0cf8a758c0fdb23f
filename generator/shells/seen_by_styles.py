"""What styles can tell of a page, so that what they give is known for all pages that are the same to them."""

from __future__ import annotations

import re
from html.parser import HTMLParser

IN_SELECTORS = {".": "class", "#": "id", ":dir(": "dir", ":lang(": "lang"}
"""What stands in selectors for attributes."""

_ATTRIBUTE = re.compile(r"\[\s*([\w-]+)")


def seen_by_styles(css: str, html: str) -> tuple[object, ...]:
    """The elements of a page in their order, with the attributes that selectors in `css` can name.

    Of texts it says only where they are: an element without any is another one to styles.
    """
    page = _Page({*_ATTRIBUTE.findall(css), *(name for sign, name in IN_SELECTORS.items() if sign in css)})
    page.feed(html)
    page.close()
    return tuple(page.seen)


class _Page(HTMLParser):
    def __init__(self, named: set[str]) -> None:
        super().__init__()
        self.seen: list[object] = []
        self._named = named

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.seen.append((tag, tuple(one for one in attrs if one[0] in self._named)))

    def handle_endtag(self, tag: str) -> None:
        self.seen.append(f"/{tag}")

    def handle_data(self, _data: str) -> None:
        self.seen.append("text")
