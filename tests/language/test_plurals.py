"""Plural forms, as the Unicode CLDR has them."""

from __future__ import annotations

import pytest

from generator.language.plurals import category, needed


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en-GB", {1: "one", 0: "other", 2: "other", 101: "other"}),
        ("de", {1: "one", 2: "other"}),
        ("fr", {0: "one", 1: "one", 2: "other"}),
        ("pl", {1: "one", 3: "few", 5: "many", 22: "few"}),
        ("sr-Latn-RS", {1: "one", 2: "few", 5: "other", 21: "one"}),
        ("ar", {0: "zero", 1: "one", 2: "two", 3: "few", 11: "many", 100: "other"}),
        ("zh-Hant", {1: "other", 7: "other"}),
        ("xx", {1: "one", 2: "other"}),
        ("xx-Latn-419", {1: "one", 2: "other"}),
    ],
)
def test_the_form_that_goes_with_a_number(tag: str, forms: dict[int, str]) -> None:
    assert {number: category(tag, number) for number in forms} == forms


def test_the_forms_that_a_language_needs() -> None:
    assert needed("de-AT") == {"one", "other"}
    assert needed("ja") == {"other"}
    assert needed("pl") == {"one", "few", "many", "other"}
