"""What somebody wants: a value for what is open, brought together with what others have written meanwhile."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from http import HTTPStatus
from typing import Any

from generator.config.project import Project
from generator.editing.earlier import Earlier, written_in
from generator.editing.edits import edited_as_written, written_like
from generator.editing.merging import Conflict, merged
from generator.editing.rewriting import rewritten
from generator.editor.hand_page_form import page_of
from generator.editor.targets import SITE_FIELDS, Opened, opened, target_of
from generator.editor.wrong import Wrong
from generator.reading.composer import Data
from generator.reading.document import document_of
from generator.reading.text import MAX_BYTES, text_of
from generator.schema.schema_line import schema_line

DEEPEST = 40
"""The most levels of a value. Files have at most 50."""


@dataclass(frozen=True, slots=True)
class Wish:
    """A value that is wanted for what is open. In `conflicts` others have changed the same, and the value has mine."""

    project: Project
    opened: Opened
    value: Mapping[str, Data]
    conflicts: tuple[Conflict, ...]
    versions: tuple[str, ...] = ()
    """Earlier versions of the file, the newest first."""

    @property
    def as_draft(self) -> Wish:
        """The same as a draft."""
        return replace(self, value={**self.value, "draft": "true"})

    def raw(self) -> bytes:
        """The content of the file with it. Raises Refused if it cannot be written so, and Wrong if it is too long."""
        made = _written(self.opened, self.value, written_in(self.versions))
        if len(made) > MAX_BYTES:
            raise Wrong(f"{self.opened.name} would have {len(made):,} bytes; the limit is {MAX_BYTES:,}.")
        return made

    def changed(self) -> dict[str, Any]:
        """What the file holds by now, for whoever has to decide between both."""
        conflicts = [{**_present(asdict(one)), "route": list(one.route)} for one in self.conflicts]
        return {
            "conflicts": conflicts,
            "version": self.opened.version,
            "value": self.opened.value,
            "merged": self.value,
        }


def _present(values: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in values.items() if value is not None}


def wish_of(data: Mapping[str, Any], project: Project) -> Wish:
    """What a request wants. Raises Wrong."""
    found = opened(target_of(data.get("target"), project), project)
    mine = _tree(data.get("value"))
    if found.target.new and ((found.raw is not None and not found.prefix) or found.value):
        said = f"There is a {_kind(found)} `{found.target.id}` already, in {found.name}. Choose another id."
        raise Wrong(said, HTTPStatus.CONFLICT)
    if data.get("version") == found.version or found.target.new:
        return Wish(project, found, mine, ())
    both = merged(_tree(data.get("base", {})), dict(found.value), mine)
    return Wish(project, found, both.value, both.conflicts)


def _kind(found: Opened) -> str:
    return found.target.kind.noun if found.target.kind else "page"


def _tree(data: object) -> dict[str, Data]:
    """The value of a form: texts, in lists and under names. Raises Wrong for anything else."""
    if not isinstance(data, dict):
        raise Wrong("The request has no value with fields.")
    _check(data, DEEPEST)
    return data


def _check(data: object, left: int) -> None:
    if isinstance(data, str):
        return
    if left == 0:
        raise Wrong(f"The value has more than {DEEPEST} levels.")
    if isinstance(data, dict) and all(isinstance(name, str) for name in data):
        inner = list(data.values())
    elif isinstance(data, list):
        inner = data
    else:
        raise Wrong("A value consists of texts, lists and fields; numbers are sent as texts.")
    for item in inner:
        _check(item, left - 1)


def _written(found: Opened, value: Mapping[str, Data], earlier: Earlier) -> bytes:
    if found.target.page:
        before = text_of(found.raw or b"", found.name)[0] or ""
        return written_like(found.raw, page_of(value, before))
    model = found.target.model
    if found.document is None:  # a new entry in a file of its own
        assert found.target.kind is not None
        text = f"{schema_line(found.name, found.target.kind.name)}title: {found.target.id}\n"
        document = document_of(text.encode(), found.name)[0]
        assert document is not None
        return edited_as_written(text.encode(), rewritten(document, (), value, model))
    assert found.raw is not None
    wanted = value
    if found.target.kind is None:
        data = found.document.data
        assert isinstance(data, dict)
        unknown = value.keys() - set(SITE_FIELDS)
        if unknown:
            raise Wrong(f"The form of the configuration has no field `{min(unknown)}`.")
        kept = {name: old for name, old in data.items() if name not in SITE_FIELDS or name in value}
        wanted = {**kept, **value}
    return edited_as_written(found.raw, rewritten(found.document, found.prefix, wanted, model, earlier))
