"""Signs that somebody typed for one thing and YAML takes for another: quotation marks, boxes, hyphens, `#`, `>`."""

from __future__ import annotations

import re

import yaml

from generator.diagnostics.place import span_at
from generator.diagnostics.suggest import shortened
from generator.reading.composer import Composer
from generator.reading.mistakes.comments_in_brackets import comments_in_brackets, places_of
from generator.reading.mistakes.halted import COLON, Mistake

_LONGEST = 60
"""The maximum number of characters of a text that a hint writes out."""

_CURLY_END = re.compile("[“”„‟‘’«»](?=[ \t,\\]}]*$)")
_BOX = re.compile(r"(?P<before> *- +)(?P<box>\[[ xX]?\]) +(?P<text>\S.*)")
_QUOTED_FIELD = re.compile(r" *(?P<mark>[\"'])(?P<field>[a-z][a-z0-9_]*): (?P<value>[^\"'\n]{1,200})(?P=mark)")
_ON_THE_LINE = re.compile(r"(?P<name> *(?:- +)*[\w-]+): +(?P<list>- +\S.*)")
_APART = re.compile(r"(?:^|[ :-])(?P<sign>[>|] +[-+])$")


def find_sign(error: yaml.MarkedYAMLError, read: Composer, index: int) -> Mistake | None:
    """The sign that was meant otherwise, where the parser stopped at this index."""
    problem = f"{error.context or ''} {error.problem or ''}"
    start = error.context_mark.index if error.context_mark else index
    return (
        (curly_end(read.name, read.text, start) if "quoted scalar" in problem else None)
        or next(iter(comments_in_brackets(read.name, read.text, *places_of(error))), None)
        or _tab_behind(read, index)
        or _link_for_id(read, index)
        or _id_behind_sign(read, index)
        or _question_mark(read, index)
        or (_other_mark(read, start) if "quoted scalar" in problem else None)
        or _box(read, index)
        or _field_in_quotes(read, start)
        or (_list_on_the_line(read, index) if "block sequence entries" in problem else None)
        or (_apart(read, start) if "comment or line break" in problem else None)
    )


def curly_end(file: str, text: str, start: int) -> Mistake | None:
    """A typographic quotation mark at the end of a line, where a straight one opens at `start`."""
    opens, end = text[start : start + 1], text.find("\n", start)
    found = _CURLY_END.search(text, start + 1, end if end >= 0 else len(text)) if opens in ("'", '"') else None
    if not found or opens in text[start + 1 : found.start()]:
        return None
    message = f"the text opens with a straight quotation mark, and `{found[0]}` does not close it"
    return Mistake(message, f"type a straight one here: `{opens}`", span_at(file, text, found.start()))


def _line(read: Composer, index: int) -> tuple[int, str]:
    start = read.text.rfind("\n", 0, index) + 1
    return start, read.text[start:].partition("\n")[0]


def _tab_behind(read: Composer, index: int) -> Mistake | None:
    """A tab in place of the space behind a hyphen."""
    start, line = _line(read, index)
    found = re.match(r" *(?:- +)*-(?P<tab>\t+)(?P<text>.*)", line)
    if not found:
        return None
    hint = f"write `{shortened('- ' + found['text'], _LONGEST)}`, with a space"
    return Mistake("there is a tab behind the hyphen", hint, span_at(read.name, read.text, start + found.start("tab")))


def _link_for_id(read: Composer, index: int) -> Mistake | None:
    """A link with its words in brackets, at the beginning of a value."""
    start, line = _line(read, index)
    found = re.match(r" *(?:- +)*[\w-]+: +(?P<link>\[[^\[\]]{1,200}\]\((?P<target>[^()\s]{1,200})\)(?P<more>.*))", line)
    if not found or index <= start + found.start("link"):
        return None
    name = re.sub(r"\.(ya?ml|html?|md)$", "", found["target"].strip("/").rpartition("/")[2])
    alone = (
        f"where an id belongs, write only `{name}`; " if re.fullmatch(r"[a-z0-9-]+", name) and not found["more"] else ""
    )
    hint = f"{alone}put a text that starts with [ in quotes"
    place = span_at(read.name, read.text, start + found.start("link"), len(found["link"]))
    return Mistake("a value that starts with [ is a list, and here a link stands", hint, place)


def _id_behind_sign(read: Composer, index: int) -> Mistake | None:
    """An id with `@` before it, as names of people have it elsewhere."""
    start, line = _line(read, index)
    found = re.match(r" *(?:- +)*(?:[\w-]+: +)?(?P<sign>@)(?P<id>[a-z0-9]+(?:-[a-z0-9]+)*)[ \t]*$", line)
    if not found or index != start + found.start("sign"):
        return None
    hint = f"where an id belongs, write only `{found['id']}`; put a text that starts with @ in quotes"
    return Mistake("a value cannot start with this character", hint, span_at(read.name, read.text, index))


def _question_mark(read: Composer, index: int) -> Mistake | None:
    """A question mark that stands alone for a value."""
    start, line = _line(read, index)
    found = re.match(r" *(?:- +)*(?P<name>[\w-]+): +(?P<mark>\?)\s*$", line)
    if not found:
        return None
    place = span_at(read.name, read.text, start + found.start("mark"))
    return Mistake(
        "a question mark is no value", f"write the value behind `{found['name']}:`, or delete the line", place
    )


def _other_mark(read: Composer, start: int) -> Mistake | None:
    """A quotation mark that is closed by the other one at the end of its line."""
    opens = read.text[start : start + 1]
    line = read.text[start:].partition("\n")[0].rstrip()
    other = {"'": '"', '"': "'"}.get(opens)
    if other is None or len(line) < 3 or line[-1] != other or opens in line[1:]:
        return None
    place = span_at(read.name, read.text, start + len(line) - 1)
    return Mistake(f"the text opens with `{opens}`, and `{other}` does not close it", f"write `{opens}` here", place)


def _box(read: Composer, index: int) -> Mistake | None:
    """A box to tick as in Markdown."""
    start, line = _line(read, index)
    found = _BOX.match(line)
    if not found:
        return None
    place = span_at(read.name, read.text, start + found.start("box"), len(found["box"]))
    hint = f"write `- {shortened(found['text'], _LONGEST)}`"
    return Mistake("items of a list have no box before them", hint, place)


def _field_in_quotes(read: Composer, index: int) -> Mistake | None:
    """A field and its value in one pair of quotation marks."""
    start, line = _line(read, index)
    found = _QUOTED_FIELD.fullmatch(line.rstrip())
    if not found:
        return None
    place = span_at(read.name, read.text, start + found.start("mark"), len(line.strip()))
    hint = f"write `{shortened(found['field'] + ': ' + found['value'], _LONGEST)}` without them"
    return Mistake("the quotation marks make one text of the field and its value", hint, place)


def _list_on_the_line(read: Composer, index: int) -> Mistake | None:
    """A list, or a text with a hyphen before it, in the line of its field."""
    start, line = _line(read, index)
    found = _ON_THE_LINE.match(line)
    if not found:
        return None
    items = [item.strip() for item in re.split(r"(?:^| )- +", found["list"]) if item.strip()]
    name, place = found["name"].strip(" -"), span_at(read.name, read.text, start + found.start("list"))
    brackets = f"{name}: [{', '.join(items)}]"
    if len(items) > 1 and len(brackets) <= _LONGEST and not re.search(r"[,:#\[\]{}\"']", "".join(items)):
        hint = f"write `{brackets}`, or start each item on a line of its own"
    else:
        hint = "leave out the `- ` if this is one text; start a list on the next line, each item on a line of its own"
    return Mistake(f"a list cannot start in the line of `{name}`", hint, place)


def _apart(read: Composer, index: int) -> Mistake | None:
    """The sign for a text of several lines, with a space in it."""
    start, line = _line(read, index)
    found = _APART.search(line.rstrip())
    if not found:
        return None
    place = span_at(read.name, read.text, start + found.start("sign"), len(found["sign"]))
    return Mistake(
        "there is a space in the sign for a text of several lines", f"write `{found['sign'].replace(' ', '')}`", place
    )


def text_only(error: yaml.MarkedYAMLError, read: Composer) -> Mistake | None:
    """A file that contains no field."""
    if read.keys or not isinstance(read.root, str) or not read.root or COLON in (error.problem or ""):
        return None
    message, hint = (
        "the file must contain fields, such as `title: …`",
        "write each text behind the name of its field and a colon",
    )
    return Mistake(message, hint, read.values[()])
