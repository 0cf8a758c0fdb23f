"""The playbook as data for other programs. The whole file for a small playbook is a golden."""

from __future__ import annotations

import json

from generator import pipeline
from generator.config.project import Project
from generator.content.connecting import connect
from generator.kinds import BUILT_IN
from generator.outputs import entries_json
from tests.conftest import GOLDEN, compare
from tests.content.minimal_entries import located
from tests.playbooks import EXAMPLE_PLAYBOOK, project


def _project() -> Project:
    return project(EXAMPLE_PLAYBOOK)


def test_the_whole_file() -> None:
    project = _project()
    artifact = entries_json.entries_json(pipeline.read(project).graph, project.site)

    assert artifact.path == "api/entries.json"
    compare(artifact.content.decode("utf-8"), GOLDEN / "entries.json")


def test_each_link_is_listed_at_both_its_ends() -> None:
    project = _project()
    value = json.loads(entries_json.entries_json(pipeline.read(project).graph, project.site).content)

    leaving = {(e["id"], link["relation"], link["to"], link["why"]) for e in value["entries"] for link in e["links"]}
    arriving = {
        (link["from"], link["relation"], e["id"], link["why"]) for e in value["entries"] for link in e["backlinks"]
    }
    assert leaving == arriving
    assert leaving


def test_text_is_kept_as_it_is_typed_and_one_entry_takes_one_line() -> None:
    graph, _ = connect(located({"terms/slow": "title: '\"Slow\" </script> & café'", "terms/fast": ""}), BUILT_IN)

    text = entries_json.entries_json(graph, _project().site).content.decode("utf-8")

    assert json.loads(text)["entries"][1]["title"] == '"Slow" </script> & café'
    assert "café" in text
    assert len(text.splitlines()) == 1 + 2 + 1
