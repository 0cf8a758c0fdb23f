"""What a page shows of an entry's place among the others."""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import pipeline
from generator.config.project import read_config
from generator.kinds import BUILT_IN
from tests.conftest import Playbook
from tests.content.minimal_entries import FIELDS

Pages = Mapping[str, str]


@pytest.fixture
def pages(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> Any:
    """Builds a playbook from entries by `<plural>/<id>`, and gives the bodies of its pages by their addresses."""
    monkeypatch.setattr("generator.stages.check.editorial", lambda *_: ())

    def build(entries: Mapping[str, str]) -> Pages:
        files = {}
        for path, more in entries.items():
            plural, entry_id = path.split("/")
            title = "" if "title:" in more else f"title: {entry_id.title()}\n"
            summary = "" if "summary:" in more else f"summary: About {entry_id}.\n"
            files[f"content/{path}.yml"] = f"{more}\n{title}{summary}{FIELDS[plural]}\n"
        project, problems = read_config(Path(playbook(files)) / "site_config.yml")
        assert project is not None, problems
        reading = pipeline.read(project)
        assert reading.diagnostics == ()
        return {page.url: page.body for page in pipeline.build(project, reading).pages}

    return build


def steps(body: str) -> list[tuple[str, str, str]]:
    """What each next step is for, its title and the reason."""
    _, _, part = body.partition('<ul class="next-steps">')
    return re.findall(
        r'<b>(.*?)</b> <a href[^>]*>([^<]*)</a>.*?"why">(.*?)</span>', part.partition("</ul>")[0], re.DOTALL
    )


def listed(body: str) -> list[tuple[str, str, str]]:
    """Heading, title and reason of every link in the closed list of other links."""
    _, _, part = body.partition('<div class="connections"')
    found = []
    for group in re.findall(r"<h3>(.*?)</h3>(.*?)</ul>", part, re.DOTALL):
        for title, why in re.findall(r"<a href[^>]*>([^<]*)</a>.*?(?:\"why\">(.*?)</span>|</li>)", group[1], re.DOTALL):
            found.append((group[0], title, why))
    return found


def test_the_strongest_link_is_a_step_with_its_reason_on_the_page_that_gives_it(pages: Any) -> None:
    site = pages({"terms/slow": "links:\n  next:\n    - to: fast\n      why: It *helps*.", "terms/fast": ""})

    assert steps(site["terms/slow/"]) == [("To understand", "Fast", "It <em>helps</em>.")]
    assert steps(site["terms/fast/"]) == [("To understand", "Slow", "About slow.")]
    assert listed(site["terms/slow/"]) == listed(site["terms/fast/"]) == []


def test_a_step_that_another_leads_to_says_so(pages: Any) -> None:
    site = pages(
        {
            "terms/slow": "links: {next: [fast]}",
            "terms/fast": "links: {next: [{to: calm, why: Breathe.}]}",
            "practices/calm": "",
        }
    )

    assert steps(site["terms/slow/"]) == [
        ("To do", "Calm", "Breathe."),
        ("To understand", "Fast", "About fast."),
    ]
    assert "<i>Suggested on the page: Fast</i>" in site["terms/slow/"]


def test_other_links_show_on_both_pages_with_the_reason_or_what_the_other_is_about(pages: Any) -> None:
    files = {
        "terms/slow": "links:\n  next:\n    - {to: first, why: First.}\n    - {to: fast, why: It *helps*.}\n    - late",
        "terms/fast": "links: {contrasts: [{to: first, why: Not that.}]}",
        "terms/first": "",
        "terms/late": "links: {contrasts: [{to: first, why: Not that.}]}",
    }

    site = pages(files)

    others = [("Go on with", "Fast", "It <em>helps</em>."), ("Go on with", "Late", "About late.")]
    assert listed(site["terms/slow/"]) == others
    assert listed(site["terms/fast/"]) == [("Leads here", "Slow", "It <em>helps</em>.")]
    assert "<summary>All other links (2)</summary>" in site["terms/slow/"]
    assert "<summary>1 other link</summary>" in site["terms/fast/"]


def test_an_entry_is_listed_once_even_if_several_links_lead_to_it(pages: Any) -> None:
    files = {"terms/slow": "links:\n  next: [fast]\n  contrasts: [fast]", "terms/fast": "links:\n  used_in: [slow]"}

    site = pages(files)

    assert site["terms/slow/"].partition('id="connections"')[2].count(">Fast</a>") == 1
    assert site["terms/fast/"].partition('id="connections"')[2].count(">Slow</a>") == 1


def test_mentions_show_where_nothing_else_leads(pages: Any) -> None:
    site = pages(
        {
            "terms/slow": "links:\n  next: [fast]",
            "terms/fast": "note: See [[slow]].",
            "terms/hurry": "note: See [[slow]].",
            "objections/no-time": "note: Take it slow.",
        }
    )

    assert [title for _, title, _ in steps(site["terms/slow/"])] == ["Fast"]
    assert [(heading, title) for heading, title, _ in listed(site["terms/slow/"])] == [
        ("Also mentioned in", "Hurry"),
        ("Also mentioned in", "No-Time"),
    ]


def test_a_page_without_links_has_no_section_for_them(pages: Any) -> None:
    assert 'id="connections"' not in pages({"terms/slow": ""})["terms/slow/"]


def test_neighbours_follow_the_order_of_the_index_page(pages: Any) -> None:
    site = pages({"terms/c": "title: Charlie", "terms/a": "title: bravo", "terms/b": "title: Alpha"})

    found = {url: re.findall(r'rel="(\w+)" href="([^"]*)"', body) for url, body in site.items() if url.count("/") == 2}
    assert found == {
        "terms/b/": [("next", "../../terms/a/")],
        "terms/a/": [("prev", "../../terms/b/"), ("next", "../../terms/c/")],
        "terms/c/": [("prev", "../../terms/a/")],
    }


def test_in_a_story_neighbours_follow_the_numbers_through_all_groups(pages: Any) -> None:
    site = pages(
        {
            "dialogues/late": "number: 3\ngroup: winning",
            "dialogues/early": "number: 1\ngroup: trouble",
            "dialogues/middle": "number: 2\ngroup: winning",
        }
    )

    found = re.findall(r'rel="(\w+)" href="([^"]*)"', site["dialogues/middle/"])
    assert found == [("prev", "../../dialogues/early/"), ("next", "../../dialogues/late/")]


def test_the_only_entry_of_its_kind_has_no_neighbours(pages: Any) -> None:
    assert "neighbours" not in pages({"terms/slow": ""})["terms/slow/"]


def test_a_section_is_marked_as_our_own_only_if_all_it_shows_is(pages: Any) -> None:
    files = {
        "practices/both": "own: [say, dont_say]\nsay: [A.]\ndont_say: [B.]",
        "practices/half": "own: [say]\nsay: [A.]\ndont_say: [B.]",
    }

    site = pages(files)

    def marked(url: str) -> list[str]:
        return re.findall(r'<h2 id="([\w-]+)">[^\n]*<span class="own-mark">', site[url])

    assert marked("practices/both/") == ["words"]
    assert marked("practices/half/") == []


def test_an_entry_is_listed_on_the_page_of_its_moment_if_that_does_not_offer_it_already(pages: Any) -> None:
    site = pages(
        {
            "moments/now": "offers: [slow]",
            "terms/slow": "moments: [now]",
            "terms/fast": "moments: [now]",
        }
    )

    assert [(heading, title) for heading, title, _ in listed(site["moments/now/"])] == [("Terms", "Fast")]


def test_terms_are_listed_by_their_first_letter(pages: Any) -> None:
    site = pages({"terms/a": "title: alpha", "terms/b": "title: Bravo", "terms/c": "title: apple"})

    assert re.findall(r'<h2 id="([^"]+)">(.*?)</h2>|<dt><a[^>]*>(.*?)</a>', site["terms/"]) == [
        ("letter-a", "A", ""),
        ("", "", "alpha"),
        ("", "", "apple"),
        ("letter-b", "B", ""),
        ("", "", "Bravo"),
    ]


def test_an_address_may_hold_what_a_title_holds_and_nothing_breaks(pages: Any) -> None:
    site = pages({"terms/slow": "title: '<b> & \"slow\" ''x'''\nsummary: a < b", "terms/fast": "links: {next: [slow]}"})

    assert "<h1>&lt;b&gt; &amp; “slow” ‘x’</h1>" in site["terms/slow/"]
    assert '<p class="lead">a &lt; b</p>' in site["terms/slow/"]
    assert steps(site["terms/fast/"]) == [("To understand", "&lt;b&gt; &amp; “slow” ‘x’", "a &lt; b")]


def test_browse_offers_the_values_by_which_it_finds_an_entry(pages: Any) -> None:
    """Nobody finds a term by its moments, so `later` would lead to nothing."""
    assert BUILT_IN.by_name["term"].facets == ()
    moments = {f"moments/{name}": "offers: [wait]" for name in ("now", "later", "never")}
    body = pages({**moments, "practices/wait": "moments: [now]", "terms/slow": "moments: [later]"})["browse/"]

    assert re.findall(r'<input type="checkbox" name="(?!kind|time)([^"]*)" value="([^"]*)"', body) == [
        ("moment", "now")
    ]
