"""What holds for every rule."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

import generator.checks
from generator.checks import RULES, TEXT_RULES, Rule, TextRule, check
from generator.content.graph import Graph, connect
from generator.content.located import Located
from generator.diagnostics.diagnostic import Code
from generator.kinds import BUILT_IN
from generator.reading.document import parse
from tests.checks.small_playbook import SITE, clean_files, report_of

FOLDER = Path(generator.checks.__file__).parent
CODES = {code.value for code in Code}
STRICT = SITE.model_copy(update={"avoided_words": {"stakeholder": "the person", "touch base": "talk", "(": "nothing"}})


def test_every_file_that_is_named_after_a_code_is_a_rule() -> None:
    files = {path.stem for path in FOLDER.glob("*.py")}
    assert {rule.__module__.rpartition(".")[2] for rule in (*RULES, *TEXT_RULES)} == {
        name for name in files if name.replace("_", "-") in CODES
    }


@pytest.mark.parametrize("rules", [RULES, TEXT_RULES])
def test_rules_stand_in_order(rules: tuple[Rule | TextRule, ...]) -> None:
    names = [rule.__module__ for rule in rules]
    assert names == sorted(names)


@pytest.mark.parametrize("rule", [*RULES, *TEXT_RULES], ids=lambda rule: rule.__module__.rpartition(".")[2])
def test_a_rule_reports_the_code_that_its_file_is_named_after(rule: Rule | TextRule) -> None:
    name = rule.__module__.rpartition(".")[2]
    used = set(re.findall(r"Code\.([A-Z_]+)", (FOLDER / f"{name}.py").read_text(encoding="utf-8")))
    assert used == {name.upper()}
    assert (Path(__file__).parent / f"test_{name}.py").exists()


def test_the_small_playbook_is_clean() -> None:
    assert report_of(check, site=STRICT) == ""


WORDS = st.sampled_from(
    ["stakeholder", "Touch", "base", "center", "Ask.", "small", "talk", "TODO", "3.5", "\u0130", ""]
)
MARKS = st.sampled_from(["“", '"', "`", "``", "…", "*", "-", ".", "(", ")", "\\", ":", "?", "\n\n", "\n- ", "\u00a0"])
MARKUP = st.sampled_from(
    [
        "<b>",
        "</b",
        "<!--",
        "](",
        "[[",
        "]]",
        "[[slow-down|x]]",
        "[x](y)",
        "[](javascript:x)",
        "![]()",
        "[x]:",
        "http://",
    ]
)
TEXT = st.lists(WORDS | MARKS | MARKUP, max_size=12).map(" ".join) | st.text(max_size=30)


def spoilt(data: Any, draw: st.DrawFn) -> Any:
    """`data` with some values replaced, repeated or left out."""
    chance = st.integers(0, 9)
    if isinstance(data, dict):
        return {key: spoilt(value, draw) for key, value in data.items() if draw(chance)}
    if isinstance(data, list):
        kept = [spoilt(value, draw) for value in data if draw(chance)]
        return kept * 2 if not draw(chance) else kept
    return draw(TEXT) if draw(chance) < 3 else data


@st.composite
def graphs(draw: st.DrawFn) -> Graph:
    """The small playbook with spoilt entries, as far as they still fit their kinds."""
    located: list[Located] = []
    path = draw(st.sampled_from(sorted(clean_files())))
    for name, text in clean_files().items():
        document, _ = parse(text, name)
        assert document is not None
        kind, data = BUILT_IN.by_plural[name.split("/")[1]], document.data
        try:
            entry = kind.model.model_validate(spoilt(data, draw) if name == path else data)
        except ValidationError:
            continue
        located.append(Located(kind, Path(name).stem, entry, document))
    return connect(located, BUILT_IN)[0]


@given(graphs(), st.sampled_from(["en-GB", "en-US", "de"]))
@settings(max_examples=150, suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_rule_raises(graph: Graph, language: str) -> None:
    site = STRICT.model_copy(update={"language": language})
    for found in check(graph, site):
        text = clean_files()[found.span.file]
        assert found.message
        assert found.hint
        assert 1 <= found.span.line <= text.count("\n") + 1
