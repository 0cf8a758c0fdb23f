"""Files with accidents: cut, doubled, moved, and with pieces in them that people and programs leave behind."""

from __future__ import annotations

from random import Random

PIECES = (
    *("[[", "]]", "[x](", "`", "``", "*", "**", "_", "{own}", "]{own}", "<b>", "&", "<!--", "{{ x }}", "{name}", "\\"),
    *(":", ": ", "- ", "  - ", "? ", "|", ">-", "'", '"', "#", " #5", "&a ", "*a", "!tag ", "<<: ", "---\n", "...\n"),
    "%",
    *("\t", "\n", "\n\n", "\r\n", "\r", "\u00a0", "\u200b", "\ufeff", "\x00", "\u202e", "\ud83d\ude42", "ä", "“", "—"),
    *("<<<<<<< ours\n", "=======\n", ">>>>>>> theirs\n", "- " * 600, "> " * 600, "[" * 600, "{" * 600, "*a _b " * 200),
    *("1" * 5000, "x" * 70_000, "a: 1\na: 1\n", "id: x", "title:", "null", "true"),
    *("2026-13-45", "0x1F", "1e999", "slow-down"),
)  # fmt: skip


def mutated(text: str, random: Random) -> bytes:
    """The text of a file after one to three accidents."""
    for _ in range(random.choice((1, 1, 2, 3))):
        text = random.choice(_ACCIDENTS)(text, random)
    data = text.encode("utf-8", "surrogatepass")
    if random.random() < 0.05:
        at = random.randrange(len(data) + 1)
        data = data[:at] + bytes([random.randrange(256)]) + data[at + random.randrange(2) :]
    return data


def _inserted(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + random.choice(PIECES) + text[at:]


def _cut(text: str, random: Random) -> str:
    at = random.randrange(len(text) + 1)
    return text[:at] + text[at + random.choice((1, 1, 2, 10, 100, len(text))) :]


def _line_doubled(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = random.randrange(len(lines))
    return "".join([*lines[: at + 1], *lines[at : at + random.choice((1, 1, 5))], *lines[at + 1 :]])


def _line_moved(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    line = lines.pop(random.randrange(len(lines)))
    lines.insert(random.randrange(len(lines) + 1), line)
    return "".join(lines)


def _indented(text: str, random: Random) -> str:
    lines = text.splitlines(keepends=True) or [""]
    at = random.randrange(len(lines))
    lines[at] = random.choice((" ", "  ", "    ", "\t")) + lines[at] if random.random() < 0.5 else lines[at].lstrip()
    return "".join(lines)


def _words_exchanged(text: str, random: Random) -> str:
    words = text.split(" ")
    one, other = random.randrange(len(words)), random.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


_ACCIDENTS = (_inserted, _inserted, _cut, _line_doubled, _line_moved, _indented, _words_exchanged)
