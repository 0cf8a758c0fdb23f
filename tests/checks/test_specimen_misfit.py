from __future__ import annotations

import pytest

from generator.checks import specimen_misfit
from tests.checks.every_block import BLOCKS
from tests.checks.small_playbook import report_of


def said_of(blocks: str) -> list[str]:
    """What the rule says to a specimen with these blocks: each message with its hint, then where it stands."""
    text = f"{BLOCKS}specimen:\n  by: Ann\n  blocks:\n{blocks}"
    report = report_of(specimen_misfit.RULE, {"content/worksheets/meeting-sheet.yml": text})
    lines = report.splitlines()
    return [
        line.split("] ", 1)[-1].split("specimen-misfit]: ")[-1].strip()
        for line in lines
        if "misfit" in line or "hint" in line
    ]


def test_a_sheet_without_a_specimen_and_one_that_fits_are_left_alone() -> None:
    assert report_of(specimen_misfit.RULE) == ""
    assert (
        said_of("""\
    question: Who decides?
    who: {name: Maya}
    parts: {close: {leads: Ann, sure: true, when: before}, row-1: {part: Lunch}}
    said: {price-based: {words: "Cheaper, he says"}}
    one: {until: May}
    items: [one-question]
    map: {left: "Two\\nlines"}
    sides: {us: Late, them: Cross}
    trust: {now: 4}
    card: [s2, s4]
""")
        == []
    )


@pytest.mark.parametrize(
    ("blocks", "message", "hint"),
    [
        ("    quetsion: Who?", "this sheet has no block `quetsion`", "did you mean `question`?"),
        ("    question: [Who]", "the block `question` takes one text", "write a text"),
        ("    question: ''", "it is empty", "write a text, or leave it out"),
        ("    who: Maya", "the block `who` takes more than one text", "write each under the id of its blank"),
        ("    who: {nmae: Maya}", "`nmae` is not a blank that is filled in here", "did you mean `name`?"),
        ("    parts: {clsoe: {leads: Ann}}", "`clsoe` is not a row that is filled in here", "did you mean `close`?"),
        ("    parts: {close: Ann}", "`close` takes more than one text", "write each under the id of its column"),
        (
            "    parts: {close: {part: Ann}}",
            "`part` is not a column that is filled in here",
            "known here: `leads`, `sure` and `when`",
        ),
        ("    parts: {close: {sure: yes}}", "`yes` is not a tick", "write `true`, or leave it out if it is not ticked"),
        ("    parts: {close: {when: during}}", "`during` is not offered here", "offered: `before` and `after`"),
        ("    parts: {close: {leads: {a: b}}}", "`leads` takes one text", "write a text"),
        ("    one: [first, until]", "only one may be ticked in `one`", "keep one of them"),
        (
            "    one: first",
            "the block `one` takes a list",
            "write the id of each option that is ticked: `[one, other]`",
        ),
        (
            "    one: [{until: May}]",
            "a list in `one` holds what is ticked",
            "write its id; an option with words behind it stands as `id: words`",
        ),
        (
            "    items: [xone-question]",
            "`xone-question` is not an option that is filled in here",
            "did you mean `one-question`?",
        ),
        ("    trust: {now: 6}", "`6` is not offered here", "offered: `1`, `2`, `3`, `4` and `5`"),
        ("    read: Yes", "nothing is written into the block `read`", "leave it out"),
        ("    card: [s5]", "`s5` is not a square that is filled in here", "known here: `s1`, `s2`, `s3` and `s4`"),
    ],
)
def test_what_does_not_fit_is_named_with_the_correction(blocks: str, message: str, hint: str) -> None:
    found = said_of(blocks + "\n")
    assert len(found) == 2
    assert found[0].endswith(message)
    assert found[1].removeprefix("hint: ").startswith(hint)


def test_the_place_is_that_of_the_wrong_name_or_value() -> None:
    text = f"{BLOCKS}specimen:\n  by: Ann\n  blocks:\n    parts: {{close: {{leeds: Ann, sure: maybe}}}}\n"
    places = [
        line.rsplit("|")[-1]
        for line in report_of(specimen_misfit.RULE, {"content/worksheets/meeting-sheet.yml": text}).splitlines()
        if "^" in line
    ]
    assert [len(place.strip()) for place in places] == [len("leeds"), len("maybe")]


def test_a_sheet_that_cannot_be_printed_is_left_to_other_rules() -> None:
    text = (
        "blocks:\n  - {type: ticks, id: items, label: Done, items_of: nowhere}\n"
        "specimen: {by: Ann, blocks: {items: [one]}}\n"
    )
    assert report_of(specimen_misfit.RULE, {"content/worksheets/meeting-sheet.yml": text}) == ""
