"""What a form is open on: an entry, a page written by hand, or the configuration, and where it stands in a file.

A target comes from a browser, so nothing in it is taken for a path: a kind and an id make the path, and both must be
names that the playbook can have. A file that leads out of the content through a link is not read.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from hashlib import sha256
from http import HTTPStatus
from pathlib import Path
from typing import Any

from generator.config.project import Project
from generator.config.settings import SiteConfig
from generator.content.entries import is_id
from generator.content.field_names import field_names
from generator.content.files import PAGES
from generator.diagnostics.place import Route
from generator.diagnostics.suggest import did_you_mean
from generator.editor.hand_page_form import value_of
from generator.editor.wrong import Wrong
from generator.model.entry import Part
from generator.model.kind import Kind
from generator.reading.document import Document, document_of
from generator.reading.text import MAX_BYTES, Refusal, raw_bytes, text_of

SITE_FIELDS = ("name", "tagline", "home", "nav", "synonyms")
"""What of the configuration has a form."""


@dataclass(frozen=True, slots=True)
class EditTarget:
    """What somebody wants to change: an entry of a kind, a page by its name without `.md`, or else the configuration.

    `new`: the entry does not exist yet; its id may be empty as long as nothing is saved.
    """

    kind: Kind | None = None
    id: str = ""
    page: str = ""
    new: bool = False

    @property
    def model(self) -> type[Part] | None:
        """The model of its value; None for a page."""
        return self.kind.model if self.kind else None if self.page else SiteConfig

    @property
    def said(self) -> str:
        """What messages call it."""
        return self.id or self.page or "the configuration"


@dataclass(frozen=True, slots=True)
class Opened:
    """A target with its file. `raw` is None and `value` empty if it does not exist yet.

    `prefix` is its route within the `document`, which a page written by hand does not have.
    """

    target: EditTarget
    path: Path
    name: str
    prefix: Route
    raw: bytes | None
    document: Document | None
    value: Mapping[str, Any]

    @property
    def version(self) -> str:
        """What changes with every byte of the file; empty for what is not in it yet."""
        return version_of(self.raw) if self.value or not self.target.new else ""

    @property
    def is_shared(self) -> bool:
        """Whether the file has other entries as well."""
        return bool(self.prefix)

    @property
    def line(self) -> int:
        """The line at which it begins."""
        return self.document.key_span(self.prefix).line if self.document and self.prefix else 1

    def as_data(self) -> dict[str, Any]:
        """The target as requests name it, with its file."""
        place: dict[str, Any] = {"file": self.name, "line": self.line}
        if self.target.kind:
            new = {"new": True} if self.target.new else {}
            return {"kind": self.target.kind.name, "id": self.target.id, **new, **place}
        if self.target.page:
            return {"page": f"{PAGES}/{self.target.page}.md", **place}
        return {"site": True, **place}


def version_of(raw: bytes | None) -> str:
    """The hash of a file that tells its versions apart; empty if there is none."""
    return "" if raw is None else sha256(raw).hexdigest()[:32]


def target_of(data: object, project: Project) -> EditTarget:
    """The target that a request names. Raises Wrong."""
    if not isinstance(data, Mapping):
        raise Wrong("The request does not say what it is about.")
    if data.get("site"):
        return EditTarget()
    page, kind, entry_id = data.get("page"), data.get("kind"), data.get("id", "")
    if isinstance(page, str):
        slug = page.removeprefix(f"{PAGES}/").removesuffix(".md")
        if not is_id(slug):
            raise Wrong(f"`{page[:80]}` is no page of this playbook.", HTTPStatus.NOT_FOUND)
        return EditTarget(page=slug)
    found = project.kinds.by_name.get(kind) if isinstance(kind, str) else None
    if found is None:
        hint = did_you_mean(str(kind), project.kinds.by_name)
        raise Wrong(f"No kind is called `{str(kind)[:80]}`" + (f"; {hint}" if hint else "."), HTTPStatus.NOT_FOUND)
    new = bool(data.get("new"))
    if not isinstance(entry_id, str) or not (is_id(entry_id) or (new and not entry_id)):
        raise Wrong(
            f"`{str(entry_id)[:80]}` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`."
        )
    return EditTarget(found, entry_id, new=new)


def opened(target: EditTarget, project: Project) -> Opened:
    """The target as its file has it by now. Raises Wrong if there is none, or none that can be shown in a form."""
    if target.page:
        return _page(target, project)
    if target.kind is None:
        found = _in_file(target, project.file, project, ())
        return _with_value(found, {name: found.value[name] for name in SITE_FIELDS if name in found.value})
    own = project.content / target.kind.plural / f"{target.id}.yml"
    shared = project.content / f"{target.kind.plural}.yml"
    if target.new:
        if not os.path.lexists(shared):
            _refuse_elsewhere(own.parent, project)
            return Opened(target, own, project.name_of(own), (), _raw(own, project), None, {})
        return _in_file(target, shared, project, (target.id,))
    if os.path.lexists(own) or not os.path.lexists(shared):
        return _in_file(target, own, project, ())
    return _in_file(target, shared, project, (target.id,))


def _refuse_elsewhere(folder: Path, project: Project) -> None:
    """Raise Wrong for a folder that a link leads out of the content."""
    if not Path(os.path.realpath(folder)).is_relative_to(os.path.realpath(project.content)):
        said = f"{project.name_of(folder)} leads elsewhere through a link, so nothing is written there."
        raise Wrong(said, HTTPStatus.CONFLICT)


def _with_value(found: Opened, value: Mapping[str, Any]) -> Opened:
    return Opened(found.target, found.path, found.name, found.prefix, found.raw, found.document, value)


def _raw(path: Path, project: Project) -> bytes | None:
    """The bytes of a file; None if there is none. Raises Wrong if it must not be read."""
    if not os.path.lexists(path):
        return None
    root = project.root if path == project.file else project.content
    found = raw_bytes(path, root, MAX_BYTES)
    if isinstance(found, Refusal):
        raise Wrong(f"{project.name_of(path)}: {found.message}; {found.hint}.", HTTPStatus.CONFLICT)
    return found


def _in_file(target: EditTarget, path: Path, project: Project, prefix: Route) -> Opened:
    name, raw = project.name_of(path), _raw(path, project)
    if raw is None:
        kind = target.kind.noun if target.kind else "file"
        raise Wrong(f"There is no {kind} `{target.said}`: it may have been removed or renamed.", HTTPStatus.NOT_FOUND)
    document, problems = document_of(raw, name, partial(field_names, project.kinds))
    if document is None:
        first = problems[0]
        said = f"{name}, line {first.span.line}: {first.message}"
        raise Wrong(f"{said}. Correct that in the file first; then the form can show it.", HTTPStatus.CONFLICT)
    data = document.data
    if not isinstance(data, dict):
        raise Wrong(f"{name} has no fields. Correct that in the file first.", HTTPStatus.CONFLICT)
    if prefix and prefix[0] not in data:
        if target.new:
            return Opened(target, path, name, prefix, raw, document, {})
        raise Wrong(f"{name} has no entry `{target.id}` by now.", HTTPStatus.NOT_FOUND)
    value = data[str(prefix[0])] if prefix else data
    if not isinstance(value, dict):
        raise Wrong(f"{name}: `{target.said}` has no fields. Correct that in the file first.", HTTPStatus.CONFLICT)
    return Opened(target, path, name, prefix, raw, document, value)


def _page(target: EditTarget, project: Project) -> Opened:
    path = project.content / PAGES / f"{target.page}.md"
    raw = _raw(path, project)
    if raw is None:
        raise Wrong(f"There is no page `{target.page}`: it may have been removed or renamed.", HTTPStatus.NOT_FOUND)
    text, problems = text_of(raw, project.name_of(path))
    if text is None:
        raise Wrong(f"{problems[0].span.file}: {problems[0].message}; {problems[0].hint}.", HTTPStatus.CONFLICT)
    return Opened(target, path, project.name_of(path), (), raw, None, value_of(text))
