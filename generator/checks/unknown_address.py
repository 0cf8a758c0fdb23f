"""A link in a text to a place within the site, which can move; the ids of entries stay. Or a link by id gone wrong."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks._addresses import Address, addresses, unclosed
from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import MENTION, Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import nearest
from generator.media.attached import FOLDER
from generator.model.values import Line

CODE = Code("unknown-address", Severity.ERROR, Topic.TEXTS)

_BY_ID = re.compile(
    r"(?P<opened>\[\[?)\s*(?P<id>[\w-]+)[^\S\n]*(?:(?P<bar>\|)(?P<words>[^\[\]|]*))?(?P<closed>\]{0,2})(?!\()"
)


def check(texts: Iterable[Passage], others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    texts = tuple(texts)
    for passage in texts:
        if "[" in passage.text and isinstance(passage.text, Line):
            yield from _broken(passage)
    for passage, start, end in unclosed(texts):
        shown = passage.text[start:end] if end - start <= 60 else f"{passage.text[start : start + 57]}…]("
        hint = "write `)` directly behind the address; round brackets within it stand in pairs"
        yield Diagnostic(CODE, f"`{shown}` is not a link: no `)` closes it", passage.place(start, end), hint)
    for address in addresses(texts):
        if not address.scheme and not address.target.startswith(FOLDER):
            message = f"`{address.shown}` is not a valid link target" if address.target else "the link has no address"
            yield Diagnostic(CODE, message, address.place, _hint(address, others.graph))
        elif len(address.target.split()) > 1:
            hint = "write `%20` for the space; if the address ends before it, put `)` there"
            yield Diagnostic(CODE, f"the address `{address.shown}` contains a space", address.place, hint)


def _broken(passage: Passage) -> Iterator[Diagnostic]:
    """Links by id of which a bracket is missing. The page would show them as they are typed."""
    text = MENTION.sub(lambda found: " " * len(found[0]), passage.without_code)
    for found in _BY_ID.finditer(text):
        if found["opened"] == "[" and (found["closed"] != "]]" if not found["bar"] else not found["closed"]):
            continue
        rest = "|…" if found["bar"] else ""
        words = " ".join((found["words"] or "").split()) if found["closed"] else "words"
        yield Diagnostic(
            CODE,
            f"`{found['opened']}{found['id']}{rest}{found['closed']}` is not a link",
            passage.place(found.start(), found.end() if found["closed"] else found.end("id")),
            f"write `[[{found['id']}{'|' + words if found['bar'] else ''}]]`",
        )


def _hint(address: Address, graph: Graph) -> str:
    target, words = address.target, address.words or "words"
    if "@" in target:
        return f"for a mail address write `[{words}](mailto:{target})`"
    if target.startswith(("www.", "//")):
        return f"write the whole address: `https://{target.lstrip('/')}`"
    name = target.split("#")[0].rstrip("/").rsplit("/", 1)[-1].removesuffix(".html").removesuffix(".yml")
    known = nearest(name, graph.entries) or "id"
    return f"to link to an entry write `[[{known}|{words}]]`; to another site, its whole address with `https://`"


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  A link in a text leads to a place within the site, or to an address that is not complete, or a bracket of a link by
  id is missing.
why: >-
  Pages move when they are renamed, and then such a link breaks without anybody noticing. Links by id are checked in
  every build.
example:
  content/practices/slow-down.yml: |
    do: Hold [the long talk](../conversations/mineral-rights/) at their speed.
message: "`../conversations/mineral-rights/` is not a valid link target"
repair: Write `[[id|words]]` for another entry, and the whole address with `https://` for another site.
repaired:
  content/practices/slow-down.yml: |
    do: Hold [[mineral-rights|the long talk]] at their speed.
""",
)
