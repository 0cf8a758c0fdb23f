"""The example that makes a playbook of a maturity model: of one that is made up, in the same form."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from pathlib import Path
from runpy import run_path
from typing import Any

import pytest
import yaml

from generator import pipeline
from generator.config.project import Project
from generator.site.page import Page, Site
from generator.stages.configure import configured
from tests.conftest import ROOT

SCRIPT = run_path(str(ROOT / "examples" / "samm" / "make_playbook.py"))


def written(folder: Path) -> Path:
    """The model that is made up, in a file for each of its parts."""
    model = yaml.load((Path(__file__).parent / "model.yml").read_text(encoding="utf-8"), yaml.BaseLoader)
    for name, files in model.items():
        (folder / name).mkdir(parents=True)
        for file, data in files.items():
            (folder / name / f"{file}.yml").write_text(yaml.safe_dump(data), encoding="utf-8")
    return folder


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Site:
    folder = tmp_path_factory.mktemp("samm")
    SCRIPT["main"](written(folder / "model"), folder / "playbook")
    project, problems = configured(folder / "playbook" / "site_config.yml")
    assert problems == ()
    assert isinstance(project, Project)
    reading = pipeline.read(project)
    assert [(problem.message, problem.span) for problem in reading.diagnostics] == []
    return pipeline.build(project, reading)


@pytest.fixture(scope="module")
def pages(site: Site) -> Mapping[str, Page]:
    return {page.url: page for page in site.pages}


def test_the_check_has_a_page_for_each_practice_and_scores_for_all_that_lies_above(
    site: Site, pages: Mapping[str, Page]
) -> None:
    body = pages["assessments/maturity-check/"].body
    assert re.findall(r'class="check-page"[^>]* data-title="([^"]*)"', body) == ["Good Flour", "Warm Oven"]
    found: Any = json.loads(
        next(file.content for file in site.artifacts if file.path == "assets/data/check.maturity-check.json")
    )
    assert [(one["id"], one["method"], one["parts"]) for one in found["scoring"]["dimensions"]] == [
        ("buying", "mean", ["good-flour"]),
        ("good-flour", "weighted", []),
        ("baking", "mean", ["warm-oven"]),
        ("warm-oven", "weighted", []),
    ]
    assert found["scoring"]["total"]["parts"] == ["buying", "baking"]
    item = found["texts"]["items"]["b-wo-1-a"]
    assert item["text"] == "Do you look at the thermometer before the dough goes in?"
    assert item["options"][:2] == [[0, "No"], [0.25, "Yes, now and then"]]
    assert "<li>It hangs where one sees it</li>" in body


def test_where_answers_lead_is_folded_by_practice(pages: Mapping[str, Page]) -> None:
    body = pages["assessments/maturity-check/"].body
    leads = body.partition('id="leads"')[2].partition("</section>")[0]
    assert re.findall(r"<summary>([^<]*)</summary>\s*<ol class=\"leads\" start=\"(\d+)\">", leads) == [
        ("Good Flour", "1"),
        ("Warm Oven", str(1 + leads.partition("Warm Oven")[0].count("leads-item"))),
    ]


def test_activities_stand_in_a_table_of_practices_by_level_and_below_what_they_belong_to(
    pages: Mapping[str, Page],
) -> None:
    table = re.findall(r"<table.*?</table>", pages["activities/"].body, re.DOTALL)[0]
    heads = re.findall(r"<th[^>]*>(?:<[^>]*>)*([^<]+)", table)
    assert [head for head in heads if head.strip()] == [
        "Security practice", "Level 1", "Level 2", "Buying", "Good Flour", "Baking", "Warm Oven",
    ]  # fmt: skip
    page = pages["activities/b-wo-2-a/"].body
    above = [re.search(rf'href="[^"]*{url}"', page) for url in ("functions/baking/", "security-practices/warm-oven/")]
    assert all(above)
    assert "A book on ovens" in pages["activities/b-wo-1-a/"].body


def test_the_folder_that_contains_the_model_will_do_as_well(tmp_path: Path) -> None:
    model = written(tmp_path / "samm" / "model")
    SCRIPT["main"](model, tmp_path / "one")
    SCRIPT["main"](tmp_path / "samm", tmp_path / "other")
    one, other = (
        {path.relative_to(root): path.read_bytes() for path in root.rglob("*") if path.is_file()}
        for root in (tmp_path / "one", tmp_path / "other")
    )
    assert one == other


def test_a_folder_that_is_no_model_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="there is no folder `business_functions` in it"):
        SCRIPT["main"](tmp_path, tmp_path / "playbook")
