"""Every code is complete. The codes of rules are looked at with their rules, in tests/checks/test_rules.py."""

from __future__ import annotations

import pickle
import re
from collections import Counter
from pathlib import Path

import pytest

from generator.checks import ALL_CODES, RULES
from generator.diagnostics.codes import CODES
from generator.diagnostics.diagnostic import Code, Diagnostic, Topic
from generator.diagnostics.place import Span
from generator.reporting.explain import general
from tests.code_contract import documented, missing


@pytest.mark.parametrize("code", CODES, ids=str)
def test_a_code_is_complete(code: Code, tmp_path: Path) -> None:
    found = list(missing(code, tmp_path))
    assert not found, "\n".join(["this code lacks:", *found])


def test_no_two_codes_share_a_name() -> None:
    assert [name for name, count in Counter(code.name for code in ALL_CODES).items() if count > 1] == []
    assert [code.name for code in ALL_CODES if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code.name)] == []


def test_no_code_that_is_gone_is_explained_or_documented() -> None:
    text = (Path(__file__).parents[2] / "generator/reporting/explanations.yml").read_text(encoding="utf-8")
    assert set(re.findall(r"^([\w-]+):", text, re.MULTILINE)) == {code.name for code in general()}
    assert documented() - {code.name for code in ALL_CODES} == set()


def test_all_codes_stand_topic_by_topic() -> None:
    assert set(ALL_CODES) == {*CODES, *(rule.code for rule in RULES)}
    assert list(dict.fromkeys(code.topic for code in ALL_CODES)) == list(Topic)


def test_a_code_is_the_same_after_it_was_handed_to_another_process() -> None:
    found = Diagnostic(CODES[0], "m", Span("a"))
    assert pickle.loads(pickle.dumps(found)) == found
