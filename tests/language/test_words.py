"""Words as templates and Python take them."""

from __future__ import annotations

import pickle

import pytest
from jinja2 import Environment, StrictUndefined, UndefinedError
from markupsafe import Markup

from generator.language.words import Words, has_forms, places

WORDS = Words(
    {
        "search": {
            "title": "Search",
            "more": "Show {n} more of <{what}>",
            "found": {"one": "One page for {text}.", "other": "{n} pages for {text}."},
        },
        "kinds": {"belief-pair": {"label": "Belief pair"}},
    },
    "en",
)


def test_a_text_without_places_is_the_text() -> None:
    assert WORDS.search.title == "Search"
    assert WORDS.kinds["belief-pair"].label == "Belief pair"


def test_a_text_with_places_is_called_with_their_values() -> None:
    assert WORDS.search.more(n=5, what="a & b") == "Show 5 more of <a & b>"


@pytest.mark.parametrize("values", [{}, {"n": 1}, {"n": 1, "what": "", "other": ""}])
def test_a_value_that_is_missing_or_unknown_is_a_fault(values: dict[str, object]) -> None:
    with pytest.raises(TypeError, match="takes"):
        WORDS.search.more(**values)


def test_a_text_that_depends_on_a_number_takes_the_form_of_the_language() -> None:
    assert [WORDS.search.found(n, text="x") for n in (0, 1, 2)] == [
        "0 pages for x.",
        "One page for x.",
        "2 pages for x.",
    ]


def test_with_a_value_that_is_html_the_text_is_html_and_all_else_is_escaped() -> None:
    said = WORDS.search.more(n=Markup("<b>5</b>"), what="a & b")
    assert isinstance(said, Markup)
    assert said == "Show <b>5</b> more of &lt;a &amp; b&gt;"


def test_a_value_that_looks_like_a_place_stays_as_it_is() -> None:
    assert WORDS.search.more(n="{what}", what="x") == "Show {what} more of <x>"


def test_a_word_that_there_is_not_is_a_fault_in_python_and_in_templates() -> None:
    templates = Environment(undefined=StrictUndefined)
    with pytest.raises(AttributeError, match="there is no word `titel` in en"):
        _ = WORDS.search.titel
    with pytest.raises(UndefinedError):
        templates.from_string("{{ words.search.titel }}").render(words=WORDS)


@pytest.mark.parametrize("template", ["{{ words.search.more }}", "{{ words.search.found }}"])
def test_a_text_whose_values_were_forgotten_is_a_fault(template: str) -> None:
    with pytest.raises(TypeError, match="needs"):
        Environment(autoescape=True).from_string(template).render(words=WORDS)


def test_words_travel_to_other_processes() -> None:
    assert pickle.loads(pickle.dumps(WORDS)) == WORDS


def test_places_and_forms_are_told_from_groups() -> None:
    assert places("a {b} {c_d} {1} {}") == {"b", "c_d"}
    assert has_forms({"one": "", "other": ""})
    assert not has_forms({"one": "", "more": ""})
    assert not has_forms({"one": ""})
    assert not has_forms("other")
