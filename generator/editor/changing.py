"""What changes an entry, a page or the configuration: a change is tried, and saved. One writer at a time."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from http import HTTPStatus
from typing import Any

from generator.config.project import Project
from generator.editing.journal import bytes_of
from generator.editing.planned import Planned
from generator.editor.completing import further_problems
from generator.editor.form_words import Json
from generator.editor.history import carry_out, earlier_versions, refresh, state
from generator.editor.session import Session, address_of, read_only
from generator.editor.targets import opened, target_of
from generator.editor.trial import Trial, tried
from generator.editor.wishes import Wish, wish_of
from generator.editor.wrong import Wrong
from generator.system.files import changing

CHANGED = (
    "Somebody has changed the same meanwhile, so nothing was saved. Choose for each of these fields what is to stay."
)
NOT_SOUND = "The playbook could not be built with this. Correct what is marked, or save it as a draft."
NO_DRAFT = "The playbook could not be built with this. Correct what is marked, then save it."

TIMES = 5
"""So many times a change is tried that another program gets ahead of."""


def try_(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """What a change would do. Nothing is written."""
    project = session.project()
    wish = wished(session, data, project)
    trial = tried(session, project, wish.opened, wish.raw())
    return {
        "problems": [*trial.problems(), *further_problems(wish, trial)],
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


def wished(session: Session, data: Mapping[str, Any], project: Project) -> Wish:
    """What a request wants, with the versions of the file that the journal has."""
    wish = wish_of(data, project)
    versions = earlier_versions(session.journal(project), wish.opened.name)
    return replace(wish, versions=tuple(versions))


def _to_save(session: Session, data: Mapping[str, Any], project: Project) -> Wish:
    """What a request wants to save. Raises Wrong if somebody else has changed the same, or it cannot be saved so."""
    wish = wished(session, data, project)
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
        problems = [*trial.problems(), *further_problems(wish, trial)]
        said = NOT_SOUND if trial.possible == "draft-only" and not draft else NO_DRAFT
        raise Wrong(said, HTTPStatus.UNPROCESSABLE_ENTITY, {"problems": problems, "stands": trial.possible})
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
