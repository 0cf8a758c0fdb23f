"""What is kept of compiled templates never says anything else than the template in its environment."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
from jinja2 import BaseLoader, DictLoader, Environment

from generator import pipeline
from tests.compiled_templates import Compiled
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading


def loud(text: str) -> str:
    return text.upper()


def quiet(text: str) -> str:
    return text.lower()


def _said(folder: Path, template: str, filter_: object = loud, **options: bool) -> str:
    environment = Environment(loader=_loader(template), bytecode_cache=Compiled(str(folder)), **options)
    environment.filters["said"] = filter_
    return environment.get_template("a").render(value="<b>")


def _loader(template: str) -> BaseLoader:
    return DictLoader({"a": template})


def test_a_template_is_compiled_once(tmp_path: Path) -> None:
    assert [_said(tmp_path, "{{ 'A' | said }}") for _ in range(3)] == ["A"] * 3
    assert len(list(tmp_path.iterdir())) == 1


def test_another_text_another_setting_and_another_filter_count(tmp_path: Path) -> None:
    text = "{{ 'A' | said }} {{ value }}"
    assert _said(tmp_path, text) == "A <b>"
    assert _said(tmp_path, text, autoescape=True) == "A &lt;b&gt;"
    assert _said(tmp_path, text, quiet) == "a <b>"
    assert _said(tmp_path, text.replace("A", "C")) == "C <b>"


def test_with_a_filter_that_carries_values_nothing_is_kept(tmp_path: Path) -> None:
    for word in ("one", "other"):
        assert _said(tmp_path, "{{ 'A' | said }}", lambda text, word=word: word) == word
        assert _said(tmp_path, "{{ 'A' | said }}", str(word).join) == "A"


@dataclass(frozen=True)
class Voice:
    sign: object

    def said(self, text: str) -> str:
        return f"{text}{self.sign}"


def test_a_filter_that_is_a_method_counts_with_its_values(tmp_path: Path) -> None:
    for _ in range(2):
        assert _said(tmp_path, "{{ 'A' | said }}", Voice("!").said) == "A!"
        assert _said(tmp_path, "{{ 'A' | said }}", Voice("?").said) == "A?"
    assert len(list(tmp_path.iterdir())) == 2


def test_a_method_of_values_that_are_not_told_apart_keeps_nothing(tmp_path: Path) -> None:
    assert _said(tmp_path, "{{ value }}", Voice(object()).said) == "<b>"
    assert list(tmp_path.iterdir()) == []


def test_every_template_of_a_playbook_is_compiled_once_in_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    """Else each build of the tests compiles all of them, which takes longer than the build itself."""
    pipeline.build(project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK))
    monkeypatch.setattr(Environment, "compile", lambda *_: pytest.fail("a template was compiled again"))
    pipeline.build(project(EXAMPLE_PLAYBOOK), reading(EXAMPLE_PLAYBOOK))
