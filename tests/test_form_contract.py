"""What forms lack of a new model is said with its file and its place there."""

from __future__ import annotations

from typing import Literal

from generator.kinds.worksheet_blocks.block import Block
from generator.model.entry import Part
from generator.model.values import Text
from tests.form_contract import missing


class _Verse(Part):
    text: Text
    """What is sung."""
    tempo: Literal["brisk", "very-slow"]
    """How fast."""


class _SongBlock(Block):
    type: Literal["song"]
    """`song`."""
    verses: tuple[_Verse, ...]
    """What is sung, in order."""
    chorus: tuple[_Verse, ...] = ()
    """What is sung between them."""


NEEDED = """\
generator/language/de.yml: `song:` under `part_types:`, what forms call this type
generator/language/en.yml: `song:` under `part_types:`, what forms call this type
generator/language/help/de.yml: `type:` under `song_block:`, what it is for
generator/language/de.yml: `verses:` under `fields_of: song_block:`, what forms call it; in all models, under `fields:`
generator/language/de.yml: `verses:` under `one_of:`, one item of the list, for the button that adds one
generator/language/en.yml: `verses:` under `fields_of: song_block:`, what forms call it; in all models, under `fields:`
generator/language/en.yml: `verses:` under `one_of:`, one item of the list, for the button that adds one
generator/language/help/de.yml: `verses:` under `song_block:`, what it is for
generator/language/help/de.yml: `text:` under `verse:`, what it is for
generator/language/de.yml: `tempo:` under `fields_of: verse:`, what forms call it; in all models, under `fields:`
generator/language/de.yml: `brisk:` under `choice_of: tempo:`, what forms call this value
generator/language/de.yml: `very_slow:` under `choice_of: tempo:`, what forms call this value
generator/language/en.yml: `tempo:` under `fields_of: verse:`, what forms call it; in all models, under `fields:`
generator/language/en.yml: `brisk:` under `choice_of: tempo:`, what forms call this value
generator/language/en.yml: `very_slow:` under `choice_of: tempo:`, what forms call this value
generator/language/help/de.yml: `tempo:` under `verse:`, what it is for
"""


def test_everything_that_is_missing_is_said_once() -> None:
    own = {"type", "verses"}
    assert "".join(f"{line}\n" for line in missing(_SongBlock, own)) == NEEDED
    found = [line for line in missing(_SongBlock) if "chorus" not in line]
    assert "".join(f"{line}\n" for line in found) == NEEDED


def test_what_has_its_words_lacks_nothing() -> None:
    assert [*missing(Block)] == []
