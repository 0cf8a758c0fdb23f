"""The form of a page written by hand: its title, and the text below it."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.config.project import Project
from generator.editor.form_words import Json
from generator.editor.wrong import Wrong

TITLE, TEXT = "title", "text"

_PARTS = re.compile(r"(?P<before>\s*+# ++)(?P<title>[^\n]++)(?P<between>\n\s*+)(?P<text>.*+)", re.DOTALL)
"""A page that begins with its title."""


def hand_page_form(project: Project) -> Json:
    """The form of every page written by hand."""
    words = project.language.words.hand_page
    shapes = {TITLE: {"sort": "text", "letters": 100}, TEXT: {"sort": "prose", "markup": True}}
    return {
        "fields": [
            {
                "name": name,
                "label": str(words[name]),
                "help": str(words[f"{name}_help"]),
                "required": True,
                "advanced": False,
                "shape": shape,
            }
            for name, shape in shapes.items()
        ]
    }


def value_of(page: str) -> dict[str, Any]:
    """The title of a page and its text; all of it as its text if it does not begin with a title."""
    found = _PARTS.fullmatch(page)
    return {TITLE: found["title"], TEXT: found["text"]} if found else {TITLE: "", TEXT: page}


def page_of(value: Mapping[str, Any], before: str) -> str:
    """The page with a title and a text. What is around the title in the file stays as it is. Raises Wrong."""
    title, text = value.get(TITLE, ""), value.get(TEXT)
    if not isinstance(title, str) or not isinstance(text, str) or not value.keys() <= {TITLE, TEXT} or "\n" in title:
        raise Wrong("A page has a title on one line and a text.")
    if not title.strip():
        return text
    found = _PARTS.fullmatch(before)
    before, between = (found["before"], found["between"]) if found else ("# ", "\n\n")
    return before + title + between + text
