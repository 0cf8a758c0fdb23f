"""The fifth stage makes pages at once, and the other files of the site when they are asked for."""

from __future__ import annotations

import pytest

from generator import pipeline
from generator.caching.memory import Memory
from generator.config.project import read_config
from generator.parallel import ALONE
from generator.stages.build import build, page_of
from tests.conftest import Playbook
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading, site

ENTRY = "title: Slow\nsummary: Slow.\nmeaning: Slow.\norigin: own\n"
CHANGES = "changes:\n  - id: first\n    date: 2026-01-02\n    title: New\n    what: It is new.\n    entries: [slow]\n"


def test_pages_have_their_markdown_and_linked_data(playbook: Playbook) -> None:
    project, _ = read_config(playbook({"content/terms/slow.yml": ENTRY}) / "site_config.yml")
    assert project
    site = build(project, pipeline.read(project), ALONE).site
    page = next(page for page in site.pages if page.url == "terms/slow/")
    assert page.markdown == "terms/slow.md"
    assert '"DefinedTerm"' in page.linked_data
    assert site.feed == ""
    assert {"terms/slow.md", "sitemap.xml", "llms.txt", "api/entries.json"} <= {a.path for a in site.artifacts}


def test_with_changes_there_is_a_feed(playbook: Playbook) -> None:
    root = playbook({"content/terms/slow.yml": ENTRY, "changes.yml": CHANGES})
    project, _ = read_config(root / "site_config.yml")
    assert project
    site = build(project, pipeline.read(project), ALONE).site
    assert site.feed == "feed.xml"
    assert "feed.xml" in {artifact.path for artifact in site.artifacts}


def test_pages_link_to_pdfs_only_if_there_will_be_some(playbook: Playbook) -> None:
    checklist = (
        "title: Leave\nsummary: Leave.\norigin: own\nminutes: 5\ngroup: meeting\npurpose: Leaving.\n"
        "groups:\n  - title: All\n    items:\n      - id: keys\n        text: Take the keys.\n"
    )
    root = playbook({"content/checklists/leave.yml": checklist})
    project, _ = read_config(root / "site_config.yml")
    assert project
    reading = pipeline.read(project)
    for pdfs in (False, True):
        site = build(project, reading, ALONE, pdfs=pdfs).site
        page = next(page for page in site.pages if page.url == "checklists/leave/")
        assert ("print/a4/leave.pdf" in page.body) is pdfs


def test_one_page_alone_has_the_places_that_it_has_in_the_site_and_needs_no_styles(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    built = {page.url: page for page in site(EXAMPLE_PLAYBOOK).pages if page.kind != "home"}
    monkeypatch.delattr("generator.site.shared_by_pages.theme_assets_once")
    given, content, memory = project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK), Memory()
    alone = {url: page_of(given, content, url, memory, "") for url in built}
    assert {url: page and {*page.anchors, *page.former} for url, page in alone.items()} == {
        url: {*page.anchors, *page.former} for url, page in built.items()
    }
