"""Counting characters, words, marks and phrases."""

from __future__ import annotations

from generator.calculating.counting import characters, marks, phrases, words


def test_texts_are_counted() -> None:
    assert characters("Café Cafe\u0301 \u200d") == 10
    assert words("  two\nwords ") == 2
    assert marks("What? Why?!", "?!") == 3
    assert phrases("Touch  base, touch\nbase. Touchbase", ["touch base", "base", "TOUCH base", " "]) == (
        "touch base",
        "touch base",
        "base",
        "base",
    )
