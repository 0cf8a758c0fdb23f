"""The layout of entries in files: where to add a field, and which lines belong to an entry."""

from __future__ import annotations

from generator.content.located import Located
from generator.editing.edits import Edit


def added_alias(located: Located, alias: str) -> Edit:
    """The edit that adds an alias to the entry, after the existing ones or as a new field."""
    document, route = located.document, (*located.prefix, "aliases")
    text = document.text
    if not located.entry.aliases:
        empty = document.values.get(route)
        if empty is None:
            return _added_line(located, "aliases", f"[{alias}]")
        start = index_of(text, empty.line, empty.column)
        return Edit(start, text.index("]", start) + 1, f"[{alias}]")
    _, end = document.extents[(*route, len(located.entry.aliases) - 1)]
    start = index_of(text, document.values[route].line, document.values[route].column)
    if text[start] == "[":
        return Edit(end, end, f", {alias}")
    # In block style each item is on its own line, after a hyphen.
    line_end = text.find("\n", end)
    indent = " " * (document.values[route].column - 1)
    at = line_end if line_end >= 0 else len(text)
    return Edit(at, at, f"\n{indent}- {alias}")


def _added_line(located: Located, field: str, value: str) -> Edit:
    """The edit that adds a field after a summary or title of one line, otherwise before all fields."""
    document = located.document
    text = document.text
    for before in ("summary", "title"):
        start, end = document.extents[(*located.prefix, before)]
        key = document.keys[(*located.prefix, before)]
        is_block = text[start] in "|>" or "\n" in text[start:end]
        alone = not text[text.rfind("\n", 0, start) + 1 : start][: key.column - 1].strip()
        if not is_block and alone and _is_line_end(text, end):
            line_end = text.find("\n", end)
            at = line_end if line_end >= 0 else len(text)
            return Edit(at, at, f"\n{' ' * (key.column - 1)}{field}: {value}")
    first = min(span for route, span in document.keys.items() if route[:-1] == located.prefix)
    at = index_of(text, first.line, first.column)
    line_start = text.rfind("\n", 0, at) + 1
    if text[line_start:at].strip():
        return Edit(at, at, f"{field}: {value}, ")  # the fields are in braces
    return Edit(at, at, f"{field}: {value}\n{' ' * (first.column - 1)}")


def _is_line_end(text: str, at: int) -> bool:
    """Whether nothing but a comment follows on the line."""
    rest = text[at:].partition("\n")[0].strip()
    return not rest or rest.startswith("#")


def without_entry(located: Located) -> Edit:
    """The edit that deletes the entry from a shared file: the line of its key and all lines with more indentation."""
    text, key = located.document.text, located.document.keys[located.prefix]
    start = index_of(text, key.line, 1)
    end = _next_line(text, start)
    while end < len(text):
        line = text[end : _next_line(text, end)]
        if line.strip() and len(line) - len(line.lstrip(" ")) < key.column:
            break
        end += len(line)
    return Edit(start, end, "")


def _next_line(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end + 1 if end >= 0 else len(text)


def index_of(text: str, line: int, column: int) -> int:
    """The character of the text at the line and column, both counted from 1."""
    at = 0
    for _ in range(line - 1):
        at = text.index("\n", at) + 1
    return at + column - 1
