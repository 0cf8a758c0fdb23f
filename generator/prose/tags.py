"""HTML as tags and the texts between them."""

from __future__ import annotations

import re

_TAG = re.compile(r"(<[^<>]*>)")


def split_at_tags(html: str) -> list[str]:
    """The pieces of well-formed HTML: at even indexes text, at odd ones tags."""
    return _TAG.split(html)
