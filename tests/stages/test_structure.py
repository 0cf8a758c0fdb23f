"""The second stage keeps what fits, says what does not, and knows which ids may be missing for that."""

from __future__ import annotations

from generator.config.project import read_config
from generator.reading.document import read_document
from generator.reporting.report import as_text
from generator.stages.read_files import read_files
from generator.stages.structure import Parts, structure
from tests.conftest import CONFIG, Playbook

ENTRY = "title: Slow\nsummary: Slow.\nmeaning: Slow.\norigin: own\n"


def parts(playbook: Playbook, files: dict[str, str]) -> Parts:
    project, problems = read_config(playbook(files) / "site_config.yml")
    assert project, problems
    return structure(read_files(project, read_document), project.kinds)


def test_what_fits_is_kept(playbook: Playbook) -> None:
    found = parts(
        playbook,
        {
            "content/terms/slow.yml": ENTRY,
            "content/pages/about.md": "# About\n\nWhat it is.\n",
            "content/redirects.yml": "terms/old: slow\nterms/slow/#was: '#meaning'\n",
        },
    )
    assert [entry.id for entry in found.entries] == ["slow"]
    assert [page.title for page in found.pages] == ["About"]
    assert [(redirect.old, redirect.target) for redirect in found.redirects] == [("old", "slow")]
    assert [(place.old, place.new) for place in found.old_places] == [("was", "meaning")]
    assert (found.complete, found.diagnostics) == (True, ())


def test_an_entry_that_does_not_fit_is_known_to_exist(playbook: Playbook) -> None:
    found = parts(playbook, {"content/terms/slow.yml": ENTRY + "colour: red\n"})
    assert found.entries == ()
    assert not found.complete
    assert [problem.message for problem in found.diagnostics] == ["a term has no field `colour`"]
    assert "slow" in found.broken
    assert "other" not in found.broken


def test_where_a_file_of_many_entries_cannot_be_read_any_id_may_be_in_it(playbook: Playbook) -> None:
    found = parts(playbook, {"content/terms.yml": "slow: [\n"})
    assert "anything" in found.broken
    assert not found.complete


def test_variables_and_snippets_that_no_text_names_are_reported(playbook: Playbook) -> None:
    files = {
        "site_config.yml": f"{CONFIG}variables:\n  a: '1'\n  b: '2'\n  c: '{{b}}'\n  d: '4'\n",
        "content/scales.yml": "fit:\n  options:\n    - {value: 0, label: 'Not {d}'}\n    - {value: 1, label: Quite}\n",
        "content/snippets/seen.md": "A text {c}.\n",
        "content/snippets/unseen.md": "A text.\n",
        "content/terms/slow.yml": "title: Slow\nsummary: S.\nmeaning: Slow. {seen}\norigin: own\n",
    }
    found = [d for d in parts(playbook, files).diagnostics if d.code.name == "unused-variable"]
    line = CONFIG.count("\n") + 2
    assert (
        as_text(found, lambda _file, _line: None)
        == f"""\
site_config.yml:{line}:6: warning[unused-variable]: no text names the variable `a`
   hint: write `{{a}}` where it belongs, or remove it

content/snippets/unseen.md:1:1: warning[unused-variable]: no text names the snippet `unseen`
   hint: write `{{unseen}}` where it belongs, or remove it
"""
    )
