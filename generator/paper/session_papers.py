"""The papers of a session besides its sheets: name tents, the attendance list, certificates of attendance.

A name is set in the largest type with which its lines fit into their place; it is never cut. What is known of a letter
is only whether it is narrow or wide, so the type may be a little smaller than necessary.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from typing import Any

from markupsafe import Markup

from generator.paper.documents import Documents
from generator.paper.pack_documents import DocumentPart, marked
from generator.paper.sizes import Paper
from generator.sessions.papers import ROWS, SessionPaper, seats
from generator.sessions.schedule import schedule, time_of_day
from generator.sessions.session import PlannedSession

POINTS = 72 / 25.4
"""Points in a millimetre."""

LEADING = 1.2
"""The height of a line of a name, as a share of its type."""

MOST_LINES = 3

READABLE = 14.0
"""The smallest type of a name, in points. A name that does not fit with it is broken within its words."""

BETWEEN, MOST_LISTED = " · ", 28
"""So many blocks are listed on a certificate; more are said one after the other."""

WIDE, NARROW, CAPITALS = frozenset("MWmw@%&—"), frozenset(" iljftrI.,:;'’|-()!"), frozenset("OQGDNHUK")


@dataclass(frozen=True, slots=True)
class NamePlace:
    """Where a name stands: how wide and how high, in millimetres, and the largest type, in points."""

    width: float
    height: float
    largest: float


TENT_SIDES, TENT_TOP, TENT_HEIGHT = 15.0, 12.0, 108.0
"""The margins of a name on its half of a tent, and the height that it may take, as in the styles."""

CERTIFICATE = NamePlace(150, 24, 34)


FRAME = 28.0
"""What is left of the height of the paper around the frame of a certificate, in millimetres."""


@dataclass(frozen=True, slots=True)
class SetName:
    """A name in lines, the size of its type, and the space above it if it stands in the middle, in points."""

    lines: tuple[str, ...]
    size: float
    above: float


EMPTY = SetName((), 0, 0)
"""No name: there is a line to write on."""


def set_name(name: str, place: NamePlace) -> SetName:
    """A name as it is set in its place: in as many lines as give the largest type."""
    if not name:
        return EMPTY
    size, lines = max((_size(lines, place), lines) for lines in _broken(name))
    if size < READABLE:
        size, lines = READABLE, tuple(_filled(name, place.width * POINTS / READABLE))
    above = (place.height * POINTS - len(lines) * size * LEADING) / 2
    return SetName(lines, round(size, 2), round(max(0.0, above), 2))


def _broken(name: str) -> Iterator[tuple[str, ...]]:
    """The ways to break a name into lines between its words."""
    words = name.split(" ")
    for number in range(min(MOST_LINES, len(words))):
        ways = combinations(range(1, len(words)), number) if len(words) <= 12 else _even(len(words), number)
        for breaks in ways:
            edges = (0, *breaks, len(words))
            yield tuple(" ".join(words[start:end]) for start, end in pairwise(edges))


def _filled(name: str, most: float) -> Iterator[str]:
    """Lines that are at most so many ems wide; words that are wider are broken."""
    line = ""
    for word in name.split(" "):
        if line and ems(f"{line} {word}") > most:
            yield line
            line = ""
        line = f"{line} {word}".lstrip()
        while ems(line) > most:
            end = next(at for at in range(len(line), 0, -1) if ems(line[:at]) <= most)
            yield line[:end]
            line = line[end:]
    yield line


def _even(words: int, breaks: int) -> Iterator[tuple[int, ...]]:
    """The one way that is tried where there are too many."""
    yield tuple(words * at // (breaks + 1) for at in range(1, breaks + 1))


def _size(lines: Sequence[str], place: NamePlace) -> float:
    widest = max(map(ems, lines))
    return min(place.largest, place.width * POINTS / widest, place.height * POINTS / (len(lines) * LEADING))


def ems(text: str) -> float:
    """At most how wide a text in bold type is, as a multiple of its size."""
    return sum(_ems(letter) for letter in text)


def _ems(letter: str) -> float:
    if letter in WIDE or ord(letter) > 0x2E7F:
        return 1.0
    if letter in NARROW:
        return 0.45
    return (0.85 if letter in CAPITALS else 0.75) if letter.isupper() else 0.6


def paper_parts(at: Documents, session: PlannedSession, paper: Paper) -> Iterator[DocumentPart]:
    """The papers that a session wants, but for the feedback form, which is a sheet."""
    makers = {"tents": _tents, "attendance": _attendance, "certificates": _certificates}
    for name, make in makers.items():
        if name in session.papers:
            yield from make(at, session, paper)


def _attendance(at: Documents, session: PlannedSession, paper: Paper) -> Iterator[DocumentPart]:
    number = seats(session.people, session.names)
    names = [*session.names, *[""] * (number - len(session.names))]
    rows: list[tuple[int, str]] = [*enumerate(names, 1)]
    rows += [(0, "")] * (-len(rows) % ROWS)
    pages = [rows[start : start + ROWS] for start in range(0, len(rows), ROWS)]
    content = _template(at).attendance(pages, session.title, _day(at, session), _foot(at, session), at.logo)
    yield _part(at, "attendance", session, Markup(content), paper)


def _tents(at: Documents, session: PlannedSession, paper: Paper) -> Iterator[DocumentPart]:
    half = paper.height / 2
    place = NamePlace(paper.width - 2 * TENT_SIDES, TENT_HEIGHT, 96)

    def tents(names: Iterable[str]) -> Markup:
        found = (set_name(name, place) for name in names)
        top = TENT_TOP * POINTS
        tents = [SetName(one.lines, one.size, one.above + top) for one in found]
        return Markup(_template(at).tents(tents, session.title, half, at.logo))

    yield from _named_and_empty(at, "tents", session, tents, paper)


def _certificates(at: Documents, session: PlannedSession, paper: Paper) -> Iterator[DocumentPart]:
    words = at.language.words

    def certificates(names: Iterable[str]) -> Markup:
        made = [set_name(name, CERTIFICATE) for name in names]
        blocks = done(session, words.session.pause)
        listed = blocks if len(blocks) <= MOST_LISTED else (BETWEEN.join(blocks),)
        about = (session.title, _day(at, session), time_of(at, session), listed)
        return Markup(_template(at).certificates(made, *about, at.site.name, at.logo, paper.height - FRAME))

    yield from _named_and_empty(at, "certificates", session, certificates, paper)


def _named_and_empty(
    at: Documents, name: SessionPaper, session: PlannedSession, make: Any, paper: Paper
) -> Iterator[DocumentPart]:
    """A page for each name, and those for people whose names are not known, which are all the same."""
    empty = seats(session.people, session.names) - len(session.names)
    if session.names:
        yield _part(at, name, session, make(session.names), paper)
    if empty:
        yield _part(at, "" if session.names else name, session, make([""]), paper, empty)


def _part(
    at: Documents, name: SessionPaper | str, session: PlannedSession, content: Markup, paper: Paper, copies: int = 1
) -> DocumentPart:
    label = at.language.words.session_papers[name] if name else session.title
    content = marked(name, label, content) if name else content
    return DocumentPart(name, label, at.page(content, label, session.title, paper, "pack"), copies)


def fillable(at: Documents, paper: Paper) -> Iterator[tuple[SessionPaper, str]]:
    """The papers with fields in place of what is not known yet. The browser writes into these places."""
    template, words = _template(at), at.language.words.session_papers
    contents: dict[SessionPaper, str] = {
        "tents": template.tents([EMPTY], "", paper.height / 2, at.logo, fill=True),
        "attendance": template.attendance([[(0, "")] * ROWS], "", "", at.site.name, at.logo, fill=True),
        "certificates": template.certificates(
            [EMPTY], "", "", "", (), at.site.name, at.logo, paper.height - FRAME, fill=True
        ),
    }
    for name, content in contents.items():
        form = Markup("<form>{}</form>").format(Markup(content))
        yield name, at.page(form, words[name], "", paper, "pack")


def done(session: PlannedSession, pause: str) -> tuple[str, ...]:
    """What people have done: the titles of the blocks that are no breaks, each once. `pause`: the title of breaks."""
    return tuple(dict.fromkeys(block.title for block in session.blocks if block.of and block.title != pause))


def time_of(at: Documents, session: PlannedSession) -> str:
    """From when until when a session lasts, and how long that is."""
    found = schedule(session)
    times = {"start": time_of_day(session.start), "end": time_of_day(found.end)}
    return str(at.language.words.session_papers.lasts(minutes=at.language.duration(found.total), **times))


def _day(at: Documents, session: PlannedSession) -> str:
    return at.language.day(session.day) if session.day else ""


def _foot(at: Documents, session: PlannedSession) -> str:
    return f"{at.site.name} · {session.title}"


def _template(at: Documents) -> Any:
    return at.templates.get_template("components/session-papers/paper.html.j2").module
