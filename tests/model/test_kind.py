"""What messages call kinds, in a playbook of any language."""

from __future__ import annotations

import pytest

from generator.kinds import BUILT_IN
from generator.language.language import Language, english, supplied, supplied_words
from generator.language.words import Words


@pytest.mark.parametrize("tag", supplied())
def test_messages_call_kinds_by_their_english_names(tag: str) -> None:
    spoken = BUILT_IN.spoken(Language(tag, Words(supplied_words(tag), tag)))
    words = english().words.kinds
    assert [(kind.noun, kind.nouns) for kind in spoken] == [
        (words[kind.name].label.lower(), words[kind.name].label_plural.lower()) for kind in BUILT_IN
    ]


def test_a_kind_that_an_english_playbook_renames_is_called_so() -> None:
    renamed = {**supplied_words("en"), "kinds": {**supplied_words("en")["kinds"]}}
    renamed["kinds"]["practice"] = {**renamed["kinds"]["practice"], "label": "Habit", "label_plural": "Habits"}
    practice = BUILT_IN.by_name["practice"].spoken(Language("en-GB", Words(renamed, "en")))
    assert (practice.noun, practice.nouns) == ("habit", "habits")
