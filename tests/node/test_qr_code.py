"""QR codes made in the browser are those of the library that makes the codes on paper."""

from __future__ import annotations

import random
from typing import Any

import segno

from tests.node.process import Node

MODULES = """async (load, texts) => {
  const { modules } = await load("qr-code/lazy/qr-modules.js");
  return texts.map(modules);
}"""

ROOM = (14, 26, 42, 62, 84, 106, 122, 152, 180, 213, 251, 287, 331, 362, 412, 450, 504, 560, 624, 666)
"""How many bytes each version holds, as ISO/IEC 18004 says."""


def library(text: str, mask: int) -> list[list[int]]:
    made = segno.make(text, error="m", micro=False, mode="byte", encoding="utf-8", boost_error=False, mask=mask)
    return [list(row) for row in made.matrix]


def test_codes_are_those_of_the_library(node: Node) -> None:
    """Full ones: the library writes a byte of its own before what fills up the others."""
    chance = random.Random(3)
    texts = ["".join(chance.choice("abcdefghijklmnop0123456789.-") for _ in range(room)) for room in ROOM]
    for text, made in zip(texts, node.run(MODULES, texts), strict=True):
        assert made in [library(text, mask) for mask in range(8)]


def test_codes_that_are_not_full_hold_the_text_and_what_fills_up(node: Node) -> None:
    (made,) = node.run(MODULES, ["A"])
    assert _bytes(made)[:16] == [0x40, 0x14, 0x10, *[0xEC, 0x11] * 6, 0xEC]


def _bytes(grid: Any) -> list[int]:
    """The bytes of a code of version 1, without its mask."""
    format_bits = [grid[8][at] for at in (0, 1, 2, 3, 4)]
    mask = int("".join(map(str, format_bits)), 2) ^ 0b10101
    masks = (
        lambda y, x: (y + x) % 2,
        lambda y, _: y % 2,
        lambda _, x: x % 3,
        lambda y, x: (y + x) % 3,
        lambda y, x: (y // 2 + x // 3) % 2,
        lambda y, x: y * x % 2 + y * x % 3,
        lambda y, x: (y * x % 2 + y * x % 3) % 2,
        lambda y, x: ((y + x) % 2 + y * x % 3) % 2,
    )
    bits, up = [], True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        for y in range(20, -1, -1) if up else range(21):
            for x in (right, right - 1):
                if 6 not in (y, x) and not (y < 9 and (x < 9 or x > 12)) and not (y > 12 and x < 9):
                    bits.append(grid[y][x] ^ (masks[mask & 7](y, x) == 0))
        up = not up
    return [int("".join(str(int(bit)) for bit in bits[at : at + 8]), 2) for at in range(0, len(bits), 8)]


def test_what_is_too_long_has_no_code(node: Node) -> None:
    assert node.run(MODULES, ["x" * 667]) == [None]
