"""Shared by the commands: exit codes, early exit, the option `--config` and the project that it names."""

from __future__ import annotations

import argparse
import os
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TextIO

from generator.system.files import recovered

# The rest is imported where it is needed: a build that has nothing to do takes less time than these imports.
if TYPE_CHECKING:
    from generator.config.project import Project
    from generator.diagnostics.diagnostic import Diagnostic

OK, CONTENT, USAGE, INTERNAL_ERROR = 0, 1, 2, 3


class Stop(Exception):
    """Ends the command with an exit code and an optional message for standard error."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code = code


def usage(message: str) -> Stop:
    """Exit code 2 with a message: wrong arguments, or nothing that the command can act on."""
    return Stop(USAGE, f"playbook: {message}")


LONGEST_NAME, LONGEST_PATH = 255, 4095
"""The maximum number of bytes of a name and of a path that file systems take."""


def file_path(text: str) -> Path:
    """The path that an argument names. Raises `ArgumentTypeError` if no file system takes it."""
    if not text:
        raise argparse.ArgumentTypeError("the name is empty")
    raw = os.fsencode(text)
    if len(raw) > LONGEST_PATH or any(len(name) > LONGEST_NAME for name in raw.split(b"/")):
        raise argparse.ArgumentTypeError(f"the name is too long: {text[:20]}…")
    return Path(text)


def port_number(text: str) -> int:
    """The port that an argument names; 0 is any free one. Raises `ArgumentTypeError` if it is none."""
    if not text.isascii() or not text.isdigit() or len(text) > 5 or int(text) > 65535:
        raise argparse.ArgumentTypeError(f"a port is a number from 0 to 65535, not {text[:20]}")
    return int(text)


CONFIG = "site_config.yml"


def add_config(parser: argparse.ArgumentParser) -> None:
    """Add the option `--config`."""
    parser.add_argument(
        "--config",
        type=file_path,
        default=nearest_config(),
        metavar="FILE",
        help=f"the configuration (default: {CONFIG} in this folder or the nearest one above)",
    )


def nearest_config() -> Path:
    """The configuration in the current folder or the nearest one above, seen from here; if there is none, its name."""
    try:
        here = Path.cwd()
    except OSError:  # the folder has been deleted
        return Path(CONFIG)
    above = (up for up, folder in enumerate((here, *here.parents)) if (folder / CONFIG).is_file())
    return Path(*[os.pardir] * next(above, 0), CONFIG)


def add_quiet(parser: argparse.ArgumentParser, default: Any) -> None:
    """Add the option `--quiet`, which may stand before and behind the name of a command."""
    help = "say only what is wrong, and what was asked for"
    parser.add_argument("-q", "--quiet", action="store_true", default=default, help=help)


def say(arguments: argparse.Namespace, text: str) -> None:
    """Tell what was done, unless `--quiet` is given."""
    if not arguments.quiet:
        print(text)


def add_site(parser: argparse.ArgumentParser, help: str) -> None:
    """Add the option `--site`."""
    parser.add_argument("--site", default="", metavar="SITE", help=help)


def add_out(parser: argparse.ArgumentParser, help: str) -> None:
    """Add the option `-o`, `--out`, of commands that write one file."""
    parser.add_argument("-o", "--out", type=file_path, metavar="FILE", help=help)


def site_named(project: Project, name: str) -> str:
    """The name of one of the sites of the configuration, which may be empty. Raises `Stop` if there is none."""
    from generator.diagnostics.suggest import did_you_mean, listed

    known = project.site.sites
    if name and name not in known:
        hint = did_you_mean(name, known) or (f"it has {listed(known)}" if known else "it has no `sites:`")
        raise usage(f"the configuration has no site `{name}`; {hint}")
    return name


def project_of(arguments: argparse.Namespace) -> Project:
    """The playbook of `--config`, in which what a killed command has begun to write is finished first.

    Raises `Stop` if its configuration has errors.
    """
    from generator.reporting import report
    from generator.stages.configure import configured

    config: Path = arguments.config
    if not os.path.lexists(config):
        raise usage(_no_playbook(config))
    recovered(config.parent)  # before anything is read that a killed command has changed in part
    project, problems = configured(config)
    if project is None:
        shown = report.as_text(problems, report.lines_under(config.resolve().parent))
        raise Stop(USAGE, f"{shown}\n{report.summary(problems)}")
    return project


def _no_playbook(config: Path) -> str:
    """What to say where there is no configuration."""
    if config.name == CONFIG and len(config.parts) == 1:
        return (
            f"there is no {CONFIG} in this folder or above it: go to the folder of your playbook (`cd FOLDER`), name "
            f"it with `--config FOLDER/{CONFIG}`, or make a new playbook with `playbook init FOLDER`"
        )
    return f"there is no configuration {config}: check its name and its folder"


def show(text: str, stream: TextIO) -> None:
    """Print a report, with colours on a terminal."""
    from generator.reporting.colour import for_stream

    print(for_stream(text, stream), file=stream)


def of_template(error: BaseException, arguments: argparse.Namespace) -> str:
    """The report about the playbook's own template in which the error arose; empty if it arose elsewhere."""
    from generator.reporting import report
    from generator.site.template_faults import diagnostic_of

    root: Path = getattr(arguments, "config", Path(CONFIG)).resolve().parent
    found = diagnostic_of(error, root)
    return report.as_text([found], report.lines_under(root)) if found else ""


def as_text(diagnostics: Iterable[Diagnostic], project: Project) -> str:
    """The diagnostics as text for people, with excerpts."""
    from generator.reporting import report

    return report.as_text(diagnostics, report.lines_under(project.root))
