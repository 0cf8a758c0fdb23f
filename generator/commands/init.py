"""`playbook init`: create a new playbook, small but complete, as a starting point."""

from __future__ import annotations

import argparse
import os
import re
import shlex
import shutil
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from generator.commands._calling import OK, file_path, say, usage
from generator.config.settings import Address
from generator.diagnostics.suggest import listed
from generator.editing.new_playbook import (
    LANGUAGE,
    NAME,
    URL,
    Wishes,
    folder_of_the_generator,
    new_playbook,
    origin_of_the_generator,
)
from generator.system import scratch
from generator.system.files import changing, recovered, write_files

IGNORED = frozenset({".git"})
"""A folder that contains only these counts as empty."""


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", type=file_path, metavar="DIR", help="the folder to write to; it need not exist")
    for question in QUESTIONS:
        usual = f" (default: {question.usual})" if question.usual else ""
        parser.add_argument(f"--{question.name}", help=f"{question.what}{usual}; a terminal asks for it")
    parser.add_argument(
        "--generator",
        metavar="REQUIREMENT",
        help="the pip requirement with which its recipes install the generator (default: the origin of this one)",
    )


def run(arguments: argparse.Namespace) -> int:
    folder = Path(os.path.abspath(arguments.folder))
    _refuse(folder, arguments.folder)  # before anything is asked
    wishes = _wishes(arguments)
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
    """What the arguments say; where they say nothing, what somebody at a terminal answers, or the usual."""
    asks = sys.stdin.isatty() and not arguments.quiet
    given = {question.name: _answer(question, getattr(arguments, question.name), asks=asks) for question in QUESTIONS}
    generator = arguments.generator or origin_of_the_generator()
    if generator is not None and not generator.isprintable():
        raise usage("`--generator` takes one requirement, such as `playbook-generator==1.0`")
    return Wishes(**given, generator=generator)


def _answer(question: ToAsk, given: str | None, *, asks: bool) -> str:
    """Raises `Stop` if what was given does not fit."""
    if given is not None:
        if wrong := question.wrong(given.strip()):
            raise usage(f"`--{question.name} {given}`: {wrong}")
        return given.strip()
    while asks:
        answer = input(f"{question.what[:1].upper()}{question.what[1:]} [{question.usual}]: ").strip()
        if not answer:
            break
        if not (wrong := question.wrong(answer)):
            return answer
        print(f"{wrong[:1].upper()}{wrong[1:]}.")
    return question.usual


def _wrong_line(text: str) -> str:
    return "" if text and text.isprintable() else "write a text on one line"


def _wrong_language(tag: str) -> str:
    from generator.language.language import supplied
    from generator.language.tags import TAG, nearest

    known = supplied()
    if re.fullmatch(TAG, tag) and nearest(tag, known):
        return ""
    return f"write a language such as {listed(known, last=' or ')}, perhaps with a country, as in `en-GB`"


def _wrong_address(address: str) -> str:
    try:
        TypeAdapter(Address).validate_python(address)
    except ValidationError:
        return "give the address of the site with a slash at the end, such as `https://example.org/playbook/`"
    return ""


@dataclass(frozen=True, slots=True)
class ToAsk:
    """What a new playbook has to know: the name of the option, what it is, the usual answer, what is wrong with one."""

    name: str
    what: str
    usual: str
    wrong: Callable[[str], str]


QUESTIONS = (
    ToAsk("name", "the name of the playbook", NAME, _wrong_line),
    ToAsk("lead", "what it is for, in a sentence", "", _wrong_line),
    ToAsk("language", "its language", LANGUAGE, _wrong_language),
    ToAsk("url", "the address of the published site", URL, _wrong_address),
)


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
    recovered(made)  # what it could not delete would become a part of the playbook
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
