"""The playbooks that many tests use: each is read once in a process, and built and written once in a run."""

from __future__ import annotations

import pickle
from dataclasses import replace
from functools import cache
from pathlib import Path

from generator import pipeline
from generator.config.project import Project, read_config
from generator.diagnostics.diagnostic import Severity
from generator.pipeline import Reading
from generator.site.page import Site
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
def site(config: Path) -> Site:
    """The site of a playbook with all its files, in memory."""
    return pipeline.build(project(config), reading(config))


@cache
def built(config: Path) -> tuple[Site, Path]:
    """The site of a playbook without its artifacts, and the folder into which the whole of it was written.

    One process of a run builds it. Tests that need no more than its pages take these, also while they are collected.
    """

    def make(folder: Path) -> bytes:
        pipeline.write(project(config), site(config), folder)
        return pickle.dumps(replace(site(config), artifacts=()))

    made, folder = made_once(str(config), make)
    return pickle.loads(made), folder
