"""The configuration is read with what it says about the rules."""

from __future__ import annotations

from generator.caching.memory import Memory
from generator.pipeline import connected
from generator.prose.term_finder import TermFinder
from generator.stages.build import decided_by
from generator.stages.configure import configured
from tests.conftest import CONFIG, Playbook


def test_a_wrong_rule_is_a_problem_of_the_configuration(playbook: Playbook) -> None:
    root = playbook({"site_config.yml": f"{CONFIG}checks:\n  tell-without-cures: off\ncontents: here\n"})
    project, problems = configured(root / "site_config.yml")
    assert project is None
    assert [problem.code.name for problem in problems] == ["bad-check", "unknown-field"]


def test_what_is_checked_decides_no_page(playbook: Playbook) -> None:
    keys = set()
    for checks in ("", "checks:\n  tell-without-cure: off\n"):
        project, problems = configured(playbook({"site_config.yml": CONFIG + checks}) / "site_config.yml")
        assert project, problems
        keys.add(decided_by(project, "", TermFinder({})))
    assert len(keys) == 1


def test_what_variables_and_snippets_say_decides_all_pages(playbook: Playbook) -> None:
    term = {"content/terms/slow.yml": "title: Slow {a}\nsummary: S.\nmeaning: Slow. {n}\norigin: own\n"}
    keys, titles = set(), set()
    for variable, snippet in (("1", "x"), ("2", "x"), ("1", "y")):
        files = {"site_config.yml": f"{CONFIG}variables:\n  a: '{variable}'\n", "content/snippets/n.md": snippet}
        project, problems = configured(playbook({**term, **files}) / "site_config.yml")
        assert project, problems
        reading = connected(project)
        keys.add(decided_by(project, "", TermFinder({}), reading.snippets))
        titles.add(reading.graph.entries["slow"].entry.title)
    assert (len(keys), titles) == (3, {"Slow 1", "Slow 2"})


def test_a_change_of_a_snippet_reaches_entries_that_are_kept_in_memory(playbook: Playbook) -> None:
    memory, meanings = Memory(), []
    for snippet in ("x", "x", "y"):
        term = "title: Slow\nsummary: S.\nmeaning: Slow. {n}\norigin: own\n"
        root = playbook({"content/terms/slow.yml": term, "content/snippets/n.md": snippet})
        project, problems = configured(root / "site_config.yml")
        assert project, problems
        meanings.append(dict(connected(project, memory=memory).graph.entries["slow"].entry)["meaning"])
    assert meanings == ["Slow. x", "Slow. x", "Slow. y"]
