"""Drawings as SVG, made harmless: what could run, move, or load something from elsewhere is refused.

What programs for drawings have added for themselves is left out without a word: it shows nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from generator.media import svg_parts as parts
from generator.media.svg_tree import SvgElement, parsed
from generator.media.unusable import Unusable

MOST_DRAWN = 100_000
"""The maximum number of elements, with those that are drawn several times by `use`."""

LARGEST_SIDE = 10_000
"""The maximum width and height in pixels."""

_CONTROL = re.compile(r"[\x00-\x20]")


@dataclass(frozen=True, slots=True)
class Svg:
    """A drawing without anything that could do harm, and its size in pixels."""

    content: bytes
    width: int
    height: int


def harmless(content: bytes) -> Svg:
    """The drawing in a file. The same content gives the same bytes. Raises Unusable."""
    root = parsed(content)
    if (root.namespace, root.name) != (parts.SVG, "svg"):
        message = "the file contains no SVG" if root.name != "svg" else "the drawing does not name the namespace of SVG"
        hint = f'the first element must be `<svg xmlns="{parts.SVG}">`: export the picture anew as SVG'
        raise Unusable(message, hint, root.line, root.column)
    width, height = _size(root)
    kept = _Cleaner().element(root)
    _refuse_many(kept)
    shown = f"{width:g}", f"{height:g}"
    kept.attributes |= {"width": shown[0], "height": shown[1]}
    kept.attributes.setdefault("viewBox", f"0 0 {shown[0]} {shown[1]}")
    text = "".join(_written(kept, is_root=True))
    return Svg(f"{text}\n".encode(), max(1, round(width)), max(1, round(height)))


def _size(root: SvgElement) -> tuple[float, float]:
    """Width and height in pixels: as they are written, or those of the view box."""
    found = [parts.LENGTH.fullmatch(root.attributes.get(name, "")) for name in ("width", "height")]
    sides = [float(one[1]) * parts.PIXELS[one[2]] for one in found if one]
    if len(sides) < 2:
        box = re.split(r"[\s,]+", root.attributes.get("viewBox", "").strip())
        try:
            sides = [float(box[2]), float(box[3])]
        except (IndexError, ValueError):
            message = "the drawing says neither its size nor its `viewBox`"
            hint = 'write its size into the first element: `<svg width="600" height="400" …>`'
            raise Unusable(message, hint, root.line, root.column) from None
    if not all(0 < side <= LARGEST_SIDE for side in sides):
        message = f"the drawing measures {sides[0]:g} × {sides[1]:g} pixels"
        raise Unusable(message, f"give it a size from 1 to {LARGEST_SIDE:,} pixels", root.line, root.column)
    return sides[0], sides[1]


class _Cleaner:
    """Copies what is kept of a tree, and refuses what could do harm."""

    def element(self, element: SvgElement) -> SvgElement:
        self._refuse(element)
        kept = SvgElement(element.namespace, element.name, self._attributes(element), element.line, element.column)
        for part in element.parts:
            if isinstance(part, str):
                if element.name in parts.TEXTS:
                    kept.parts.append(part)
            elif part.name == "a" and part.namespace == parts.SVG:
                kept.parts += self.element(SvgElement(parts.SVG, "g", {}, part.line, part.column, part.parts)).parts
            elif self._is_kept(part):
                kept.parts.append(self.element(part))
        if element.name == "style":
            self._styles(element, "".join(part for part in kept.parts if isinstance(part, str)))
        return kept

    def _is_kept(self, element: SvgElement) -> bool:
        if element.name.lower() in {name.lower() for name in parts.RUNNING}:  # in any namespace
            self._refuse(element)
        return element.namespace == parts.SVG and element.name not in parts.LEFT_OUT

    def _refuse(self, element: SvgElement) -> None:
        at, shown = (element.line, element.column), f"`<{element.name}>`"
        if element.name.lower() in {name.lower() for name in parts.RUNNING}:
            message = f"the drawing contains {shown}, which could run programs on the pages of readers"
            raise Unusable(message, "delete it, or export the drawing anew as plain SVG", *at)
        if element.name in parts.MOVING:
            message = f"the drawing contains {shown}, by which it moves, and readers cannot stop that"
            raise Unusable(message, "delete it: a picture stands still", *at)
        if element.name not in parts.DRAWN:
            message = f"the drawing contains {shown}, which is no part of a still picture"
            raise Unusable(message, "delete it, or export the drawing anew as plain SVG, or as PNG", *at)

    def _attributes(self, element: SvgElement) -> dict[str, str]:
        kept: dict[str, str] = {}
        for name, value in element.attributes.items():
            space, _, local = name.rpartition(" ")
            if local.lower().startswith("on"):
                message = f"the drawing contains `{local}=…`, a program that runs on the pages of readers"
                raise Unusable(
                    message, "delete it, or export the drawing anew as plain SVG", element.line, element.column
                )
            if local == "href" and space in ("", parts.XLINK):
                kept["href"] = self._target(element, value)
            elif space == parts.XML and local in ("lang", "space"):
                kept[f"xml:{local}"] = value
            elif space == "" and local not in parts.NEEDLESS:
                if not local.startswith("aria-"):
                    self._styles(element, value)
                kept[local] = value
        return kept

    def _target(self, element: SvgElement, value: str) -> str:
        plain = value.strip()
        if parts.WITHIN.fullmatch(plain):
            return plain
        if element.name == "image" and parts.PICTURE_IN.fullmatch(plain):
            return plain
        raise _foreign(element, plain)

    def _styles(self, element: SvgElement, value: str) -> None:
        """Refuse a value of an attribute, or styles, that would load something."""
        found = parts.FORBIDDEN_CSS.search(_CONTROL.sub("", value))
        if found:
            message = f"the styles of the drawing contain `{found[0]}`, by which they could load something"
            hint = "export it anew with attributes in place of styles, and with letters as paths"
            raise Unusable(message, hint, element.line, element.column)
        for reference in parts.REFERENCE.finditer(value):
            target = next((group for group in reference.groups() if group is not None), "").strip()
            if not parts.WITHIN.fullmatch(target):
                raise _foreign(element, target)


def _foreign(element: SvgElement, target: str) -> Unusable:
    shown = target if len(target) <= 40 else f"{target[:39]}…"
    message = f"the drawing refers to `{shown}`, which is not in its file"
    return Unusable(message, "put it into the file (embed it), or delete it", element.line, element.column)


def _refuse_many(root: SvgElement) -> None:
    """Refuse a drawing in which parts that are used again and again make too many elements."""
    by_id = {element.attributes["id"]: element for element in root.walk() if "id" in element.attributes}
    counts: dict[int, int] = {}
    for element in _used_first(root, by_id):
        used = _used(element, by_id)
        inner = sum(counts[id(one)] for one in (*element.elements, *([used] if used else [])))
        counts[id(element)] = min(1 + inner, MOST_DRAWN + 1)
        if counts[id(element)] > MOST_DRAWN:
            message = f"the parts of the drawing are used again so often that it has more than {MOST_DRAWN:,}"
            raise Unusable(message, "simplify it, or save it as PNG", element.line, element.column)


def _used(element: SvgElement, by_id: Mapping[str, SvgElement]) -> SvgElement | None:
    return by_id.get(element.attributes.get("href", "").removeprefix("#")) if element.name == "use" else None


def _used_first(root: SvgElement, by_id: Mapping[str, SvgElement]) -> list[SvgElement]:
    """All elements, each behind those that it contains or uses. Raises Unusable for one that uses itself."""
    done: list[SvgElement] = []
    state: dict[int, bool] = {}  # False while what an element contains is looked at
    waiting: list[tuple[SvgElement, bool]] = [(root, False)]
    while waiting:
        element, is_left = waiting.pop()
        if is_left:
            state[id(element)] = True
            done.append(element)
            continue
        if id(element) in state:
            if not state[id(element)]:
                raise Unusable("a part of the drawing uses itself", "delete the `<use>`", element.line, element.column)
            continue
        state[id(element)] = False
        used = _used(element, by_id)
        waiting.append((element, True))
        waiting += [(one, False) for one in (*element.elements, *([used] if used else []))]
    return done


def _written(element: SvgElement, *, is_root: bool = False) -> Iterator[str]:
    space = f' xmlns="{parts.SVG}"' if is_root else ""
    attributes = "".join(f' {name}="{escape(value)}"' for name, value in element.attributes.items())
    if not element.parts:
        yield f"<{element.name}{space}{attributes}/>"
        return
    yield f"<{element.name}{space}{attributes}>"
    for part in element.parts:
        if isinstance(part, str):
            yield escape(part, quote=False)
        else:
            yield from _written(part)
    yield f"</{element.name}>"
