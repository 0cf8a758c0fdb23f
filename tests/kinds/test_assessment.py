"""Assessments as they are written: what they are read as, and what the browser gets of them."""

from __future__ import annotations

import json
from typing import Any

import pytest

from generator import pipeline
from generator.checks import (
    repeated_part_id,
    same_advice,
    uneven_bands,
    unfit_scoring,
    unknown_part,
    unknown_scale,
    unreachable_band,
)
from generator.config.project import Project
from generator.content.graph import Graph
from generator.kinds.assessment import Assessment
from generator.scoring.from_entry import questionnaire
from generator.scoring.questionnaire import KnockOutRule
from generator.scoring.score import score
from generator.site.templates import site_id
from tests import playbooks
from tests.conftest import GOLDEN, ROOT

RULES = (repeated_part_id, same_advice, uneven_bands, unfit_scoring, unknown_part, unknown_scale, unreachable_band)


def reading(config: str) -> tuple[Project, Graph]:
    return playbooks.project(ROOT / config), playbooks.reading(ROOT / config).graph


def assessment(graph: Graph, entry_id: str) -> Assessment:
    entry = graph.entries[entry_id].entry
    assert isinstance(entry, Assessment)
    return entry


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://playbook.example/", "playbook.example"),
        ("https://Example.org/sales/Book/", "example.org/sales/Book"),
        ("http://127.0.0.1:8000/", "127.0.0.1%3A8000"),
        ("https://example.org/%C3%A4/", "example.org/%25C3%25A4"),
    ],
)
def test_the_name_of_a_site_in_the_storage_of_browsers_is_its_address(url: str, expected: str) -> None:
    assert site_id(url) == expected


@pytest.mark.parametrize(
    "paths",
    [("a-b/", "a/b/", "a.b/", "a_b/", "A-B/"), ("ä/", "ö/", "%C3%A4/", ""), ("a:b/", "a%3Ab/", "a-3Ab/")],
)
def test_sites_whose_addresses_differ_in_signs_keep_answers_apart(paths: tuple[str, ...]) -> None:
    names = {site_id(f"https://example.org/{path}") for path in paths}
    assert len(names) == len(paths)
    assert not any(":" in name for name in names)


def test_a_questionnaire_is_what_scoring_needs() -> None:
    project, graph = reading("tests/playbook/site_config.yml")
    shop = questionnaire(assessment(graph, "shop-check"), project.site.scales)
    assert [(item.id, item.values, item.advice) for item in shop.items] == [
        ("greeted", (0, 1, 2, 3), ("bell",)),
        ("on-time", (0, 1, 2, 3), ("oil",)),
        ("explained", (0, 1, 2, 3), ("lamp",)),
        ("safe", (0, 1, 2, 3), ("brake",)),
    ]
    assert shop.knock_outs == (KnockOutRule("safe", 0, "rusty"),)
    ride = questionnaire(assessment(graph, "ride-check"), project.site.scales)
    assert [(one.id, one.method, one.direction, one.decimals) for one in ride.scores] == [
        ("noise", "formula", "high-is-good", 2),
        ("ease", "weighted", "high-is-good", 1),
        ("risk", "mean", "high-is-bad", 1),
        ("total", "formula", "high-is-good", 2),
    ]
    assert [item.direction for item in ride.items][-1] == "high-is-bad"


@pytest.mark.parametrize(
    ("per_page", "pages"),
    [
        (None, [["noise 2", "ease 2", "risk 2"]]),
        (1, [["noise 1"], ["noise 1"], ["ease 1"], ["ease 1"], ["risk 1"], ["risk 1"]]),
        (3, [["noise 2"], ["ease 2"], ["risk 2"]]),
        (4, [["noise 2", "ease 2"], ["risk 2"]]),
    ],
)
def test_questions_of_a_dimension_stay_on_one_page_as_far_as_they_fit(
    per_page: int | None, pages: list[list[str]]
) -> None:
    _, graph = reading("tests/playbook/site_config.yml")
    check = assessment(graph, "ride-check").model_copy(update={"per_page": per_page})
    found = [[f"{part.id} {len(items)}" for part, items in page if part] for page in check.pages()]
    assert found == pages


def test_a_dimension_of_dimensions_has_their_questions_and_stands_before_them() -> None:
    _, graph = reading("tests/playbook/site_config.yml")
    check = assessment(graph, "levels-check")
    parts = {one.id: one for one in check.dimensions}
    assert [item.id for item in check.items_of(parts["bench"])] == ["hung", "sharp", "swept", "lit"]
    assert [one.id for one in check.above(parts["floor"])] == ["bench"]
    assert [(depth, one.id) for depth, one in check.outline()] == [
        (0, "bench"),
        (1, "tools"),
        (1, "floor"),
        (0, "counter"),
    ]


def test_recommendations_are_edges_that_the_other_side_shows() -> None:
    _, graph = reading("tests/playbook/site_config.yml")
    advised = {(edge.source, edge.relation.inverse) for edge in graph.into("lamp", "recommends")}
    assert advised == {(check, "Advised by") for check in ("shop-check", "ride-check", "levels-check")}


def known_of(check: str) -> Any:
    """What scripts are given of a check."""
    project, _ = reading("tests/playbook/site_config.yml")
    site = pipeline.build(project, pipeline.read(project))
    return json.loads(next(one.content for one in site.artifacts if one.path == f"assets/data/check.{check}.json"))


def test_scripts_are_given_a_check_in_plain_text() -> None:
    found = known_of("shop-check")
    assert found["texts"] == {
        "items": {
            item: {"text": text, "options": [[0, "No"], [1, "A little"], [2, "Mostly"], [3, "Yes"]]}
            for item, text in (
                ("greeted", "People are greeted"),
                ("on-time", "Repairs are done in time"),
                ("explained", "We explain what we did"),
                ("safe", "Bicycles leave safe"),
            )
        },
        "scores": {"total": {"title": "Score", "unit": None}},
        "bands": {
            "rusty": {"title": "Rusty", "meaning": "Something grinds."},
            "rolling": {"title": "Rolling", "meaning": "It runs."},
        },
        "knockOuts": {"safe": "An unsafe bicycle undoes the rest."},
        "targets": {
            term: {"title": term, "url": f"terms/{term}/", "kind": "term", "label": "Term"}
            for term in ("bell", "oil", "lamp", "brake", "pump", "saddle")
        },
        "whys": {
            "item:greeted:bell": "Hear how a bell greets people.",
            "item:on-time:oil": "Less friction saves an hour a day.",
            "item:explained:lamp": "Show them what was dark before.",
            "item:safe:brake": "Begin with what stops a wheel.",
            "band:rusty:oil": "A drop in the right place.",
            "band:rusty:pump": "Fill up what is flat.",
            "band:rolling:saddle": "Now sit down and look around.",
        },
        "counted": None,
    }
    assert found["changes"][0] == {
        "edition": 2,
        "what": "Two questions about greetings became one.",
        "renamed": {"hello": "greeted"},
        "removed": [],
    }


def test_the_page_tells_what_is_ours() -> None:
    project, _ = reading("tests/playbook/site_config.yml")
    site = pipeline.build(project, pipeline.read(project))
    page = next(one for one in site.pages if one.url == "assessments/ride-check/")
    basis = next(section.html for section in page.sections if section.id == "basis")
    assert basis.count('data-of="own"') == 4
    assert "Made up for a test." in basis


# ---- the playbook's own ----


@pytest.fixture(scope="module")
def own() -> tuple[Project, Graph]:
    return reading("site_config.yml")


def test_the_playbook_has_its_twelve(own: tuple[Project, Graph]) -> None:
    assert len(own[1].of_kind("assessment")) == 12


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_is_content_with_them(own: tuple[Project, Graph], rule: Any) -> None:
    assert list(rule.RULE.check(own[1], own[0].site)) == []


def test_each_gives_other_advice_for_other_answers(own: tuple[Project, Graph]) -> None:
    project, graph = own
    for located in graph.of_kind("assessment"):
        asked = questionnaire(assessment(graph, located.id), project.site.scales)
        advice = set()
        for end in (0, -1):
            answers = {item.id: item.values[end] for item in asked.items}
            advice.add(tuple(pick.to for pick in score(asked, answers).picks))
        assert len(advice) > 1, located.id


def test_the_golden_playbook_for_tests_is_sound() -> None:
    project, graph = reading("tests/playbook/site_config.yml")
    assert GOLDEN.is_dir()
    for rule in RULES:
        assert list(rule.RULE.check(graph, project.site)) == []
