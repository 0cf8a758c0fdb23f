"""Links that are nearly right, and that the page would show as they are typed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from typing import NamedTuple

from generator.prose.inline import literals, masked

_ADDRESS = r"https?:|mailto:|www\.|files/|\.{0,2}/|[\w./-]{1,200}\.[A-Za-z]{2,5}[)\]#]"
"""How something begins that is an address, and no remark in brackets."""

_LOST = re.compile(
    rf"\[(?<![\[!)]\[)(?P<id>[a-z0-9-]{{1,100}})(?=\](?![\](\[:]|\s{{1,8}}\((?:{_ADDRESS})))"
    rf"|\](?P<gap>\s{{1,8}})\((?P<apart>(?={_ADDRESS})[^()\n]{{1,300}}|[a-z0-9-]{{1,100}}(?=\)))"
    rf"|\)\[(?P<reversed>(?={_ADDRESS})[^\[\]\n]{{1,300}}|[a-z0-9-]{{1,100}}(?=\]))"
)
"""Each of its ways begins with a bracket: then everything else in a text is passed over quickly."""


class LostLink(NamedTuple):
    """`text[start:end]` is the sign that is wrong."""

    start: int
    end: int
    message: str
    hint: str


def lost_links(text: str, ids: Container[str]) -> Iterator[LostLink]:
    """The links of a paragraph that are written in a wrong way; `ids` are those of the entries."""
    plain = masked(text, tuple(literals(text)))
    for found in _LOST.finditer(plain):
        start, end = found.span()
        if name := found["id"]:
            if name in ids:
                message = f"a link to the entry `{name}` takes two brackets on each side"
                yield LostLink(start, end + 1, message, f"write `[{text[start:end]}]]`; `\\[` shows a bracket")
        elif target := found["apart"]:
            if (link := _link(_words_before(text, plain, start, "[]"), target, ids)) is not None:
                message = "a space divides the words of this link from its address"
                yield LostLink(start, found.end("gap") + 1, message, f"write {link}")
        elif (link := _link(_words_before(text, plain, start, "()"), found["reversed"], ids)) is not None:
            message = "the words of this link and its address are the wrong way round"
            yield LostLink(start, start + 2, message, f"write {link}")


def _words_before(text: str, plain: str, end: int, brackets: str) -> str:
    """What stands between the bracket that is closed at `end` and the one that opens it, if that is near."""
    start = plain.rfind(brackets[0], max(0, end - 200), end)
    is_whole = start >= 0 and brackets[1] not in plain[start + 1 : end]
    return " ".join(text[start + 1 : end].split()) if is_whole else "words"


def _link(words: str, target: str, ids: Container[str]) -> str | None:
    """The link as it should be written. None if `target` looks like an id, and no entry has it."""
    if re.fullmatch(r"[a-z0-9-]+", target):
        return f"`[[{target}|{words}]]`" if target in ids else None
    return f"`[{words}]({target})`"
