"""An entry gets another name in its address, or is removed. What that does to readers is said before and afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from http import HTTPStatus
from typing import Any

from generator.comparing.kept import orphaned
from generator.config.project import Project
from generator.content.entries import is_id
from generator.content.located import Located
from generator.diagnostics.diagnostic import stops_the_build
from generator.editing import remove as removing
from generator.editing import rename as renaming
from generator.editing.references import Named
from generator.editor.form_words import Json
from generator.editor.history import carry_out, refresh
from generator.editor.problems import Shown
from generator.editor.session import Session, address_of, base_of, linked_from, read_only
from generator.editor.targets import Opened, opened, target_of
from generator.editor.wrong import Wrong
from generator.language.language import Language
from generator.model import addresses
from generator.pipeline import Reading
from generator.system.files import changing

UNFIT = "The draft lacks something that it needs. Correct what is marked in the form first."

NO_NAME = "A name has small letters, digits and hyphens, as in “slow-down”."


def rename(session: Session, data: Mapping[str, Any], query: Mapping[str, str]) -> Json:
    """Give an entry another name, as `playbook rename` does, or say what that would do."""
    new = str(data.get("to", ""))
    with session.writing, changing(session.project().root):
        project, found, reading = _sound(session, data)
        old = found.target.id
        located = reading.graph.entries.get(old)
        refused = _not_renamed(reading, old, new)
        unseen = _unpublished(reading, located) if located else frozenset()
        linked = list(linked_from(project, reading.graph, old))
        effects = [] if refused else _renamed(project, found, new, bool(located and located.url in unseen), linked)
        if "try" in query:
            return {"refused": refused, "effects": effects, "linked_from": linked}
        if refused:
            raise Wrong(refused)
        _, planned = renaming.renaming(project, reading, old, new, unseen)
        save = carry_out(session, project, found, effects, planned, "renamed")
        assert found.target.kind is not None
        now = opened(target_of({"kind": found.target.kind.name, "id": new}, project), project)
        refresh(project, session.reading(project))
    return {"address": address_of(project, now), "target": now.as_data(), "save": save}


def _not_renamed(reading: Reading, old: str, new: str) -> str:
    """Why an entry does not get a name; empty if it can have it."""
    graph, language = reading.graph, reading.graph.kinds.language
    if old in graph.unfit_drafts:
        return UNFIT
    if new == old:
        return "It has this name already."
    if not is_id(new):
        return NO_NAME
    if taken := graph.known.get(new):
        return f"{language.quoted(taken.entry.title)} has this name already. Choose another one."
    if graph.aliases.get(new, old) != old:
        now = graph.entries[graph.aliases[new]]
        return f"{language.quoted(now.entry.title)} had this name before, and old links lead there. Choose another one."
    if old in graph.entries and addresses.entry(graph.entries[old].kind.plural, new) in graph.moved:
        return "Old links with this name lead elsewhere. Choose another one."
    return _sentence(renaming.objection(reading, old, new) or "")


def _renamed(project: Project, found: Opened, new: str, is_unseen: bool, linked: Iterable[Json]) -> list[str]:
    assert found.target.kind is not None
    old_place, new_place = (f"{base_of(project)}{found.target.kind.plural}/{name}/" for name in (found.target.id, new))
    others = len({one["id"] for one in linked})
    words = project.language.words.editor
    return [
        words.page_moves(before=old_place, now=new_place),
        words.page_unseen if is_unseen else words.old_links_kept,
        *([words.links_changed(others)] if others else []),
    ]


def remove(session: Session, data: Mapping[str, Any], query: Mapping[str, str]) -> Json:
    """Delete an entry that nothing refers to, as `playbook remove` does, or say what that would do."""
    with session.writing, changing(session.project().root):
        project, found, reading = _sound(session, data)
        kind, entry_id = found.target.kind, found.target.id
        assert kind is not None
        to = str(data.get("to") or kind.plural)
        located = reading.graph.entries.get(entry_id)
        unseen = _unpublished(reading, located) if located else frozenset()
        redirects = not (located and located.url in unseen)
        named = removing.in_the_way(reading, entry_id) if located else []
        refused = (_not_removed(reading, entry_id, to) if redirects else "") or _in_the_way(project, reading, named)
        linked = list(linked_from(project, reading.graph, entry_id))
        words = project.language.words.editor
        led_on = _redirected(reading, to) if redirects else words.page_unseen
        if "try" in query:
            lost = orphaned(located.entry, None, reading.graph.entries, {}) if located and redirects else ()
            return {"refused": refused, "effects": [led_on], "linked_from": linked, "orphaned_answers": list(lost)}
        if refused:
            raise Wrong(refused, HTTPStatus.CONFLICT, {"linked_from": linked})
        _, planned = removing.removal(project, reading, entry_id, to, unseen)
        effects = [words.page_removed(address=f"{base_of(project)}{kind.plural}/{entry_id}/"), led_on]
        save = carry_out(session, project, found, effects, planned, "removed")
        refresh(project, session.reading(project))
    return {"address": f"{base_of(project)}{kind.plural}/", "save": save}


def _unpublished(reading: Reading, located: Located) -> frozenset[str]:
    """The addresses of an entry that nobody can have linked: they are not recorded where others are."""
    own = (addresses.entry(located.kind.plural, one) for one in (located.id, *located.entry.aliases))
    return frozenset(own).difference(reading.ledger.places) if reading.ledger else frozenset()


def _redirected(reading: Reading, to: str) -> str:
    """Where old links to a removed entry lead."""
    located, kind = reading.graph.entries.get(to), reading.graph.kinds.by_plural.get(to)
    title = located.entry.title if located else kind.label_plural if kind else to
    language = reading.graph.kinds.language
    return str(language.words.editor.old_links_open(title=language.quoted(title)))


def _not_removed(reading: Reading, entry_id: str, to: str) -> str:
    """Why an entry whose address leads on is not removed; empty if it can be."""
    kind = reading.graph.kinds.by_plural.get(to)
    if entry_id in reading.graph.unfit_drafts:
        return UNFIT
    if kind and entry_id in reading.graph.entries and len(list(reading.graph.of_kind(kind.name))) == 1:
        label = kind.noun
        return (
            f"This is the only {label}, so there would be no list that old links could open. Write another one first."
        )
    return _sentence(removing.objection(reading, entry_id, to) or "")


def _in_the_way(project: Project, reading: Reading, named: list[Named]) -> str:
    """Why an entry that others refer to is not removed; empty if none does. Entries that do are listed beside it."""
    language = project.language
    pages = {page.file: language.quoted(page.title) for page in reading.pages}
    others = (one.file for one in named if one.by not in reading.graph.entries)
    places = [pages.get(file, file) for file in dict.fromkeys(others)]
    said = "Links to it would lead nowhere. Change them first"
    return f"{said}; some are in {language.listed(places)}." if places else f"{said}." if named else ""


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
        first = Shown(session, project, found, None, reading.graph).problems(errors[:1])[0]
        said = _where(first, project.language)
        raise Wrong(f"{said}. Correct the errors of the playbook first; nothing was changed.", HTTPStatus.CONFLICT)
    return project, found, reading


def _where(problem: Mapping[str, Any], language: Language) -> str:
    """A problem with the title of its entry; with its file, if what is there is no entry."""
    there = problem.get("there")
    where = language.quoted(there["title"]) if there else f"{problem['file']}, line {problem['line']}"
    return f"{where}: {problem['message']}"
