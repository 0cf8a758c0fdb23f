"""What is kept of compiled templates never says anything else than the template in its environment."""

from __future__ import annotations

from pathlib import Path

import pytest
from jinja2 import DictLoader, Environment

from generator import pipeline
from generator.caching import templates
from generator.caching.of_user import of_user
from generator.caching.templates import CompiledTemplates
from generator.language.language import english
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))


def _said(text: str, name: str = "english", word: str = "hello") -> str:
    environment = Environment(loader=DictLoader({"a": text}), bytecode_cache=CompiledTemplates(name))
    environment.filters["said"] = lambda text: f"{word} {text}"
    return environment.get_template("a").render(value="you")


def _count() -> int:
    return len(list(of_user("templates").folder.glob("*.kept")))


def test_a_template_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    assert _said("{{ 'A' | said }} {{ value }}") == "hello A you"
    monkeypatch.setattr(Environment, "compile", None)
    assert _said("{{ 'A' | said }} {{ value }}") == "hello A you"
    assert _count() == 1


def test_another_text_and_another_environment_are_compiled() -> None:
    assert _said("{{ 'A' | said }}") == "hello A"
    assert _said("{{ 'B' | said }}") == "hello B"
    assert _said("{{ 'A' | said }}", "german", "hallo") == "hallo A"


def test_a_damaged_one_is_compiled_again() -> None:
    assert _said("{{ 'A' | said }}") == "hello A"
    for path in of_user("templates").folder.glob("*.kept"):
        path.write_bytes(path.read_bytes()[:-1])
    assert _said("{{ 'A' | said }}") == "hello A"


def test_a_limited_number_is_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(templates, "MOST", 2)
    for number in range(6):
        assert _said(str(number)) == str(number)
    assert _count() == 3  # the one that was stored after the others were deleted


@pytest.mark.rehearsal
def test_every_template_of_a_playbook_is_compiled_once(monkeypatch: pytest.MonkeyPatch) -> None:
    """Otherwise each build compiles all of them, which takes longer than a build after an edit."""
    pipeline.build(project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK))
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("a template was compiled again"))
    pipeline.build(project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK))


def test_what_decides_the_code_is_the_same_in_each_process() -> None:
    assert " object at 0x" not in repr(english())
