"""`playbook init`: a new playbook, small and whole, to be changed into one's own."""

from __future__ import annotations

import argparse
import os
import shlex
import shutil
import sys
from collections.abc import Mapping
from pathlib import Path
from tempfile import mkdtemp

from pydantic import TypeAdapter, ValidationError

from generator.commands._calling import OK, usage
from generator.config.settings import Address
from generator.editing.new_playbook import (
    NAME,
    URL,
    Wishes,
    folder_of_the_generator,
    new_playbook,
    origin_of_the_generator,
)

SPARED = frozenset({".git"})
"""What a folder may hold that counts as empty."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=Path, metavar="DIR", help="the folder to write it into; it need not exist")
    parser.add_argument("--name", default=NAME, help=f"what the playbook is called (default: {NAME})")
    parser.add_argument("--url", default=URL, help=f"the address it will be published at (default: {URL})")
    parser.add_argument(
        "--generator",
        metavar="REQUIREMENT",
        help="what its recipes give to pip to install the generator (default: where this one came from)",
    )


def run(arguments: argparse.Namespace) -> int:
    wishes = _wishes(arguments)
    folder = Path(os.path.abspath(arguments.folder))
    _refuse(folder, arguments.folder)
    try:
        written = _write(new_playbook(wishes), folder)
    except OSError as error:
        raise usage(f"{arguments.folder} cannot be written: {error.strerror}") from error
    print(f"wrote a playbook into {arguments.folder}: {written} files, an entry of each kind")
    print(f"Look at it: cd {shlex.quote(str(arguments.folder))} && {_playbook()} serve")
    print("README.md there says how to make it yours.")
    if wishes.generator is None:
        print("Its recipes, and other machines, need the generator's wheel. To make it:")
        print(f"  {shlex.join(_wheel(folder))}")
    return OK


def _playbook() -> str:
    """How this shell calls the command."""
    beside = Path(sys.executable).with_name("playbook")
    found = shutil.which("playbook")
    return "playbook" if found or not beside.exists() else shlex.quote(str(beside))


def _wheel(folder: Path) -> tuple[str, ...]:
    """The command that puts the wheel of this generator where the recipes look for it."""
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
    """Stop where something else would be mixed up with the new playbook."""
    elsewhere = "name a folder that does not exist yet, or an empty one"
    if folder.exists() and not folder.is_dir():
        raise usage(f"{given} is a file; {elsewhere}")
    if folder.is_dir() and any(child.name not in SPARED for child in folder.iterdir()):
        raise usage(f"{given} is not empty; {elsewhere}")


def _write(files: Mapping[str, bytes], folder: Path) -> int:
    """Write all or nothing, with the schemas for editors, and say how many files there are."""
    folder.mkdir(parents=True, exist_ok=True)
    staging = Path(mkdtemp(prefix=".playbook-init-", dir=folder))
    try:
        for name, content in files.items():
            path = staging / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        made = _for_editors(staging)
        for child in staging.iterdir():
            child.rename(folder / child.name)
    finally:
        shutil.rmtree(staging, ignore_errors=True)
    return len(files) + made


def _for_editors(root: Path) -> int:
    from generator.commands.schema import add_lines
    from generator.config.project import read_config
    from generator.schema.write import for_editors, write

    project, problems = read_config(root / "site_config.yml")
    if project is None:
        raise RuntimeError(f"the starter has problems: {[problem.message for problem in problems]}")
    add_lines(project)
    return len(write(for_editors(project), root))
