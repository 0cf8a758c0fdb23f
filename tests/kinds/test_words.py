"""A playbook's own words for the built-in kinds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.kinds import BUILT_IN
from generator.kinds.lesson import Lesson
from generator.kinds.words import KindWords, worded

LESSON = Lesson.model_validate(
    {
        "title": "Go slow",
        "summary": "Slow is fast.",
        "origin": "own",
        "number": "3",
        "idea": "I.",
        "misleads": "M.",
        "steps": [{"do": "Wait."}],
        "example": "E.",
        "works_when": ["They talk."],
    }
)


def test_without_words_the_kinds_are_as_they_were() -> None:
    assert worded(BUILT_IN, {}) is BUILT_IN


def test_what_is_said_replaces_the_words_and_nothing_else() -> None:
    words = KindWords(about="The seven.", numbered="{number} of the seven")
    kinds = worded(BUILT_IN, {"lessons": words})
    lesson, before = kinds.by_name["lesson"], BUILT_IN.by_name["lesson"]

    assert (lesson.about, lesson.badge(LESSON)) == ("The seven.", "3 of the seven")
    assert (lesson.label, lesson.label_plural, lesson.groups) == (before.label, before.label_plural, before.groups)
    assert before.badge(LESSON) == "Lesson 3"
    assert [kind for kind in kinds if kind is not lesson] == [kind for kind in BUILT_IN if kind is not before]


def test_groups_keep_their_order() -> None:
    tells = worded(BUILT_IN, {"tells": KindWords(groups={"team": "Among us", "core": "The ten"})}).by_name["tell"]

    assert list(tells.groups) == list(BUILT_IN.by_name["tell"].groups)
    assert (tells.groups["core"], tells.groups["team"]) == ("The ten", "Among us")


@given(st.sampled_from([kind.plural for kind in BUILT_IN]), st.text(min_size=1))
def test_words_never_change_what_a_kind_is(plural: str, text: str) -> None:
    before = BUILT_IN.by_plural[plural]
    found = worded(BUILT_IN, {plural: KindWords.model_construct(label=text, groups=dict.fromkeys(before.groups, text))})
    now = found.by_plural[plural]

    assert [kind.name for kind in found] == [kind.name for kind in BUILT_IN]
    assert (now.name, now.model, now.relations, now.facets) == (
        before.name,
        before.model,
        before.relations,
        before.facets,
    )
    assert now.label == text
