"""Words and elements appended to an element in their order."""

from __future__ import annotations

from xml.etree.ElementTree import Element

MOST_NESTED = 12
"""Emphasis may be nested so deep; what is deeper is shown as it is typed."""


class TreeWriter:
    """Appends words and elements to a parent. Lives for one text."""

    def __init__(self, parent: Element) -> None:
        self.words: list[str] = []
        self._open = [parent]
        self._too_deep = 0

    def flush(self) -> None:
        """Append the words that wait."""
        words, inner = "".join(self.words), self._open[-1]
        self.words.clear()
        if words and len(inner):
            inner[-1].tail = (inner[-1].tail or "") + words
        elif words:
            inner.text = (inner.text or "") + words

    def element(self, element: Element) -> None:
        self.flush()
        self._open[-1].append(element)

    def opening(self, tag: str, signs: str) -> None:
        if self._too_deep or len(self._open) > MOST_NESTED:
            self._too_deep += 1
            self.words.append(signs)
        else:
            element = Element(tag)
            self.element(element)
            self._open.append(element)

    def closing(self, signs: str) -> None:
        if self._too_deep:
            self._too_deep -= 1
            self.words.append(signs)
        else:
            self.flush()
            self._open.pop()
