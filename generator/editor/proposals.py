"""What is proposed with git: a branch with what the editor has changed, and what that changes for readers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from http import HTTPStatus
from pathlib import Path
from typing import Any

from generator import pipeline
from generator.caching.memory import Aside
from generator.comparing.compare import compare_contents
from generator.comparing.formats import as_data, as_message
from generator.comparing.notes import Note, NoteGroup
from generator.comparing.revision import NoRevision, files_at
from generator.comparing.sides import Versions, contents
from generator.config.project import Project
from generator.diagnostics.diagnostic import stops_the_build
from generator.editing.addresses import recorded
from generator.editing.proposing import Proposal, cannot_propose, differing, proposed_already
from generator.editing.proposing import propose as proposed
from generator.editor.differences import AsForms
from generator.editor.form_words import Json
from generator.editor.session import Session
from generator.editor.wrong import Wrong
from generator.media.folder import FOLDER as FILES
from generator.model.addresses import index
from generator.model.addresses import page as page_address
from generator.parallel import ALONE
from generator.permalinks.ledger import file_of
from generator.permalinks.promises import addresses_of
from generator.pipeline import Reading
from generator.schema.json_schema import FOLDER as SCHEMAS
from generator.stages.build import page_of
from generator.stages.check import check
from generator.stages.configure import configured
from generator.system.files import changing, write_files

LONGEST_MESSAGE = 10_000
"""The most characters of the message of a proposal."""

MOST_LINES = 10
"""The most lines of notes in the message that is suggested for a proposal."""


def can_propose(session: Session, project: Project) -> bool:
    """Whether something was saved that could be proposed. Each page of the preview asks, so git compares nothing."""
    return bool(session.journal(project).done) and not session.cannot_propose(project)


def changes(session: Session, _query: Mapping[str, str]) -> Json:
    """What the editor has changed and differs from the last commit, for readers, and a message for it.

    `made` is the proposal that has all of it already; None if there is none.
    """
    project = session.project()
    files = _to_propose(session, project)
    names = [project.name_of(path) for path in files]
    made = proposed_already(project.root, files) if files else None
    headline, groups = _outcome(session, project, names) if names else ("", ())
    message = "\n\n".join(filter(None, (headline, as_message(groups, MOST_LINES, project.language.words))))
    return {"groups": as_data(groups), "message": message, "files": names, "made": _named(made) if made else None}


def propose(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """Make a branch with a commit of what the editor has changed. Nothing is pushed.

    New addresses are recorded with it: they become promises with the proposal, not with each save.
    """
    with session.writing, changing(session.project().root):
        project = session.project()
        message = str(data.get("message") or changes(session, {})["message"])[:LONGEST_MESSAGE]
        if not message.strip():
            raise Wrong("There is nothing to propose: all files are as in the last commit.", HTTPStatus.CONFLICT)
        files = _to_propose(session, project)
        ledgers = _with_new_addresses(session, project, [project.name_of(path) for path in files])
        write_files(ledgers, project.root)
        for path in ledgers:
            session.journal(project).note_added(project.name_of(path))
        made = proposed(project.root, (*files, *ledgers), message, date.today())
    return {**_named(made), "message": message}


def _named(made: Proposal) -> Json:
    return {"branch": made.branch, "commit": made.commit, "push": made.push}


def _to_propose(session: Session, project: Project) -> tuple[Path, ...]:
    if why := cannot_propose(project.root):
        raise Wrong(why, HTTPStatus.CONFLICT)
    schemas = (path for path in (project.root / SCHEMAS).glob("*.json"))
    names = session.journal(project).names()
    return differing(project.root, [*(project.root / name for name in names), *(schemas if names else ())])


def _outcome(session: Session, project: Project, names: Sequence[str]) -> tuple[str, tuple[NoteGroup, ...]]:
    """What these files change for readers against the last commit: in one line, and in detail.

    What was changed and changed back is not in it, nor what others have changed in other files.
    """
    try:
        with files_at(project, "HEAD") as folder:
            other, _ = configured(folder / project.file.name)
            if other is None:
                return _only_files(project, names)
            before = pipeline.connected(other, memory=Aside(session.workspace.memory))
            now = session.reading(project)
            scored = all(_is_sound(reading, one, names) for reading, one in ((before, other), (now, project)))
            was, has = contents(other, _only(before, names)), contents(project, _only(now, names))
            if project.file.name not in names:
                was = replace(was, config=has.config)
            sides = Versions(was, has, AsForms.in_editor(session, project), _ids((before, now), names))
            groups = (*compare_contents(sides, scored=scored), *_pictures(sides, names))
            return _headline(project, sides, groups), groups
    except NoRevision:
        return _only_files(project, names)


def _only_files(project: Project, names: Sequence[str]) -> tuple[str, tuple[NoteGroup, ...]]:
    """What can be said if the last commit has no playbook that can be read."""
    words = project.language.words.comparing
    return words.change_playbook, (NoteGroup("only_files", words.headings.only_files, tuple(map(Note, names))),)


def _is_sound(reading: Reading, project: Project, names: Sequence[str]) -> bool:
    found = check(reading, project.site, ALONE, only=lambda name: name in names).diagnostics
    return not stops_the_build(found, strict=False)


def _only(reading: Reading, names: Sequence[str]) -> Reading:
    """The reading with these files alone of the pages that are written by hand."""
    return replace(reading, pages=tuple(page for page in reading.pages if page.file in names))


def _ids(readings: Iterable[Reading], names: Sequence[str]) -> frozenset[str]:
    """The entries in these files."""
    entries = (located for reading in readings for located in reading.graph.entries.values())
    return frozenset(located.id for located in entries if located.document.file in names)


def _pictures(sides: Versions, names: Sequence[str]) -> Iterator[NoteGroup]:
    notes = [Note(name.partition(f"/{FILES}/")[2]) for name in names if f"/{FILES}/" in name]
    if notes:
        yield sides.said.group("files", notes)


def _headline(project: Project, sides: Versions, groups: Sequence[NoteGroup]) -> str:
    """What is done, in one line: the first thing, and how many more."""
    said, words = sides.said, project.language.words.comparing
    done = [
        *((words.do_add, located) for located in sides.new()),
        *((words.do_remove, located) for located in sides.gone()),
        *((words.do_rename, now) for before, now in sides.both() if before.url != now.url),
        *(
            (words.do_change, now)
            for before, now in sides.both()
            if before.url == now.url and before.entry != now.entry
        ),
    ]
    in_sentence = project.language.in_sentence
    named = [(do, one.kind.label, one.entry.title) for do, one in done]
    pages = [page for page in sides.now.reading.pages if page not in sides.before.reading.pages]
    named += [(words.do_change, project.language.words.editor.page, page.title) for page in pages]
    first = [do(what=f"{in_sentence(label)} {said.quoted(title)}") for do, label, title in named]
    if not first:
        return str(words.do_change(what=in_sentence(groups[0].heading)) if groups else words.change_files)
    return str(words.and_others(len(first) - 1, first=first[0]) if len(first) > 1 else first[0])


def _with_new_addresses(session: Session, project: Project, names: Sequence[str]) -> dict[Path, bytes]:
    """The ledgers of the playbook, or of each of its sites, that get addresses from what is proposed."""
    reading = session.reading(project)
    found: dict[Path, bytes] = {}
    for name in tuple(project.site.sites) or ("",):
        shown_in, shown = pipeline.of_site(project, reading, name)
        if (project.root / file_of(name)).exists():
            found |= recorded(shown_in, shown.ledger, [*_addresses(session, shown_in, shown, names)]).file
    return found


def _addresses(session: Session, project: Project, reading: Reading, names: Sequence[str]) -> Iterator[str]:
    """The addresses of the entries, pages and files that are proposed, except drafts."""
    memory, theme = Aside(session.workspace.memory), session.workspace.theme or project.theme.fingerprint()
    entries = [one for one in reading.graph.entries.values() if one.document.file in names and not one.entry.draft]
    lists = dict.fromkeys(index(located.kind.plural) for located in entries)
    written = (page_address(page.slug) for page in reading.pages if page.file in names)
    for url in (*lists, *(located.url for located in entries), *written):
        with session.making:
            page = page_of(project, reading, url, memory, theme)
        if page:
            yield from addresses_of(page)
    yield from (file.address for file in reading.graph.files.values() if project.name_of(file.path) in names)
