"""The page of what is open as it would be with what is not saved."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.config.project import Project
from generator.editor.changing import wished
from generator.editor.form_words import Json
from generator.editor.session import Session, base_of
from generator.editor.targets import Opened
from generator.editor.wrong import Wrong
from generator.model import addresses
from generator.reading.text import Given
from generator.site.field_headings import section_fields

OF_PARTS = {
    **{"questions": "items", "leads": "items", "key": "total", "work-it-out": "inputs", "reading": "outputs"},
    **{"quotation": "quote", "connections": "links", "turns": "links", "shows": "links", "practises": "links"},
}
"""The fields of sections that are made of parts or links of an entry, by the ids of the sections."""


def whole_page(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """What stands on the page between header and footer; empty as long as the page cannot be made.

    `frame` is the address of a page that the preview has with the same styles, and `fields` says which field each
    section shows.
    """
    project = session.project()
    wish = wished(session, data, project)
    reading = session.reading(project, Given(wish.opened.path, wish.raw()))
    address = _address(wish.opened)
    page = session.page(project, reading, address)
    kind = wish.opened.target.kind
    return {
        "html": page.whole().body if page else "",
        "address": base_of(project) + address,
        "frame": base_of(project) + _frame(session, project, wish.opened),
        "fields": {**OF_PARTS, **section_fields(project.theme, kind.name)} if kind else {},
    }


def _address(opened: Opened) -> str:
    """The address of the page within the site. Raises Wrong for the settings, which have no page."""
    target = opened.target
    if target.kind:
        return addresses.entry(target.kind.plural, target.id)
    if target.page:
        return addresses.page(target.page)
    raise Wrong("The settings have no page of their own.")


def _frame(session: Session, project: Project, opened: Opened) -> str:
    """The address of a page of the preview that has the styles for this one: itself, or another of its kind."""
    kind, graph = opened.target.kind, session.known(project).graph
    if kind is None or opened.target.id in graph.entries:
        return _address(opened)
    others = (located.url for located in graph.of_kind(kind.name))
    return next(others, addresses.HOME)
