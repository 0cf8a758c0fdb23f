"""The neighbourhood of an entry: itself in the middle, and around it what it is linked with, by relation.

Lengths across are in per cent and lengths down in em, so that one drawing fits phones and large screens while its
text keeps its size. Only the branches stretch: they stand in a drawing of their own.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from itertools import zip_longest

from generator.site.pictures.lettering import width, wrapped

MOST = 10
"""Neighbours in one picture; the list beside it has them all."""
FEWEST = 3
"""With fewer there is nothing to see."""

LABEL = 8.6
"""The width of a label in em, on the narrowest screen."""
MIDDLE = 17.0
"""The width of the entry's own title in em."""
LINE, PAD, GAP, ROOM, BASE = 1.3, 0.3, 0.7, 1.1, 0.95
"""In em: a line of text; above and below a label; between groups; between groups and middle; a line's baseline."""
MOST_LINES, MOST_LINES_BY = 7, 3
"""Lines of a title and of a relation's name: enough for any that fits a page's head; beyond them it is cut."""
CROWD = 3
"""The largest number of neighbours in one group."""


@dataclass(frozen=True, slots=True)
class Neighbour:
    """An entry that is linked with the one in the middle. `title` is plain text."""

    title: str
    kind: str
    url: str


@dataclass(frozen=True, slots=True)
class Bundle:
    """Neighbours by one relation."""

    label: str
    members: tuple[Neighbour, ...]


@dataclass(frozen=True, slots=True)
class Label:
    """A neighbour at its place: `top` and `height` in em, on the left or the right side."""

    neighbour: Neighbour
    lines: tuple[str, ...]
    left: bool
    top: float
    height: float

    @property
    def middle(self) -> float:
        return self.top + self.height / 2


@dataclass(frozen=True, slots=True)
class Caption:
    """The name of a relation at its place."""

    lines: tuple[str, ...]
    left: bool
    top: float


@dataclass(frozen=True, slots=True)
class Layout:
    """The position of everything. The entry's own title is from `middle_top` to `middle_bottom`."""

    title: tuple[str, ...]
    labels: tuple[Label, ...]
    captions: tuple[Caption, ...]
    middle_top: float
    middle_bottom: float
    height: float


def chosen(groups: Iterable[tuple[str, Sequence[Neighbour]]], most: int = MOST) -> tuple[Bundle, ...]:
    """At most so many neighbours: the first of each relation, then the second of each, and so on."""
    groups = tuple(groups)
    rounds = zip_longest(*(range(len(members)) for _, members in groups))
    turns = [at for one in rounds for at, member in enumerate(one) if member is not None][:most]
    return tuple(
        Bundle(label, tuple(members[: turns.count(at)])) for at, (label, members) in enumerate(groups) if at in turns
    )


def layout(title: str, bundles: Iterable[Bundle]) -> Layout:
    """Put bundles into the four corners around the title, so that the corners fill evenly."""
    corners: list[list[Bundle]] = [[], [], [], []]
    heights = [0.0, 0.0, 0.0, 0.0]
    for bundle in _enough(tuple(bundles)):
        at = heights.index(min(heights))
        heights[at] += _height(bundle) + (GAP if corners[at] else 0.0)
        corners[at].append(bundle)
    above = max(heights[:2])
    lines = wrapped(title, MIDDLE, MOST_LINES)
    top = above + ROOM if above else 0.0
    bottom = top + LINE * len(lines) + 4 * PAD
    below = max(heights[2:])
    height = bottom + (ROOM + below if below else 0.0)
    starts = (above - heights[0], above - heights[1], bottom + ROOM, bottom + ROOM)
    labels: list[Label] = []
    captions: list[Caption] = []
    for at, (corner, start) in enumerate(zip(corners, starts, strict=True)):
        _fill(corner, start, at % 2 == 0, labels, captions)
    return Layout(lines, tuple(labels), tuple(captions), top, bottom, height)


def _enough(bundles: tuple[Bundle, ...]) -> tuple[Bundle, ...]:
    """Bundles for all four corners, none of them a crowd, if need be by halving the largest."""
    while largest := max(bundles, key=lambda bundle: len(bundle.members), default=None):
        if len(largest.members) < 2 or (len(bundles) >= 4 and len(largest.members) <= CROWD):
            break
        at, half = bundles.index(largest), (len(largest.members) + 1) // 2
        halves = (
            replace(largest, members=largest.members[:half]),
            replace(largest, members=largest.members[half:]),
        )
        bundles = (*bundles[:at], *halves, *bundles[at + 1 :])
    return bundles


def _fill(corner: Iterable[Bundle], start: float, left: bool, labels: list[Label], captions: list[Caption]) -> None:
    at = start
    for bundle in corner:
        captions.append(Caption(_caption(bundle), left, at))
        at += _label_height(_caption(bundle))
        for neighbour in bundle.members:
            lines = _lines(neighbour)
            labels.append(Label(neighbour, lines, left, at, height := _label_height(lines)))
            at += height
        at += GAP


def _caption(bundle: Bundle) -> tuple[str, ...]:
    return wrapped(bundle.label, LABEL, MOST_LINES_BY)


def _lines(neighbour: Neighbour) -> tuple[str, ...]:
    return wrapped(neighbour.title, LABEL, MOST_LINES)


def _label_height(lines: Sequence[str]) -> float:
    return LINE * len(lines) + 2 * PAD


def _height(bundle: Bundle) -> float:
    return _label_height(_caption(bundle)) + sum(_label_height(_lines(member)) for member in bundle.members)


def draw(title: str, kind: str, bundles: Iterable[Bundle]) -> str:
    """The picture as SVG. Its links bear the titles; colours and lettering are the style sheet's."""
    plan = layout(title, bundles)
    parts = [
        f'<svg class="around" data-kind="{kind}" height="{_em(plan.height)}">',
        '<svg class="branches" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">',
        *(_branch(plan, label) for label in plan.labels),
        "</svg>",
        f'<rect class="here" y="{_em(plan.middle_top)}" height="{_em(plan.middle_bottom - plan.middle_top)}" rx="6"/>',
        _text("50%", plan.middle_top + 2 * PAD + BASE, plan.title),
    ]
    for left in (True, False):
        parts.append(f'<g class="{"left" if left else "right"}">')
        parts += (part for _, part in sorted(_side(plan, left)))
        parts.append("</g>")
    return "".join((*parts, "</svg>"))


def _side(plan: Layout, left: bool) -> Iterator[tuple[float, str]]:
    """Captions and labels of one side, each with its height, by which they are read."""
    x = "42%" if left else "58%"
    for caption in plan.captions:
        if caption.left == left:
            yield caption.top, _text(x, caption.top + PAD + BASE, caption.lines, left=left, by=True)
    for label in plan.labels:
        if label.left == left:
            yield label.top, _link(label, x)


def _link(label: Label, x: str) -> str:
    near, shown = label.neighbour, " ".join(label.lines)
    whole = f"<title>{escape(near.title)}</title>" if shown != near.title else ""
    return (
        f'<a data-kind="{near.kind}" href="{escape(near.url)}">{whole}'
        f'<rect y="{_em(label.top)}" height="{_em(label.height)}"/><circle cy="{_em(label.middle)}"/>'
        f"{_text(x, label.top + PAD + BASE, label.lines, left=label.left)}</a>"
    )


def _text(x: str, baseline: float, lines: Sequence[str], *, left: bool = False, by: bool = False) -> str:
    first, *more = (escape(line, quote=False) for line in lines)
    # A space keeps the words of two lines apart where the text is read aloud or copied. It is at the end where
    # it moves no letter.
    before, inside = ("", " ") if left else (" ", "")
    rest = "".join(f'{before}<tspan x="{x}" dy="{LINE}em">{inside}{line}</tspan>' for line in more)
    name = ' class="by"' if by else ""
    return f'<text{name} x="{x}" y="{_em(baseline)}">{first}{rest}</text>'


def _branch(plan: Layout, label: Label) -> str:
    """From the middle to the label, in per cent of the whole."""
    down = label.top > plan.middle_top
    start = (plan.middle_bottom if down else plan.middle_top) / plan.height * 100
    end = label.middle / plan.height * 100
    x = 45 if label.left else 55
    bend = start + (end - start) * 0.6
    return f'<path data-kind="{label.neighbour.kind}" d="M50 {start:.0f}C50 {bend:.0f} 50 {end:.0f} {x} {end:.1f}"/>'


def _em(length: float) -> str:
    return f"{round(length, 2):g}em"


def boxes(plan: Layout, across: float) -> Iterator[tuple[float, float, float, float]]:
    """What the lettering may cover at most on a picture `across` em wide: left, top, right and bottom in em."""
    for label in plan.labels:
        yield _box(label.left, max(map(width, label.lines)), label.top, label.height, across)
    for caption in plan.captions:
        lines = caption.lines
        yield _box(caption.left, max(map(width, lines)), caption.top, _label_height(lines), across)
    half = max(map(width, plan.title)) / 2
    yield across / 2 - half, plan.middle_top, across / 2 + half, plan.middle_bottom


def _box(left: bool, wide: float, top: float, height: float, across: float) -> tuple[float, float, float, float]:
    near = across * (0.42 if left else 0.58)
    return (near - wide, top, near, top + height) if left else (near, top, near + wide, top + height)
