"""What holds for every rule."""

from __future__ import annotations

import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import generator.checks
from generator.checks import RULES, check
from generator.checks._rule import AnyRule
from generator.content.graph import Graph
from tests.checks.small_playbook import SITE, clean_files, graph_of
from tests.checks.spoilt_entries import graphs
from tests.code_contract import missing
from tests.conftest import some_of

STRICT = SITE.model_copy(update={"avoided_words": {"stakeholder": "the person", "touch base": "talk", "(": "nothing"}})
FOLDER = Path(generator.checks.__file__).parent
MODULES = sorted(path.stem for path in FOLDER.glob("*.py") if not path.name.startswith("_"))


def _missing(name: str, folder: Path) -> Iterator[str]:
    """What is missing from the module of a rule, and what belongs to it elsewhere."""
    file = f"generator/checks/{name}.py"
    rule = getattr(import_module(f"generator.checks.{name}"), "RULE", None)
    if not isinstance(rule, AnyRule):
        yield f"{file}: `RULE = Rule(CODE, check, explanation=...)`; if it is a helper of rules, call it `_{name}.py`"
        return
    if rule.code.name != name.replace("_", "-"):
        yield f"generator/checks/{rule.code.name.replace('-', '_')}.py: {file}; a rule's file is named after its code"
    reported = set(re.findall(r"\bDiagnostic\(\s*([^,\s]+),", (FOLDER / f"{name}.py").read_text(encoding="utf-8")))
    for other in sorted(reported - {"CODE"}):
        yield f"{file}: a rule of its own for `{other}`; a rule reports its `CODE` only"
    yield from missing(rule.code, folder)


@pytest.mark.parametrize("name", MODULES)
def test_a_rule_is_complete(name: str, tmp_path: Path) -> None:
    found = list(_missing(name, tmp_path))
    assert not found, "\n".join(["this rule lacks:", *found])


def test_every_rule_is_found_in_the_order_of_the_file_names() -> None:
    assert [rule.code.name.replace("-", "_") for rule in RULES] == MODULES


def test_the_small_playbook_is_clean() -> None:
    assert list(check(graph_of(clean_files()), STRICT)) == []


@pytest.mark.sampled
@given(graphs(), st.sampled_from(["en-GB", "en-US", "de"]))
@settings(max_examples=some_of(200), suppress_health_check=[HealthCheck.too_slow], deadline=None)
def test_no_rule_raises(graph: Graph, language: str) -> None:
    site = STRICT.model_copy(update={"language": language})
    for found in check(graph, site):
        text = clean_files()[found.span.file]
        assert found.message
        assert found.hint
        assert 1 <= found.span.line <= text.count("\n") + 1
