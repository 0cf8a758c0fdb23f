"""Plain text and addresses as Markdown that shows them as they are."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s+")
_NOT_PLAIN = re.compile(r"[\\`*_\[\]<&~\n\t]|  ")
_MEANT_LITERALLY = re.compile(r"[\\`*_\[\]]|~(?=~)")
_ENTITY = re.compile(r"&(?=#?\w+;)")
_STARTS_BLOCK = re.compile(r"[#>]|[+-](?=\s|$)|-(?=--)|=(?==*$)|(?<!\d)\d+(?=[.)])")


def literally(text: str) -> str:
    """Plain text within a line, with the signs that would be markup made plain."""
    if not _NOT_PLAIN.search(text):
        return text
    text = _MEANT_LITERALLY.sub(r"\\\g<0>", _SPACE.sub(" ", text))
    return _ENTITY.sub("&amp;", text).replace("<", "&lt;")


def no_block(line: str) -> str:
    """A line that starts no heading, list or quotation, whatever its first sign is."""
    if line[0] in "#>+-=0123456789" and _STARTS_BLOCK.match(line):
        return _STARTS_BLOCK.sub(_start_literally, line, count=1)
    return line


def _start_literally(sign: re.Match[str]) -> str:
    if sign[0] == "=":  # not every reader of Markdown knows "\\="
        return "&#61;"
    return f"{sign[0]}\\" if sign[0].isdigit() else f"\\{sign[0]}"


def is_blank(line: str) -> bool:
    """Whether nothing has to separate a line from what follows: it is empty, or begins a box."""
    return not (words := line.strip("> ")) or words.startswith("[!")


def link_target(address: str) -> str:
    """An address as the target of a link: of the signs that would end it, each as its bytes in hexadecimal."""
    return _ENDS_TARGET.sub(lambda found: "".join(f"%{byte:02X}" for byte in found[0].encode()), address)


_ENDS_TARGET = re.compile(r"[\s()<>\[\]\\]")
