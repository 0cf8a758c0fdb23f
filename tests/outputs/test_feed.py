"""The feed of what changed."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree

from generator import pipeline
from generator.config.project import read_config
from generator.reporting.report import as_text, lines_under
from generator.site.page import Site
from tests.conftest import Playbook

ATOM = "{http://www.w3.org/2005/Atom}"
TERM = "title: Slow\nsummary: Without hurry.\nmeaning: Not fast.\n"


def build(root: Path) -> Site:
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    return pipeline.build(project, pipeline.read(project))


def problems(root: Path) -> str:
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    found = [d for d in pipeline.read(project).diagnostics if d.span.file == "changes.yml"]
    return as_text(found, lines_under(root))


def content(site: Site, path: str) -> str:
    return next(a.content.decode() for a in site.artifacts if a.path == path)


CHANGES = """\
changes:
  - id: first
    date: 2026-03-01
    title: A start & more
    what: There is a <term> now.
    entries: [slow]
  - id: later
    date: 2026-03-02
    title: Later
    what: It's nothing new.
"""


def test_the_newest_change_comes_first_with_its_day_and_its_entries(playbook: Playbook) -> None:
    built = build(playbook({"content/terms/slow.yml": TERM, "changes.yml": CHANGES}))
    feed = ElementTree.fromstring(content(built, "feed.xml"))

    assert built.feed == "feed.xml"
    assert feed.findtext(f"{ATOM}updated") == "2026-03-02T00:00:00Z"
    assert feed.findtext(f"{ATOM}id") == "https://playbook.example/"
    assert feed.findtext(f"{ATOM}author/{ATOM}name") == "A playbook"
    found = [
        (
            entry.findtext(f"{ATOM}id"),
            entry.findtext(f"{ATOM}title"),
            entry.findtext(f"{ATOM}updated"),
            entry.find(f"{ATOM}link").attrib["href"],  # type: ignore[union-attr]
            entry.findtext(f"{ATOM}content"),
        )
        for entry in feed.findall(f"{ATOM}entry")
    ]
    assert found == [
        (
            "tag:playbook.example,2026-03-02:/later",
            "Later",
            "2026-03-02T00:00:00Z",
            "https://playbook.example/changes/#later",
            "<p>It’s nothing new.</p>",
        ),
        (
            "tag:playbook.example,2026-03-01:/first",
            "A start & more",
            "2026-03-01T00:00:00Z",
            "https://playbook.example/changes/#first",
            "<p>There is a &lt;term&gt; now.</p>"
            '<ul><li><a href="https://playbook.example/terms/slow/">Slow</a></li></ul>',
        ),
    ]


def test_without_a_list_of_changes_there_is_no_feed(playbook: Playbook) -> None:
    built = build(playbook({"content/terms/slow.yml": TERM}))

    assert built.feed == ""
    assert "feed.xml" not in {artifact.path for artifact in built.artifacts}


def test_a_change_of_nothing_and_a_day_that_is_none_are_reported(playbook: Playbook) -> None:
    wrong = CHANGES.replace("[slow]", "[slwo]").replace("2026-03-02", "2026-02-30")
    root = playbook({"content/terms/slow.yml": TERM, "changes.yml": wrong})

    assert (
        problems(root)
        == """\
changes.yml:6:15: error[unknown-reference]: no entry is called `slwo`
   6 |     entries: [slwo]
     |               ^^^^
   hint: did you mean `slow`? (content/terms/slow.yml)

changes.yml:8:11: error[wrong-value]: `changes[2].date` is `2026-02-30`, which is not a day of the calendar
   8 |     date: 2026-02-30
     |           ^^^^^^^^^^
   hint: write year, month and day, as in `2026-03-01`
"""
    )


def test_two_changes_with_one_id_are_reported(playbook: Playbook) -> None:
    root = playbook({"content/terms/slow.yml": TERM, "changes.yml": CHANGES.replace("id: later", "id: first")})

    assert (
        problems(root)
        == """\
changes.yml:7:9: error[repeated-change-id]: another change already has the id `first`
   7 |   - id: first
     |         ^^^^^
   hint: give the newer of the two another id
   first one here: changes.yml:2:9
"""
    )


def test_a_list_of_changes_that_is_no_mapping_is_reported(playbook: Playbook) -> None:
    assert (
        problems(playbook({"content/terms/slow.yml": TERM, "changes.yml": "- a\n"}))
        == """\
changes.yml:1:1: error[not-a-mapping]: the list of changes must contain fields
   1 | - a
     | ^
   hint: start with `changes:`
"""
    )
