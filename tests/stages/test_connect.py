"""The third stage resolves references, and passes over those to entries that have their own diagnostics."""

from __future__ import annotations

from generator.config.project import read_config
from generator.reading.document import read_document
from generator.stages.connect import Reading, connect
from generator.stages.read_files import read_files
from generator.stages.structure import structure
from tests.conftest import Playbook

ENTRY = "title: Slow\nsummary: Slow.\nmeaning: Slow.\norigin: own\n"
NEXT = "links:\n  next:\n    - to: {}\n      why: Because.\n"


def reading(playbook: Playbook, files: dict[str, str]) -> Reading:
    project, problems = read_config(playbook(files) / "site_config.yml")
    assert project, problems
    return connect(structure(read_files(project, read_document), project.kinds), project.kinds)


def test_references_and_redirects_are_resolved(playbook: Playbook) -> None:
    found = reading(
        playbook,
        {
            "content/terms/slow.yml": ENTRY,
            "content/terms/fast.yml": ENTRY.replace("Slow", "Fast") + NEXT.format("slow"),
            "content/redirects.yml": "terms/old: slow\n",
        },
    )
    assert found.diagnostics == ()
    assert [(edge.source, edge.relation.name) for edge in found.graph.into("slow")] == [("fast", "next")]
    assert found.graph.moved == {"terms/old/": "terms/slow/"}
    assert found.graph.complete


def test_what_replaced_a_removed_entry_is_told(playbook: Playbook) -> None:
    files = {
        "content/terms/slow.yml": ENTRY + NEXT.format("old"),
        "content/terms/fast.yml": ENTRY.replace("Slow", "Fast"),
        "content/redirects.yml": "terms/old: fast\n",
    }
    (problem,) = reading(playbook, files).diagnostics
    assert (problem.message, problem.hint) == ("no entry is called `old`", "it is now called `fast`")


def test_a_reference_to_an_entry_that_does_not_fit_is_passed_over(playbook: Playbook) -> None:
    files = {
        "content/terms/slow.yml": ENTRY + NEXT.format("fast"),
        "content/terms/fast.yml": ENTRY + "colour: red\n",
        "content/pages/about.md": "# About\n\nSee [[fast]] and [[nothing]].\n",
    }
    found = reading(playbook, files)
    assert [problem.message for problem in found.diagnostics] == [
        "a term has no field `colour`",
        "no entry is called `nothing`",
    ]
    assert not found.graph.complete
