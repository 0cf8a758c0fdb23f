"""What changes the playbook: a change is tried, saved, or an entry renamed or removed. One writer at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from generator.comparing.kept import orphaned
from generator.comparing.notes import listed, quoted
from generator.config.project import Project
from generator.content.located import Located
from generator.diagnostics.diagnostic import stops_the_build
from generator.editing import remove as removing
from generator.editing import rename as renaming
from generator.editing.journal import bytes_of
from generator.editing.planned import Planned
from generator.editing.references import Named
from generator.editor.form_words import Json
from generator.editor.history import carry_out, earlier_versions, refresh, state
from generator.editor.session import Session, address_of, base_of, linked_from, read_only
from generator.editor.targets import Opened, opened, target_of
from generator.editor.trial import Trial, tried
from generator.editor.wishes import Wish, wish_of
from generator.editor.wrong import Wrong
from generator.model import addresses
from generator.pipeline import Reading
from generator.system.files import changing

CHANGED = (
    "Somebody has changed the same meanwhile, so nothing was saved. Choose for each of these fields what is to stay."
)
NOT_SOUND = "The playbook could not be built with this. Correct what is marked, or save it as a draft."
NO_DRAFT = "The playbook could not be built with this. Correct what is marked, then save it."

GONE = "The page has not been published yet, so no old links can lead to it."

TIMES = 5
"""So many times a change is tried that another program gets ahead of."""


def try_(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """What a change would do. Nothing is written."""
    project = session.project()
    wish = _wish(session, data, project)
    trial = tried(session, project, wish.opened, wish.raw())
    return {
        "problems": trial.problems(),
        "effects": trial.effects(),
        "lost_addresses": trial.lost_addresses(),
        "orphaned_answers": trial.orphaned_answers(),
        "stands": trial.possible,
        "formulas": trial.formulas(),
        **(wish.changed() if data.get("version") != wish.opened.version and not wish.opened.target.new else {}),
    }


def save(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """Write a change into its file, if the playbook can be built with it, or as a draft."""
    with session.writing, changing(session.project().root):
        for _ in range(TIMES):
            project = session.project()
            wish = _to_save(session, data, project)
            trial = _sound_trial(session, project, wish, draft=bool(data.get("draft")))
            effects, problems = trial.effects(), trial.problems()
            # Another program may have written the file while the change was tried.
            if bytes_of(wish.opened.path) == wish.opened.raw:
                carry_out(session, project, wish.opened, effects, Planned({wish.opened.path: trial.raw}))
                refresh(project, trial.now)
                return {**_saved(session, wish), "effects": effects, "problems": problems}
    raise Wrong(f"{wish.opened.name} is being written by another program. Save again in a moment.", HTTPStatus.CONFLICT)


def _wish(session: Session, data: Mapping[str, Any], project: Project) -> Wish:
    """What a request wants, with the versions of the file that the journal has."""
    wish = wish_of(data, project)
    versions = earlier_versions(session.journal(project), wish.opened.name)
    return replace(wish, versions=tuple(versions))


def _to_save(session: Session, data: Mapping[str, Any], project: Project) -> Wish:
    """What a request wants to save. Raises Wrong if somebody else has changed the same, or it cannot be saved so."""
    wish = _wish(session, data, project)
    if wish.conflicts:
        raise Wrong(CHANGED, HTTPStatus.CONFLICT, wish.changed())
    if wish.opened.target.new and not wish.opened.target.id:
        raise Wrong("A new entry needs an id, which is its name in the address.")
    if reason := read_only(wish.opened.path):
        raise Wrong(reason, HTTPStatus.CONFLICT)
    if data.get("draft") and not wish.opened.target.kind:
        raise Wrong("Only entries can be drafts.")
    return wish.as_draft if data.get("draft") else wish


def _sound_trial(session: Session, project: Project, wish: Wish, *, draft: bool) -> Trial:
    """The change as it would be. Raises Wrong if the playbook could not be built with it."""
    trial = tried(session, project, wish.opened, wish.raw())
    if not trial.stands:
        said = NOT_SOUND if trial.possible == "draft-only" and not draft else NO_DRAFT
        raise Wrong(said, HTTPStatus.UNPROCESSABLE_ENTITY, {"problems": trial.problems()})
    return trial


def _saved(session: Session, wish: Wish) -> Json:
    """What is there after a change."""
    project = session.project()
    target = wish.opened.target
    found = opened(target_of({**wish.opened.as_data(), "new": False}, project), project) if target.kind else None
    found = found or opened(target, project)
    return {
        "target": found.as_data(),
        "version": found.version,
        "address": address_of(project, found),
        **state(session, project),
    }


def rename(session: Session, data: Mapping[str, Any], query: Mapping[str, str]) -> Json:
    """Give an entry another id, as `playbook rename` does, or say what that would do."""
    new = str(data.get("to", ""))
    with session.writing, changing(session.project().root):
        project, found, reading = _sound(session, data)
        old = found.target.id
        refused = renaming.objection(reading, old, new) or ""
        if "try" in query:
            linked = list(linked_from(project, reading.graph, old))
            effects = [] if refused else [_renamed(project, found, new), _changed_links(len(linked))]
            return {"refused": _sentence(refused), "effects": effects, "linked_from": linked}
        if refused:
            raise Wrong(_sentence(refused))
        _, planned = renaming.renaming(project, reading, old, new)
        carry_out(session, project, found, [_renamed(project, found, new)], planned)
        assert found.target.kind is not None
        now = opened(target_of({"kind": found.target.kind.name, "id": new}, project), project)
        refresh(project, session.reading(project))
    return {"address": address_of(project, now), "target": now.as_data()}


def _renamed(project: Project, found: Opened, new: str) -> str:
    assert found.target.kind is not None
    base, folder = base_of(project), found.target.kind.plural
    return f"{base}{folder}/{found.target.id}/ will lead to {base}{folder}/{new}/, so old links keep working."


def _changed_links(count: int) -> str:
    return f"Entries that link here, and are changed along: {count}."


def remove(session: Session, data: Mapping[str, Any], query: Mapping[str, str]) -> Json:
    """Delete an entry that nothing refers to, as `playbook remove` does, or say what that would do."""
    with session.writing, changing(session.project().root):
        project, found, reading = _sound(session, data)
        kind, entry_id = found.target.kind, found.target.id
        assert kind is not None
        to = str(data.get("to") or kind.plural)
        located = reading.graph.entries.get(entry_id)
        fresh = _unpublished(reading, located) if located else frozenset()
        redirects = not (located and located.url in fresh)
        named = removing.in_the_way(reading, entry_id) if located else []
        refused = (removing.objection(reading, entry_id, to) if redirects else "") or _in_the_way(reading, named)
        linked = list(linked_from(project, reading.graph, entry_id))
        if "try" in query:
            effects = [_redirected(reading, to) if redirects else GONE]
            lost = orphaned(located.entry, None, reading.graph.entries, {}) if located and redirects else ()
            answers = {"orphaned_answers": list(lost)}
            return {"refused": _sentence(refused), "effects": effects, "linked_from": linked, **answers}
        if refused:
            raise Wrong(_sentence(refused), HTTPStatus.CONFLICT, {"linked_from": linked})
        _, planned = removing.removal(project, reading, entry_id, to, fresh)
        effect = f"{base_of(project)}{kind.plural}/{entry_id}/ is removed."
        carry_out(session, project, found, [effect], planned)
        refresh(project, session.reading(project))
    return {"address": f"{base_of(project)}{kind.plural}/"}


def _unpublished(reading: Reading, located: Located) -> frozenset[str]:
    """The addresses of an entry that nobody can have linked: they are not recorded where others are."""
    own = (addresses.entry(located.kind.plural, one) for one in (located.id, *located.entry.aliases))
    return frozenset(own).difference(reading.ledger.places) if reading.ledger else frozenset()


def _redirected(reading: Reading, to: str) -> str:
    """Where old links to a removed entry lead."""
    located, kind = reading.graph.entries.get(to), reading.graph.kinds.by_plural.get(to)
    title = located.entry.title if located else kind.label_plural if kind else to
    return f"Old links to this page will open {quoted(title)}."


def _in_the_way(reading: Reading, named: list[Named]) -> str:
    """Why an entry that others refer to is not removed; empty if none does. Entries that do are listed beside it."""
    places = (f"{one.file}, line {one.span.line}" for one in named if one.by not in reading.graph.entries)
    others = list(dict.fromkeys(places))
    said = "links to it would lead nowhere. Change them first"
    return f"{said}; some are in {listed(others)}" if others else said if named else ""


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text and not text.endswith(".") else text


def _sound(session: Session, data: Mapping[str, Any]) -> tuple[Project, Opened, Reading]:
    """The playbook, without errors, and the entry that a request names. Raises Wrong.

    In content that cannot be read, references would be missed. Editorial rules need not hold: they take longer, and
    say nothing of references.
    """
    project = session.project()
    found = opened(target_of(data.get("target"), project), project)
    if found.target.kind is None or found.target.new:
        raise Wrong("Only entries can be renamed and removed.")
    if data.get("version") != found.version:
        raise Wrong("The file has changed meanwhile. Load it again first.", HTTPStatus.CONFLICT)
    if reason := read_only(found.path):
        raise Wrong(reason, HTTPStatus.CONFLICT)
    reading = session.reading(project)
    errors = [problem for problem in reading.diagnostics if stops_the_build([problem], strict=False)]
    if errors:
        first = errors[0]
        said = f"{first.span.file}, line {first.span.line}: {first.message}"
        raise Wrong(f"{said}. Correct the errors of the playbook first; nothing was changed.", HTTPStatus.CONFLICT)
    return project, found, reading
