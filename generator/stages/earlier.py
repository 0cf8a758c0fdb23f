"""The pages of an earlier build, as they are kept on the disk, and which of them are still right.

With each page is kept what it was given, and every question that it asked of the playbook with the answer. The page is
right as long as all answers are the same. Everything else that decides a page decides all of them and is in the key.
"""

from __future__ import annotations

import json
from collections.abc import Callable, ItemsView, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import islice
from typing import Any, Protocol, TypeAlias

from generator.caching.kept import Kept
from generator.caching.pieces_on_disk import PiecesOnDisk
from generator.outputs._made import FinishedPage
from generator.site.answers import Answers, Question, is_decided_by
from generator.site.page import Page
from generator.stages.stored_page import Head, Texts, finished

SIZE, PIECE = 8, 1000
"""The bytes of the number that says how long the head of the file is; so many answers are encoded at once."""


Stored: TypeAlias = tuple[str, Mapping[Question, str], Head, Sequence[int]]
"""What a page was given, what it asked with the answers, and what is stored of it: its head, and the sizes of its
texts."""


class MadePage(Protocol):
    """A page of a build, whether it was made there or comes from an earlier one."""

    @property
    def page(self) -> Page: ...
    @property
    def finished(self) -> FinishedPage: ...
    @property
    def given(self) -> str: ...
    @property
    def answers(self) -> Mapping[Question, str]: ...
    @property
    def stored(self) -> Stored: ...
    @property
    def texts(self) -> Texts: ...


class Pages(Protocol):
    """The pages of an earlier build."""

    def still_right(self, urls: Mapping[str, str], answers: Answers) -> Mapping[str, MadePage]:
        """Those of the pages at `urls`, each with what it is given today, that would come out the same."""

    def unchanged(self, pages: Iterable[Page], around: str, others: Iterable[str]) -> Mapping[str, str]:
        """The hashes of the files of those `pages` that were written and would come out the same, by path.

        `others` are the paths of files that the key alone decides.
        """


@dataclass(frozen=True, slots=True)
class Leftover:
    """What a build leaves for the next one, under `key`: all pages, and what the frame around them depends on.

    `theme` is the fingerprint of the theme when the build began.
    """

    key: str
    theme: str
    around: str
    pages: Sequence[MadePage]
    sources: Callable[[], Mapping[str, str]] = dict
    """Gives what decides the answers to questions about an entry alone, by its id."""

    def content(self, files: Mapping[str, str]) -> Iterator[bytes]:
        """The size of the head, the head, and the texts of all pages. `files` are the hashes of the written files."""
        head = [*self._head(files)]
        yield sum(map(len, head)).to_bytes(SIZE, "big")
        yield from head
        for made in self.pages:
            yield from made.texts

    def _head(self, files: Mapping[str, str]) -> Iterator[bytes]:
        """One JSON object in pieces: as a whole it would take hundreds of megabytes for ten thousand pages."""
        numbers: dict[Question, int] = {}
        answers: list[str] = []
        pages, at = list[bytes](), 0
        for made in self.pages:
            given, asked, head, sizes = made.stored
            for question, answer in asked.items():
                if question not in numbers:
                    numbers[question] = len(answers)
                    answers.append(answer)
            pages.append(
                _json({"given": given, "asked": [numbers[q] for q in asked], "head": head, "at": at, "sizes": sizes})
            )
            at += sum(sizes)
        about = _json({"around": self.around, "files": dict(files), "sources": dict(self.sources())})
        yield about.removesuffix(b"}") + b',"pages":['
        for number, page in enumerate(pages):
            yield b"," + page if number else page
        yield b'],"answers":['
        both = zip(numbers, answers, strict=True)
        for start in range(0, len(answers), PIECE):
            yield (b"," if start else b"") + _json([*islice(both, PIECE)])[1:-1]
        yield b"]}"


def _json(value: object) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


@dataclass(frozen=True, slots=True)
class PageOnDisk:
    """A page whose texts are on the disk. `data` is its head, and where they begin."""

    data: Mapping[str, Any]
    answers: Mapping[Question, str]
    pieces: PiecesOnDisk

    @property
    def page(self) -> Page:
        return self.finished.page

    @property
    def finished(self) -> FinishedPage:
        return finished(self.data["head"], self.text)

    def text(self, number: int) -> bytes:
        sizes = self.data["sizes"]
        return self.pieces.read(self.data["at"] + sum(sizes[:number]), sizes[number])

    @property
    def texts(self) -> Texts:
        return self.text(0), self.text(1), self.text(2)

    @property
    def given(self) -> str:
        return str(self.data["given"])

    @property
    def stored(self) -> Stored:
        return self.given, self.answers, self.data["head"], self.data["sizes"]


class EarlierPage(PageOnDisk):
    """A page of the earlier build that is still right."""


class _Asked(Mapping[Question, str]):
    """The answers with these numbers, out of a table of all. Pages ask too much for each to hold a copy."""

    __slots__ = ("_numbers", "_table")

    def __init__(self, table: Sequence[tuple[Question, str]], numbers: Sequence[int]) -> None:
        self._table = table
        self._numbers = numbers

    def __getitem__(self, question: Question) -> str:
        for asked, answer in self.items():
            if asked == question:
                return answer
        raise KeyError(question)

    def __iter__(self) -> Iterator[Question]:
        return (self._table[number][0] for number in self._numbers)

    def __len__(self) -> int:
        return len(self._numbers)

    def items(self) -> ItemsView[Question, str]:
        return dict(map(self._table.__getitem__, self._numbers)).items()


@dataclass(slots=True)
class Earlier:
    """The pages of an earlier build by their addresses."""

    pages: Mapping[str, Mapping[str, Any]] = field(default_factory=dict)
    answers: Sequence[tuple[Question, str]] = ()
    pieces: PiecesOnDisk | None = None
    around: str = ""
    files: Mapping[str, str] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)
    _changed: frozenset[int] | None = None
    """The numbers of the answers that are not the same in this build, as soon as they are known."""

    def unchanged(self, pages: Iterable[Page], around: str, others: Iterable[str]) -> Mapping[str, str]:
        """The files of those pages that are right: their Markdown, and the pages themselves in the same frame."""
        pages = tuple(pages)
        paths = [*others, *(page.markdown for page in pages if page.markdown)]
        if around == self.around:
            paths += [page.path for page in pages]
        return {path: self.files[path] for path in paths if path in self.files}

    def still_right(self, urls: Mapping[str, str], answers: Answers) -> Mapping[str, EarlierPage]:
        """Those of the pages at `urls`, each with what it is given today, that would come out the same."""
        if not self.pages or not self.pieces:
            return {}
        if self._changed is None:
            self._changed = frozenset(self._different(answers))
        found = ((url, given, self.pages[url]) for url, given in urls.items() if url in self.pages)
        return {
            url: EarlierPage(data, _Asked(self.answers, data["asked"]), self.pieces)
            for url, given, data in found
            if data["given"] == given and self._changed.isdisjoint(data["asked"])
        }

    def _different(self, answers: Answers) -> Iterator[int]:
        """The numbers of the answers that differ. Those about an entry alone do not if its file has not changed."""
        today = answers.sources
        same = {entry_id for entry_id, source in self.sources.items() if today.get(entry_id) == source}
        for number, (question, answer) in enumerate(self.answers):
            if not is_decided_by(question, same) and answers[question] != answer:
                yield number


NOTHING = Earlier()


def read(kept: Kept, key: str) -> Earlier:
    """What is kept under `key`; nothing if there is none, or if it is damaged."""
    pieces = kept.opened(key)
    if pieces is None:
        return NOTHING
    size = int.from_bytes(pieces.read(0, SIZE), "big")
    head = json.loads(pieces.read(SIZE, size))
    pages = {data["head"]["url"]: data for data in head["pages"]}
    for data in pages.values():
        data["at"] += SIZE + size
    answers = [(question, answer) for question, answer in head["answers"]]
    return Earlier(pages, answers, pieces, head["around"], head["files"], head["sources"])


def write(kept: Kept, leftover: Leftover, files: Mapping[str, str]) -> None:
    """Keep what a build leaves, in place of what others have left."""
    kept.put_parts(leftover.key, leftover.content(files))
    kept.keep_only({leftover.key})
