"""The files of words agree with each other and with what uses them, and no words of the interface stand elsewhere."""

from __future__ import annotations

import pytest
from babel import Locale

from generator.config.languages import misfits
from generator.language.language import Language, supplied, supplied_words
from generator.language.words import Words
from generator.reading.document import read_document
from tests.language.interface import ALL, names, texts_in_python, texts_in_templates, used_in_python, used_in_templates

TEMPLATES_MAY_SAY = frozenset(("Letter",))  # a size of paper

PYTHON_MAY_SAY = frozenset(
    (
        *("Program", "Worked", "Passage", "Record"),  # names that a package exports
        *("Quotation", "Article"),  # types of schema.org
        "Letter",  # a size of paper
        "Making PDFs, ",  # progress
        "Method",  # a name that a package exports
        "add two bands or more",  # a message for maintainers
    )
)


@pytest.mark.parametrize("tag", supplied())
def test_a_language_has_the_words_of_english_with_their_places_and_forms(tag: str) -> None:
    path = supplied()[tag]
    document, problems = read_document(path, path.parent, path.name)
    assert document is not None
    assert [problem.message for problem in (*problems, *misfits(document, tag, complete=True))] == []
    assert list(names(supplied_words(tag))) == list(names(supplied_words("en"))), "the order is that of English"


@pytest.mark.parametrize("tag", supplied())
def test_numbers_are_written_as_the_unicode_cldr_has_them(tag: str) -> None:
    numerals = Language(tag, Words(supplied_words(tag), tag)).numerals
    symbols = Locale.parse(tag).number_symbols["latn"]
    assert (numerals.decimal, numerals.thousands) == (symbols["decimal"], symbols["group"])


@pytest.mark.parametrize("tag", supplied())
def test_a_relation_reads_the_same_from_both_sides_where_it_does_in_english(tag: str) -> None:
    english, ours = (Words(supplied_words(name), name).relations for name in ("en", tag))
    symmetric = [name for name in english if english[name].label == english[name].inverse]
    assert [name for name in ours if ours[name].label == ours[name].inverse] == symmetric


def test_every_word_that_is_used_is_there() -> None:
    uses = [*used_in_templates(), *used_in_python()]
    known = {name[:at] for name in ALL for at in (*(i for i, c in enumerate(name) if c == "."), len(name))}
    assert [f"{place}: words.{chain}" for place, chain in uses if chain not in known] == []


def test_words_of_the_interface_stand_in_the_files_of_words_only() -> None:
    in_templates = [f"{path}: {text}" for path, text in texts_in_templates() if text not in TEMPLATES_MAY_SAY]
    in_python = [f"{path}: {text}" for path, text in texts_in_python() if text not in PYTHON_MAY_SAY]
    assert in_templates + in_python == []
