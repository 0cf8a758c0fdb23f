"""The fourth stage adds what the rules find, in order, for all files or for those that are asked for."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.config.project import read_config
from generator.config.settings import SiteConfig
from generator.parallel import ALONE, Forks, Workers
from generator.reading.document import read_document
from generator.stages.check import check
from generator.stages.connect import Reading, connect
from generator.stages.read_files import read_files
from generator.stages.structure import structure
from tests.conftest import Playbook

FILES = {
    "content/terms/b.yml": "title: Slow\nsummary: TODO.\nmeaning: Slow.\norigin: own\n",
    "content/terms/a.yml": "title: Fast\nsummary: TODO.\nmeaning: Fast.\norigin: own\n",
    "content/notes.txt": "x",
}


@pytest.fixture
def connected(playbook: Playbook) -> tuple[Reading, SiteConfig]:
    project, problems = read_config(playbook(FILES) / "site_config.yml")
    assert project, problems
    return connect(structure(read_files(project, read_document), project.kinds), project.kinds), project.site


@pytest.mark.usefixtures("all_cores")
@pytest.mark.parametrize("workers", [ALONE, Forks()])
def test_what_rules_find_is_added_in_the_order_of_files(
    connected: tuple[Reading, SiteConfig], workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("generator.checks.WORTH_SHARING", 0)
    reading, site = connected
    found = [(d.span.file, d.code.name) for d in check(reading, site, workers).diagnostics]
    assert found == sorted(found, key=lambda one: one[0])
    assert ("content/notes.txt", "unexpected-file") in found
    assert {file for file, code in found if code == "unfinished-text"} == {
        "content/terms/a.yml",
        "content/terms/b.yml",
    }


def test_of_some_files_only_what_concerns_them(connected: tuple[Reading, SiteConfig]) -> None:
    reading, site = connected
    whole = check(reading, site, ALONE)
    some = check(reading, site, ALONE, only="content/terms/a.yml".__eq__)
    assert some.diagnostics
    assert some == replace(whole, diagnostics=tuple(d for d in whole.diagnostics if d.span.file.endswith("a.yml")))
