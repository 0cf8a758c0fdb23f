"""Taking back saves that the journal has noted, and making them again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from http import HTTPStatus
from pathlib import Path
from typing import Any

from generator.config.project import Project
from generator.content.field_names import field_names
from generator.content.files import PAGES
from generator.editing.journal import FileChange, Journal, JournalStep, bytes_of
from generator.editing.planned import Planned
from generator.editor.form_words import Json
from generator.editor.session import Session, address_of
from generator.editor.targets import SITE_FIELDS, Opened, opened, target_of
from generator.editor.wishes import Wish
from generator.editor.wrong import Wrong
from generator.pipeline import Reading
from generator.reading.composer import Data
from generator.reading.document import document_of
from generator.schema.json_schema import FOLDER as SCHEMAS
from generator.schema.write import for_editors, write
from generator.system.files import changing


def state(session: Session, project: Project) -> Json:
    """Whether there is a save to take back and one to make again, and whether changes can be proposed."""
    journal = session.journal(project)
    why_not = session.cannot_propose(project)
    return dict(
        canUndo=journal.done > 0,
        canRedo=journal.done < len(journal.steps),
        git={"can_propose": not why_not, "why_not": why_not},
    )


def named(found: Opened) -> dict[str, Any]:
    """What is open as the journal names it: it is there by then."""
    data = found.as_data()
    return {name: data[name] for name in ("kind", "id", "page", "site") if name in data}


def carry_out(
    session: Session, project: Project, found: Opened, effects: Iterable[str], planned: Planned, act: str = ""
) -> str:
    """Note a change in the journal, and then write it. Returns the name by which it is taken back. Raises Refused."""
    changes = tuple(change for change in _changes(project, planned) if change.before != change.after)
    step = JournalStep(named(found), tuple(effects), changes, act)
    session.journal(project).note(step)
    planned.write(project.root)
    return step.name


def _changes(project: Project, planned: Planned) -> Iterator[FileChange]:
    """What becomes of each file, in the order of names."""
    wanted: dict[Path, bytes | None] = {**dict.fromkeys((*planned.deleted, *planned.moved.values())), **planned.files}
    for path in sorted(wanted):
        yield FileChange(project.name_of(path), bytes_of(path), wanted[path])


def earlier_versions(journal: Journal, name: str) -> Iterator[str]:
    """The texts of a file before each of its changes, the newest first."""
    for step in reversed(journal.steps[: journal.done]):
        for change in step.files:
            if change.name == name and change.before is not None:
                yield change.before.decode("utf-8", "replace").replace("\r\n", "\n")


def refresh(project: Project, reading: Reading) -> None:
    """Update the files with which other editors complete ids and titles, if the playbook has any."""
    if (project.root / SCHEMAS).is_dir():
        write(for_editors(project, reading), project.root)


def saves(session: Session, _query: Mapping[str, str]) -> Json:
    """The save that can be taken back, and the one that can be made again; None where there is none."""
    project = session.project()
    journal = session.journal(project)
    found = {"undo": _next(journal, back=True), "redo": _next(journal, back=False)}
    return {which: _described(session, project, step) if step else None for which, step in found.items()}


def _next(journal: Journal, *, back: bool) -> JournalStep | None:
    """The change that would be taken back next, or made again."""
    if back:
        return journal.steps[journal.done - 1] if journal.done else None
    return journal.steps[journal.done] if journal.done < len(journal.steps) else None


def _described(session: Session, project: Project, step: JournalStep) -> Json:
    """A save for people: what it is of, by title, and what it changed."""
    kind = project.kinds.by_name.get(str(step.target.get("kind", "")))
    return {
        "save": step.name,
        "target": dict(step.target),
        "title": _title(session, project, step),
        "kind_label": kind.label if kind else "",
        "effects": list(step.effects),
        "act": step.act,
    }


def _title(session: Session, project: Project, step: JournalStep) -> str:
    """What a save is of, as the files of the save have it, or as it is called by now; empty for the configuration."""
    reading, target = session.known(project), step.target
    if "page" in target:
        slug = str(target["page"]).removeprefix(f"{PAGES}/").removesuffix(".md")
        return next((page.title for page in reading.pages if page.slug == slug), slug)
    entry_id = str(target.get("id", ""))
    after, before = ([(one.name, one.after) for one in step.files], [(one.name, one.before) for one in step.files])
    texts = ((name, raw) for name, raw in (*after, *before) if raw is not None)
    own = next((title for name, raw in texts if (title := _title_in(name, raw, entry_id))), "")
    located = reading.graph.known.get(entry_id)
    return own or (located.entry.title if located else entry_id)


def _title_in(name: str, raw: bytes, entry_id: str) -> str:
    """The title of an entry in a file that it has for itself, or shares with others; empty if it is not in it."""
    document = document_of(raw, name)[0]
    data = document.data if document else None
    if not isinstance(data, dict):
        return ""
    entry = data if Path(name).stem == entry_id else data.get(entry_id)
    title = entry.get("title") if isinstance(entry, dict) else None
    return title if isinstance(title, str) else ""


def undo(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """Take back the last save that is in the files. Changes that others have made since stay."""
    return _moved(session, data.get("save"), back=True)


def redo(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """Make the save again that was taken back last, or that was interrupted."""
    return _moved(session, data.get("save"), back=False)


def _moved(session: Session, wanted: object, *, back: bool) -> Json:
    """Take a save back or make it again; `wanted` is the one that somebody was shown. Raises Wrong if it is another."""
    with session.writing, changing(session.project().root):
        project = session.project()
        journal = session.journal(project)
        step = _next(journal, back=back)
        if step is None:
            raise Wrong(f"There is no save to {'take back' if back else 'make again'}.", HTTPStatus.CONFLICT)
        if wanted not in (None, step.name):
            raise Wrong("There is a newer save meanwhile. Look again which one it is.", HTTPStatus.CONFLICT)
        contents = {project.root / change.name: _wanted(project, step, change, back=back) for change in step.files}
        there = {path: raw for path, raw in contents.items() if raw is not None}
        Planned(there, deleted=tuple(path for path, raw in contents.items() if raw is None)).write(project.root)
        journal.stand_at(journal.done + (-1 if back else 1))
        project = session.project()
        refresh(project, session.reading(project))
    return {**_shown(project, step), "save": step.name, "effects": list(step.effects), **state(session, project)}


def _wanted(project: Project, step: JournalStep, change: FileChange, *, back: bool) -> bytes | None:
    """What a file is to hold. Raises Wrong if others have changed the same since."""
    was, wanted = (change.after, change.before) if back else (change.before, change.after)
    now = bytes_of(project.root / change.name)
    if now == was:
        return wanted
    found = opened(target_of(step.target, project), project) if len(step.files) == 1 and now is not None else None
    if found and found.name == change.name and was is not None and wanted is not None:
        value, former = (_value_in(raw, found, project) for raw in (was, wanted))
        if value is not None and former is not None and found.value == value:
            return Wish(project, found, former, ()).raw()
    said = f"{change.name} has been changed since in the same place, so it is left as it is. Change it by hand."
    raise Wrong(said, HTTPStatus.CONFLICT)


def _value_in(raw: bytes, found: Opened, project: Project) -> Mapping[str, Data] | None:
    """The value of what is open in another version of its file; None if it is not in that."""
    document = document_of(raw, found.name, partial(field_names, project.kinds))[0]
    data: Any = document.data if document else None
    for name in found.prefix:
        data = data.get(name) if isinstance(data, dict) else None
    if not isinstance(data, dict) or found.target.page:
        return None
    return {name: data[name] for name in SITE_FIELDS if name in data} if found.target.kind is None else data


def _shown(project: Project, step: JournalStep) -> Json:
    """Where to go on after a save was taken back or made again: to what it changed, if that is there."""
    try:
        found = opened(target_of(step.target, project), project)
    except Wrong:
        return {"target": None, "version": "", "address": ""}
    return {"target": found.as_data(), "version": found.version, "address": address_of(project, found)}
