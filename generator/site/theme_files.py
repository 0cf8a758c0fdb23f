"""Which files of a theme make the styles of pages and of paper, and in which order."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

from generator.config.theme import Theme

PAPER_CSS = "paper.css"
"""The name of a component's styles for paper. All other styles of a component are for pages."""

_PAPER_FIRST = ("paper/css/tokens.css", "paper/css/sheet.css")


_PAPER = re.compile(r"--paper: *+(#[0-9a-fA-F]{3,8})")


def paper_colour(theme: Theme) -> str:
    """The colour behind pages: the playbook's own, or the first that the theme's tokens name; white without."""
    if own := dict(theme.brand.light).get("paper"):
        return own
    found = (_PAPER.search(path.read_text("utf-8")) for path in theme.files("css/tokens.css").values())
    return next((match[1] for match in found if match), "#ffffff")


def style_files(theme: Theme) -> Mapping[str, Path]:
    """The files with styles for pages: `tokens` first, `print` last, the others in the order of their names."""
    files = theme.files("css/*.css", "components/*/*.css").items()
    of_pages = [(name, path) for name, path in files if path.name != PAPER_CSS]
    return dict(sorted(of_pages, key=lambda found: _place(found[1])))


def _place(path: Path) -> tuple[bool, bool, str]:
    return path.stem != "tokens", path.stem == "print", path.name


def page_styles(theme: Theme) -> bytes:
    """All styles for pages in one."""
    return b"".join(path.read_bytes() for path in style_files(theme).values())


def paper_styles(theme: Theme) -> str:
    """The styles of all paper documents: tokens, what all sheets share, components, then whole documents."""
    files = theme.files("paper/css/*.css", f"components/*/{PAPER_CSS}")
    first = [name for name in _PAPER_FIRST if name in files]
    in_order = dict.fromkeys([*first, *files])
    return "".join(files[name].read_text("utf-8") for name in in_order)
