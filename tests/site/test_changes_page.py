"""The page of what is new, from `changes.yml`."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.config.project import read_config
from generator.site.page import Site
from tests.conftest import Playbook

TERM = "title: Slow\nsummary: S.\nmeaning: M.\n"
CHANGES = """\
changes:
  - {id: first, date: 2026-01-02, title: A term is there, what: "Slow <b> is", entries: [slow]}
  - {id: later, date: 2026-03-01, title: It's shorter, what: 'Half of it isn''t "there".'}
"""


def site(root: Path) -> Site:
    project, _ = read_config(root / "site_config.yml")
    assert project
    return pipeline.build(project, pipeline.read(project))


@pytest.mark.parametrize(
    ("language", "title", "day"), [("en", "What’s new", "2 January 2026"), ("de", "Was ist neu", "2. Januar 2026")]
)
def test_changes_have_a_page_with_the_newest_first(playbook: Playbook, language: str, title: str, day: str) -> None:
    root = playbook({"content/terms/slow.yml": TERM, "changes.yml": CHANGES})
    config = root / "site_config.yml"
    others = [line for line in config.read_text().splitlines() if not line.startswith("language:")]
    config.write_text("\n".join((*others, f"language: {language}", "")))
    built = site(root)
    (page,) = [page for page in built.pages if page.url == "changes/"]
    assert page.title == title
    assert page.body.index("It’s shorter") < page.body.index("A term is there")
    assert f'<time datetime="2026-01-02">{day}</time>' in page.body
    assert '<a href="../terms/slow/">Slow</a>' in page.body
    assert "Slow &lt;b&gt; is" in page.body
    assert "Half of it isn’t “there”." in page.body
    assert "changes/" in [item.url for item in built.nav[-1].items]
    assert page.anchors == ("later", "first")


def test_without_a_list_of_changes_there_is_no_page_and_no_link(playbook: Playbook) -> None:
    built = site(playbook({"content/terms/slow.yml": TERM}))
    assert "changes/" not in [page.url for page in built.pages]
    assert "changes/" not in [item.url for item in built.nav[-1].items]
