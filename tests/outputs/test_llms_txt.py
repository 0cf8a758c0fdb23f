"""The playbook in short, for language models."""

from __future__ import annotations

from pathlib import Path

from generator import pipeline
from generator.config.project import read_config
from generator.site.page import Site
from tests.conftest import Playbook
from tests.playbooks import EXAMPLE_PLAYBOOK, site

TERM = "title: Slow\nsummary: Without hurry.\nmeaning: Not fast.\n"


def build(root: Path) -> Site:
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    return pipeline.build(project, pipeline.read(project))


def content(site: Site, path: str) -> str:
    return next(a.content.decode() for a in site.artifacts if a.path == path)


def test_llms_txt_in_whole(playbook: Playbook) -> None:
    built = build(playbook({"content/terms/slow.yml": TERM, "content/pages/about.md": "# About\n\nWhat it is.\n"}))

    assert (
        content(built, "llms.txt")
        == """\
# A playbook

> For a test.

A test.

The addresses below lead to Markdown. The page for people has the same address without `.md`.
All entries with their links, as data: https://playbook.example/api/entries.json

## Kinds of entry

- Terms (1): The words that the playbook uses in a sense of its own, and some that it would rather not hear.

## About the playbook

- [About](https://playbook.example/about.md): What it is.

## Terms

- [Slow](https://playbook.example/terms/slow.md): Without hurry.
"""
    )


def test_llms_txt_names_every_entry_once_and_only_files_that_are_there() -> None:
    text, built = content(site(EXAMPLE_PLAYBOOK), "llms.txt"), site(EXAMPLE_PLAYBOOK)
    named = [line.partition("](")[2].partition(")")[0] for line in text.splitlines() if "](" in line]
    paths = {built.url + artifact.path for artifact in built.artifacts}

    assert set(named) <= paths
    assert sorted(named) == sorted(built.url + page.markdown for page in built.pages if page.markdown)
