from generator.checks import link_to_draft
from generator.checks._running_text import Passage
from generator.content.hand_page_text import parse_page
from tests.checks.small_playbook import SITE, graph_of, report_of, with_changes

DRAFT = {"content/practices/be-here.yml": "title: Be here\ndraft: true\n"}


def test_links_mentions_and_items_that_refer_to_a_draft_are_marked() -> None:
    changes = {
        **DRAFT,
        "content/practices/slow-down.yml": """\
do: Wait, as in [[be-here|this one]].
links:
  goes_with:
    - to: be-here
      why: What to do with the time.
""",
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
    assert (
        report_of(link_to_draft.RULE, changes)
        == """\
content/practices/slow-down.yml:1:19: warning[link-to-draft]: `be-here` is a draft, so the published text has no link here
   1 | do: Wait, as in [[be-here|this one]].
     |                   ^^^^^^^
   hint: remove `draft: true` there when it is ready
   the draft: content/practices/be-here.yml:1:1

content/practices/slow-down.yml:4:11: warning[link-to-draft]: `be-here` is a draft, so the published page is without this reference
   4 |     - to: be-here
     |           ^^^^^^^
   hint: remove `draft: true` there when it is ready
   the draft: content/practices/be-here.yml:1:1
"""
    )


def test_a_mention_on_a_page_written_by_hand_is_marked() -> None:
    page, _ = parse_page("# About\n\nA lead.\n\n## How\n\nSee [[be-here]].\n", "about", "content/pages/about.md")
    texts = [Passage(page, route, text) for route, text in page.texts()]

    (found,) = link_to_draft.check(texts, graph_of(with_changes(DRAFT)), SITE)

    assert found.message == "`be-here` is a draft, so the published text has no link here"
    assert (found.span.file, found.span.line, found.span.column) == ("content/pages/about.md", 7, 7)


def test_drafts_may_refer_to_drafts_and_the_faultless_entries_to_none() -> None:
    both = {**DRAFT, "content/practices/wait.yml": "draft: true\ndo: Wait, as in [[be-here]].\n"}
    assert report_of(link_to_draft.RULE, both) == report_of(link_to_draft.RULE) == ""
