"""The comment at the head of a file that tells editors where its schema is, without any settings of theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from generator.config.project import Project
from generator.content.files import SCALES, collect
from generator.diagnostics.codes import UNREADABLE_FILE
from generator.editing.edits import Edit
from generator.reading.text import read_text
from generator.schema.json_schema import FOLDER
from generator.system.refusal import Refused

_AMONG_THE_FIRST_COMMENTS = re.compile(r"(?:#.*\n)*?(# *yaml-language-server:.*\n)")


def schema_line(name: str, schema: str) -> str:
    """The line for the file that is called `name` from the root of the playbook, with its end."""
    return f"# yaml-language-server: $schema={'../' * name.count('/')}{FOLDER}/{schema}.json\n"


def missing(project: Project) -> Mapping[str, tuple[str, Edit]]:
    """The text of each file that has no such line, or one that leads elsewhere, and what to change, by its name."""
    return {name: (text, edit) for name, text, edit in _edits(project)}


def _edits(project: Project) -> Iterator[tuple[str, str, Edit]]:
    for name, schema in _files(project):
        text, problems = read_text(project.root / name, project.root, name)
        for found in problems:
            if found.code is UNREADABLE_FILE:
                raise Refused(f"{name}: {found.message}: {found.hint}.")
        if text is None:
            continue  # `playbook check` says why
        line = schema_line(name, schema)
        line_there = _AMONG_THE_FIRST_COMMENTS.match(text)
        if not line_there:
            yield name, text, Edit(0, 0, line)
        elif line_there[1] != line:
            yield name, text, Edit(line_there.start(1), line_there.end(1), line)


def _files(project: Project) -> Iterator[tuple[str, str]]:
    """The name of each file that has a schema, and that of the schema."""
    yield project.name_of(project.file), "site_config"
    if (project.content / SCALES).exists():
        yield project.name_of(project.content / SCALES), "scales"
    for file in collect(project.content, project.site.content, project.kinds)[0]:
        yield file.name, file.kind.name if file.entry_id is not None else f"all-{file.kind.plural}"
