"""Tags of languages: their shape, their direction, and the nearest of those that there are."""

from __future__ import annotations

import re

import pytest

from generator.language.tags import TAG, is_right_to_left, nearest


@pytest.mark.parametrize("tag", ["en", "en-GB", "zh-Hant", "zh-Hant-TW", "sr-Latn", "es-419", "yue", "haw-US"])
def test_a_tag_has_a_language_perhaps_a_script_perhaps_a_region(tag: str) -> None:
    assert re.search(TAG, tag)


@pytest.mark.parametrize("tag", ["", "e", "english", "EN", "en_GB", "en-gb", "zh-hant", "es-41", "en-GB-Latn", "x-own"])
def test_what_is_no_tag(tag: str) -> None:
    assert not re.search(TAG, tag)


@pytest.mark.parametrize("tag", ["ar", "ar-EG", "he", "fa-IR", "ur", "yi", "az-Arab", "pa-Arab-PK", "ku-Arab", "ckb"])
def test_languages_that_are_written_from_right_to_left(tag: str) -> None:
    assert is_right_to_left(tag)


@pytest.mark.parametrize("tag", ["en", "de-AT", "zh-Hant", "sr-Latn", "es-419", "az", "pa", "ar-Latn", "ur-Latn-IN"])
def test_languages_that_are_not(tag: str) -> None:
    assert not is_right_to_left(tag)


def test_the_longest_beginning_that_is_known_counts() -> None:
    known = ("sr", "sr-Latn", "de")
    assert [nearest(tag, known) for tag in ("sr-Latn-RS", "sr-Cyrl", "de-AT", "fr")] == ["sr-Latn", "sr", "de", None]
