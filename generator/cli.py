"""The command `playbook`: what can be asked for, what is said, and exit codes."""

from __future__ import annotations

import argparse
import gc
import os
import sys
import traceback
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path

from generator import __version__, report
from generator.config import Project, read_config
from generator.diagnostics import Diagnostic, stops_the_build
from generator.progress import Progress

OK, CONTENT, USAGE, OUR_FAULT = 0, 1, 2, 3


class Stop(Exception):
    """Ends the command with an exit code and, if there is something to say, a message."""

    def __init__(self, code: int, message: str = "") -> None:
        super().__init__(message)
        self.code = code


def main(argv: Sequence[str] | None = None) -> int:
    """Run the command. Exit code 0: done; 1: the content has problems; 2: the call or the configuration has."""
    arguments = _parser().parse_args(argv)
    run: Callable[[argparse.Namespace], int] = arguments.run
    try:
        return run(arguments)
    except Stop as stop:
        if str(stop):
            print(stop, file=sys.stderr)
        return stop.code
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has seen enough.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return OK
    except Exception as error:
        return _our_fault(error)


def _our_fault(error: Exception) -> int:
    if os.environ.get("PLAYBOOK_DEBUG"):
        traceback.print_exc()
    print(
        f"playbook: this is a fault of the program, not of your content: {type(error).__name__}: {error}\n"
        "   The published site is as it was. For a report, run again with PLAYBOOK_DEBUG=1 and add what it prints.",
        file=sys.stderr,
    )
    return OUR_FAULT


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="playbook", description="Compile a playbook kept as YAML into a site.", allow_abbrev=False
    )
    parser.add_argument("--version", action="version", version=f"playbook {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)

    def command(name: str, run: Callable[[argparse.Namespace], int], purpose: str) -> argparse.ArgumentParser:
        added = commands.add_parser(name, help=purpose, description=purpose, allow_abbrev=False)
        added.set_defaults(run=run)
        return added

    build = command("build", _build, "Build the site.")
    _add_config(build)
    build.add_argument(
        "--site-dir", type=Path, metavar="DIR", help="where to (default: site, beside the configuration)"
    )
    build.add_argument("--strict", action="store_true", help="let warnings stop the build, too")

    serve = command("serve", _serve, "Show the site in a browser and rebuild it on each change.")
    _add_config(serve)
    serve.add_argument("--port", type=int, default=8000, help="the port to listen at (default: 8000)")

    check = command("check", _check, "Say everything that is wrong with the content.")
    check.add_argument(
        "paths", nargs="*", type=Path, metavar="PATH", help="show only what concerns these files or folders"
    )
    _add_config(check)
    check.add_argument("--strict", action="store_true", help="let warnings fail the check, too")

    explain = command("explain", _explain, "Explain a diagnostic: what, why, and the repair.")
    explain.add_argument("code", metavar="CODE", help="its name, such as unknown-reference")
    return parser


def _add_config(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--config", type=Path, default=Path("site_config.yml"), metavar="FILE", help="default: site_config.yml"
    )


def _build(arguments: argparse.Namespace) -> int:
    from generator import output, pipeline

    project = _project(arguments.config)
    target = arguments.site_dir or project.root / "site"
    # Everything that a build makes lives until its end: looking for garbage costs a tenth of its time.
    gc.disable()
    with Progress() as progress:
        reading = pipeline.read(project, progress)
        if stops_the_build(reading.diagnostics, strict=arguments.strict):
            raise Stop(
                CONTENT, f"{_text(reading.diagnostics, project)}\nNothing was built: {_sum(reading.diagnostics)}."
            )
        try:
            site = pipeline.build(project, reading, progress)
            pipeline.publish(project, site, target, progress)
        except output.OutputRefused as refused:
            raise Stop(USAGE, f"playbook: {refused}") from refused
    if reading.diagnostics:
        print(_text(reading.diagnostics, project), file=sys.stderr)
    print(f"{len(site.pages)} pages in {target}" + (f", {_sum(reading.diagnostics)}" if reading.diagnostics else ""))
    return OK


def _check(arguments: argparse.Namespace) -> int:
    from generator import pipeline

    project = _project(arguments.config)
    for path in arguments.paths:
        if not path.exists():
            raise Stop(USAGE, f"playbook: there is no file or folder {path}")
    with Progress() as progress:
        found = pipeline.read(project, progress).diagnostics
    if arguments.paths:
        found = tuple(d for d in found if any(_lies_in(d, path, project) for path in arguments.paths))
    if found:
        print(_text(found, project))
    print(_sum(found))
    return CONTENT if stops_the_build(found, strict=arguments.strict) else OK


def _serve(arguments: argparse.Namespace) -> int:
    from generator.preview import preview

    if not arguments.config.is_file():
        raise Stop(USAGE, f"playbook: there is no file {arguments.config}")
    preview(arguments.config, arguments.port)
    return OK


def _explain(arguments: argparse.Namespace) -> int:
    from generator.diagnostics import Code, did_you_mean
    from generator.explain import as_text, explain

    codes = [code.value for code in Code]
    if arguments.code not in codes:
        hint = did_you_mean(arguments.code, codes) or "known are:\n  " + "\n  ".join(codes)
        raise Stop(USAGE, f"playbook: no diagnostic is called `{arguments.code}`; {hint}")
    print(as_text(explain(Code(arguments.code))))
    return OK


def _project(config: Path) -> Project:
    project, problems = read_config(config)
    if project is None:
        raise Stop(USAGE, report.as_text(problems, report.lines_under(config.resolve().parent)).rstrip())
    return project


def _text(diagnostics: Iterable[Diagnostic], project: Project) -> str:
    return report.as_text(diagnostics, report.lines_under(project.root))


def _sum(diagnostics: Iterable[Diagnostic]) -> str:
    return report.summary(diagnostics)


def _lies_in(diagnostic: Diagnostic, path: Path, project: Project) -> bool:
    return (project.root / diagnostic.span.file).resolve().is_relative_to(path.resolve())


if __name__ == "__main__":
    sys.exit(main())
