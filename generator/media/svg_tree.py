"""A file of SVG as a tree of elements, read without entities or anything else that could make it larger than it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from xml.parsers import expat

from generator.media.unusable import Unusable

MOST_ELEMENTS, MOST_NESTED = 20_000, 60


@dataclass(slots=True)
class SvgElement:
    """An element: names are `namespace name`, `parts` holds its elements and texts in order."""

    namespace: str
    name: str
    attributes: dict[str, str]
    line: int
    column: int
    parts: list[SvgElement | str] = field(default_factory=list)

    @property
    def elements(self) -> Iterator[SvgElement]:
        return (part for part in self.parts if isinstance(part, SvgElement))

    def walk(self) -> Iterator[SvgElement]:
        """The element and all that are in it."""
        waiting = [self]
        while waiting:
            found = waiting.pop()
            yield found
            waiting += reversed(list(found.elements))


def parsed(content: bytes) -> SvgElement:
    """The outermost element of a file. Raises Unusable."""
    reader = _SvgReader()
    try:
        reader.parser.Parse(content, True)
    except expat.ExpatError as error:
        message = f"the picture is no well-formed SVG: {expat.ErrorString(error.code)}"
        hint = "open it in a program for drawings, and export it anew as SVG"
        raise Unusable(message, hint, error.lineno, error.offset + 1) from None
    except ValueError:  # an encoding that expat does not know
        raise Unusable("the picture has an unknown encoding", "save it with the encoding UTF-8") from None
    assert reader.root is not None
    return reader.root


class _SvgReader:
    def __init__(self) -> None:
        self.parser = parser = expat.ParserCreate(namespace_separator=" ")
        self.root: SvgElement | None = None
        self._open: list[SvgElement] = []
        self._count = 0
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._text
        parser.StartDoctypeDeclHandler = self._doctype
        parser.EntityDeclHandler = self._entity

    def _fail(self, message: str, hint: str) -> Unusable:
        return Unusable(message, hint, self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1)

    def _start(self, name: str, attributes: dict[str, str]) -> None:
        self._count += 1
        if self._count > MOST_ELEMENTS or len(self._open) >= MOST_NESTED:
            limit = f"{MOST_ELEMENTS:,} elements" if self._count > MOST_ELEMENTS else f"{MOST_NESTED} levels"
            raise self._fail(f"the picture has more than {limit}", "simplify it, or save it as PNG")
        space, _, local = name.rpartition(" ")
        at = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber + 1
        element = SvgElement(space, local, dict(attributes), *at)
        if self._open:
            self._open[-1].parts.append(element)
        else:
            self.root = element
        self._open.append(element)

    def _end(self, _name: str) -> None:
        self._open.pop()

    def _text(self, text: str) -> None:
        self._open[-1].parts.append(text)

    def _doctype(self, _name: str, _system: str | None, _public: str | None, has_subset: bool) -> None:
        if has_subset:
            raise self._declares()

    def _entity(self, *_: object) -> None:
        raise self._declares()

    def _declares(self) -> Unusable:
        hint = "delete everything between `<!DOCTYPE` and `<svg`, or export it anew as plain SVG"
        return self._fail("the picture declares entities, which can make a small file huge", hint)
