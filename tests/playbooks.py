"""The playbooks that many tests use: each is read once in a process, and built and written once in a run."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator import pipeline
from generator.config.project import Project, read_config
from generator.diagnostics.diagnostic import Severity
from generator.pipeline import Reading
from generator.site.page import Artifact, Page, Site
from tests.conftest import ROOT, made_once

EXAMPLE_PLAYBOOK = ROOT / "tests" / "playbook" / "site_config.yml"
REAL_PLAYBOOK = ROOT / "site_config.yml"
OPERATIONS = ROOT / "tests" / "kinds" / "operations" / "site_config.yml"
"""A playbook of another subject, with kinds in levels."""


@cache
def project(config: Path) -> Project:
    """The project with this configuration file."""
    found, problems = read_config(config)
    assert found is not None, problems
    return found


@cache
def reading(config: Path) -> Reading:
    """The content of a playbook, which has no errors."""
    found = pipeline.read(project(config))
    assert [problem for problem in found.diagnostics if problem.severity is Severity.ERROR] == []
    return found


@cache
def _built_here(config: Path) -> Site:
    return pipeline.build(project(config), reading(config))


@cache
def site(config: Path) -> Site:
    """The site of a playbook with all its files, in memory. One process of a run builds it."""

    def make(_: Path) -> bytes:
        made = _built_here(config)
        return pickle.dumps(replace(made, artifacts=tuple(Artifact(one.path, one.content) for one in made.artifacts)))

    found: Site = pickle.loads(made_once(f"site of {config}", make)[0])
    return found


@cache
def built(config: Path) -> tuple[Site, Path]:
    """The site of a playbook without its artifacts, and the folder into which the whole of it was written.

    One process of a run builds it. Tests that need no more than its pages take these.
    """

    def make(folder: Path) -> bytes:
        made = _built_here(config)
        pipeline.write(project(config), made, folder)
        return pickle.dumps(replace(made, artifacts=()))

    made, folder = made_once(str(config), make)
    return pickle.loads(made), folder


def on_every_page(check: Callable[[Page], None]) -> Callable[[], None]:
    """A test that tries this on every page of the example playbook, and says on which of them it fails.

    It is one test, because a test for each page would need the site before anything is tried.
    """

    def test() -> None:
        failed: dict[str, str] = {}
        for page in built(EXAMPLE_PLAYBOOK)[0].pages:
            try:
                check(page)
            except AssertionError as error:
                failed[page.url or "home"] = str(error)
        assert failed == {}

    test.__name__, test.__qualname__, test.__doc__ = check.__name__, check.__qualname__, check.__doc__
    test.__module__ = check.__module__
    return test
