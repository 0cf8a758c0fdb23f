"""What programs are told of pages: true, well-formed, and unable to end the element that it stands in."""

from __future__ import annotations

import json
from typing import Any

from generator import pipeline
from generator.config.project import read_config
from generator.site.page import Page
from tests.conftest import Playbook
from tests.playbooks import EXAMPLE_PLAYBOOK, built, on_every_page


def about(url: str) -> dict[str, Any]:
    data = json.loads(next(page.linked_data for page in built(EXAMPLE_PLAYBOOK)[0].pages if page.url == url))
    found: dict[str, Any] = data[0] if isinstance(data, list) else data
    return found


@on_every_page
def test_it_names_its_page_by_what_the_page_says(page: Page) -> None:
    if not page.linked_data:
        return
    data = json.loads(page.linked_data)
    first, *trail = data if isinstance(data, list) else [data]

    assert first["@context"] == "https://schema.org"
    assert first["url"] == built(EXAMPLE_PLAYBOOK)[0].url + page.url
    assert first["inLanguage"] == built(EXAMPLE_PLAYBOOK)[0].language.tag
    assert {"author", "publisher", "datePublished", "dateModified"} & first.keys() == set()
    if page.place and page.kind != "page":
        assert [step["item"] for step in trail[0]["itemListElement"]][-1] == built(EXAMPLE_PLAYBOOK)[0].url + page.url
        assert [step["position"] for step in trail[0]["itemListElement"]] == [1, 2, 3]


def test_kinds_are_told_apart() -> None:
    by_kind = {page.kind: about(page.url)["@type"] for page in built(EXAMPLE_PLAYBOOK)[0].pages if page.linked_data}

    assert by_kind["home"] == "WebSite"
    assert by_kind["practice"] == by_kind["conversation"] == "HowTo"
    assert by_kind["term"] == "DefinedTerm"
    assert by_kind["quotation"] == "Quotation"
    assert by_kind["story"] == "Article"
    assert about("practices/")["@type"] == "CollectionPage"
    assert about("terms/")["@type"] == "DefinedTermSet"


def test_pages_that_are_only_tools_have_none() -> None:
    assert [
        page.url
        for page in built(EXAMPLE_PLAYBOOK)[0].pages
        if page.kind in ("404", "search", "browse") and page.linked_data
    ] == []


def test_nothing_in_it_can_end_the_script_or_hide_it(playbook: Playbook) -> None:
    evil = "</script><!-- <script>alert(1)</script> & \u2028"
    root = playbook({"content/terms/slow.yml": f"title: Slow\nsummary: {json.dumps(evil[:-2])}\nmeaning: M.\n"})
    project, _ = read_config(root / "site_config.yml")
    assert project is not None
    data = next(p.linked_data for p in pipeline.build(project, pipeline.read(project)).pages if p.url == "terms/slow/")

    assert set("<>&\u2028") & set(data) == set()
    assert json.loads(data)[0]["description"].startswith("</script><!")
