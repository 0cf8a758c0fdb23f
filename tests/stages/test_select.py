"""What a site does not show is left out, with every reference to it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from generator import pipeline
from generator.config.project import read_config
from generator.content.located import Located
from generator.pipeline import Reading
from generator.stages.select import for_readers, is_published, select
from tests.conftest import CONFIG, Playbook

TERM = "title: {title}\nsummary: S.\nmeaning: {meaning}\norigin: own\n"
BINGO = "title: B\nsummary: S.\nminutes: 1\nsheet: gone\npurpose: P.\nrules: [Tick.]\nseeds: S.\nspoils: N.\n"
SHEET = """\
title: Sheet
summary: S.
draft: true
group: meeting
minutes: 5
purpose: P.
people: alone
instructions: [Write.]
blocks: [{type: text, id: text, label: T, text: T.}]
facilitator: {copies: {each: person}, notes: [N.], timings: [{minutes: 5, what: W.}], debrief: [D.]}
"""
FILES = {
    "content/terms/slow.yml": TERM.format(title="Slow", meaning="As in [[quick]]."),
    "content/terms/quick.yml": f"{TERM.format(title='Quick', meaning='M.')}draft: true\naliases: [fast]\n",
    "content/terms/calm.yml": TERM.format(title="Calm", meaning="M."),
    "content/pages/about.md": "# About\n\nA lead.\n\n## How\n\nNot [[quick|in haste]], as in [[calm]].\n",
    "content/redirects.yml": "terms/hasty: quick\nterms/quiet: calm\n",
    "changes.yml": """\
changes:
  - {id: a, date: 2026-01-01, title: Both, what: W., entries: [quick, calm]}
  - {id: b, date: 2026-01-02, title: One, what: W., entries: [quick]}
  - {id: c, date: 2026-01-03, title: None, what: W.}
""",
}


def _reading(root: Path) -> Reading:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return pipeline.connected(project)


def test_links_pages_changes_and_redirects_know_only_what_is_shown(playbook: Playbook) -> None:
    reading = select(_reading(playbook(FILES)), is_published)

    assert set(reading.graph.entries) == {"slow", "calm"}
    assert reading.graph.entries["slow"].entry.meaning == "As in Quick."  # type: ignore[attr-defined]
    assert [edge.target for edges in reading.graph.outgoing.values() for edge in edges] == []
    assert reading.graph.aliases == {}
    assert reading.graph.moved == {"terms/quiet/": "terms/calm/"}
    assert reading.pages[0].sections[0].text == "Not in haste, as in [[calm]]."
    assert [(change.id, change.entries) for change in reading.changes.written] == [("a", ("calm",)), ("c", ())]


def test_snippets_lose_their_links_in_each_text_that_contains_them(playbook: Playbook) -> None:
    files = FILES | {
        "content/snippets/haste.md": "Not [[quick|in haste]] at {place}.\n",
        "content/terms/slow.yml": TERM.format(title="Slow in {place}", meaning='"{haste}"'),
        "content/pages/about.md": "# About\n\nA lead.\n\n## How\n\n{haste}\n",
        "site_config.yml": f"{CONFIG}variables:\n  place: Bath\n",
    }
    reading = select(_reading(playbook(files)), is_published)

    assert reading.graph.entries["slow"].entry.title == "Slow in Bath"
    assert reading.graph.entries["slow"].entry.meaning == "Not in haste at Bath."  # type: ignore[attr-defined]
    assert reading.pages[0].sections[0].text == "Not in haste at Bath."


def test_what_cannot_be_without_a_draft_is_left_out_with_it(playbook: Playbook) -> None:
    files = {
        "content/worksheets/gone.yml": SHEET,
        "content/bingo/with-it.yml": BINGO,
        "content/terms/slow.yml": TERM.format(title="Slow", meaning="As in [[with-it|a game]]."),
    }
    reading = select(_reading(playbook(files)), is_published)

    assert set(reading.graph.entries) == {"slow"}
    assert reading.graph.entries["slow"].entry.meaning == "As in a game."  # type: ignore[attr-defined]


def test_files_that_only_a_draft_shows_are_left_out(playbook: Playbook) -> None:
    files = {f"content/files/{name}.txt": "Name and date" for name in ("of-draft", "of-both", "of-nobody")}
    both, one = "See [b](files/of-both.txt).", "See [a](files/of-draft.txt), [b](files/of-both.txt)."
    texts = {
        "content/terms/quick.yml": TERM.format(title="Quick", meaning=one),
        "content/terms/calm.yml": TERM.format(title="Calm", meaning=both),
    }
    texts["content/terms/quick.yml"] += "draft: true\n"
    reading = select(_reading(playbook({**files, **texts})), is_published)
    found = sorted(file.address for file in reading.graph.files.values())
    assert found == ["files/of-both.txt", "files/of-nobody.txt"]


def test_files_that_only_another_page_or_a_snippet_of_a_draft_shows_are_left_out(playbook: Playbook) -> None:
    files = {f"content/files/{name}.txt": "Name and date" for name in ("of-draft", "of-page", "of-both")}
    page = "# A page\n\nA lead.\n\n## What\n\n[a](files/of-both.txt)"
    texts = {
        "content/snippets/form.md": "See [a](files/of-draft.txt).\n",
        "content/terms/quick.yml": TERM.format(title="Quick", meaning='"{form}"') + "draft: true\n",
        "content/terms/calm.yml": TERM.format(title="Calm", meaning="So."),
        "content/pages/one.md": f"{page}\n",
        "content/pages/two.md": f"{page}, [b](files/of-page.txt)\n",
    }
    everything = _reading(playbook({**files, **texts}))
    reading = select(everything, is_published, {"one"})
    assert [file.address for file in reading.graph.files.values()] == ["files/of-both.txt"]

    named = {name: replace(file, named=True) for name, file in everything.graph.files.items()}
    everything = replace(everything, graph=replace(everything.graph, files=named))
    assert len(select(everything, is_published, {"one"}).graph.files) == 3


LIFE = "owner: desk\nreviewed: 2026-01-01\nreview_by: 2027-01-01\n"
TWICE = {
    "site_config.yml": f"{CONFIG}owners: {{desk: {{name: The desk}}}}\nvariables: {{place: Bath}}\n",
    "content/snippets/haste.md": "Not [[quick|in haste]], as in [[calm]] at {place}.\n",
    "content/terms/slow.yml": TERM.format(title="Slow", meaning='"{haste} See [[brisk]]."') + LIFE,
    "content/terms/brisk.yml": TERM.format(title="Brisk", meaning="As in [[quick]]."),
    "content/practices/walk.yml": """\
title: Walk
summary: S.
level: personal
do: Walk.
steps: [Go.]
why: W.
badly: B.
this_week: T.
not_when: N.
origin: own
links:
  goes_with:
    - {to: hurry, why: Of a draft.}
    - {to: rest, why: Of the site.}
    - {to: stand, why: Of another site.}
""",
    "content/pages/about.md": "# About\n\nA lead.\n\n## How\n\n{haste} See [[brisk]].\n",
    "content/pages/more.md": "# More\n\nA lead.\n\n## How\n\nMore.\n",
}
for _name, _life in (("hurry", "draft: true\n"), ("rest", ""), ("stand", "")):
    _links = TWICE["content/practices/walk.yml"].partition("links:")[0]
    TWICE[f"content/practices/{_name}.yml"] = f"{_links.replace('Walk', _name.title())}{_life}"


def test_what_is_left_out_in_two_steps_stays_out_in_either_order(playbook: Playbook) -> None:
    everything = _reading(playbook({**FILES, **TWICE}))
    assert everything.diagnostics == ()

    def on_site(located: Located) -> bool:
        return located.id not in {"calm", "stand"}

    at_once = for_readers(select(everything, lambda one: is_published(one) and on_site(one), {"about"}))
    drafts_first = for_readers(select(select(everything, is_published), on_site, {"about"}))
    site_first = select(for_readers(select(everything, on_site, {"about"})), is_published)

    slow, walk = at_once.graph.entries["slow"].entry, at_once.graph.entries["walk"].entry
    assert slow.meaning == "Not in haste, as in Calm at Bath. See [[brisk]]."  # type: ignore[attr-defined]
    assert [link.to for link in walk.links["goes_with"]] == ["rest"]
    assert (slow.owner, slow.reviewed, slow.review_by) == (None, None, None)
    assert [page.slug for page in at_once.pages] == ["about"]
    assert at_once.pages[0].sections[0].text == "Not in haste, as in Calm at Bath. See [[brisk]]."
    for made in (drafts_first, site_first):
        assert made.graph.entries == at_once.graph.entries  # also what each lacks, by which pages are kept
        assert made.graph.outgoing == at_once.graph.outgoing
        assert (made.pages, made.changes, made.old_places) == (at_once.pages, at_once.changes, at_once.old_places)


def test_where_everything_is_shown_nothing_is_made_anew(playbook: Playbook) -> None:
    reading = _reading(playbook(FILES))
    assert select(reading, lambda _: True) is reading


def test_what_is_left_out_one_after_the_other_is_left_out_together(playbook: Playbook) -> None:
    files = {
        **FILES,
        "content/terms/slow.yml": TERM.format(title="Slow", meaning="As in [[quick]] and [[calm]].")
        + "owner: sales\nreviewed: 2026-01-01\n",
        "site_config.yml": f"{CONFIG}owners:\n  sales: {{name: Sales}}\n",
    }
    reading = _reading(playbook(files))
    drafts_first = select(select(reading, is_published), lambda located: located.id != "calm", slugs=())
    site_first = select(select(reading, lambda located: located.id != "calm", slugs=()), is_published)
    assert drafts_first.graph.entries["slow"].entry.meaning == "As in Quick and Calm."  # type: ignore[attr-defined]
    assert drafts_first == site_first


def test_what_is_not_for_readers_stays_left_out(playbook: Playbook) -> None:
    files = {
        **FILES,
        "content/terms/slow.yml": TERM.format(title="Slow", meaning="As in [[quick]].") + "reviewed: 2026-01-01\n",
    }
    found = select(for_readers(_reading(playbook(files))), is_published)
    assert found.graph.entries["slow"].entry.reviewed is None
    assert found.graph.entries["slow"].entry.meaning == "As in Quick."  # type: ignore[attr-defined]
