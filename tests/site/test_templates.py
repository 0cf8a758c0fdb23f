"""What templates can say."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.config.theme import Theme
from generator.language.language import english
from generator.site.templates import BrokenTemplate, templates_of
from tests.conftest import ROOT


def said(text: str, tmp_path: Path, **given: object) -> str:
    (tmp_path / "page.html.j2").write_text(text, "utf-8")
    return templates_of(Theme((tmp_path,)), english()).get_template("page.html.j2").render(**given)


def test_templates_say_the_words_of_the_interface(tmp_path: Path) -> None:
    text = "{{ words.common.minutes(1) }}, {{ words.common.pages(2) }}, {{ 'Tells' | in_sentence }}, "
    text += "{{ 1.5 | decimals(2) }}"
    assert said(text, tmp_path) == "1 minute, 2 pages, tells, 1.50"
    with pytest.raises(BrokenTemplate, match="no_such_word"):
        said("{{ words.common.no_such_word }}", tmp_path)


def test_what_is_given_is_escaped_and_what_is_not_given_is_a_fault(tmp_path: Path) -> None:
    assert said("{{ name }}", tmp_path, name="<b>") == "&lt;b&gt;"
    with pytest.raises(BrokenTemplate, match="'name' is undefined"):
        said("{{ name }}", tmp_path)


@pytest.mark.parametrize(
    ("formula", "written"),
    [
        ("questions / max(comments, 1)", "questions ÷ comments"),
        ("(credibility + reliability) / self_orientation", "(credibility + reliability) ÷ self orientation"),
        ("goal * 1.2", "goal × 1.2"),
    ],
)
def test_formulas_are_written_as_on_paper(formula: str, written: str, tmp_path: Path) -> None:
    assert said("{{ formula | on_paper }}", tmp_path, formula=formula) == written


def test_names_in_formulas_are_written_as_what_they_stand_for(tmp_path: Path) -> None:
    words = {"self_orientation": "self-orientation"}
    said_of = said("{{ 'trust / self_orientation' | on_paper(words) }}", tmp_path, words=words)
    assert said_of == "trust ÷ self-orientation"


def test_some_formulas_are_for_people_and_some_for_the_computer(tmp_path: Path) -> None:
    formulas = ["goal * 1.2", "(won - lost) * hours", "min(100, asset)", "question_marks"]
    text = "{% for one in all if one is worked_by_hand %}{{ one }};{% endfor %}"
    assert said(text, tmp_path, all=formulas) == "goal * 1.2;(won - lost) * hours;"


def test_no_template_counts_minutes_or_pages_of_its_own() -> None:
    """They would say `1 minutes`."""
    plural = re.compile(r"(\}\}|~ [\"']) (minutes|pages|people|copies)\b")
    found = [
        (path.name, line)
        for path in sorted((ROOT / "themes").rglob("*.j2"))
        for line in path.read_text("utf-8").splitlines()
        if plural.search(line) and " == 1" not in line
    ]
    assert found == []
