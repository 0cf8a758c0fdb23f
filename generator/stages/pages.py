"""Making the pages, each with what it has read of the playbook, in as many processes as there are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.outputs._made import FinishedPage
from generator.outputs._record import Record
from generator.outputs.linked_data import described
from generator.outputs.markdown import to_markdown
from generator.outputs.search.records import record
from generator.parallel import Workers
from generator.permalinks.promises import keeping
from generator.site.answers import Answers, Question
from generator.site.page import Page
from generator.site.page_context import SiteContext
from generator.site.render import PageJob
from generator.site.scripts import Scripts
from generator.site.watched import watched
from generator.stages.earlier import Earlier, EarlierPage, Stored
from generator.stages.stored_page import head_of, texts_of


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
        return self.given, self.answers, head_of(self.page), texts_of(self.page, self.markdown, self.record)


@dataclass(frozen=True, slots=True)
class Maker:
    """Makes pages. `anchors` holds for the address of a page the old anchors that it keeps."""

    shared: SiteContext
    scripts: Scripts
    anchors: Mapping[str, Mapping[str, str]]
    answers: Answers = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "answers", Answers(self.shared))

    def made(self, jobs: Sequence[PageJob], earlier: Earlier, workers: Workers) -> list[NewPage | EarlierPage]:
        """The pages, in the order of the jobs: those of the earlier build that are still right, and the others new."""
        right = earlier.still_right({job.url: self.given(job) for job in jobs}, self.answers)
        new = iter(workers.share(self._make_all, [job for job in jobs if job.url not in right]))
        return [right.get(job.url) or next(new) for job in jobs]

    def given(self, job: PageJob) -> str:
        """What a page is made from besides what it reads of the playbook."""
        old = self.anchors.get(job.url)
        return f"{job.given}\0{sorted(old.items())}" if old else job.given

    def _make_all(self, jobs: Sequence[PageJob]) -> list[NewPage]:
        return [self._make(job) for job in jobs]

    def _make(self, job: PageJob) -> NewPage:
        asked: set[Question] = set()
        seen = watched(self.shared, asked.add)
        page = self.scripts.on(job.make(seen))
        located = seen.graph.entries[job.entry_id] if job.entry_id else None
        page = keeping(described(page, located, seen.graph, seen.site), self.anchors.get(page.url, {}))
        markdown = to_markdown(page.body, seen.exported).encode() if page.markdown else b""
        found = record(page, located)
        return NewPage(page, markdown, found, self.given(job), {question: self.answers[question] for question in asked})
