"""What a change would do, before it is saved: problems, the words of `diff`, what readers would lose."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

from generator.calculating.program import program_of
from generator.comparing.kept import orphaned
from generator.comparing.links import links
from generator.comparing.notes import Note
from generator.comparing.pages import changed_pages, new_pages
from generator.comparing.scores import SCORED, scores
from generator.comparing.sides import Versions, contents
from generator.comparing.values import changes
from generator.config.project import Project
from generator.content.field_names import field_names
from generator.content.located import Located
from generator.diagnostics.diagnostic import Diagnostic, stops_the_build
from generator.editor.differences import AsForms
from generator.editor.editions import edition_problems
from generator.editor.problems import Shown, route_of
from generator.editor.session import Session, base_of
from generator.editor.targets import Opened
from generator.kinds.calculator import Calculator
from generator.language.language import Numerals
from generator.model.addresses import place
from generator.parallel import ALONE
from generator.permalinks import promises
from generator.pipeline import Reading
from generator.reading.document import Document, document_of
from generator.reading.text import Given
from generator.stages.check import check
from generator.stages.configure import configured


@dataclass(frozen=True, slots=True)
class Trial:
    """A change that is not saved: the content before and with it, and the problems that it would leave."""

    session: Session
    project: Project
    opened: Opened
    raw: bytes
    document: Document | None
    before: Reading
    now: Reading
    found: tuple[Diagnostic, ...]
    """The problems of the file."""
    elsewhere: tuple[Diagnostic, ...]
    """Problems of other files that the change would cause."""

    @property
    def stands(self) -> bool:
        """Whether the playbook could be built, or what stops it has nothing to do with the change."""
        stopping = [problem for problem in (*self.found, *self.elsewhere) if stops_the_build([problem], strict=False)]
        others = [problem for problem in stopping if self._is_of_another(problem)]
        if len(others) < len(stopping):
            return False
        # Another entry of the same file had these before, perhaps on other lines.
        known = {_said(one) for one in _checked(self.before, self.project, self.opened)} if others else set()
        return all(_said(problem) in known for problem in others)

    def _is_of_another(self, problem: Diagnostic) -> bool:
        """Whether a problem stands in another entry of the same file."""
        prefix, document = self.opened.prefix, self.document
        if not prefix or document is None or problem.span.file != self.opened.name:
            return False
        return route_of(problem, document, prefix)[: len(prefix)] != prefix

    @property
    def possible(self) -> str:
        """How it can be saved: `saved` as it is, as a draft only, or not at all."""
        if self.stands:
            return "saved"
        can_be_draft = self.opened.target.kind and self._url not in (self.now.ledger.places if self.now.ledger else ())
        return "draft-only" if can_be_draft else "unsound"

    def problems(self) -> list[dict[str, Any]]:
        """The problems, each at its field."""
        shown = Shown(self.session, self.project, self.opened, self.document, self.now.graph)
        return [
            *shown.problems((*self.found, *self.elsewhere)),
            *edition_problems(self.session, self.project, self.opened, self.now, self.document),
        ]

    @property
    def ids(self) -> frozenset[str]:
        return frozenset({self.opened.target.id})

    def effects(self) -> list[str]:
        """What the change does to readers, in the words of the form, a line each."""
        naming, was, has = AsForms.in_editor(self.session, self.project), self.before, self.now
        versions = Versions(contents(self.project, was), contents(self.project, has), naming, self.ids)
        if self.opened.target.kind is None and not self.opened.target.page:
            now, _ = configured(self.project.file, self.raw)
            return [*versions.said.differences(None, changes(self.project.site, now.site))] if now else []
        notes = (*new_pages(versions), *changed_pages(versions), *links(versions), *self._scores(versions))
        return [line for note in notes for line in _lines(note, self._url)]

    def _scores(self, versions: Versions) -> Iterator[Note]:
        """What changes in scores and results, which need formulas and bands that are sound, before and with it."""
        target = self.opened.target
        if target.kind and target.kind.name in SCORED and self.stands:
            before = _checked(self.before, self.project, self.opened)
            if not stops_the_build(before, strict=False):
                yield from scores(versions)

    @property
    def _url(self) -> str:
        target = self.opened.target
        return f"{target.kind.plural}/{target.id}/" if target.kind else f"{target.page}/"

    def lost_addresses(self) -> list[str]:
        """The addresses of places in the page that were there and would lead nowhere."""
        target = self.opened.target
        if not (target.kind or target.page) or not self.stands:
            return []
        before, now = self.before, self.now
        there = _anchors(self.session, self.project, now, self._url)
        if there is None:
            return []
        ledger = before.ledger.places if before.ledger else {}
        recorded = {address.partition("#")[2] for address in ledger if address.startswith(f"{self._url}#")}
        known = recorded or _anchors(self.session, self.project, before, self._url) or set()
        return [base_of(self.project) + place(self._url, anchor) for anchor in sorted(known - there)]

    def orphaned_answers(self) -> list[str]:
        """What readers have entered and would no longer find."""
        was, has = (reading.graph.entries.get(self.opened.target.id) for reading in (self.before, self.now))
        if was is None or has is None:
            return []
        return list(orphaned(was.entry, has.entry, self.before.graph.entries, self.now.graph.entries))

    def formulas(self) -> dict[str, Any]:
        """What the formulas of a calculator come to with its first numbers, by their routes."""
        has = self.now.graph.entries.get(self.opened.target.id)
        return dict(_formulas(has, self.project.language.numerals)) if has else {}


def problems_of(session: Session, project: Project, found: Opened) -> list[dict[str, Any]]:
    """The problems of what is open, as its file is by now."""
    reading = session.before(project, found)
    shown = Shown(session, project, found, found.document, reading.graph)
    problems = shown.problems(_checked(reading, project, found))
    return [*problems, *edition_problems(session, project, found, reading, found.document)]


def tried(session: Session, project: Project, opened: Opened, raw: bytes) -> Trial:
    """The change after which the file of what is open has these bytes."""
    before = session.before(project, opened)
    if opened.path == project.file:
        document = document_of(raw, opened.name, partial(field_names, project.kinds))[0]
        found = configured(project.file, raw)[1]
        return Trial(session, project, opened, raw, document, before, before, found, ())
    now = session.reading(project, Given(opened.path, raw))
    document = None if opened.target.page else _document(now, opened, raw, project)
    known = set(before.diagnostics)
    withdrawn = () if now.ledger is None else promises.withdrawn(now.graph, now.ledger, now.redirects)
    everywhere = (*now.diagnostics, *withdrawn)
    elsewhere = tuple(d for d in everywhere if d.span.file != opened.name and d not in known)
    return Trial(session, project, opened, raw, document, before, now, _checked(now, project, opened), elsewhere)


def _document(now: Reading, opened: Opened, raw: bytes, project: Project) -> Document | None:
    """What the changed file says: as it was read already, if it has an entry."""
    entries = (*now.graph.entries.values(), *now.graph.left_out)
    found = next((located.document for located in entries if located.document.file == opened.name), None)
    return found or document_of(raw, opened.name, partial(field_names, project.kinds))[0]


def _checked(reading: Reading, project: Project, found: Opened) -> tuple[Diagnostic, ...]:
    """What is to be said about the file that is open; in a file of several entries rules are applied to this one."""
    ids = {found.target.id} if found.prefix else None
    return check(reading, project.site, ALONE, only=lambda name: name == found.name, ids=ids).diagnostics


def _said(problem: Diagnostic) -> tuple[str, str]:
    return problem.code.name, problem.message


def _lines(note: Note, own: str) -> Iterator[str]:
    """A note and those below it, a line each. The page that is open, at the address `own`, need not be named."""
    if note.page != own:
        yield note.text
    for below in note.below:
        yield from _lines(below, own)


def _anchors(session: Session, project: Project, reading: Reading, url: str) -> set[str] | None:
    """Every place in a page that one can link to; None if there is no such page."""
    page = session.page(project, reading, url)
    return {*page.anchors, *page.former} if page else None


def _formulas(located: Located, numerals: Numerals) -> Iterator[tuple[str, Mapping[str, Any]]]:
    entry = located.entry
    if not isinstance(entry, Calculator):
        return
    program = program_of(entry)
    faults = {route: str(fault) for route, fault in program.faults}
    values = {} if faults else program.values({})
    for at, output in enumerate(entry.outputs):
        fault = faults.get(("outputs", at, "formula"))
        if fault:
            yield f"outputs.{at}.formula", {"error": fault}
        elif not faults:
            yield f"outputs.{at}.formula", {"value": program.formats[output.name].text(values[output.name], numerals)}
