"""Markup that texts do not know, or that is not complete. The page would show it as it is typed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterable, Iterator

from generator.checks._lost_links import lost_links
from generator.checks._plain_markup import MARKUP, instead_of_markup, message
from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.hand_page import HandPage
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.model.fences import fences, unclosed, without
from generator.model.values import Line, Prose, Verbatim
from generator.prose.blocks import CALLOUTS, paragraphs
from generator.prose.emphasis import pairs
from generator.prose.inline import literals, masked

CODE = Code("lost-markup", Severity.ERROR, Topic.TEXTS)

_STRONG = re.compile(r"\*{2,}|(?<!~)~~(?!~)")
_BOXES = ", ".join(f"`> [!{name.upper()}]`" for name in CALLOUTS)

_LOST = re.compile(
    r"(?P<bullet>(?:(?<=\s)|(?<![\s\S]))[•◦▪‣●○■□](?=\ ))"
    r"|(?P<slash>(?<!\\)\\)$"
    r"|^(?P<indent>[ \t>]*+)(?:"
    r"(?P<level>\#{5,6}|\#{1,2})(?=\ )"
    r"|(?P<unspaced>\#{2,6})(?=[^\s\#])"
    r"|(?P<tildes>~{3,})"
    r"|(?P<box>(?:!!!|\?\?\?\+?|:{3,}|/{3,})\ *[A-Za-z]+)"
    r"|(?P<type>\[!\w+\])"
    r"|(?P<defined>\[(?!\^)[^\[\]\n]{1,100}\]:)(?=[ \t]*(?:<|https?:|mailto:|www\.|\.{0,2}/))"
    r"|(?P<colon>:)(?=\ {1,3}\S)"
    r"|(?P<under>={3,}|-{3,})[ \t]*$"
    r"|(?:[-*+]|\d{1,9}[.)])\ +(?P<tick>\[[ xX]\])(?=\ )"
    r"|(?P<letter>[a-hA-H][.)]|[–—])(?=\ )"
    r"|(?P<glued>-|\d{1,2}[.)])(?=[^\W\d])"
    r"|(?P<row>[|:\-\ \t]{3,}+)$"
    r")",
    re.MULTILINE | re.VERBOSE,
)

_FOREIGN = re.compile(
    r"(?P<lowered>(?<=\w)~[^\s~]{1,20}~)"
    r"|(?<![~\w])(?P<struck>~(?=[^\s~/])[^~\n]{1,200}(?<!\s)~)(?![~\w])"
    r"|(?<![=\w])(?P<marked>==(?=[^\s=])[^=\n]{1,200}(?<!\s)==)(?![=\w])"
    r"|(?<![+\w])(?P<added>\+\+(?=[^\s+])[^+\n]{1,200}(?<!\s)\+\+)(?![+\w])"
    r"|(?P<raised>(?<=\w)\^[^\s^]{1,20}\^)"
)
"""Inline markup of other programs."""

_ANYWHERE = re.compile(r"[\\•◦▪‣●○■□]")
_LINE_START = re.compile(r"[ \t>]*+(?:[#~!?:/\[=*+–—|-]|\d|[a-hA-H][.)])")
"""What a text or a line of it contains if `_LOST` matches there. Nearly none does, which is quick to test."""

FOREIGN_HINTS = {
    "struck": ("`{}` strikes nothing out", "write `~~words~~`, with two tildes on each side"),
    "marked": ("`{}` marks nothing", "write `**words**`"),
    "added": ("`{}` does not underline", "write `**words**`"),
    "lowered": ("`{}` lowers nothing", "write the lowered signs themselves, such as `₂`; `\\~` shows a tilde"),
    "raised": ("`{}` raises nothing", "write the raised signs themselves, such as `²`"),
}
"""The same for inline markup of other programs."""

_SIGNS = re.compile(r"[~^]|==|\+\+")
"""What a text contains if `_FOREIGN` matches in it."""

_BLOCK = re.compile(r"(?P<sign>```|> \[!|(?:\||•|#{1,6})(?= ))")
"""How a text starts that is more than one paragraph."""

_ALIKE = {
    "letter": re.compile(r"[ \t>]*(?:[a-hA-H][.)]|[–—]) "),
    "glued": re.compile(r"[ \t>]*(?:-|\d{1,2}[.)])[^\W\d]"),
}
"""Signs that are taken for those of a list only if the line above or below begins alike."""

HINTS = {
    "bullet": ("`{}` starts no item of a list", "start a line with `- ` for each item"),
    "level": ("`{}` makes no heading in this text", "write `### ` before a heading, and `#### ` before one below it"),
    "unspaced": ("`{}` makes no heading without a space behind it", "write `### ` before a heading"),
    "tildes": ("`{}` does not start code", "put the code between two lines with three backticks"),
    "box": ("`{}` does not start a box", f"write {_BOXES}, and `> ` before each line below it"),
    "type": ("`{}` does not start a box here", f"start the first line of a quotation with {_BOXES}"),
    "defined": ("`{}` does not define an address", "write the address into the link: `[words](https://…)`"),
    "colon": ("`{}` does not start a meaning", "write `- **Word**: its meaning`"),
    "under": (
        "`{}` below a line does not make a heading of it",
        "write `### ` before a heading; put an empty line before a line across",
    ),
    "tick": ("`{}` is no box to tick in a text", "leave it out; what is ticked is a `checklist`"),
    "slash": ("`{}` does not end a line", "put an empty line between two paragraphs, or make items of the lines"),
    "glued": ("`{}` starts no item of a list without a space behind it", "write a space behind it"),
    "letter": ("`{}` starts no item of a list", "start a line with `- ` or `1. ` for each item"),
    "row": ("`{}` makes no table of these lines", "start and end each row of a table with `|`"),
}
"""For each group what is wrong, with a place for what is written, and what to write instead."""


def check(texts: Iterable[Passage], others: Others, _site: SiteConfig) -> Iterator[Diagnostic]:
    for passage in texts:
        if isinstance(passage.text, Prose):
            yield from _in_prose(passage)
        elif isinstance(passage.text, Line):
            # What is more than a paragraph in a page written by hand is reported where the page is read.
            if (opening := _BLOCK.match(passage.text)) and not isinstance(passage.owner, HandPage):
                said = "this field is a single paragraph, without headings, lists, tables, boxes and blocks of code"
                hint = "take a field of several paragraphs, or leave the sign out"
                yield _at(passage, 0, len(opening["sign"]), said, hint)
        elif not isinstance(passage.text, Verbatim) and (markup := MARKUP.search(passage.text)):
            yield _at(passage, *markup.span(), message(passage.text), instead_of_markup(passage, others.graph))
        if isinstance(passage.text, Line):
            yield from _unpaired(passage)
            yield from _foreign(passage)
            yield from _nearly_links(passage, others)


def _nearly_links(passage: Passage, ids: Container[str]) -> Iterator[Diagnostic]:
    if "[" not in passage.text:
        return
    for start, end in paragraphs(passage.text):
        for link in lost_links(passage.text[start:end], ids):
            yield _at(passage, start + link.start, start + link.end, link.message, link.hint)


def _unpaired(passage: Passage) -> Iterator[Diagnostic]:
    """The first `**` or `~~` that belongs to no other."""
    if "**" not in passage.text and "~~" not in passage.text:
        return
    for start, end in paragraphs(passage.text):
        text = passage.text[start:end]
        plain = masked(text, tuple(literals(text)))
        used = {at for pair in pairs(plain) for at in (pair.start, pair.end)}
        for found in _STRONG.finditer(plain):
            if used.isdisjoint(range(*found.span())):
                sign = found[0][:2]
                hint = f"write `{sign}words{sign}`, without spaces inside; `\\*` shows an asterisk"
                yield _at(
                    passage, start + found.start(), start + found.end(), f"this `{sign}` belongs to no other", hint
                )
                return


def _foreign(passage: Passage) -> Iterator[Diagnostic]:
    """Inline markup of other programs, the first of each."""
    if not _SIGNS.search(passage.text):
        return
    said = set[str]()
    for start, end in paragraphs(passage.text):
        text = passage.text[start:end]
        for found in _FOREIGN.finditer(masked(text, tuple(literals(text)))):
            name = found.lastgroup or ""
            if name not in said:
                said.add(name)
                first, last = found.span(name)
                message, hint = FOREIGN_HINTS[name]
                yield _at(passage, start + first, start + last, message.format(text[first:last]), hint)


def _in_prose(passage: Passage) -> Iterator[Diagnostic]:
    text = passage.text
    if (opened := unclosed(text)) is not None:
        ticks = len(text) - opened - len(text[opened:].lstrip("`"))
        hint = "put a line with as many backticks below the code, indented like this one"
        yield _at(passage, opened, opened + ticks, "nothing closes this block of code", hint)
        return
    plain, said = without(text, fences(text)), set[str]()
    if not _ANYWHERE.search(plain) and not any(map(_LINE_START.match, plain.split("\n"))):
        return
    for found in _LOST.finditer(plain):
        name = next(name for name in HINTS if found[name])
        # The first of several says what to do about all of them.
        if name not in said and _is_lost(name, plain, found, isinstance(passage.owner, HandPage)):
            said.add(name)
            start, end = found.span(name)
            message, hint = HINTS[name]
            yield _at(passage, start, end, message.format(text[start:end]), hint)


def _is_lost(name: str, text: str, found: re.Match[str], on_own_page: bool) -> bool:
    """Whether the signs are markup that is lost, and no usual words."""
    if name in ("bullet", "slash"):
        return True
    above = _line_before(text, found.start())
    match name:
        case "type":
            is_known = found["type"][2:-1].lower() in CALLOUTS
            return not is_known or ">" not in found["indent"] or above.lstrip().startswith(">")
        case "level":
            return not (on_own_page and len(found["level"]) < 3)
        case "under":
            return bool(above.strip()) and not above.lstrip().startswith(("|", "#", ">"))
        case "colon":
            return bool(above.strip())
        case "letter" | "glued":
            return any(_ALIKE[name].match(line) for line in (above, _line_after(text, found.end())))
        case "row":
            return "|" in found["row"] and "--" in found["row"] and above.lstrip(" \t>").find("|") > 0
    return True


def _line_before(text: str, start: int) -> str:
    """The line above the one that begins at `start`."""
    return text[text.rfind("\n", 0, max(0, start - 1)) + 1 : start - 1] if start else ""


def _line_after(text: str, at: int) -> str:
    start = text.find("\n", at) + 1
    end = text.find("\n", start)
    return text[start : end if end >= 0 else len(text)] if start else ""


def _at(passage: Passage, start: int, end: int, message: str, hint: str) -> Diagnostic:
    return Diagnostic(CODE, message, passage.place(start, end), hint)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: >-
  A text holds signs that mean something elsewhere and nothing here: `•` for a list, `# ` for a heading, `!!! note` for
  a box, `a)` for a number, a block of code that nothing closes, a link with its brackets in a wrong order or number,
  and others.
why: The page would show the signs as they are typed, and run the lines together.
example:
  content/practices/slow-down.yml: |
    do: |-
      Leave the small talk to them, and:
      • say it back
      • write it down
message: "`•` starts no item of a list"
repair: Write what the hint says. docs/writing.md shows all markup that texts know. A backslash keeps a sign as it is.
repaired:
  content/practices/slow-down.yml: |
    do: |-
      Leave the small talk to them, and:
      - say it back
      - write it down
""",
)
