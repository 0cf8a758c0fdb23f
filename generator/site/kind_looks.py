"""The signs and colours of the kinds, for pages and scripts."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from generator.config.theme import Theme
from generator.model.kind import Kinds
from generator.site.page import Artifact

SIGNS = "icon/signs.js"


def colours(kinds: Kinds, accents: Iterable[str] = ()) -> bytes:
    """The styles that give what belongs to a kind its colour: the accent of the theme that the kind names.

    And those for what names one of these `accents` of the theme itself.
    """
    rules = (f'[data-kind="{kind.name}"]{{--kind:var(--accent-{kind.accent})}}\n' for kind in kinds)
    named = (f'[data-accent="{name}"]{{--kind:var(--accent-{name})}}\n' for name in dict.fromkeys(accents))
    return "".join((*rules, *named)).encode()


def signs(kinds: Kinds, theme: Theme) -> Iterator[Artifact]:
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
