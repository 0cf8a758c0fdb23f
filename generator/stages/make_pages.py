"""Making the pages, each with what it has read of the playbook, in as many processes as there are."""

from __future__ import annotations

from collections.abc import Callable, ItemsView, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, TypeAlias

from generator.caching.pieces_on_disk import PiecesOnDisk
from generator.outputs._made import FinishedPage
from generator.outputs._record import Record
from generator.outputs.linked_data import described
from generator.outputs.markdown import markdown_path, to_markdown
from generator.outputs.search.records import record
from generator.parallel import Workers
from generator.permalinks.promises import keeping
from generator.site.answers import Answers, Question
from generator.site.page import Page
from generator.site.pages import PageJob
from generator.site.scripts import Scripts
from generator.site.site_context import SiteContext
from generator.site.watched import watched
from generator.stages.earlier import MadePage, PageOnDisk, Pages, Stored
from generator.stages.stored_page import Texts, head_of, texts_of

Written: TypeAlias = tuple[Mapping[str, Any], tuple[Question, ...], tuple[str, ...]]
"""A page that was written to the disk: the data of a `PageOnDisk`, its questions, and their answers."""


class _Some(Mapping[Question, str]):
    """The answers to some questions, out of those to all."""

    __slots__ = ("_answers", "_asked")

    def __init__(self, asked: tuple[Question, ...], answers: Answers) -> None:
        self._asked = asked
        self._answers = answers

    def __getitem__(self, question: Question) -> str:
        if question not in self._asked:
            raise KeyError(question)
        return self._answers[question]

    def __iter__(self) -> Iterator[Question]:
        return iter(self._asked)

    def __len__(self) -> int:
        return len(self._asked)

    def items(self) -> ItemsView[Question, str]:
        return {question: self._answers[question] for question in self._asked}.items()


@dataclass(frozen=True, slots=True)
class NewPage:
    """A page that this build has made: what other files hold of it, and what it is made from."""

    page: Page
    markdown: bytes
    record: Record | None
    given: str
    answers: Mapping[Question, str]
    """Everything that it has read, as questions and their answers."""

    @property
    def finished(self) -> FinishedPage:
        return FinishedPage(self.page, lambda: self.markdown, lambda: self.record)

    @property
    def stored(self) -> Stored:
        return self.given, self.answers, head_of(self.page), [len(text) for text in self.texts]

    @property
    def texts(self) -> Texts:
        return texts_of(self.page, self.markdown, self.record)


class LatePage:
    """A page that is made when it is asked for: the preview shows one page long before all are made."""

    def __init__(self, maker: Maker, job: PageJob) -> None:
        self._maker = maker
        self._job = job
        self.is_made = False

    @cached_property
    def new(self) -> NewPage:
        """The page, made at the first call."""
        self.is_made = True
        return self._maker.make(self._job)

    @cached_property
    def page(self) -> Page:
        markdown = markdown_path(self._job.url) if self._job.url in self._maker.shared.exported else ""
        return PromisedPage(self._job.url, self._job.kind, markdown, lambda: self.new.page)

    @property
    def finished(self) -> FinishedPage:
        return FinishedPage(self.page, lambda: self.new.markdown, lambda: self.new.record)

    @property
    def given(self) -> str:
        return self.new.given

    @property
    def answers(self) -> Mapping[Question, str]:
        return self.new.answers

    @property
    def stored(self) -> Stored:
        return self.new.stored

    @property
    def texts(self) -> Texts:
        return self.new.texts


class PromisedPage(Page):
    """A page of which only address, kind and Markdown are known until something else is asked for."""

    __slots__ = ("_make",)
    _make: Callable[[], Page]

    def __init__(self, url: str, kind: str, markdown: str, make: Callable[[], Page]) -> None:
        for name, value in {"url": url, "kind": kind, "markdown": markdown, "_make": make}.items():
            object.__setattr__(self, name, value)

    def __getattr__(self, name: str) -> Any:
        # Python comes here for a slot without a value.
        return getattr(self._make(), name)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes pages. `anchors` holds for the address of a page the old anchors that it keeps.

    If it is `late`, new pages are made when they are asked for. If there is a `disk`, they are not held in memory.
    """

    shared: SiteContext
    scripts: Scripts
    anchors: Mapping[str, Mapping[str, str]]
    late: bool = False
    disk: PiecesOnDisk | None = None
    answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", Answers(self.shared))

    def made(self, jobs: Sequence[PageJob], earlier: Pages, workers: Workers) -> list[MadePage]:
        """The pages, in the order of the jobs: those of the earlier build that are still right, and the others new."""
        right = earlier.still_right({job.url: self.given(job) for job in jobs}, self.answers)
        wanted = [job for job in jobs if job.url not in right]
        found: dict[str, MadePage] = dict(right)
        if self.late:
            found |= {job.url: LatePage(self, job) for job in wanted}
        else:
            new = workers.share(self._make_all, wanted)
            same = dict[str, str]().setdefault  # other processes send texts of their own: each is held once
            found |= {job.url: self._of(made, same) for job, made in zip(wanted, new, strict=True)}
        return [found[job.url] for job in jobs]

    def given(self, job: PageJob) -> str:
        """What a page is made from besides what it reads of the playbook."""
        old = self.anchors.get(job.url)
        return f"{job.given}\0{sorted(old.items())}" if old else job.given

    def _make_all(self, jobs: Sequence[PageJob]) -> list[NewPage | Written]:
        return [self._written(self.make(job)) for job in jobs]

    def _written(self, made: NewPage) -> NewPage | Written:
        """What remains in memory of a page: all of it if it cannot be written to the disk."""
        if self.disk is None:
            return made
        texts = made.texts
        try:
            at = self.disk.append(b"".join(texts))
        except OSError:
            return made
        sizes = [len(text) for text in texts]
        data = {"given": made.given, "head": head_of(made.page), "at": at, "sizes": sizes}
        return data, tuple(made.answers), tuple(made.answers.values())

    def _of(self, made: NewPage | Written, same: Callable[[str, str], str]) -> MadePage:
        if isinstance(made, NewPage):
            return made
        assert self.disk is not None
        data, asked, answers = made
        asked = tuple(same(question, question) for question in asked)
        for question, answer in zip(asked, answers, strict=True):
            self.answers.setdefault(question, same(answer, answer))
        return PageOnDisk(data, _Some(asked, self.answers), self.disk)

    def make(self, job: PageJob) -> NewPage:
        """A page, with everything that it has read."""
        asked: set[Question] = set()
        seen = watched(self.shared, asked.add)
        page = self.scripts.on(job.make(seen))
        located = seen.graph.entries[job.entry_id] if job.entry_id else None
        page = keeping(described(page, located, seen.graph, seen.site), self.anchors.get(page.url, {}))
        markdown = to_markdown(page.body, seen.exported).encode() if page.markdown else b""
        found = record(page, located, seen.graph.kinds.language.words.life.draft)
        return NewPage(page, markdown, found, self.given(job), {question: self.answers[question] for question in asked})
