"""What is kept of compiled templates never says anything else than the template in its environment."""

from __future__ import annotations

from pathlib import Path

from jinja2 import BaseLoader, DictLoader, Environment

from tests.compiled_templates import Compiled


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
