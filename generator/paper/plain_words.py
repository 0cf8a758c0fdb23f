"""Texts and addresses as people read them aloud or type them, without markup."""

from __future__ import annotations

import re
from urllib.parse import urlsplit

from generator.content.graph import MENTION

_WITH_ADDRESS = re.compile(r"!?\[([^\[\]]*+)\]\([^()\s]*+\)")
"""A link or a picture with its words."""


def shortened(address: str) -> str:
    """An address as one types it."""
    return address.removeprefix(f"{urlsplit(address).scheme}://").removesuffix("/")


def plain_words(text: str) -> str:
    """A text without markup, on one line, for the description of a field."""
    words = MENTION.sub(lambda found: found[2] or found[1].replace("-", " "), text)
    words = _WITH_ADDRESS.sub(r"\1", words)
    return " ".join(words.replace("*", "").replace("`", "").replace("~~", "").split())
