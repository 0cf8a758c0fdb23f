"""HTML in a text. The page shows it as it is typed, angle brackets and all."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.values import Line

CODE = Code("raw-html", Severity.ERROR, Topic.TEXTS)

TAG = re.compile(r"<!--|<(?P<close>/?)(?P<name>[a-zA-Z][\w-]*)(?:[\s/][^<>]*)?>")

INSTEAD = {
    "b": "write `**words**`",
    "strong": "write `**words**`",
    "i": "write `*words*`",
    "em": "write `*words*`",
    "a": "write `[words](https://…)`, or `[[id|words]]` for an entry",
    "img": "write `![what it shows](files/name.png)`, with the picture in the folder `files/` of the content",
    "br": "start a new paragraph with a blank line",
    "p": "start a new paragraph with a blank line",
    "div": "start a new paragraph with a blank line",
    "ul": "start each line with `- `",
    "ol": "start each line with `1. `",
    "li": "start each line with `- `",
    "code": "write `` `words` ``",
    "blockquote": "start each line with `> `",
    "pre": "put the code between two lines with three backticks",
    "table": "write each row as `| words | words |`, with `| --- | --- |` below the first",
    "tr": "write each row as `| words | words |`, with `| --- | --- |` below the first",
    "del": "write `~~words~~`",
    "s": "write `~~words~~`",
    "strike": "write `~~words~~`",
    "h2": "write `### ` before a heading",
    "h3": "write `### ` before a heading",
    "h4": "write `#### ` before a heading",
    "sup": "for a note, write `[^1]` and `[^1]: The note.` in a paragraph of its own",
    "hr": "write `---` between two empty lines",
    "details": "write `> [!NOTE]` and start each line with `> `",
}
OTHERWISE = "leave it out; if the reader should see it, put it between backticks, as in `` `<tag>` ``"
IN_PLAIN_TEXT = "leave it out; this field is plain text"


def check(texts: Iterable[Passage], _others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        if "<" in passage.text:
            yield from _in_passage(passage)


def _in_passage(passage: Passage) -> Iterator[Diagnostic]:
    opened: set[str] = set()
    for found in TAG.finditer(passage.words):
        name = (found["name"] or "").lower()
        if found["close"] and name in opened:
            continue
        opened.add(name)
        tag = " ".join(passage.text[found.start() : found.end()].split())
        shown = tag if len(tag) <= 40 else tag[:39] + "…"
        yield Diagnostic(
            CODE,
            f"`{shown}` is HTML, which the page shows as plain text",
            passage.place(*found.span()),
            INSTEAD.get(name, OTHERWISE) if isinstance(passage.text, Line) else IN_PLAIN_TEXT,
        )


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: There is HTML in a text.
why: Texts are written in Markdown. The page shows HTML as it is typed, angle brackets and all.
example:
  content/practices/slow-down.yml: |
    do: Ask, and <b>wait</b>.
message: "`<b>` is HTML, which the page shows as plain text"
repair: >-
  Write `*words*` for emphasis, `**words**` for strong emphasis, `- ` before the items of a list, a blank line between
  paragraphs. To show a tag to the reader, put it between backticks.
repaired:
  content/practices/slow-down.yml: |
    do: Ask, and **wait**.
""",
)
