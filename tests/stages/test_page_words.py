"""The words by which readers find pages that are no entries."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.config.project import Project, read_config
from generator.outputs._record import Record
from generator.outputs.search.records import record, records
from generator.site.page import Page
from tests.conftest import Playbook


def project(root: Path, more: str) -> Project:
    config = root / "site_config.yml"
    others = [line for line in config.read_text().splitlines() if not line.startswith("language:")]
    config.write_text("\n".join((*others, more, "")))
    found, problems = read_config(config)
    assert found, problems
    return found


def found_pages(built_from: Project) -> dict[str, Record]:
    reading = pipeline.read(built_from)
    return {one.url: one for one in records(pipeline.build(built_from, reading).pages, reading.graph)}


def test_a_single_word_is_a_keyword_and_more_are_a_question() -> None:
    asked = Page("changes/", "New", "Told.", "", "changes", "", asked_as=("updates", "what has changed"))
    found = record(asked, None)
    assert found
    assert (found.keywords, found.asked_as) == (("updates",), ("what has changed",))


@pytest.mark.parametrize("tag", ["en", "de"])
def test_tools_and_pages_written_by_hand_have_words_that_readers_type(playbook: Playbook, tag: str) -> None:
    root = playbook(
        {
            "content/terms/slow.yml": "title: Slow\nsummary: S.\nmeaning: M.\n",
            "content/pages/about.md": "# About\n\nUs.\n",
            "changes.yml": "changes: [{id: first, date: 2026-01-02, title: New, what: A term., entries: [slow]}]\n",
        }
    )
    more = f"language: {tag}\nasked_as: {{about: [imprint, who made this]}}"
    found = found_pages(project(root, more))
    assert {"changes/", "plan/", "browse/", "offline/", "about/"} <= found.keys()
    assert found["about/"].keywords == ("imprint",)
    assert [one.url for one in found.values() if one.kind == "page" and not (one.keywords and one.asked_as)] == []


def test_words_for_a_page_that_is_not_there_are_reported(playbook: Playbook) -> None:
    root = playbook({"content/pages/about.md": "# About\n\nUs.\n"})
    found = pipeline.read(project(root, "asked_as:\n  abuot: [imprint]")).diagnostics
    assert [(one.message, one.hint) for one in found if one.span.file == "site_config.yml"] == [
        ("no page written by hand is called `abuot`", "did you mean `about`?")
    ]
