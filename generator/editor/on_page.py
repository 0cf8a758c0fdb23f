"""What the editor adds to pages of the preview: a link that opens what a page is made from, or a new entry."""

from __future__ import annotations

from html import escape
from urllib.parse import urlencode

from generator.config.project import Project
from generator.content.files import PAGES
from generator.editor.client_files import CLIENT
from generator.editor.session import base_of
from generator.pipeline import Reading
from generator.publishing.exchange import OWN

STYLES = f'<link rel="stylesheet" href="{CLIENT}on-page.css">'


def links(project: Project, reading: Reading, url: str) -> bytes:
    """The HTML for the page at an address of the site; empty for a page that is made from several things."""
    found = _link(project, reading, url)
    if not found:
        return b""
    label, fields = found
    address = f"{OWN}?{urlencode({**fields, 'back': base_of(project) + url})}"
    made = f'{STYLES}<nav class="playbook-edit" aria-label="{escape(label)}"><a href="{escape(address)}">'
    return f"{made}{escape(label)}</a></nav>".encode()


def _link(project: Project, reading: Reading, url: str) -> tuple[str, dict[str, str]] | None:
    words = project.language.words.frame
    folder, _, rest = url.partition("/")
    kind = project.kinds.by_plural.get(folder)
    if kind and not rest:
        return words.new_entry(kind=project.language.in_sentence(kind.label)), {"new": kind.name}
    if kind and rest.rstrip("/") in reading.graph.entries:
        return words.edit_entry, {"kind": kind.name, "id": rest.rstrip("/")}
    if not rest and any(page.slug == folder for page in reading.pages):
        return words.edit_page, {"page": f"{PAGES}/{folder}.md"}
    return (words.edit_site, {"site": "1"}) if not url else None
