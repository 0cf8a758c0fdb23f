"""What a shell offers when somebody presses Tab: commands, options, and the kinds, entries and codes of a playbook."""

from __future__ import annotations

import argparse
import os
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, TextIO, TypeAlias

import argcomplete
from argcomplete.shell_integration import shellcode

from generator.commands._calling import nearest_config

if TYPE_CHECKING:
    from generator.config.project import Project
    from generator.content.graph import Graph

ASKED = "_ARGCOMPLETE"
"""The variable with which the scripts of shells ask the program for completions."""

Offered: TypeAlias = Mapping[str, str]
"""What may stand here, each with what it is, which zsh and fish show beside it."""


def words_of_the_line() -> list[str]:
    """The words that stand on the command line behind the name of the program."""
    return os.environ.get("COMP_LINE", "").split()[1:]


def complete(
    parser: argparse.ArgumentParser,
    command: argparse.ArgumentParser | None,
    exit: Callable[[int], object] = os._exit,
    output: TextIO | None = None,
) -> None:
    """Write what may stand where the cursor is, for the arguments of one command, and end the program."""
    for action in command._actions if command else ():
        offer = _OFFERS.get(str(action.metavar))
        if offer:
            setattr(action, "completer", _Completer(offer, action.dest))  # noqa: B010 the name is argcomplete's
    argcomplete.autocomplete(parser, exit_method=exit, output_stream=output)


class _Completer:
    """Offers from the playbook that the command line names; none if it cannot be read."""

    def __init__(self, offer: Callable[[Project, str], Offered], name: str) -> None:
        self._offer, self._name = offer, name

    def __call__(self, parsed_args: argparse.Namespace, **_: object) -> Offered:
        from generator.stages.configure import configured

        project, _problems = configured(getattr(parsed_args, "config", None) or nearest_config())
        return self._offer(project, self._name) if project else {}


def _kinds(project: Project, _name: str) -> Offered:
    return {kind.name: kind.label for kind in project.kinds}


def _ids(project: Project, name: str) -> Offered:
    """Entries; for an option of a facet, such as `--moment`, its values."""
    from generator.model.facets import facets_named

    graph = _graph(project)
    facet = next((facet for facet in facets_named(project.kinds) if facet.word == name), None)
    if facet:
        return {choice.key: choice.label for choice in facet.choices(graph)}
    return {entry_id: located.entry.title for entry_id, located in graph.entries.items()}


def _sites(project: Project, _name: str) -> Offered:
    return {name: site.name or project.site.name for name, site in project.site.sites.items()}


def _owners(project: Project, _name: str) -> Offered:
    return {name: owner.name for name, owner in project.site.owners.items()}


def _statuses(project: Project, _name: str) -> Offered:
    return {name: status.label for name, status in project.site.statuses.items()}


def _explained(project: Project, name: str) -> Offered:
    from generator.checks import ALL_CODES

    return {**{code.name: code.topic.value for code in ALL_CODES}, **_kinds(project, name), **_ids(project, name)}


def _graph(project: Project) -> Graph:
    from generator import pipeline
    from generator.reading.cache import DocumentCache

    return pipeline.connected(project, read_document=DocumentCache(project.root).read_document).graph


_OFFERS: Mapping[str, Callable[[Project, str], Offered]] = {
    "KIND": _kinds,
    "ID": _ids,
    "CHOICE": _ids,
    "SITE": _sites,
    "OWNER": _owners,
    "STATUS": _statuses,
    "OLD": _ids,
    "CODE|KIND|ENTRY": _explained,
}
"""What may stand where the help of a command has these words."""


def script(shell: str, programs: Iterable[str] = ("playbook",)) -> str:
    """The script that makes a shell ask the program, for its start-up file."""
    return shellcode(programs, shell=shell).lstrip("\n")
