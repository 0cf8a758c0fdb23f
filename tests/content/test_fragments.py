"""A fault in the fields of an entry hides no fault of its links and texts."""

from __future__ import annotations

from generator.content.entries import entries_of
from generator.content.fragments import leaves_in
from generator.diagnostics.diagnostic import in_order
from generator.pipeline import connected
from tests.checks.small_playbook import clean_files, graph_of
from tests.conftest import Playbook
from tests.playbooks import project

TERM = "title: Slow\nsummary: S.\nmeaning: M.\n"


def test_of_an_entry_with_one_field_too_many_nothing_is_lost() -> None:
    """Whatever the models of a kind look like, their data is gone through as the entry itself is."""
    entries = graph_of(clean_files()).entries.values()
    assert len({located.kind for located in entries}) > 20
    for located in entries:
        _, data, _ = next(e for e in entries_of(located.document, located.id if not located.prefix else None))
        assert isinstance(data, dict)
        assert tuple(leaves_in(located.kind.model, {**data, "zebra": "x"})) == located.leaves


def found(root_files: dict[str, str], playbook: Playbook) -> list[tuple[str, int, str]]:
    root = playbook(root_files)
    reading = connected(project(root / "site_config.yml"))
    return [
        (problem.span.file.rpartition("/")[2], problem.span.line, problem.code.name)
        for problem in in_order(reading.diagnostics)
    ]


def test_faults_of_fields_and_of_links_are_reported_in_one_run(playbook: Playbook) -> None:
    practice = """\
titel: Ask
summary: S.
moments: [nowhere]
minutes: two
do: See [[never]].
why: W.
steps:
  - do: Do [[nothing]].
    detial: D.
  - To [[nobody]].
sources:
  - source: no-book
    wehre: There.
links:
  next:
    - to: no-next
      whu: W.
    - no-other
  before: [slow]
"""
    report = found({"content/practices/ask.yml": practice, "content/terms/slow.yml": TERM}, playbook)
    references = [line for file, line, code in report if code == "unknown-reference"]
    fields = [line for file, line, code in report if code in ("unknown-field", "wrong-type")]
    assert references == [3, 5, 8, 10, 12, 16, 18]
    assert fields == [1, 4, 9, 13, 17]
    assert ("ask.yml", 19, "unknown-relation") in report


def test_an_entry_with_an_id_that_is_none_or_taken_is_looked_at(playbook: Playbook) -> None:
    wrong = TERM.replace("M.", "See [[nowhere]].")
    several = "a b:\n  " + wrong.replace("\n", "\n  ") + "\nb: " + "{title: B, summary: S., quote: Q.}\n"
    files = {"content/terms.yml": several, "content/terms/b.yml": wrong}
    report = found(files, playbook)
    assert [(file, line) for file, line, code in report if code == "unknown-reference"] == [
        ("terms.yml", 4),
        ("b.yml", 3),
    ]


def test_of_a_page_with_a_fault_the_mentions_are_looked_at(playbook: Playbook) -> None:
    report = found(
        {"content/pages/about.md": "No title, but [[nowhere]].\n\n## More\n\n[[never]]\n\n## More\n"}, playbook
    )
    assert report == [
        ("about.md", 1, "missing-field"),
        ("about.md", 1, "unknown-reference"),
        ("about.md", 5, "unknown-reference"),
        ("about.md", 7, "empty-value"),
    ]


def test_of_changes_with_a_fault_the_entries_are_looked_at(playbook: Playbook) -> None:
    changes = "changes:\n  - id: a\n    date: soon\n    title: A\n    what: A.\n    entries: [nowhere]\n"
    assert found({"changes.yml": changes}, playbook) == [
        ("changes.yml", 3, "wrong-value"),
        ("changes.yml", 6, "unknown-reference"),
    ]
