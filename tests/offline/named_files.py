"""Which files the pages of a folder name that are not there."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

_NAMED = re.compile(r'\s(?:href|src|action|data-url)="([^"#?]*)')
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//")


def missing(folder: Path) -> dict[str, set[str]]:
    """The relative addresses that lead to no file in `folder`, by the pages that name them."""
    found: dict[str, set[str]] = {}
    for page in folder.rglob("*.html"):
        for named in set(_NAMED.findall(page.read_text("utf-8"))):
            leads = (page.parent / unquote(named)).resolve() if named else page
            if not _ELSEWHERE.match(named) and not (leads.is_file() and leads.is_relative_to(folder)):
                found.setdefault(page.relative_to(folder).as_posix(), set()).add(named)
    return found
