"""When the texts of entries last changed, as git knows it: the only thing that a build reads besides files."""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple

from generator.caching.memory import FORGETFUL, Memory
from generator.config.project import Project
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.model.change import LastChange
from generator.reading.document import Document, read_document
from generator.system.git import git


@dataclass(frozen=True, slots=True)
class History:
    """The last change of each entry by its id, as far as it is known and committed, and what is to be said about it."""

    changes: Mapping[str, LastChange] = field(default_factory=dict)
    diagnostics: tuple[Diagnostic, ...] = ()


NOTHING = History()


class _Repository(NamedTuple):
    """A folder in a repository, its commit, and the commits that end the known history of a shallow clone."""

    folder: Path
    commit: str
    ends: frozenset[str]


def history(project: Project, graph: Graph, memory: Memory = FORGETFUL) -> History:
    """The last changes, if the configuration wants them on pages.

    For an entry with a file of its own, that of the file; in a file with several, that of its lines.
    """
    if not project.site.last_changed:
        return NOTHING
    repository = _repository(project.root)
    if isinstance(repository, str):
        hint = "commit the playbook, install git, or remove `last_changed`"
        return History({}, (_said(project, f"entries do not say when they last changed: {repository}", hint),))
    files = memory.once(("history", repository), lambda: _files(repository, project.site.content))
    open_files = frozenset(_names(repository.folder, "diff", "--name-only", "--relative", "-z", "HEAD"))
    found: dict[str, LastChange] = {}
    shared: dict[str, list[Located]] = {}
    for located in graph.entries.values():
        name = located.document.file
        if located.prefix:
            shared.setdefault(name, []).append(located)
        elif name in files and name not in open_files:
            found[located.id] = files[name]
    for name, entries in shared.items():
        if name in files:
            key = ("lines", repository, name, entries[0].document.text)
            lines = memory.once(key, lambda name=name: _lines(repository, name))  # type: ignore[misc]
            found |= dict(_of_lines(entries, lines))
    cut = sum(change.or_earlier for change in found.values())
    return History(found, (_cut_off(project, cut),) if cut else ())


def _repository(root: Path) -> _Repository | str:
    """The repository that contains the folder, or why there is none to ask."""
    try:
        asked = git(root, "rev-parse", "--is-shallow-repository", "--git-path", "shallow", "HEAD")
    except FileNotFoundError:
        return "git is not installed"
    if asked.returncode:
        return "no git repository with a commit contains the playbook"
    shallow, place, commit = asked.stdout.decode(errors="surrogateescape").splitlines()
    ends = (root / place).read_text("ascii").split() if shallow == "true" else ()
    return _Repository(root, commit, frozenset(ends))


def _names(folder: Path, *words: str) -> Iterator[str]:
    return (name for name in git(folder, *words).stdout.decode(errors="surrogateescape").split("\0") if name)


def _files(repository: _Repository, content: str) -> Mapping[str, LastChange]:
    """The last change of each file of the content, by its name."""
    words = ("log", "--format=%x01%H %as", "--name-only", "--relative", "--no-renames", "HEAD", "--", content)
    said = git(repository.folder, "-c", "core.quotePath=false", *words).stdout.decode(errors="surrogateescape")
    found: dict[str, LastChange] = {}
    for commit in said.split("\x01")[1:]:
        head, *names = commit.split("\n")
        name, day = head.split(" ")
        for file in filter(None, names):
            found.setdefault(file, LastChange(day, name in repository.ends))
    return found


_LINE = re.compile(r"([0-9a-f]{40,64}) \d+ (\d+)(?: \d+)?")


def _lines(repository: _Repository, name: str) -> tuple[LastChange | None, ...]:
    """The last change of each line of a file; None for lines that are not committed."""
    said = git(repository.folder, "blame", "--porcelain", "--", name).stdout.decode(errors="replace")
    facts: dict[str, dict[str, str]] = {}
    of_lines: list[str] = []
    for line in said.split("\n"):
        if found := _LINE.fullmatch(line):
            of_lines.append(found[1])
            facts.setdefault(found[1], {})
        elif of_lines and not line.startswith("\t"):
            word, _, value = line.partition(" ")
            facts[of_lines[-1]].setdefault(word, value)
    days = {commit: _day(about["author-time"], about["author-tz"]) for commit, about in facts.items()}
    return tuple(LastChange(days[one], one in repository.ends) if one.strip("0") else None for one in of_lines)


def _day(seconds: str, zone: str) -> str:
    """The day for the author, as `git log` has it: `zone` is a difference such as `+0130`."""
    minutes = (int(zone[1:3]) * 60 + int(zone[3:5])) * (-1 if zone[0] == "-" else 1)
    moment = datetime.datetime.fromtimestamp(int(seconds), datetime.UTC) + datetime.timedelta(minutes=minutes)
    return moment.date().isoformat()


def _of_lines(entries: list[Located], lines: tuple[LastChange | None, ...]) -> Iterator[tuple[str, LastChange]]:
    """The last change of each of the entries of a file, without those with lines that are not committed."""
    starts = sorted((located.place.line, located.id) for located in entries)
    ends = (*(line for line, _ in starts[1:]), len(lines) + 1)
    for (start, entry_id), end in zip(starts, ends, strict=True):
        own = lines[start - 1 : end - 1]
        committed = [change for change in own if change]
        if own and len(committed) == len(own):
            # A day on which something is known to have changed counts before the same day as the end of what is known.
            yield entry_id, max(committed, key=lambda change: (change.day, not change.or_earlier))


def _cut_off(project: Project, count: int) -> Diagnostic:
    entries = "1 entry" if count == 1 else f"{count} entries"
    hint = "`git fetch --unshallow` gets the rest; in CI, check out with the whole history (depth 0)"
    message = f"git has only the last part of the history here, so {entries} may have changed earlier than pages say"
    return _said(project, message, hint)


def _said(project: Project, message: str, hint: str) -> Diagnostic:
    name = project.name_of(project.file)
    document: Document | None = read_document(project.file, project.root, name)[0]
    place = document.key_span(("last_changed",)) if document else Span(name)
    return Diagnostic(codes.UNKNOWN_HISTORY, message, place, hint)
