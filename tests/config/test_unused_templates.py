"""Templates of a playbook's own that replace nothing and that nothing includes."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.config.theme import Theme
from generator.config.unused_templates import unused_templates
from generator.kinds import BUILT_IN
from generator.reporting import report

SUPPLIED = ("pages/practice.html.j2", "pages/tell.html.j2", "components/facts/facts.html.j2")


def said(tmp_path: Path, own: dict[str, str], supplied: tuple[str, ...] = SUPPLIED) -> str:
    """What is said to these templates of a playbook's own."""
    root, packaged = tmp_path / "book", tmp_path / "packaged"
    for name in supplied:
        (packaged / name).parent.mkdir(parents=True, exist_ok=True)
        (packaged / name).write_text("", encoding="utf-8")
    folder = root / "themes" / "playbook"
    for name, text in own.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    found = unused_templates(root, Theme((folder, packaged)), BUILT_IN)
    return report.as_text(found, report.lines_under(root))


RULE = "a template replaces the one with the same path in the theme, or is included by another one"


@pytest.mark.parametrize(
    ("name", "hint"),
    [
        ("pages/practise.html.j2", "did you mean `pages/practice.html.j2`? " + RULE),
        ("tell.html.j2", "did you mean `pages/tell.html.j2`? " + RULE),
        ("components/fact/facts.html.j2", "did you mean `components/facts/facts.html.j2`? " + RULE),
        ("pages/nothing-like-it.html.j2", RULE),
    ],
)
def test_a_misspelt_name_is_said(name: str, hint: str, tmp_path: Path) -> None:
    file = f"themes/playbook/{name}"
    assert said(tmp_path, {name: "<p></p>\n"}) == (
        f"{file}:1:1: warning[unused-template]: nothing uses this template\n   1 | <p></p>\n     | ^\n   hint: {hint}\n"
    )


@pytest.mark.parametrize(
    "own",
    [
        {"pages/practice.html.j2": ""},
        {"pages/index-tell.html.j2": ""},
        {"paper/book/tell.html.j2": ""},
        {"pages/practice.html.j2": '{% include "parts/ours.html.j2" %}', "parts/ours.html.j2": ""},
    ],
    ids=["replaces one", "of the list of a kind", "of a kind in the book", "included"],
)
def test_nothing_is_said_to_what_is_used(own: dict[str, str], tmp_path: Path) -> None:
    assert said(tmp_path, own) == ""


def test_nothing_is_said_to_a_whole_theme(tmp_path: Path) -> None:
    assert said(tmp_path, {"pages/mine.html.j2": ""}, supplied=()) == ""
