"""What is said when a template of a playbook's own cannot be used: its file, its line and what is wrong."""

from __future__ import annotations

import pickle
from pathlib import Path

import pytest
from jinja2 import Environment

from generator.config.theme import Theme
from generator.language.language import english
from generator.reporting import report
from generator.site.template_faults import diagnostic_of
from generator.site.templates import BrokenTemplate, templates_of

BASE = {
    "base.html.j2": "<h1>{% include 'part.html.j2' %}</h1>",
    "part.html.j2": "{{ title }}",
    "macros.html.j2": "{% macro of(title) %}{{ title }}{% endmacro %}",
}
HINT = "   hint: correct the template; without this file, that of the theme takes its place\n"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "book"


def templates(root: Path, own: dict[str, str]) -> Environment:
    """The templates of a theme in which some are replaced."""
    folders = (root / "themes" / "playbook", root.parent / "packaged")
    for folder, texts in zip(folders, (own, BASE), strict=True):
        folder.mkdir(parents=True)
        for name, text in texts.items():
            (folder / name).write_text(text, encoding="utf-8")
    return templates_of(Theme(folders), english())


def fault(made: Environment, name: str) -> BrokenTemplate:
    with pytest.raises(BrokenTemplate) as raised:
        made.get_template(name).render(title="Slow")
    return raised.value


@pytest.mark.parametrize(
    ("name", "text", "line", "message"),
    [
        ("part.html.j2", "<b>\n{{ titel }}</b>", 2, "'titel' is undefined"),
        ("part.html.j2", "\n\n{% if title %}", 3, "Unexpected end of template. "),
        ("part.html.j2", "{{ title.x.y }}", 1, "`str` has no `x`"),
        ("part.html.j2", "\n{% include 'gone.html.j2' %}", 2, "there is no template `gone.html.j2`"),
        ("base.html.j2", "\n{{ 1 / 0 }}", 2, "division by zero"),
        ("part.html.j2", "{% from 'macros.html.j2' import off %}{{ off() }}", 1, "the template 'macros.html.j2' "),
    ],
)
def test_it_is_shown_with_file_and_line(name: str, text: str, line: int, message: str, root: Path) -> None:
    error = fault(templates(root, {name: text}), "base.html.j2")
    found = diagnostic_of(error, root)
    assert found
    said = report.as_text([found], report.lines_under(root))
    assert said.startswith(f"themes/playbook/{name}:{line}:1: error[broken-template]: {message}")
    assert f" {line} | {text.splitlines()[line - 1]}\n" in said
    assert said.endswith(HINT)


@pytest.mark.parametrize(
    ("text", "message", "meant"),
    [
        ("{% include 'parts.html.j2' %}", "there is no template `parts.html.j2`", "part.html.j2"),
        ("{{ title | uppr }}", "there is no filter `uppr`", "upper"),
        ("{% if title is definde %}{% endif %}", "there is no test `definde`", "defined"),
        ("{{ title.uper }}", "`str` has no `uper`", "upper"),
        ("{{ language.numerls }}", "`Language` has no `numerls`", "numerals"),
    ],
)
def test_a_name_that_is_misspelt_is_told_what_was_meant(text: str, message: str, meant: str, root: Path) -> None:
    found = diagnostic_of(fault(templates(root, {"base.html.j2": text}), "base.html.j2"), root)
    assert found
    assert found.message == message
    assert (
        found.hint
        == f"did you mean `{meant}`? correct the template; without this file, that of the theme takes its place"
    )


def test_a_fault_in_the_midst_of_others_is_that_of_the_own_template(root: Path) -> None:
    made = templates(root, {"base.html.j2": "{% from 'macros.html.j2' import of %}\n{{ of(missing) }}"})
    found = diagnostic_of(fault(made, "base.html.j2"), root)
    assert found
    assert (found.span.file, found.span.line) == ("themes/playbook/base.html.j2", 2)


def test_it_survives_the_way_from_another_process(root: Path) -> None:
    error = pickle.loads(pickle.dumps(fault(templates(root, {"part.html.j2": "{{ titel }}"}), "base.html.j2")))
    found = diagnostic_of(error, root)
    assert found
    assert found.message == "'titel' is undefined"
    assert str(error) == f"{root / 'themes/playbook/part.html.j2'}, line 1: 'titel' is undefined"


def test_faults_of_the_templates_of_the_generator_are_its_own(root: Path) -> None:
    made = templates(root, {})
    with pytest.raises(BrokenTemplate) as raised:
        made.get_template("base.html.j2").render()
    assert diagnostic_of(raised.value, root) is None
    assert diagnostic_of(ValueError("elsewhere"), root) is None
