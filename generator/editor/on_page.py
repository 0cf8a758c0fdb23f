"""What the editor adds to pages of the preview: links that open what a page is made from, and a new entry."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape
from urllib.parse import urlencode

from generator.config.project import Project
from generator.content.files import PAGES
from generator.editor.client_files import CLIENT
from generator.editor.session import base_of
from generator.pipeline import Reading
from generator.publishing.exchange import OWN

STYLES = f'<link rel="stylesheet" href="{CLIENT}on-page.css">'


def links(project: Project, reading: Reading, url: str, *, can_propose: bool) -> bytes:
    """The HTML for the page at an address of the site: what it is made from, if that is one thing, and what is for all.

    That is a new entry, and proposing to others what was saved, where there is something.
    """
    back = base_of(project) + url
    items = "".join(
        f'<a href="{escape(OWN + "?" + urlencode({**fields, "back": back}))}">{escape(label)}</a>'
        for label, fields in _links(project, reading, url, can_propose=can_propose)
    )
    label = escape(project.language.words.editor.title)
    return f'{STYLES}<nav class="playbook-edit" aria-label="{label}">{items}</nav>'.encode()


def _links(project: Project, reading: Reading, url: str, *, can_propose: bool) -> Iterator[tuple[str, dict[str, str]]]:
    words = project.language.words
    folder, _, rest = url.partition("/")
    kind = project.kinds.by_plural.get(folder)
    if kind and not rest:
        yield words.frame.new_entry(kind=project.language.in_sentence(kind.label)), {"new": kind.name}
    elif kind and rest.rstrip("/") in reading.graph.entries:
        yield words.frame.edit_entry, {"kind": kind.name, "id": rest.rstrip("/")}
    elif not rest and any(page.slug == folder for page in reading.pages):
        yield words.frame.edit_page, {"page": f"{PAGES}/{folder}.md"}
    elif not url:
        yield words.frame.edit_site, {"site": "1"}
    yield words.editor.new_entry, {"new": ""}
    if can_propose:
        yield words.editor.propose, {"propose": "1"}
