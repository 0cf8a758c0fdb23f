"""What a playbook puts on every sheet: its logo, its footer and its notice, as styles of its documents."""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from html import unescape
from textwrap import wrap

from generator.config.settings import SiteConfig
from generator.media.attached import AttachedFile
from generator.media.formats import MIME

POINT = 25.4 / 72
"""A point in millimetres."""

PADDING, EDGE = 2.0, 4.0
"""The space above the foot of a page, and what printers leave blank below it, in millimetres."""

LOGO_WIDTH = 800
"""The maximum width of a logo that is not an SVG, in pixels: 600 to an inch."""

_FOOT = '<p class="foot">'
_TAG = re.compile(r"<[^<>]*+>")
BEFORE = " · "
"""What stands between the foot of a sheet and the footer of the playbook."""


@dataclass(frozen=True, slots=True)
class _Foot:
    """The foot of pages of one sort: the margin in millimetres, the size of type in points, the letters of a line."""

    page: str
    margin: float
    size: float
    letters: int

    def margin_with(self, feet: Iterable[str]) -> float:
        """The margin that has room for each of these."""
        # An address is not broken at its hyphens.
        lines = max(len(wrap(foot, self.letters, break_on_hyphens=False)) for foot in feet)
        return max(self.margin, PADDING + lines * self.size * 1.38 * POINT + EDGE)


FEET = (_Foot("", 15, 9, 97), _Foot("landscape", 11, 9, 155), _Foot("large", 18, 11, 79), _Foot("book", 16, 9, 97))
"""As in the styles of sheets."""


def _feet(html: str) -> Iterator[str]:
    """What stands in the feet of a document."""
    return (part.partition("</p>")[0] for part in html.split(_FOOT)[1:])


def brand_styles(site: SiteConfig, logo: AttachedFile | None) -> str:
    """The styles that put the logo, the footer and the notice of a playbook on its sheets; empty if it has none."""
    return "\n".join((*_footer(site.footer), *_notice(site.notice), *_logo(logo)))


def _footer(footer: str) -> Iterator[str]:
    if footer:
        yield f".foot::after{{content:{css_string(BEFORE + footer)}}}.left-blank .foot::after{{content:none}}"


def room_for_feet(content: str, footer: str) -> str:
    """The styles that make the margins of a document high enough for its feet; empty without a footer."""
    if not footer:
        return ""
    said = (" ".join(unescape(_TAG.sub("", foot)).split()) for foot in _feet(content))
    feet = {foot + BEFORE + footer for foot in said} or {footer}
    return "".join(f"@page {foot.page}{{margin-bottom:{foot.margin_with(feet):.2f}mm}}" for foot in FEET)


def _notice(notice: str) -> Iterator[str]:
    """In the margin above the sheet, and beside the title of cards, which have no margin."""
    if notice:
        text = css_string(notice)
        style = f"content:{text};font:700 9pt/1.38 var(--font-text);color:#14181f"
        yield f"@page{{@top-left{{{style};width:100%;vertical-align:bottom;padding-bottom:2mm}}}}"
        yield "@page large{@top-left{font-size:11pt}}@page cards{@top-left{content:none}}"
        # Pages of the book have running heads at both ends.
        middle = f"@top-center{{{style};vertical-align:bottom;padding-bottom:3mm}}"
        yield f"@page book{{@top-left{{content:none;width:auto}}{middle}}}"
        place = "position:absolute;top:4.5mm;inset-inline-end:21mm;width:86mm;text-align:end"
        yield f".card-page::before{{{style};{place}}}.card-title{{max-width:86mm}}"


def _logo(logo: AttachedFile | None) -> Iterator[str]:
    """In the head of sheets, beside the code of the page; as large as its place allows, in its own proportions."""
    if logo is not None and logo.picture is not None:
        small = logo.made(replace(logo.plain, width=min(logo.plain.width, LOGO_WIDTH)))
        picture = css_string(f"data:{MIME[logo.ending]};base64,{b64encode(small).decode()}")
        yield (
            'body:not(.book) .head::after{content:"";position:absolute;top:0;inset-inline-end:21mm;'
            f"width:34mm;height:12mm;background:url({picture}) no-repeat top right/contain}}"
        )
        yield "body:not(.book) .head-words{padding-inline-end:58mm}"
        large = "body.variant-large .head"
        yield f"{large}::after{{inset-inline-end:28mm}}{large}-words{{padding-inline-end:65mm}}"


def css_string(text: str) -> str:
    """A text as a string of CSS. It cannot end the element of styles that it stands in."""
    return '"' + "".join(f"\\{ord(one):x} " if one in '"\\<>&\n\r\f' else one for one in text) + '"'
