"""`playbook serve`: show the site in a browser and rebuild it after each change."""

from __future__ import annotations

import argparse
import gc
import os
import sys
from collections.abc import Callable, Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from urllib.parse import urlsplit

from generator import pipeline
from generator.caching.last_build import fingerprint
from generator.caching.memory import Memory
from generator.checks import SilentTexts
from generator.commands._calling import OK, add_config, add_site, port_number, show, site_named, usage
from generator.config.languages import FOLDER as LANGUAGES
from generator.config.project import Project, content_named
from generator.config.theme import FOLDER as THEMES
from generator.content.files import SCALES
from generator.diagnostics.diagnostic import Diagnostic, in_order, stops_the_build
from generator.media.folder import FOLDER as ATTACHED
from generator.pipeline import Reading
from generator.publishing.exchange import Application
from generator.publishing.preview_server import BuildResult, Report, serve
from generator.publishing.preview_state import Preview
from generator.reporting import report
from generator.site.template_faults import diagnostic_of
from generator.stages.build import Built
from generator.stages.configure import configured
from generator.stages.make_pages import LatePage
from generator.stages.presentable import presentable
from generator.stages.remembered import Remembered


def arguments(parser: argparse.ArgumentParser) -> None:
    add_config(parser)
    parser.add_argument(
        "--host",
        default="127.0.0.1",
        help="the address to listen on (default: 127.0.0.1, which only this machine reaches; all of them: 0.0.0.0)",
    )
    add_site(parser, "show this one of the `sites` of the configuration (default: all of the playbook)")
    parser.add_argument("--port", type=port_number, default=8000, help="the port to listen on (default: 8000)")


def run(arguments: argparse.Namespace) -> int:
    if not arguments.config.is_file():
        raise usage(f"there is no file {arguments.config}")
    preview(arguments.config, arguments.port, arguments.host, arguments.site, quiet=arguments.quiet)
    return OK


def preview(
    config: Path,
    port: int,
    host: str = "127.0.0.1",
    site: str = "",
    *,
    quiet: bool = False,
    application: Callable[[Builder, Preview], Application] | None = None,
) -> None:
    """Serve the playbook of the configuration, or one of its sites, and rebuild it after each change, until Ctrl-C.

    The `application` that is made for the builder and the preview answers beside the site.
    """
    builder = Builder(config.resolve(), site)
    project, _ = configured(builder.config)
    if project and site_named(project, site):
        project = project.site_named(site)
    base = _base(project) if project else "/"
    serve(
        builder.build,
        builder.watched,
        host=host,
        port=port,
        base=base,
        say=_said,
        quiet=quiet,
        application=partial(application, builder) if application else None,
    )


def _said(text: str) -> None:
    show(text, sys.stderr)
    sys.stderr.flush()


def _base(project: Project) -> str:
    """The path of the site's address."""
    return urlsplit(project.site.url).path


@dataclass(slots=True)
class Builder:
    """Builds the playbook of a configuration again and again, and keeps what does not change in between."""

    config: Path
    site: str = ""
    """Which of the sites of the configuration it builds; without a name, all of the playbook."""
    memory: Memory = field(default_factory=Memory)
    last: Remembered = field(default_factory=Remembered)
    reading: Reading | None = None
    """The content as it was last read, also if it has errors."""
    theme: str = ""
    """The fingerprint of the theme as it was when a site was last built."""
    silent: SilentTexts = field(default_factory=SilentTexts)
    unsaid: frozenset[str] = frozenset()
    """The codes of what is not said of addresses, because somebody else sees to it."""
    is_settled: bool = False
    """Whether what lives as long as the preview has been made."""

    def build(self) -> BuildResult:
        """The site, and what is wrong with the content.

        Editorial rules and promised addresses are checked when the site is shown already. If there are errors,
        warnings are only counted, so that they do not hide the errors.
        """
        self.memory.next_round()
        whole, problems = self.project()
        lines = report.lines_under(self.config.parent)
        if whole is None or (self.site and self.site not in whole.site.sites):
            gone = f"the configuration has no site `{self.site}` any more\n"
            return BuildResult(None, gone if whole else report.as_text(problems, lines))
        self.reading = reading = pipeline.connected(whole, memory=self.memory, earlier=self.reading)
        if stops_the_build(reading.diagnostics, strict=False):
            checked = pipeline.checked(whole, reading)
            return BuildResult(None, report.errors_as_text(checked.diagnostics, lines))
        project, shown = pipeline.of_site(whole, presentable(whole, reading, self.memory), self.site)
        try:
            built = pipeline.built(project, shown, memory=self.memory, last=self.last)
            self.theme = built.leftover.theme
            files = {file.path: file for file in pipeline.files(project, built.site, self.memory, built.leftover.theme)}
        except Exception as error:
            # Entries that break an editorial rule may break a template as well: then the rule says it better.
            found = pipeline.checked(whole, reading).diagnostics
            if not stops_the_build(found, strict=False):
                if broken := diagnostic_of(error, self.config.parent):
                    return BuildResult(None, report.as_text([broken], lines))
                raise
            return BuildResult(None, report.errors_as_text(found, lines))
        finish = partial(self._finish, whole, reading, shown, built)
        return BuildResult(files, finish=finish, base=_base(project), frames=built.site.frames)

    def _finish(
        self,
        whole: Project,
        reading: Reading,
        shown: Reading,
        built: Built,
        pending: Callable[[], bool],
        making: AbstractContextManager[object],
    ) -> Report | None:
        """Make the pages that nobody has asked for yet, and check the content."""
        for made in built.leftover.pages:
            if isinstance(made, LatePage) and not made.is_made and not pending():
                with making:
                    _ = made.new
        self.last = Remembered.of(built.leftover, shown.graph)
        if pending():
            return None
        found = pipeline.checked(whole, reading, until=pending, silent=self.silent).diagnostics
        if pending():
            return None
        if not self.is_settled:
            # Most of what there is now stays, and to look through it for garbage takes three edits' time.
            gc.collect()
            gc.freeze()
            self.is_settled = True
        promised = (one for one in pipeline.promised(shown, built.site) if one.code.name not in self.unsaid)
        found = in_order((*found, *built.diagnostics, *promised))
        lines = report.lines_under(self.config.parent)
        stops = stops_the_build(found, strict=False)
        return Report(report.errors_as_text(found, lines) if stops else report.as_text(found, lines), stops)

    def project(self) -> tuple[Project | None, tuple[Diagnostic, ...]]:
        """The project, which stays the same value as long as what decides about it does."""
        root, themes = self.config.parent, self.config.parent / THEMES
        # Of a theme, the configuration may name icons and the accents among the tokens.
        tokens, icons = sorted(themes.glob("*/css/tokens.css")), sorted(themes.glob("*/icons/*.svg"))
        templates = sorted(themes.glob("*/**/*.j2"))  # some may be used by none
        own = (*themes.glob("*"), *icons)
        key = (
            "project",
            fingerprint([self.config, self._scales(), root / LANGUAGES, *tokens, *templates]),
            tuple(sorted(map(str, (*own, *self._files())))),
        )
        project, problems = self.memory.once(key, lambda: configured(self.config))
        if project and project.content.is_dir():
            return project, problems
        return configured(self.config)  # the folder of the content may have appeared or gone

    def _files(self) -> Iterable[Path]:
        """The pictures and other files, of which the configuration may name some."""
        return (self.config.parent / self._content() / ATTACHED).rglob("*")

    def _scales(self) -> Path:
        """The file of the scales, which are part of the configuration. It may not exist."""
        return self.config.parent / self._content() / SCALES

    def _content(self) -> str:
        """The name of the folder of the content."""
        try:
            raw = self.config.read_bytes()
        except OSError:
            return content_named(self.config)
        return self.memory.once(("content", raw), lambda: content_named(self.config))

    def watched(self) -> Iterable[Path]:
        """The files and folders that a build may read."""
        project, _ = self.project()
        if project:
            return pipeline.sources(project)
        root = self.config.parent
        content = Path(os.path.normpath(root / content_named(self.config)))
        inside = (content,) if root in content.parents else ()
        return (self.config, root / LANGUAGES, root / THEMES, *inside)
