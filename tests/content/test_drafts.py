"""A draft with errors stops nothing: it is left out, and what is wrong with it are warnings."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import pipeline
from generator.commands.serve import Builder
from generator.config.project import read_config
from generator.diagnostics.diagnostic import Severity
from generator.editing.remove import objection as objection_to_removing
from generator.editing.rename import objection as objection_to_renaming
from generator.pipeline import Outcome, Reading
from generator.publishing.preview_server import BuildResult
from tests.conftest import Playbook

SUM = (
    (Path(__file__).parents[1] / "playbook/content/calculators/win-ratio-sum.yml")
    .read_text("utf-8")
    .partition("links:")[0]
)
TERM = "title: {title}\nsummary: S.\nmeaning: {meaning}\norigin: own\n"
SLOW = {"content/terms/slow.yml": TERM.format(title="Slow", meaning="As in [[quick]] and [[calm]].")}
CALM = {"content/terms/calm.yml": TERM.format(title="Calm", meaning="M.")}
SHARED = """\
hurry: {title: Hurry, summary: S., author: A, year: "1999", describes: D., gives: [haste]}
quick:
  title: Quick
  draft: true
  no_field: x
rest: {title: Rest, summary: S., author: A, year: "1999", describes: "D [[gone]].", gives: [time]}
"""
UNSOUND = {
    "an unknown reference": TERM.format(title="Quick", meaning="As in [[gone]].") + "draft: true\n",
    "an error that a rule finds": TERM.format(title="Quick", meaning="A ![picture](x).") + "draft: true\n",
    "a missing field": "title: Quick\ndraft: true\n",
    "no title": "summary: S.\ndraft: true\n",
    "a wrong value": TERM.format(title="Quick", meaning="M.") + "draft: true\nminutes: soon\n",
    "another kind": SHARED.splitlines()[0].replace("hurry: {", "{draft: 'true', "),
    "the id of another": TERM.format(title="A first one", meaning="M.") + "draft: true\naliases: [calm]\n",
}


def _read(root: Path) -> Reading:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return pipeline.read(project)


def _outcome(root: Path) -> Outcome:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return pipeline.outcome(project, pipeline.read(project))


def _all_pages(preview: BuildResult) -> bytes:
    """The contents of all files of a preview, which are made when they are asked for."""
    assert preview.files is not None, preview.report
    return b"".join(file.content for file in preview.files.values())


@pytest.mark.parametrize("what", UNSOUND)
def test_a_build_leaves_it_out_and_a_preview_is_made(what: str, playbook: Playbook) -> None:
    root = playbook({**SLOW, **CALM, "content/terms/quick.yml": UNSOUND[what]})

    made = _outcome(root)

    assert made.site is not None, made.diagnostics
    assert not made.stopped
    about = [one for one in made.diagnostics if one.span.file == "content/terms/quick.yml"]
    assert {one.severity for one in about} == {Severity.WARNING}
    assert any("a draft, so it stops no build" in said for one in about for _, said in one.related)
    page = next(page for page in made.site.pages if page.url == "terms/slow/")
    assert 'href="../../terms/calm/"' in page.body
    assert "terms/quick" not in "".join(page.body for page in made.site.pages)

    assert _all_pages(Builder(root / "site_config.yml").build())


def test_a_page_that_cannot_be_made_is_left_out_of_the_preview(playbook: Playbook) -> None:
    broken = SUM.replace("100 * won / proposals", "100 * won / nothing") + "draft: true\n"
    root = playbook({**CALM, "content/calculators/odds.yml": broken})

    assert not _outcome(root).stopped
    builder = Builder(root / "site_config.yml")
    assert b"Calm" in _all_pages(builder.build())


def test_only_the_draft_in_a_file_of_several_is_spared(playbook: Playbook) -> None:
    found = _read(playbook({**CALM, "content/sources.yml": SHARED})).diagnostics
    said = sorted(
        (one.span.line, one.code.name, one.severity) for one in found if one.span.file.endswith("sources.yml")
    )
    errors = [(line, code) for line, code, severity in said if severity is Severity.ERROR]
    assert errors == [(6, "unknown-reference")]
    assert (5, "unknown-field", Severity.WARNING) in said


def test_a_published_entry_keeps_its_id_and_its_old_address(playbook: Playbook) -> None:
    draft = TERM.format(title="A first one", meaning="M.") + "draft: true\n"
    files = {
        **CALM,
        "content/terms/slow.yml": TERM.format(title="Slow", meaning="M.") + "aliases: [quick]\n",
        "content/terms/quick.yml": draft,
        "content/sources.yml": SHARED.splitlines()[0].replace("hurry: {title: Hurry", "calm: {title: A, draft: 'true'")
        + "\n",
    }
    made = _outcome(playbook(files))

    assert not made.stopped
    assert made.reading.graph.aliases == {"quick": "slow"}
    assert made.reading.graph.entries["calm"].kind.name == "term"
    found = {one.span.file: one for one in made.diagnostics if one.code.name in ("duplicate-id", "alias-taken")}
    assert found.keys() == {"content/terms/quick.yml", "content/sources.yml"}
    assert {one.severity for one in found.values()} == {Severity.WARNING}


def test_what_needs_it_still_has_to_wait(playbook: Playbook) -> None:
    bingo = "title: B\nsummary: S.\nminutes: 1\nsheet: gone\npurpose: P.\nrules: [Tick.]\nseeds: S.\nspoils: N.\n"
    files = {"content/worksheets/gone.yml": "title: Gone\ndraft: true\n", "content/bingo/with-it.yml": bingo}
    errors = [one for one in _read(playbook(files)).diagnostics if one.severity is Severity.ERROR]
    assert [one.code.name for one in errors] == ["needs-a-draft"]


def test_its_address_stays_promised(playbook: Playbook) -> None:
    files = {**CALM, "content/terms/quick.yml": "title: Quick\ndraft: true\n", "addresses.txt": "terms/quick/\n"}
    (lost,) = (one for one in _outcome(playbook(files)).diagnostics if one.severity is Severity.ERROR)
    assert lost.code.name == "lost-address"
    assert lost.hint is not None
    assert lost.hint.startswith("it is a draft now: remove `draft: true` in content/terms/quick.yml; ")


def test_it_is_not_renamed_or_removed_before_it_fits_its_kind(playbook: Playbook) -> None:
    reading = _read(playbook({**CALM, "content/terms/quick.yml": "title: Quick\ndraft: true\n"}))
    said = (
        "the draft `quick` does not fit its kind yet: correct what `playbook check content/terms/quick.yml` finds first"
    )
    assert objection_to_renaming(reading, "quick", "fast") == said
    assert objection_to_removing(reading, "quick", "calm") == said
    taken = "the id `quick` is already used by another entry (content/terms/quick.yml)"
    assert objection_to_renaming(reading, "calm", "quick") == taken
