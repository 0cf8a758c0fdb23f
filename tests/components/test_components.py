"""Every component has what it needs, and looks as its goldens say. Whole HTML: golden/components."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from shutil import copytree

import pytest
from lxml.html import fromstring

from tests.components.contract import missing
from tests.components.on_paper import faults_on_paper
from tests.conftest import GOLDEN, ROOT, compare
from tools.component_reference import files
from tools.components import Component, components, stage_of

THEME = ROOT / "themes" / "playbook"
SAYS = "examples: [{name: One, macro: columns, with: {sya: []}}, {name: Two, macro: rows}]"
FOLDER = GOLDEN / "components"
COMPONENTS = {component.name: component for component in components()}


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=COMPONENTS.keys())
def test_the_whole_html_of_all_examples(component: Component) -> None:
    rendered = [
        f"<!-- {one.example.name} ({one.medium}, {one.example.macro}) -->\n{one.html}"
        for one in stage_of(component).rendered(component)
    ]
    compare("\n".join(rendered), FOLDER / f"{component.name}.html")


@pytest.mark.parametrize("component", [one for name, one in COMPONENTS.items() if name.startswith("block-")])
def test_choices_of_a_block_stand_in_a_fieldset_of_their_own_with_its_legend(component: Component) -> None:
    """Screen readers and *Copy as text* take what is chosen about from the legend."""
    for shown in (one for one in stage_of(component).rendered(component) if one.medium == "screen"):
        for fieldset in fromstring(f"<div>{shown.html}</div>").iter("fieldset"):
            radios = [one for one in fieldset.iter("input") if one.get("type") == "radio"]
            asked = {one.get("name") for one in radios if next(one.iterancestors("fieldset")) is fieldset}
            assert len(asked) <= 1, f"{shown.example.name}: {asked} share a fieldset"
            assert not asked or "".join(fieldset.xpath("legend//text()")).strip(), f"{shown.example.name}: no legend"
        radios = fromstring(f"<div>{shown.html}</div>").xpath("//input[@type='radio'][not(ancestor::fieldset)]")
        assert not radios, f"{shown.example.name}: radio buttons without a fieldset"


@pytest.mark.parametrize("name", [name for name, component in COMPONENTS.items() if "paper" in component.templates])
def test_the_examples_are_faultless_on_paper(name: str) -> None:
    wrong = faults_on_paper(stage_of(COMPONENTS[name]), COMPONENTS[name])
    assert not wrong, "\n".join(["WeasyPrint lays out paper, with less CSS than browsers have", *wrong])


@pytest.mark.parametrize(
    ("styles", "said"),
    [
        (".tick { width: 2mm; }", "a box to tick is squashed: "),
        (".ticks { position: relative; left: 250mm; }", "off-the-paper: "),
        (".tick { display: none; }", "field-without-place: "),
        (".ticks { dispaly: none; }", "paper-problem: "),
    ],
    ids=["squashed", "beside-the-paper", "hidden", "unknown"],
)
def test_what_is_wrong_on_paper_is_said_with_its_example(styles: str, said: str) -> None:
    component = COMPONENTS["block-ticks"]
    stage = stage_of(component)
    spoiled = replace(stage, documents=replace(stage.documents, css=stage.documents.css + styles))
    found = faults_on_paper(spoiled, component)
    assert found
    assert all(fault.startswith("block-ticks, example `") for fault in found)
    assert any(f"`: {said}" in fault for fault in found)


def test_no_golden_is_left_of_a_component_that_is_gone() -> None:
    assert {path.stem for path in FOLDER.glob("*.html")} - COMPONENTS.keys() == set()


def test_every_component_has_what_it_needs() -> None:
    assert "\n".join(missing(THEME)) == ""


def test_what_is_missing_is_said_in_one_message(tmp_path: Path) -> None:
    theme = tmp_path / "theme"
    copytree(THEME, theme)
    for path in (
        "components/steps/examples.yml",
        "components/block-lines/paper.html.j2",
        "components/block-text/block-text.html.j2",
        "paper/checklist.html.j2",
    ):
        (theme / path).unlink()
    for path, text in {
        "components/says/examples.yml": SAYS,
        "components/block-song/block-song.html.j2": "",
        "components/cards/cards-wide.html.j2": "",
        "components/cards/print/cards.css": "",
        "components/cards/paper.css": "",
        "paper/conversation.html.j2": "{% macro sheet(s) %}{% endmacro %}",
    }.items():
        (theme / path).parent.mkdir(exist_ok=True)
        (theme / path).write_text(text, "utf-8")

    assert missing(theme) == [
        "block-song: examples.yml is missing",
        "cards: cards-wide.html.j2 is neither cards.html.j2 nor paper.html.j2",
        "says: example `One` gives `sya`, which the macro does not take",
        "says: example `Two` shows the macro `rows`, which there is not",
        "says: examples.yml has no `about`",
        "says: `takes` does not explain `dont_say`, `say`",
        "steps: examples.yml is missing",
        "block-lines: paper.html.j2 is missing, as worksheets may have a block `lines`",
        "block-text: block-text.html.j2 is missing, as worksheets may have a block `text`",
        "block-song: no model of a block has the type `song`",
        "paper/checklist.html.j2 is missing, as the kind `checklist` is printed",
        "paper/conversation.html.j2: the macro `pocket` is missing",
        "components/cards/print/cards.css is included nowhere",
        "cards: paper.css has no paper.html.j2",
    ]


def test_the_reference_links_a_page_for_each_component() -> None:
    found = dict(files(tuple(COMPONENTS.values())))

    assert {name for name in COMPONENTS if f"{name}.html" not in found and f"{name}-paper.html" not in found} == set()
    assert [name for name in found if name.endswith(".html") and f'href="{name}"' not in found["index.html"]] == [
        "index.html"
    ]
    assert "&lt;b&gt;Bold &amp;" in found["links.html"]
