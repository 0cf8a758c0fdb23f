"""`playbook addresses`: record published addresses, redirect missing ones, or give them up."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.commands._calling import (
    CONTENT,
    OK,
    add_config,
    add_site,
    as_text,
    project_of,
    say,
    show,
    site_named,
    usage,
)
from generator.commands.rename import sound_reading
from generator.config.project import Project
from generator.diagnostics.diagnostic import stops_the_build

if TYPE_CHECKING:
    from generator.pipeline import Reading
    from generator.site.page import Site


def arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--redirect",
        nargs=2,
        action="append",
        default=[],
        metavar=("ADDRESS", "TO"),
        help="redirect a missing address to the id of an entry or page, or to another anchor of the same page",
    )
    parser.add_argument("--forget", action="append", default=[], metavar="ADDRESS", help="give up a missing address")
    add_site(parser, "those of this one of the `sites` of the configuration (default: of each, in a file of its own)")
    add_config(parser)


def run(arguments: argparse.Namespace) -> int:
    from generator.system.files import changing

    project = project_of(arguments)
    site_named(project, arguments.site)
    names = (arguments.site,) if arguments.site else tuple(project.site.sites) or ("",)
    if len(names) > 1 and (arguments.redirect or arguments.forget):
        raise usage(f"say of which site the address is, with `--site NAME`; the sites are: {', '.join(names)}")
    with changing(project.root):
        return max(_recorded(arguments, project, name) for name in names)


def _recorded(arguments: argparse.Namespace, whole: Project, name: str) -> int:
    from generator import pipeline
    from generator.editing.addresses import recorded, written
    from generator.permalinks.promises import addresses
    from generator.system.files import write_files

    project, reading, site = _built(whole, name)
    forgotten = [written(given, project) for given in arguments.forget]
    leads = {written(given, project): to.lstrip("#") for given, to in arguments.redirect}
    _refuse(reading, site, forgotten, leads)
    if leads:
        _lead(project, leads)
        for address, to in leads.items():
            say(arguments, f"{address} now redirects to `{'#' if '#' in address else ''}{to}`")
        project, reading, site = _built(whole, name)
    known = len(reading.ledger.places) if reading.ledger else 0
    now = recorded(project, reading.ledger, addresses(site), frozenset(forgotten))
    write_files(now.file, project.root)
    _tell(arguments, leads, forgotten, now.new, known, now.ledger.file)
    found = pipeline.promised(replace(reading, ledger=now.ledger), site)
    if found:
        show(as_text(found, project), sys.stderr)
    return CONTENT if stops_the_build(found, strict=False) else OK


def _built(whole: Project, name: str) -> tuple[Project, Reading, Site]:
    from generator import pipeline

    project, reading = pipeline.of_site(whole, sound_reading(whole), name)
    built = pipeline.outcome(project, reading, kept=pipeline.kept_in(project))
    assert built.site is not None, "content without errors has a site"
    return project, built.reading, built.site


def _refuse(reading: Reading, site: Site, forgotten: Sequence[str], leads: dict[str, str]) -> None:
    from generator.editing.addresses import cannot_forget, cannot_lead

    for wrong in (
        *(cannot_forget(address, reading.ledger, site) for address in forgotten),
        *(cannot_lead(address, to, reading, site) for address, to in leads.items()),
    ):
        if wrong:
            raise usage(wrong)


def _lead(project: Project, leads: dict[str, str]) -> None:
    from generator.editing.redirects import with_redirects
    from generator.system.files import write_files

    targets = {address: f"'#{to}'" if "#" in address else to for address, to in leads.items()}
    write_files(with_redirects(project, targets), project.root)


def _tell(
    arguments: argparse.Namespace,
    leads: dict[str, str],
    forgotten: Sequence[str],
    new: Sequence[str],
    known: int,
    file: str,
) -> None:
    for address in forgotten:
        say(arguments, f"{address} is given up")
    if new:
        say(arguments, f"recorded {len(new)} new address{'es' if len(new) != 1 else ''} in {file}; commit it")
    elif not leads and not forgotten:
        say(arguments, f"{file} is up to date: {known} addresses")
