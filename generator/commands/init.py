"""`playbook init`: create a new playbook, small but complete, as a starting point."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.commands._calling import OK, file_path, say, usage
from generator.config.settings import Address
from generator.editing.new_playbook import (
    NAME,
    URL,
    Wishes,
    folder_of_the_generator,
    new_playbook,
    origin_of_the_generator,
)
from generator.system import scratch
from generator.system.files import changing, write_files

IGNORED = frozenset({".git"})
"""A folder that contains only these counts as empty."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=file_path, metavar="DIR", help="the folder to write to; it need not exist")
    parser.add_argument("--name", default=NAME, help=f"the name of the playbook (default: {NAME})")
    parser.add_argument("--url", default=URL, help=f"the address of the published site (default: {URL})")
    parser.add_argument(
        "--generator",
        metavar="REQUIREMENT",
        help="the pip requirement with which its recipes install the generator (default: the origin of this one)",
    )


def run(arguments: argparse.Namespace) -> int:
    wishes = _wishes(arguments)
    folder = Path(os.path.abspath(arguments.folder))
    with changing(_nearest(folder)):
        _refuse(folder, arguments.folder)
        written = _write(new_playbook(wishes), folder)
    say(arguments, f"wrote a playbook into {arguments.folder}: {written} files, an entry of each kind")
    say(arguments, f"To view it: cd {shlex.quote(str(arguments.folder))} && {_playbook()} serve")
    say(arguments, "See README.md there for the next steps.")
    if wishes.generator is None:
        say(arguments, "The recipes and other machines need the generator's wheel. To make it:")
        say(arguments, f"  {shlex.join(_wheel(folder))}")
    return OK


def _playbook() -> str:
    """The command as this shell can run it."""
    beside = Path(sys.executable).with_name("playbook")
    found = shutil.which("playbook")
    return "playbook" if found or not beside.exists() else shlex.quote(str(beside))


def _wheel(folder: Path) -> tuple[str, ...]:
    """The command that writes the wheel of this generator to the folder in which the recipes expect it."""
    origin = folder_of_the_generator() or "PATH-OF-THE-GENERATOR"
    return (sys.executable, "-m", "pip", "wheel", "--no-deps", "--wheel-dir", str(folder / "wheels"), origin)


def _wishes(arguments: argparse.Namespace) -> Wishes:
    name = arguments.name.strip()
    if not name or not name.isprintable():
        raise usage("`--name` takes a name on one line, such as `The Front Desk Playbook`")
    try:
        TypeAdapter(Address).validate_python(arguments.url)
    except ValidationError:
        hint = "give the address of the site with a slash at the end, such as `https://example.org/playbook/`"
        raise usage(f"`--url {arguments.url}`: {hint}") from None
    generator = arguments.generator or origin_of_the_generator()
    if generator is not None and not generator.isprintable():
        raise usage("`--generator` takes one requirement, such as `playbook-generator==1.0`")
    return Wishes(name, arguments.url, generator)


def _refuse(folder: Path, given: Path) -> None:
    """Raise `Stop` if the folder already contains files."""
    elsewhere = "name a folder that does not exist yet, or an empty one"
    if folder.exists() and not folder.is_dir():
        raise usage(f"{given} is a file; {elsewhere}")
    if folder.is_dir() and any(child.name not in IGNORED for child in folder.iterdir()):
        raise usage(f"{given} is not empty; {elsewhere}")


def _write(files: Mapping[str, bytes], folder: Path) -> int:
    """Write all files and the schemas for editors, or nothing. Returns the number of files."""
    made = scratch.folder() / "new-playbook"
    shutil.rmtree(made, ignore_errors=True)
    for name, content in files.items():
        path = made / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    _for_editors(made)
    names = [path.relative_to(made) for path in sorted(made.rglob("*")) if path.is_file()]
    write_files({folder / name: (made / name).read_bytes() for name in names}, _nearest(folder))
    return len(names)


def _nearest(folder: Path) -> Path:
    """The folder, or the one above it that exists."""
    return next(path for path in (folder, *folder.parents) if path.is_dir())


def _for_editors(root: Path) -> None:
    from generator.commands.schema import written
    from generator.stages.configure import configured

    project, problems = configured(root / "site_config.yml")
    if project is None:
        raise RuntimeError(f"the starter has problems: {[problem.message for problem in problems]}")
    written(project)
