"""A declared kind has all that a built-in one has: the rituals and rooms of the example playbook."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.cli import main
from generator.config.project import Project, read_config
from generator.content.entries import structure
from generator.content.graph import Graph
from generator.editing.skeleton import skeleton
from generator.kinds import BUILT_IN
from generator.kinds.declared import with_declared
from generator.model.kind import Kind
from generator.model.page_field import PageField
from generator.model.relation import EVERYWHERE, Relation
from generator.paper.book import chapters
from generator.reading.document import parse
from generator.schema.reference import kind_text, kinds_md
from generator.schema.write import for_editors
from generator.site.page import Page, Site
from tests import playbooks
from tests.conftest import CONFIG, GOLDEN, Playbook, compare
from tests.hashed_names import text_of
from tests.playbooks import EXAMPLE_PLAYBOOK

FOLDER = EXAMPLE_PLAYBOOK.parent


def project() -> Project:
    return playbooks.project(EXAMPLE_PLAYBOOK)


def site() -> Site:
    return playbooks.site(EXAMPLE_PLAYBOOK)


def graph() -> Graph:
    return playbooks.reading(EXAMPLE_PLAYBOOK).graph


def ritual() -> Kind:
    return project().kinds.by_name["ritual"]


def artifact(path: str) -> str:
    return text_of(site(), path)


def page(url: str) -> Page:
    return next(page for page in site().pages if page.url == url)


def test_the_whole_markdown() -> None:
    compare(artifact("rituals/morning-round.md"), GOLDEN / "morning-round.md")


def test_declared_kinds_come_after_the_built_in_ones_and_without_any_there_are_only_those() -> None:
    assert with_declared(BUILT_IN, {}) is BUILT_IN
    assert project().kinds.all == (*BUILT_IN, ritual(), project().kinds.by_name["room"])
    assert project().kinds.called("rituals") is project().kinds.called("ritual") is ritual()


def test_relations_and_links_are_relations_to_kinds_by_their_names() -> None:
    assert ritual().relations == (Relation("trains", ("practice",), "Trains", "Trained by"), *EVERYWHERE)
    edges = [(e.relation, e.target) for e in graph().out("tool-count", "before")]
    before = Relation("before", ("ritual", "practice"), "What comes first", "What comes after")
    assert edges == [(before, "morning-round"), (before, "ask-about-the-ride")]


def test_it_stands_in_the_navigation_the_feeds_and_the_search() -> None:
    use, _, look_up, _ = ([item.title for item in group.items] for group in site().nav)
    assert (use[:3], look_up[-1]) == (["Moments", "Practices", "Rituals"], "Rooms")
    assert "- Rituals (2): Habits a team keeps, whatever the week brings.\n" in artifact("llms.txt")
    index = json.loads(artifact("assets/data/search.json"))
    assert next(kind for kind in index["kinds"] if kind[0] == "ritual") == ["ritual", "Ritual", "rituals/", "Rituals"]
    entries = {entry["id"]: entry for entry in json.loads(artifact("api/entries.json"))["entries"]}
    assert entries["morning-round"]["kind"] == "ritual"
    backlinks = [(link["relation"], link["label"], link["from"]) for link in entries["ask-about-the-ride"]["backlinks"]]
    assert ("trains", "Trained by", "morning-round") in backlinks


def test_what_has_steps_is_a_how_to_for_programs_and_the_rest_an_article() -> None:
    how, trail = json.loads(page("rituals/morning-round/").linked_data)
    assert (how["@type"], how["totalTime"], [step["text"] for step in how["step"]]) == (
        "HowTo",
        "PT5M",
        ["Stand around the bench, without coffee.", "Each names one bicycle.", "Say who helps whom, then go."],
    )
    assert trail["itemListElement"][1]["name"] == "Rituals"
    assert json.loads(page("rooms/bench/").linked_data)[0]["@type"] == "Article"


def test_entries_are_narrowed_down_by_the_facets_of_their_kind_only() -> None:
    """The bench names a moment, but rooms are looked up, not needed at a moment."""
    items = [line for line in page("browse/").body.splitlines() if "bench/" in line or "tool-count/" in line]
    assert ["data-moment" in line for line in items] == [True, False]


def test_it_has_the_sign_and_the_accent_that_it_names_or_those_of_all_declared_kinds() -> None:
    style = artifact("assets/styles/all.css")
    assert "[data-kind=ritual]{--kind:light-dark(#694a01,#fdc677)}" in style  # amber
    assert "[data-kind=room]{--kind:light-dark(#5e6b87,#c3d1ef)}" in style  # slate
    kinds = project().kinds.by_name
    assert (kinds["ritual"].icon, kinds["room"].icon) == ("repeat", "bookmark")


def test_the_book_has_a_chapter_for_it() -> None:
    found = {c.kind.name: [heading for heading, _ in c.groups] for c in chapters(graph(), project().site)}
    assert (list(found)[:3], found["ritual"]) == (["moment", "practice", "ritual"], ["Every day", "Every week"])


def test_a_template_of_its_own_in_the_theme_wins(playbook: Playbook) -> None:
    root = playbook(
        {
            "site_config.yml": CONFIG
            + "kinds: {habit: {plural: habits, label: Habit, label_plural: Habits, about: A.}}",
            "content/habits/x.yml": "title: X\nsummary: About x.\norigin: own\n",
        }
    )
    (root / "themes").unlink()
    own = root / "themes" / "playbook" / "pages" / "habit.html.j2"
    own.parent.mkdir(parents=True)
    own.write_text('{% call section("mine", "Mine") %}<p>Mine.</p>{% endcall %}')

    found, _ = read_config(root / "site_config.yml")
    assert found is not None
    built = pipeline.build(found, pipeline.read(found))
    assert [s.id for s in next(p for p in built.pages if p.url == "habits/x/").sections] == ["mine"]


def test_what_a_declaration_says_is_text_and_no_markup(playbook: Playbook) -> None:
    root = playbook(
        {
            "site_config.yml": CONFIG
            + "kinds:\n  habit:\n    plural: habits\n    label: <b>Habit\n    label_plural: <i>Habits\n"
            + "    about: '{{ 777 * 777 }}<script>'\n    groups_by: way\n    fields:\n"
            + "      way: {type: choice, label: <u>Way, required: true, choices: {a: '<s>A'}}\n",
            "content/habits/x.yml": "title: X\nsummary: About x.\norigin: own\nway: a\n",
        }
    )
    found, problems = read_config(root / "site_config.yml")
    assert found is not None, problems
    built = pipeline.build(found, pipeline.read(found))
    bodies = "\n".join(page.body for page in built.pages)
    assert [tag for tag in ("<b>H", "<i>H", "<script>", "603729", "<u>W", "<s>A") if tag in bodies] == []
    assert "{{ 777 * 777 }}&lt;script&gt;" in bodies


def test_its_schema_says_what_the_declaration_says() -> None:
    made = for_editors(project())
    schema: dict[str, Any] = json.loads(made["schemas/ritual.json"])["properties"]
    assert schema["rhythm"] == {"description": "How often the team does it.", "enum": ["daily", "weekly"]}
    assert schema["people"] == {"description": "How many.", "type": "number", "minimum": 2, "maximum": 12}
    assert schema["how"]["minItems"] == 1
    assert schema["before"]["items"]["anyOf"][0] == {"$ref": "ids.json#/definitions/ritual-or-practice"}
    assert list(schema["links"]["properties"]) == ["trains", "next", "use", "contrasts"]
    ids = json.loads(made["schemas/ids.json"])["definitions"]
    assert {"ask-about-the-ride", "morning-round", "tool-count"} < set(ids["ritual-or-practice"]["enum"])
    assert "bench" not in ids["ritual-or-practice"]["enum"]
    assert json.loads(made[".vscode/settings.json"])["yaml.schemas"]["./schemas/ritual.json"] == (
        "/content/rituals/*.yml"
    )
    assert json.loads(made["schemas/site_config.json"])["properties"]["kinds"]["type"] == "object"


def test_it_is_explained_and_stands_in_the_reference() -> None:
    assert kind_text(ritual(), project().kinds) == EXPLAINED
    assert "| **`rhythm`** | `daily` or `weekly` | How often the team does it. |" in kinds_md(project().kinds)


EXPLAINED = """\
ritual: Habits a team keeps, whatever the week brings.
  content/rituals/<id>.yml

Fields, besides what every entry has
  rhythm (must be there): `daily` or `weekly`
    How often the team does it.
  idea (must be there): paragraphs and lists
    What it is good for.
  how (must be there): list: `step`, at least 1
    How to do it.
  people: number
    How many.
  props: list: one paragraph
    What you need.
  opening: one paragraph
    Words to start with.
  place: `link` to room
    Where it is held.
  before: list: `link` to ritual or practice
    What comes first.

Relations, under `links`
  trains: Trains; leads to practice, shown there as Trained by
  next: Go on with; leads to any entry, shown there as Leads here
  use: Put it to work; leads to conversation or checklist or worksheet or role play or session plan or self-check or \
calculator or text check, shown there as Put to work in
  contrasts: In contrast to; leads to any entry, shown there as In contrast to"""


def test_its_skeleton_filled_in_fits_it() -> None:
    text = skeleton(ritual(), {"title": "T", "summary": "S.", "rhythm": "daily"})
    document, problems = parse(text, "x.yml")
    assert document is not None
    assert problems == structure(document, ritual(), "x")[1] == ()


@pytest.mark.parametrize(
    ("value", "shown"), [(15.0, "15 people"), (0.5, "0.5 people"), (-3.25, "-3.25 people"), (1e6, "1000000 people")]
)
def test_a_number_stands_before_its_unit_as_people_write_it(value: float, shown: str) -> None:
    assert PageField("people", "How many", "number", unit="people").shown(value) == shown


def copied(tmp_path: Path) -> Path:
    """The playbook of declared kinds, to be changed."""
    for path in (p for p in FOLDER.rglob("*.yml") if "themes" not in p.parts):
        target = tmp_path / path.relative_to(FOLDER)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(path.read_text(encoding="utf-8"), encoding="utf-8")
    (tmp_path / "themes").symlink_to(FOLDER / "themes")
    return tmp_path


def test_the_commands_know_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    said = ["--title", "Lock up", "--summary", "S.", "--field", "rhythm=daily"]
    assert main(["new", "ritual", "lock-up", *said]) == 0
    assert main(["list", "rituals"]) == 0
    assert main(["rename", "lock-up", "closing-time"]) == 0
    assert main(["rename", "bench", "workbench"]) == 0
    assert main(["remove", "closing-time", "--to", "rituals"]) == 0
    assert main(["explain", "room"]) == 0
    assert main(["check"]) == 0
    assert "\n  place:\n    to: workbench\n" in (root / "content/rituals.yml").read_text(encoding="utf-8")
    out = capsys.readouterr().out
    assert "ritual  lock-up        Lock up\n" in out
    assert "rituals/closing-time/ now redirects to `rituals`\n" in out
    assert "room: Where things are.\n" in out
    assert (root / "content" / "redirects.yml").read_text(encoding="utf-8").endswith("rituals/lock-up: rituals\n")


def test_a_check_that_remembers_notices_a_changed_declaration(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    file = "content/rituals.yml"
    assert main(["check", file]) == 0
    config = root / "site_config.yml"
    config.write_text(config.read_text(encoding="utf-8").replace("daily: Every day, ", ""), encoding="utf-8")
    capsys.readouterr()
    assert main(["check", file]) == 1
    assert "`rhythm` cannot be `daily`\n" in capsys.readouterr().out
