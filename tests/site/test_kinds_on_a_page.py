"""Pages written by hand that list every kind."""

from __future__ import annotations

import re
from pathlib import Path

from generator import pipeline
from generator.config.project import read_config
from tests.conftest import Playbook
from tests.playbooks import REAL_PLAYBOOK, built

TERM = "title: Slow\nsummary: S.\nmeaning: M.\n"


def lists_on(body: str) -> set[str]:
    """The folders of the kinds to whose lists a page leads."""
    _, _, found = body.partition('<div class="kind-list">')
    return set(re.findall(r'<dt>.*?<a href="\.\./([a-z-]+)/">', found))


def page_with(playbook: Playbook, heading: str) -> str:
    files = {"content/terms/slow.yml": TERM, "content/pages/about.md": f"# About\n\nA lead.\n\n## {heading}\n\nText.\n"}
    project, problems = read_config(Path(playbook(files)) / "site_config.yml")
    assert project is not None, problems
    return next(page.body for page in pipeline.build(project, pipeline.read(project)).pages if page.url == "about/")


def test_a_section_with_the_address_kinds_lists_those_that_have_entries(playbook: Playbook) -> None:
    assert lists_on(page_with(playbook, "What there is {#kinds}")) == {"terms"}


def test_no_other_section_does(playbook: Playbook) -> None:
    assert 'class="kind-list"' not in page_with(playbook, "What there is")


def test_how_to_use_this_playbook_lists_every_kind() -> None:
    site = built(REAL_PLAYBOOK)[0]
    body = next(page.body for page in site.pages if page.url == "how-to-use/")
    assert lists_on(body) == {page.url.rstrip("/").split("/")[0] for page in site.pages if page.url.count("/") == 2}
