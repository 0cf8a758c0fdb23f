"""The examples of CONTRIBUTING.md work as they are printed there."""

from __future__ import annotations

import re
from functools import cache
from textwrap import dedent
from types import ModuleType
from typing import Any, get_args

import pytest
import yaml

from generator.checks import Rule
from generator.kinds.worksheet_blocks.block import Block
from generator.outputs._made import Made
from tests.checks.small_playbook import SITE, clean_files, graph_of, report_of
from tests.conftest import ROOT


@cache
def _blocks() -> tuple[str, ...]:
    """The Python code that the page shows, block by block."""
    text = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
    found = re.findall(r"^( *)```python\n(.*?)^ *```$", text, re.DOTALL | re.MULTILINE)
    return tuple(dedent(code) for _, code in found)


def _module(beginning: str) -> Any:
    """The block that begins so, as a module."""
    (code,) = (code for code in _blocks() if code.startswith(beginning))
    module = ModuleType("example")
    exec(compile(code, "CONTRIBUTING.md", "exec"), module.__dict__)
    return module


def test_the_rule_reports_what_its_explanation_says() -> None:
    module = _module('"""A title that')
    rule = module.RULE
    assert isinstance(rule, Rule)
    explanation = yaml.safe_load(rule.explanation)
    assert f"[{rule.code.name}]: {explanation['message']}\n" in report_of(rule, explanation["example"])
    assert report_of(rule, explanation["repaired"]) == ""


def test_the_test_of_the_rule_passes() -> None:
    rule = _module('"""A title that')
    (code,) = (code for code in _blocks() if code.startswith("from generator.checks import title_with_stop"))
    names: dict[str, Any] = {"title_with_stop": rule}
    exec(code.replace("from generator.checks import title_with_stop", ""), names)
    tests = [test for name, test in names.items() if name.startswith("test_")]
    assert len(tests) == 2
    for test in tests:
        test()


def test_the_block_is_a_model_of_a_type() -> None:
    module = _module('"""A line to sign on.')
    block = module.BLOCK
    assert issubclass(block, Block)
    block.model_rebuild(_types_namespace=module.__dict__)  # its module is not among those that are imported
    made = block.model_validate({"type": "signature", "id": "one", "label": "We agree", "role": "Mechanic"})
    assert get_args(block.model_fields["type"].annotation) == (made.type,) == ("signature",)


def test_the_output_gives_its_file() -> None:
    outputs = _module('"""The titles of all pages').outputs
    (artifact,) = outputs(Made((), graph_of(clean_files()), SITE, ()))
    assert (artifact.path, artifact.content) == ("titles.txt", b"")


@pytest.mark.parametrize("block", _blocks(), ids=lambda code: code.splitlines()[0])
def test_every_example_is_python(block: str) -> None:
    compile(block if not block.startswith("yield") else f"def f():\n    {block}", "CONTRIBUTING.md", "exec")
