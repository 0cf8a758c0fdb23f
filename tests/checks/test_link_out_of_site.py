from generator.checks import link_out_of_site
from generator.checks._running_text import Passage
from generator.config.settings import SiteOfMany
from generator.content.hand_page_text import parse_page
from tests.checks.small_playbook import SITE, graph_of, report_of, with_changes

ONE, OTHER = SiteOfMany(url="https://one.example/"), SiteOfMany(url="https://other.example/", pages=())
SITES = SITE.model_copy(update={"sites": {"one": ONE, "other": OTHER}})
HIDDEN = {"content/practices/be-here.yml": "title: Be here\nhidden_from: [one, other]\n"}


def test_a_reference_across_a_border_is_marked_once_for_all_sites() -> None:
    changes = {
        "content/practices/be-here.yml": "title: Be here\nhidden_from: [one]\n",
        "content/practices/slow-down.yml": "do: Wait, as in [[be-here]].\n",
    }
    assert (
        report_of(link_out_of_site.RULE, changes, SITES)
        == """\
content/practices/slow-down.yml:1:19: warning[link-out-of-site]: `be-here` is not on the site `one`, so the published text has no link here
   1 | do: Wait, as in [[be-here]].
     |                   ^^^^^^^
   hint: let the site have both or neither: see `sites:` in the configuration, `only_in` and `hidden_from`
   that entry: content/practices/be-here.yml:1:1
"""
    )
    said = report_of(link_out_of_site.RULE, {**changes, **HIDDEN}, SITES)
    assert said.count("[link-out-of-site]") == 1
    assert "is not on the sites `one` and `other`, so" in said


def test_an_entry_that_cannot_be_without_the_other_is_not_on_the_site_either() -> None:
    changes = {
        "content/worksheets/meeting-sheet.yml": "hidden_from: [one]\n",
        "content/bingo/wait-bingo.yml": """\
title: Wait
summary: S.
minutes: 1
sheet: meeting-sheet
purpose: P.
rules: [Tick.]
seeds: S.
spoils: N.
""",
    }
    said = report_of(link_out_of_site.RULE, changes, SITES)
    assert "not on the site `one`, so this whole entry is not there either: it cannot be without it" in said


def test_a_page_written_by_hand_counts_on_the_sites_that_have_it() -> None:
    page, _ = parse_page("# About\n\nA lead.\n\n## How\n\nSee [[be-here]].\n", "about", "content/pages/about.md")
    texts = [Passage(page, route, text) for route, text in page.texts()]
    (found,) = link_out_of_site.check(texts, graph_of(with_changes(HIDDEN)), SITES)
    assert found.message == "`be-here` is not on the site `one`, so the published text has no link here"


def test_drafts_have_a_rule_of_their_own_and_without_sites_there_is_no_border() -> None:
    draft = {
        "content/practices/be-here.yml": "title: Be here\nhidden_from: [one]\ndraft: true\n",
        "content/practices/slow-down.yml": "do: Wait, as in [[be-here]].\n",
    }
    assert report_of(link_out_of_site.RULE, draft, SITES) == report_of(link_out_of_site.RULE) == ""
