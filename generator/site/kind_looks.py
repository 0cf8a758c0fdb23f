"""The signs and colours of the kinds, for pages and scripts."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple, Protocol
from urllib.parse import quote

from generator.config.theme import Theme
from generator.site.css_rules import attribute_value
from generator.site.page import Artifact

SIGNS = "icon/signs.js"

_ACCENT = re.compile(r"--accent-([a-z0-9-]+): *(#[0-9a-fA-F]{3,8})")
_ACCENT_OF_PAGES = re.compile(r"(?<![a-z0-9-])--(accent-[a-z0-9-]++): *+([^;}]++)")
_DRAWING = re.compile(r"<svg[^>]*>(.*)</svg>", re.DOTALL)
_SIGN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" fill="none" stroke="{colour}" stroke-width="1.8"'
    ' stroke-linecap="round" stroke-linejoin="round">{drawing}</svg>'
)
"""A sign as a picture of its own, which takes no colour from the text around it."""


class HasLooks(Protocol):
    """What decides how a kind looks: a kind has it."""

    @property
    def name(self) -> str: ...
    @property
    def icon(self) -> str: ...
    @property
    def accent(self) -> str: ...


class KindLooks(NamedTuple):
    """The looks of a kind without the kind."""

    name: str
    icon: str
    accent: str

    @classmethod
    def of(cls, kind: HasLooks) -> KindLooks:
        return cls(kind.name, kind.icon, kind.accent)


def colours(kinds: Iterable[HasLooks], theme: Theme, accents: Iterable[str] = ()) -> bytes:
    """The styles that give what belongs to a kind its colour: the accent of the theme that the kind names.

    And those for what names one of these `accents` of the theme itself.
    """
    found = [(name, colour.strip()) for name, colour in _ACCENT_OF_PAGES.findall(_tokens(theme))]
    light = dict(reversed(found)) | dict(theme.brand.light)  # the first is that on light backgrounds
    dark = dict(found) | dict(theme.brand.dark)

    def colour(accent: str) -> str:
        name = f"accent-{accent}"
        return f"light-dark({light[name]},{dark[name]})" if name in light.keys() & dark.keys() else f"var(--{name})"

    rules = (f"[data-kind={attribute_value(kind.name)}]{{--kind:{colour(kind.accent)}}}" for kind in kinds)
    named = (f"[data-accent={attribute_value(name)}]{{--kind:{colour(name)}}}" for name in dict.fromkeys(accents))
    return "".join((*rules, *named)).encode()


def _tokens(theme: Theme) -> str:
    return "".join(path.read_text("utf-8") for path in theme.files("css/tokens.css").values())


def paper_looks(kinds: Iterable[HasLooks], theme: Theme) -> str:
    """The styles that give sheets and cards the colour of their kinds, and the heads of sheets the sign as well. A
    theme may lack either."""
    accents = {name: colour for name, colour in reversed(_ACCENT.findall(_tokens(theme)))}  # the first is that on paper
    accents |= theme.brand.accents
    icons = {path.stem: path for path in theme.files("icons/*.svg").values()}
    rules = []
    for kind in kinds:
        colour, head = accents.get(kind.accent, "#333"), f'.head[data-kind="{kind.name}"] .head-name'
        rules += [f'html[data-kind="{kind.name}"]{{--kind:{colour}}}', f"{head}{{color:{colour}}}"]
        if kind.icon in icons and (drawn := _DRAWING.search(icons[kind.icon].read_text("utf-8"))):
            picture = quote(_SIGN.format(colour=colour, drawing=drawn[1]))
            rules.append(f'{head}::before{{content:"";background-image:url("data:image/svg+xml,{picture}")}}')
    return "\n".join(rules)


def signs(kinds: Iterable[HasLooks], theme: Theme) -> Iterator[Artifact]:
    """The module with the signs of all kinds as HTML by their names. A theme without icons has none."""
    icons = {path.stem: path for path in theme.files("icons/*.svg").values()}
    texts = {kind.name: icons[kind.icon].read_text("utf-8").strip() for kind in kinds if kind.icon in icons}
    if texts:
        lines = "".join(
            f"  {json.dumps(name)}: {json.dumps(text, ensure_ascii=False)},\n" for name, text in texts.items()
        )
        yield Artifact(
            SIGNS, f"// Made from the kinds and the icons of the theme.\nexport default {{\n{lines}}};\n".encode()
        )
