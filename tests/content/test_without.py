"""An entry without those of its references that lead to what is not published."""

from __future__ import annotations

from generator.content.located import Located
from generator.content.without import Loss, in_words, without
from tests.checks.small_playbook import graph_of, with_changes

PRACTICE = """\
title: Wait
do: Wait, as in [[mineral-rights]] and [[no-hurry-quote|the quotation]].
moments: [before-meeting]
sources:
  - {source: sales-course, where: Page 5}
links:
  goes_with:
    - mineral-rights
    - {to: slow-down, why: 'As in [[mineral-rights]].'}
"""
BINGO = """\
title: Wait
summary: S.
minutes: 1
sheet: meeting-sheet
purpose: P.
rules: ['Tick, as in [[mineral-rights]].']
seeds: S.
spoils: N.
"""


def _entry(text: str, kind: str = "practices") -> Located:
    return graph_of(with_changes({f"content/{kind}/wait.yml": text})).entries["wait"]


def test_an_entry_that_refers_to_nothing_hidden_is_the_same_object() -> None:
    located = _entry(PRACTICE)
    assert without(located, {"another": "Another"}) == (located, ())
    assert without(located, {"another": "Another"})[0] is located


def test_links_go_and_mentions_become_words_or_titles() -> None:
    found, lost = without(_entry(PRACTICE), {"mineral-rights": "Mineral *rights*", "no-hurry-quote": "Q"})

    assert found is not None
    assert found.entry.do == "Wait, as in Mineral *rights* and the quotation."  # type: ignore[attr-defined]
    assert [(link.to, link.why) for link in found.entry.links["goes_with"]] == [
        ("slow-down", "As in Mineral *rights*.")
    ]
    assert sorted((one.place.line, one.target, one.loss) for one in lost) == [
        (2, "mineral-rights", Loss.WORDS),
        (2, "no-hurry-quote", Loss.WORDS),
        (8, "mineral-rights", Loss.LINK),
        (9, "mineral-rights", Loss.WORDS),
    ]


def test_what_cannot_be_without_its_reference_goes_with_it_and_a_list_that_is_then_empty() -> None:
    found, lost = without(_entry(PRACTICE), {"sales-course": "S", "before-meeting": "B"})

    assert found is not None
    assert (found.entry.sources, found.entry.moments) == ((), ())
    assert [(one.target, one.loss) for one in lost] == [("sales-course", Loss.ITEM), ("before-meeting", Loss.LINK)]


def test_a_part_that_is_written_as_its_only_value_keeps_its_form() -> None:
    found, _ = without(_entry(BINGO, "bingo"), {"mineral-rights": "Mineral rights"})

    assert found is not None
    assert [step.do for step in found.entry.rules] == ["Tick, as in Mineral rights."]  # type: ignore[attr-defined]


def test_an_entry_that_cannot_be_without_the_reference_is_none() -> None:
    found, (lost,) = without(_entry(BINGO, "bingo"), {"meeting-sheet": "Sheet"})

    assert (found, lost.loss, lost.place.line) == (None, Loss.ENTRY, 4)


def test_what_an_entry_lacks_tells_it_from_the_whole_one_and_depends_on_titles() -> None:
    variants = [
        without(_entry(PRACTICE), hidden)[0] for hidden in ({}, {"mineral-rights": "A"}, {"mineral-rights": "B"})
    ]
    assert len({variant.lacks for variant in variants if variant}) == 3


def test_other_mentions_stay() -> None:
    assert in_words("[[a]] [[b|c d]] [[e]]", {"b": "B", "e": "E"}) == "[[a]] c d E"
