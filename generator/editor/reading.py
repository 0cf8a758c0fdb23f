"""What the editor shows: the start, an entry with its form, a page, the settings, titles."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.config.project import Project
from generator.content.files import PAGES
from generator.content.graph import Graph
from generator.content.located import Located
from generator.editor.fields_in_forms import with_usual
from generator.editor.form import form_of, form_of_model, with_unknown
from generator.editor.form_words import Json
from generator.editor.hand_page_form import hand_page_form
from generator.editor.history import state
from generator.editor.session import (
    Session,
    address_of,
    linked_from,
    read_only,
    starting_value,
    title_of,
    titles_of,
)
from generator.editor.session import titles as titles_with
from generator.editor.targets import SITE_FIELDS, EditTarget, Opened, opened, target_of
from generator.editor.trial import problems_of
from generator.kinds.moment import Moment
from generator.model.entry import Entry
from generator.reading.composer import Data


def start(session: Session, _query: Mapping[str, str]) -> Json:
    """What can be opened."""
    project = session.project()
    pages = session.known(project).pages
    return {
        "site": project.site.name,
        "kinds": [
            {"kind": kind.name, "label": kind.label, "plural": kind.label_plural, "about": kind.about}
            for kind in project.kinds
        ],
        "pages": [{"path": f"{PAGES}/{page.slug}.md", "title": page.title} for page in pages],
        "settings": True,
        "read_only": read_only(project.content),
        **state(session, project),
    }


def entry(session: Session, query: Mapping[str, str]) -> Json:
    """An entry, or with a kind alone a new one."""
    project = session.project()
    asked: dict[str, Any] = dict(query)
    return _shown(session, project, target_of({**asked, "new": "id" not in asked or "new" in asked}, project))


def page(session: Session, query: Mapping[str, str]) -> Json:
    """A page written by hand, by the name of its file within the content."""
    project = session.project()
    return _shown(session, project, target_of({"page": query.get("path", "")}, project))


def site(session: Session, _query: Mapping[str, str]) -> Json:
    """What of the configuration can be changed in a form."""
    return _shown(session, session.project(), EditTarget())


def titles(session: Session, query: Mapping[str, str]) -> list[Json]:
    """Entries by a part of their title, or those with certain ids."""
    graph = session.known(session.project()).graph
    if "ids" in query:
        return list(titles_of(graph, query["ids"].split(",")))
    return list(titles_with(graph, query.get("q", ""), query.get("kinds", "").split(",")))


def _shown(session: Session, project: Project, target: EditTarget) -> Json:
    found = opened(target, project)
    value = dict(starting_value(found))
    graph = session.known(project).graph
    return {
        "target": found.as_data(),
        "new_title": _new_title(project, target),
        "version": found.version,
        "form": form_for(found, project, graph),
        "value": value,
        "problems": [] if target.new else problems_of(session, project, found),
        "linked_from": list(_around(project, graph, target)),
        "address": address_of(project, found),
        "is_shared": found.is_shared,
        "read_only": read_only(found.path),
        **state(session, project),
    }


def _around(project: Project, graph: Graph, target: EditTarget) -> Iterator[Json]:
    """The entries that link to the one that is open; for the configuration, those that its home page shows."""
    if target.kind:
        yield from linked_from(project, graph, target.id)
    elif not target.page:
        for located in graph.of_kind("moment"):
            yield {**title_of(located), "title": _on_home(located.entry), "relation": ""}


def _on_home(entry: Entry) -> str:
    """What the home page calls a moment."""
    name = entry.phrase if isinstance(entry, Moment) else entry.title
    return name[:1].upper() + name[1:]


def _new_title(project: Project, target: EditTarget) -> str:
    """What a new entry is called until it has a title: `New tell`; empty for what is there."""
    if not (target.new and target.kind):
        return ""
    return str(project.language.words.frame.new_entry(kind=project.language.in_sentence(target.kind.label)))


def form_for(found: Opened, project: Project, graph: Graph) -> Json:
    """The form of what is open: what the other entries of its kind have is usual, and what nobody knows is shown."""
    target = found.target
    if target.page:
        return hand_page_form(project)
    if target.kind is None:
        assert target.model is not None
        return form_of_model(target.model, project, SITE_FIELDS)
    form = with_usual(form_of(target.kind, project), (_data_of(one) for one in graph.of_kind(target.kind.name)))
    return with_unknown(form, found.value)


def _data_of(located: Located) -> Data | None:
    """The entry as its file has it."""
    data = located.document.data
    return data.get(str(located.prefix[0])) if located.prefix and isinstance(data, dict) else data
