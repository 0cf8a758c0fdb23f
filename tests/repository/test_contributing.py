"""The examples of CONTRIBUTING.md work as they are printed there."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from textwrap import dedent, indent
from types import ModuleType, SimpleNamespace
from typing import Any, Literal, get_args

import pytest
import yaml

from generator.checks import Rule
from generator.kinds import BUILT_IN
from generator.kinds.practice import Practice
from generator.kinds.worksheet_blocks.block import Block
from generator.language.language import english
from generator.model import facets
from generator.model.facets import Facet
from generator.outputs._made import Made
from generator.site import pages
from tests.checks.small_playbook import SITE, clean_files, graph_of, report_of
from tests.conftest import ROOT


@cache
def _page() -> str:
    return (ROOT / "CONTRIBUTING.md").read_text("utf-8")


@cache
def _blocks() -> tuple[str, ...]:
    """The Python code that the page shows, block by block."""
    found = re.findall(r"^( *)```python\n(.*?)^ *```$", _page(), re.DOTALL | re.MULTILINE)
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
    module = _module('"""Whether somebody agrees')
    block = module.BLOCK
    assert issubclass(block, Block)
    block.model_rebuild(_types_namespace=module.__dict__)  # its module is not among those that are imported
    made = block.model_validate({"type": "sign-off", "id": "one", "label": "We agree", "role": "Mechanic"})
    assert get_args(block.model_fields["type"].annotation) == (made.type,) == ("sign-off",)
    assert [field.path for field in made.fields(84, {})] == [("answer",), ("name",)]


def test_the_page_is_made_by_the_line() -> None:
    (line,) = (code for code in _blocks() if code.startswith("yield"))
    words = SimpleNamespace(titles=english().words.browse)
    given = {**vars(pages), "addresses": SimpleNamespace(TITLES="titles/"), "words": words}
    exec(f"def made():\n    {line}", given)
    (job,) = given["made"]()
    assert (job.url, job.kind) == ("titles/", "titles")


def _facet(beginning: str) -> Facet:
    (code,) = (code for code in _blocks() if code.startswith(beginning))
    names = {**vars(facets)}
    exec(code, names)
    (made,) = (one for name, one in names.items() if isinstance(one, Facet) and name not in vars(facets))
    return made


def test_the_facet_of_entries_offers_what_entries_have() -> None:
    facet, graph = _facet("def _sources"), graph_of(clean_files())
    had = {value for located in graph.entries.values() for value in facet.values(located)}
    assert had
    assert had <= {choice.key for choice in facet.choices(graph)}


def test_the_facet_of_a_kind_has_the_choices_of_its_field() -> None:
    (field,) = (code for code in _blocks() if code.startswith("channel: "))
    (line,) = (code for code in _blocks() if code.startswith("KIND = "))
    names: dict[str, Any] = {"facets": facets, "Practice": Practice, "Literal": Literal}
    called = "class Called(Practice):\n" + indent(field, "    ")
    exec(compile(called, "CONTRIBUTING.md", "exec", dont_inherit=True), names)
    practice = BUILT_IN.by_name["practice"]
    exec(line, {"facets": facets, "Kind": SimpleNamespace(built_in=lambda _, **given: names.update(given))})
    kind = replace(practice, model=names["Called"], facets=names["facets"])
    *others, facet = facets.facets_named([kind])
    assert tuple(others) == facets.FACETS
    assert facet.of_field
    practice_of_tests = yaml.safe_load(clean_files()["content/practices/slow-down.yml"])
    made = kind.model.model_validate({**practice_of_tests, facet.name: ["phone", "in-person"]})
    assert getattr(made, facet.name) == ("phone", "in-person")


def test_functions_that_the_page_names_are_there() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "generator").rglob("*.py"))
    named = set(re.findall(r"`(_?[a-z]\w+)\([^`]*\)`", _page())) - {"isinstance"}
    assert named
    assert sorted(name for name in named if not re.search(rf"^ *def {name}\(", source, re.MULTILINE)) == []


def test_the_output_gives_its_file() -> None:
    outputs = _module('"""The titles of all pages').outputs
    (artifact,) = outputs(Made((), graph_of(clean_files()), SITE, ()))
    assert (artifact.path, artifact.content) == ("titles.txt", b"")


@pytest.mark.parametrize("block", _blocks(), ids=lambda code: code.splitlines()[0])
def test_every_example_is_python(block: str) -> None:
    compile(block if not block.startswith("yield") else f"def f():\n    {block}", "CONTRIBUTING.md", "exec")
