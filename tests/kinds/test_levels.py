"""A playbook of another subject, `operations/`: groups and fields of its own on built-in kinds, and kinds in levels."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.caching.memory import Memory
from generator.cli import main
from generator.config.project import Project, read_config
from generator.content.graph import Graph
from generator.content.hierarchy import above, below
from generator.editing.skeleton import skeleton
from generator.model.kind import Kind
from generator.outputs.search.records import record
from generator.paper.book import book, chapters
from generator.paper.documents import documents_of
from generator.paper.sizes import A4
from generator.schema.reference import kind_text
from generator.schema.write import for_editors
from generator.site.page import Page, Site
from generator.stages.remembered import Remembered
from tests import playbooks
from tests.conftest import GOLDEN, compare
from tests.hashed_names import text_of, without_hashes
from tests.playbooks import OPERATIONS


def project() -> Project:
    return playbooks.project(OPERATIONS)


def graph() -> Graph:
    return playbooks.reading(OPERATIONS).graph


def site() -> Site:
    return playbooks.site(OPERATIONS)


def kind(name: str) -> Kind:
    return project().kinds.by_name[name]


def page(url: str) -> Page:
    return next(page for page in site().pages if page.url == url)


def ids(name: str) -> list[tuple[str, list[str]]]:
    return [(heading, [located.id for located in found]) for _, heading, found in graph().grouped(name)]


def test_nothing_in_it_assumes_another_subject() -> None:
    assert playbooks.reading(OPERATIONS).diagnostics == ()


def test_groups_of_its_own_take_the_place_of_those_of_a_built_in_kind() -> None:
    assert ids("practice") == [("Notice it", ["page-somebody"]), ("Stop the damage", ["roll-back"])]
    assert kind("checklist").groups == {"shift": "At the change of shift", "after": "After an incident"}


def test_entries_stand_in_groups_that_are_entries_in_the_order_of_these_and_of_their_fields() -> None:
    assert ids("service") == [("Mail", ["receipts"]), ("Payments", ["refunds", "checkout"])]
    assert ids("runbook") == [
        ("Refunds", ["stop-refunds"]),
        ("Checkout", ["call-the-bank", "drain-checkout"]),
    ]


def test_an_entry_follows_the_one_of_its_kind_that_is_above_it() -> None:
    assert ids("system") == [("", ["platform", "mail", "payments"])]


def test_it_is_known_what_lies_above_and_below() -> None:
    assert [one.id for one in above(graph(), "call-the-bank")] == ["platform", "payments", "checkout"]
    assert [one.id for one in below(graph(), "payments")] == [
        "checkout",
        "refunds",
        "call-the-bank",
        "drain-checkout",
        "stop-refunds",
    ]
    assert above(graph(), "platform") == ()


@pytest.mark.parametrize("name", ["practices/page-somebody", "systems/payments", "runbooks/call-the-bank"])
def test_the_whole_markdown(name: str) -> None:
    compare(text_of(site(), f"{name}.md"), GOLDEN / "operations" / f"{name.split('/')[1]}.md")


@pytest.mark.parametrize("url", ["systems/payments/", "services/checkout/", "runbooks/"])
def test_the_whole_body_of_pages_with_a_table(url: str) -> None:
    compare(without_hashes(page(url).body), GOLDEN / "operations" / f"{url.strip('/').replace('/', '-')}.html")


def test_links_that_lead_to_an_entry_stand_where_the_declaration_says() -> None:
    assert [section.id for section in page("systems/payments/").sections] == [
        "services-by-system",
        "idea",
        "practices-by-system",
        "runbooks-below",
        "connections",
    ]


def test_programs_get_the_same_way_down_as_readers() -> None:
    _, trail = json.loads(page("runbooks/call-the-bank/").linked_data)
    assert [step["name"] for step in trail["itemListElement"]] == [
        "The On-call Book",
        "Systems",
        "The platform",
        "Payments",
        "Checkout",
        "Call the bank",
    ]


def test_programs_get_the_values_of_all_fields_also_of_hidden_ones() -> None:
    entries = {one["id"]: one["fields"] for one in json.loads(text_of(site(), "api/entries.json"))["entries"]}
    assert entries["page-somebody"] == {
        "step": 1,
        "caller": "Whoever sees it first",
        "severity": "sev1",
        "signals": ["Two alarms in five minutes", "A call from a user"],
        "system": {"to": "payments", "why": None},
    }
    assert entries["checkout"] == {
        "system": {"to": "payments", "why": None},
        "order": 2,
        "idea": "People pay, and the [[receipts]] follow.",
        "since": "2024-02-29",
        "paged": True,
        "dashboard": "https://status.example/checkout?range=1h&zone=all",
        "colour": "#1a7f5a",
        "form": {"text": "The form for refunds", "url": "https://oncall.example/book/files/form.txt"},
        "map": {
            "text": "The checkout stands between the basket and two banks",
            "url": "https://oncall.example/book/files/checkout.png",
        },
        "contacts": [
            {
                "name": "The *payments* desk",
                "hours": ["By day", "Until midnight in December"],
                "knows": {"to": "mail", "why": None},
            },
            {"name": "Whoever was there last", "backup": False},
        ],
        "limits": [
            {"what": "Baskets", "most": 250, "checked": "2026-03-01"},
            {"what": "Calls to the bank, each way"},
        ],
    }
    assert entries["drain-checkout"]["how"][0] == {"do": "Mark the machine.", "detail": None}
    assert entries["end-of-shift"] == {}


def test_the_search_finds_the_fields_in_the_head_and_the_added_ones() -> None:
    found = record(page("practices/page-somebody/"), graph().entries["page-somebody"])
    assert found is not None
    assert found.keywords == ("alarm", "on call", "Whoever sees it first", "Everybody is affected")
    assert "two alarms in five minutes" in next(one.words for one in found.passages if one.anchor == "our-signals")


def test_readers_narrow_lists_down_by_choices_that_are_facets() -> None:
    index = json.loads(text_of(site(), "assets/data/search.json"))
    assert ["runbook__level", "runbook__level", "Severity"] in index["facets"]
    assert [key for key, *_ in index["runbook__level"]] == ["sev1", "sev2"]
    browse = page("browse/").body
    assert browse.count('name="runbook__level"') == 2
    items = [line for line in browse.splitlines() if line.startswith("<li") and "data-runbook__level" in line]
    assert sorted("sev1" in line for line in items) == [False, True, True]


def test_the_book_has_its_groups() -> None:
    found = {
        chapter.kind.name: [heading for heading, _ in chapter.groups] for chapter in chapters(graph(), project().site)
    }
    assert (found["practice"], found["runbook"]) == (["Notice it", "Stop the damage"], ["Refunds", "Checkout"])


def test_the_book_has_its_table_the_way_down_and_all_fields() -> None:
    found = graph()
    parts = book(documents_of(found, project().site, project().theme), project().theme, A4)
    runbooks, services, responses = (
        next(part for part in parts if f'id="k-{plural}"' in part) for plural in ("runbooks", "services", "practices")
    )
    assert runbooks.index('<table class="level-table"') < runbooks.index('id="e-call-the-bank"')
    refunds = services[services.index('id="e-refunds"') :]
    assert refunds.index('href="#e-platform">The platform</a>') < refunds.index('href="#e-payments">Payments</a>')
    assert "In use since: <time" in services
    assert "<h3>What shows it</h3>" in responses


def test_its_schemas_know_the_added_fields_and_the_groups() -> None:
    made = for_editors(project())
    practice: dict[str, Any] = json.loads(made["schemas/practice.json"])
    assert practice["properties"]["level"]["enum"] == ["detect", "contain", "recover"]
    assert practice["properties"]["severity"]["enum"] == ["sev1", "sev2"]
    assert "step" in practice["required"]
    assert "escalates_to" in practice["properties"]["links"]["properties"]
    config = json.loads(made["schemas/site_config.json"])
    kinds = config["properties"]["kinds"]
    assert kinds["properties"]["practice"] == {"$ref": "#/definitions/Addition"}
    assert "groups" in config["definitions"]["Addition"]["properties"]
    assert kinds["additionalProperties"] == {"$ref": "#/definitions/Declaration"}


def copied(folder: Path) -> Path:
    """The playbook, to be changed."""
    root = shutil.copytree(OPERATIONS.parent, folder / "operations", symlinks=True, ignore=lambda *_: {"themes"})
    (root / "themes").symlink_to(OPERATIONS.parent.resolve() / "themes")
    return root


def test_the_commands_know_its_fields_and_groups(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = copied(tmp_path)
    monkeypatch.chdir(root)
    said = ["--title", "Call a second person", "--summary", "S.", "--field", "level=recover"]
    assert main(["new", "practice", "second-person", *said]) == 0
    file = root / "content/practices.yml"
    made = file.read_text(encoding="utf-8")
    before, _, new = made.partition("second-person:\n")
    assert "  level: recover\n" in new
    assert "\n  step: TODO\n" in new
    assert "\n  # signals:" in new
    file.write_text(before, encoding="utf-8")
    assert main(["rename", "payments", "money"]) == 0
    assert main(["rename", "mail", "post"]) == 0
    assert "      knows: post\n" in (root / "content/services.yml").read_text(encoding="utf-8")
    assert "system: money\n" in (root / "content/services.yml").read_text(encoding="utf-8")
    assert "part_of: platform\n" in (root / "content/systems.yml").read_text(encoding="utf-8")
    assert main(["list", "responses"]) == 0
    assert main(["check", "--strict"]) == 0
    assert main(["build", "--strict", "--site-dir", "site"]) == 0
    home = (root / "site/practices/index.html").read_text(encoding="utf-8")
    assert home.index("Notice it") < home.index("Stop the damage")
    out = capsys.readouterr().out
    assert "no problems\n" in out


def test_groups_and_tables_are_explained_with_their_fields() -> None:
    text = kind_text(kind("service"), project().kinds)
    assert (
        "  contacts: list: `service contacts`\n    Whom to call.\n"
        "      name (must be there): one paragraph\n        Who.\n"
        "      hours: list: one paragraph\n        When.\n"
    ) in text
    assert "![What it shows](files/plan.png)" in " ".join(text.split())


def test_a_new_entry_says_what_it_belongs_to_without_a_reason() -> None:
    assert "# System.\nsystem: TODO\n" in skeleton(kind("service"), {"title": "T", "summary": "S."})


def test_what_is_added_is_explained() -> None:
    text = kind_text(kind("practice"), project().kinds)
    assert "  level (must be there): `detect`, `contain` or `recover`\n" in text
    assert "  step (must be there): number\n    Step in its phase.\n" in text
    assert "  escalates_to: Escalates to; leads to response, shown there as Comes before\n" in text


EDITS = {
    "the title of an entry above": ("systems.yml", "title: Payments", "title: Money"),
    "the level of an entry": ("runbooks.yml", "level: sev2", "level: sev1"),
    "a hidden field that orders": ("services.yml", "order: 1", "order: 3"),
    "a link in a group": ("services.yml", "knows: mail", "knows: payments"),
}


def test_after_every_edit_the_pages_are_those_of_a_clean_build(tmp_path: Path) -> None:
    root = copied(tmp_path)
    config = root / "site_config.yml"
    last, memory = Remembered(), Memory()
    for name, (file, old, new) in {"nothing": ("systems.yml", "title", "title"), **EDITS}.items():
        path = root / "content" / file
        text = path.read_text("utf-8")
        assert old in text, name
        path.write_text(text.replace(old, new), "utf-8")
        found, problems = read_config(config)
        assert found is not None, problems
        reading = pipeline.read(found)
        made = pipeline.built(found, reading, last=last, memory=memory)
        assert last.key in ("", made.leftover.key), "the build starts again from nothing"
        clean = pipeline.build(found, reading)
        assert {page.url: page.body for page in made.site.pages} == {page.url: page.body for page in clean.pages}, name
        last = Remembered.of(made.leftover, reading.graph)
