"""Entries with values that nobody would write, for Hypothesis."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import strategies as st
from pydantic import ValidationError

from generator.content.connecting import connect
from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds import BUILT_IN
from generator.reading.document import parse
from tests.checks.small_playbook import clean_files

WORDS = st.sampled_from(
    ["stakeholder", "Touch", "base", "center", "Ask.", "small", "talk", "TODO", "3.5", "\u0130", ""]
)
MARKS = st.sampled_from(["“", '"', "`", "``", "…", "*", "-", ".", "(", ")", "\\", ":", "?", "\n\n", "\n- ", "\u00a0"])
MARKUP = st.sampled_from(
    [
        "<b>",
        "</b",
        "<!--",
        "](",
        "[[",
        "]]",
        "[[slow-down|x]]",
        "[x](y)",
        "[](javascript:x)",
        "![]()",
        "[x]:",
        "http://",
    ]
)
TEXT = st.lists(WORDS | MARKS | MARKUP, max_size=12).map(" ".join) | st.text(max_size=30)


def spoilt(data: Any, draw: st.DrawFn) -> Any:
    """`data` with some values replaced, repeated or left out."""
    chance = st.integers(0, 9)
    if isinstance(data, dict):
        return {key: spoilt(value, draw) for key, value in data.items() if draw(chance)}
    if isinstance(data, list):
        kept = [spoilt(value, draw) for value in data if draw(chance)]
        return kept * 2 if not draw(chance) else kept
    return draw(TEXT) if draw(chance) < 3 else data


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """The small playbook with spoilt entries, as far as they still fit their kinds."""
    located: list[Located] = []
    path = draw(st.sampled_from(sorted(clean_files())))
    for name, text in clean_files().items():
        document, _ = parse(text, name)
        assert document is not None
        kind, data = BUILT_IN.by_plural[name.split("/")[1]], document.data
        try:
            entry = kind.model.model_validate(spoilt(data, draw) if name == path else data)
        except ValidationError:
            continue
        located.append(Located(kind, Path(name).stem, entry, document))
    return connect(located, BUILT_IN)[0]
