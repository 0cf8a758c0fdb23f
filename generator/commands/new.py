"""`playbook new`: create an entry with all its fields, to be filled in."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterable

from generator.commands._calling import OK, add_config, project_of, say, usage
from generator.config.project import Project
from generator.content.entries import is_id
from generator.content.graph import Graph
from generator.diagnostics.suggest import did_you_mean, listed
from generator.editing.edits import Edit, edited_files
from generator.kinds import BUILT_IN
from generator.model.kind import Kind, Kinds
from generator.model.shapes import Field
from generator.reading.text import read_text
from generator.schema.schema_line import schema_line
from generator.system.files import changing, write_files


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "kind", metavar="KIND", help=f"one of: {', '.join(BUILT_IN.by_name)}, or one that site_config.yml declares"
    )
    parser.add_argument("id", metavar="ID", help="the permanent id of the entry, such as `slow-down`")
    parser.add_argument("--title", help="the title of the page")
    parser.add_argument("--summary", help="one sentence that says what the reader gets")
    parser.add_argument(
        "--field", action="append", default=[], metavar="NAME=VALUE", help="any other field, such as level=team"
    )
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.commands.schema import refresh
    from generator.editing.skeleton import skeleton
    from generator.pipeline import read

    project = project_of(arguments)
    kind = _kind(arguments.kind, project.kinds)
    given = _given(arguments, kind)
    if _missing(kind, given):
        _check_id(arguments.id, read(project).graph)  # before anything is asked
    given = _completed(kind, given)
    with changing(project.root):
        _check_id(arguments.id, read(project).graph)
        name = _write(project, kind, arguments.id, skeleton(kind, given))
    say(arguments, f"wrote {name}")
    say(arguments, f"Replace every TODO, then run: playbook check {name}")
    for changed in refresh(project):
        say(arguments, f"wrote {changed}")
    return OK


def _kind(name: str, kinds: Kinds) -> Kind:
    found = kinds.called(name)
    if found is None:
        hint = did_you_mean(name, kinds.by_word) or f"known kinds: {listed(kinds.words)}"
        raise usage(f"no kind is called `{name}`; {hint}")
    return found


def _check_id(entry_id: str, graph: Graph) -> None:
    if not is_id(entry_id):
        raise usage(f"`{entry_id}` is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`")
    if entry_id in graph.entries:
        raise usage(f"the entry `{entry_id}` already exists: {graph.entries[entry_id].document.file}")
    if entry_id in graph.aliases:
        raise usage(f"`{entry_id}` is an alias of `{graph.aliases[entry_id]}`, and its old address redirects there")


def _given(arguments: argparse.Namespace, kind: Kind) -> dict[str, str]:
    given = {name: value for name in ("title", "summary") if (value := getattr(arguments, name))}
    for field in arguments.field:
        name, equals, value = field.partition("=")
        if not equals or name not in kind.model.model_fields:
            hint = did_you_mean(name, kind.model.model_fields) or "write NAME=VALUE with a field of this kind"
            raise usage(f"`--field {field}`: {hint}")
        given[name] = value
    return given


def _completed(kind: Kind, given: dict[str, str]) -> dict[str, str]:
    """The given fields and the missing ones, which a terminal asks for. Raises `Stop` if there is no terminal."""
    missing = _missing(kind, given)
    if missing and not sys.stdin.isatty():
        raise usage(f"missing: {', '.join(map(_flag, missing))}")
    return {**given, **{field.name: _asked(field) for field in missing}, **_wrong_choices(kind, given)}


def _missing(kind: Kind, given: dict[str, str]) -> list[Field]:
    from generator.editing.skeleton import to_ask_for

    return [field for field in to_ask_for(kind) if field.name not in given]


def _wrong_choices(kind: Kind, given: dict[str, str]) -> dict[str, str]:
    from generator.editing.skeleton import to_ask_for

    for field in to_ask_for(kind):
        if field.name in given and field.shape.choices and given[field.name] not in field.shape.choices:
            raise usage(f"`{field.name}` cannot be `{given[field.name]}`; write {_choices(field)}")
    return {}


def _flag(field: Field) -> str:
    if field.name in ("title", "summary"):
        return f'--{field.name} "…"'
    return f"--field {field.name}=… ({_choices(field)})"


def _choices(field: Field) -> str:
    return listed(field.shape.choices, last=" or ")


def _asked(field: Field) -> str:
    print(field.purpose)
    while True:
        answer = input(f"{field.name}{f' ({_choices(field)})' if field.shape.choices else ''}: ").strip()
        if answer and (not field.shape.choices or answer in field.shape.choices):
            return answer
        print(f"Write {_choices(field)}." if field.shape.choices else "This field is required.")


def _write(project: Project, kind: Kind, entry_id: str, text: str) -> str:
    """Write the entry where others of its kind are. Returns the name of the file."""
    shared = project.content / f"{kind.plural}.yml"
    if shared.exists():
        name = project.name_of(shared)
        before, _ = read_text(shared, project.content, name)
        if before is None:
            raise usage(f"{name} cannot be read; see playbook check {name}")
        gap = "\n" if before.endswith("\n") or not before else "\n\n"
        entry = f"{gap}{entry_id}:\n{''.join(_indented(text))}"
        edits = {name: [Edit(len(before), len(before), entry)]}
        write_files(edited_files(project, edits, {name: before}), project.root)
        return name
    path = project.content / kind.plural / f"{entry_id}.yml"
    name = project.name_of(path)
    write_files({path: f"{schema_line(name, kind.name)}{text}".encode()}, project.root)
    return name


def _indented(text: str) -> Iterable[str]:
    return (f"  {line}" for line in text.splitlines(keepends=True))
