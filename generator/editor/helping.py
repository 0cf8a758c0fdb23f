"""What helps while one writes: a text as the site shows it, the lines of the file, pictures and files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from hashlib import sha256
from http import HTTPStatus
from typing import Any

from generator.caching.kept import Kept
from generator.config.project import Project
from generator.content.graph import Graph, mentions
from generator.content.without import in_words
from generator.diagnostics.place import Route
from generator.editing.journal import bytes_of
from generator.editor.form_words import Json
from generator.editor.session import Session, base_of
from generator.editor.targets import opened, target_of
from generator.editor.wrong import Wrong
from generator.media import formats
from generator.media.examined import examined
from generator.media.folder import FOLDER, KEPT, named_as_address
from generator.media.unusable import Unusable
from generator.model.values import LONGEST, Line, Prose
from generator.prose.attached import FilesOnPage
from generator.prose.finishing import Finishing
from generator.prose.marked_parts import signs_in
from generator.prose.terms import finder
from generator.prose.writer import Target, Writer
from generator.reading.document import Document
from generator.site.heading_ids import HeadingIds
from generator.system.files import changing, write_files


def preview(session: Session, data: Mapping[str, Any], _query: Mapping[str, str]) -> Json:
    """A text as pages show it. References to entries that do not exist are shown as words."""
    project = session.project()
    text = data.get("text")
    if not isinstance(text, str):
        raise Wrong("There is no text to show.")
    if not text.strip():
        return {"html": ""}
    if len(text) > LONGEST:
        raise Wrong(f"The text has more than {LONGEST:,} characters.")
    graph = session.known(project).graph
    unknown = {found[1]: found[1] for found in mentions(text) if found[1] not in graph.entries}
    shown = in_words(text, unknown) if unknown else text
    with session.making:
        html = _writer(project, graph).html(Line(shown) if data.get("inline") else Prose(shown))
    return {"html": str(html)}


def _writer(project: Project, graph: Graph) -> Writer:
    """What renders texts with addresses as they are seen from anywhere on the server."""
    base, words = base_of(project), project.language.words

    def address(url: str) -> str:
        return base + url

    targets = {e.id: Target(e.entry.title, e.kind.name, e.url) for e in graph.entries.values()}
    files = FilesOnPage(graph.files, address, project.language, project.site.video_hosts)
    finishing = Finishing(words.texts, HeadingIds().give)
    return Writer(targets, lambda i: address(targets[i].url), finder(graph), "", files, signs_in(words), finishing)


def source(session: Session, query: Mapping[str, str]) -> Json:
    """The text of the file, and the lines in which the value at a route stands."""
    found = opened(target_of(query, session.project()), session.project())
    try:
        route = json.loads(query.get("route", "[]"))
    except (ValueError, RecursionError):
        route = None
    if not isinstance(route, list) or not all(isinstance(part, str | int) for part in route):
        raise Wrong("The route is a list of names and numbers.")
    text = (found.raw or b"").decode("utf-8", "replace").replace("\r\n", "\n").removeprefix("\ufeff")
    if found.document is None:
        return {"text": text, "first_line": 1, "lines": [1, text.count("\n") + 1]}
    first, last = _lines(found.document, found.prefix)
    part = "\n".join(text.split("\n")[first - 1 : last])
    return {"text": part, "first_line": first, "lines": list(_lines(found.document, (*found.prefix, *route)))}


def _lines(document: Document, route: Route) -> tuple[int, int]:
    """The first and the last line of a value with its name; of one that is not there, those around it."""
    while route and route not in document.values:
        route = route[:-1]
    if not route:
        return 1, document.text.count("\n") + (not document.text.endswith("\n"))
    inside = [other for other in document.values if other[: len(route)] == route]
    first = document.key_span(route).line
    ends = [document.values[other].line for other in inside]
    scalars = (document.extents[other] for other in inside if other in document.extents)
    ends += [document.text.count("\n", 0, max(start, end - 1)) + 1 for start, end in scalars]
    return first, max(first, *ends)


def files(session: Session, query: Mapping[str, str]) -> list[Json]:
    """The pictures, or the other files, of the playbook."""
    project = session.project()
    wants_pictures = query.get("sort") == "picture"
    found = session.known(project).graph.files.values()
    return [
        {"path": file.address, "words": file.name, "address": base_of(project) + file.address if file.picture else ""}
        for file in found
        if (file.picture is not None) == wants_pictures
    ]


def file(session: Session, raw: bytes, query: Mapping[str, str]) -> Json:
    """Put a picture or another file into the playbook, under its name or one that it can have.

    Raises Wrong if it is none that may be published.
    """
    project = session.project()
    given = query.get("name", "")
    if "." not in given:
        raise Wrong("The name of the file has no ending that says what it is.", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    name = named_as_address(given)
    ending = formats.ending_of(name)
    if ending not in formats.KNOWN:
        instead = formats.INSTEAD.get(ending, f"these can be: {', '.join(sorted(formats.KNOWN))}")
        raise Wrong(f"Files that end in `.{ending}` are not published; {instead}.", HTTPStatus.UNSUPPORTED_MEDIA_TYPE)
    if len(raw) > formats.largest(ending):
        said = f"The file has {len(raw):,} bytes; the limit is {formats.largest(ending):,}. Make it smaller."
        raise Wrong(said, HTTPStatus.REQUEST_ENTITY_TOO_LARGE)
    try:
        examined(raw, sha256(raw).hexdigest(), ending, Kept(project.root / KEPT))
    except Unusable as error:
        raise Wrong(f"{error.message[:1].upper()}{error.message[1:]}; {error.hint}.") from error
    with session.writing, changing(project.root):
        folder = project.content / FOLDER
        stem = name.removesuffix(f".{ending}")
        names = (name, *(f"{stem}-{number}.{ending}" for number in range(2, 1000)))
        free = next(one for one in names if bytes_of(folder / one) in (None, raw))
        if folder.is_symlink() or (folder / free).is_symlink():
            raise Wrong(f"{folder} leads elsewhere through a link, so nothing is written there.", HTTPStatus.CONFLICT)
        if bytes_of(folder / free) is None:
            session.journal(project).note_added(project.name_of(folder / free))
            write_files({folder / free: raw}, project.root)
    return {"path": f"{FOLDER}/{free}", "words": free, "address": f"{base_of(project)}{FOLDER}/{free}"}
