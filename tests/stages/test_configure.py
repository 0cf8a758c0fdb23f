"""The configuration is read with what it says about the rules."""

from __future__ import annotations

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
