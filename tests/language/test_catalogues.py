"""The files of words agree with each other and with what uses them, and no words of the interface stand elsewhere."""

from __future__ import annotations

import json
import re

import pytest
from babel import Locale

from generator.config.languages import misfits
from generator.kinds import BUILT_IN
from generator.language.language import ENGLISH, Language, supplied, supplied_words
from generator.language.words import Words
from generator.model.facets import facets_named
from generator.reading.document import read_document
from tests.language.interface import (
    ALL,
    names,
    texts_in_python,
    texts_in_scripts,
    texts_in_styles,
    texts_in_templates,
    texts_of_script,
    used_in_python,
    used_in_scripts,
    used_in_templates,
)

TEMPLATES_MAY_SAY = frozenset(("Letter",))  # a size of paper

PYTHON_MAY_SAY = frozenset(
    (
        *("Program", "Worked", "Passage", "Record"),  # names that a package exports
        *("Quotation", "Article"),  # types of schema.org
        *("Letter", "Poker"),  # sizes of paper and of cards
        "Making PDFs, ",  # progress
        "Method",  # a name that a package exports
        *("/* Where used", "{# shows entries #}"),  # what files of a theme say of themselves
        *("add two bands or more", "a tendency is counted over items, not over dimensions"),  # messages for maintainers
        *("export const ", '"use strict";\n'),  # JavaScript
        *("there is no template `", "there is no template ``", "a template"),  # faults of templates
        *("there is no ", "there is no  ``", "` has no `", "`` has no ``", "did you mean `", "did you mean ``?"),
        *(  # messages for those who write scripts
            "it is no JavaScript that can be read",
            "it exports a whole module under a name",
            "it imports something whose name is not written there",
            "it imports ",
            ", which is no file of the site",
            "it waits outside of a function",
        ),
        *(
            "Count",
            "Dest",
            "Dests",
            "Fields",
            "First",
            "Font",
            "Kids",
            "Lang",
            "Last",
            "Metadata",
            "Names",
            "Opt",
            "Rect",
        ),  # keys of PDF
        *("Next", "Nums", "Outlines", "Parent", "Prev", "Resources", "Title", "Type", "/Page", "/Annot"),  # keys of PDF
        "pack variant-",  # classes of a document
        *("of the frame", "of the theme\x00"),  # what keys of caches begin with
    )
)

SCRIPTS_MAY_SAY = frozenset(
    (
        *("Backspace", "Escape", "Enter", "Tab"),  # keys
        *("input, textarea", "input, textarea, select", "td label", "fieldset fieldset"),  # selectors
        *("input, textarea, select, summary, button", "summary, button, input, select, textarea, label"),  # others
        *("panel outline", "field is-", "panel problems", "sign grip", "text is-"),  # classes
        "Segmenter",  # a property of Intl
        "business counter early matter mission news number order other paper passion",  # words that are no plurals
        "the link is ",  # an error
    )
)

NAME_IN_PDF = re.compile(r"/[A-Z]\w*|Off|Subtype")
"""What programs that make PDFs say to each other: names of ISO 32000."""

OF_PDF, NAME_READ_IN_PDF = "/pdf-", re.compile(r"[A-Z]\w*")

OF_DOCX, NAME_IN_DOCX = "/docx/", re.compile(r"[A-Z]\w*")
"""Styles and attributes of office documents."""

LOOKED_UP = (
    *("asked_of_fields.", "choice_of.", "fields.", "fields_of.", "hand_page.", "kinds.", "one_of.", "part_types."),
    *("relations.", "writing."),
)
"""Groups whose words are looked up by names that are data."""


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
    uses = [*used_in_templates(), *used_in_python(), *used_in_scripts()]
    known = {name[:at] for name in ALL for at in (*(i for i, c in enumerate(name) if c == "."), len(name))}
    assert [f"{place}: words.{chain}" for place, chain in uses if chain not in known] == []


def test_every_word_that_is_there_is_used() -> None:
    used = {chain for _, chain in (*used_in_templates(), *used_in_python(), *used_in_scripts())}
    unused = [name for name in ALL if not any(name == chain or name.startswith(f"{chain}.") for chain in used)]
    assert sorted(name for name in unused if not name.startswith(LOOKED_UP)) == []


def test_kinds_relations_and_facets_have_words_and_no_words_are_left_over() -> None:
    english = supplied_words("en")
    relations = {relation.name for kind in BUILT_IN for relation in kind.relations}
    assert {*english["kinds"]} == {*BUILT_IN.by_name}
    assert {*english["facets"]} == {facet.word for facet in facets_named(BUILT_IN)}
    assert relations <= {*english["relations"]}


def test_words_of_the_interface_stand_in_the_files_of_words_only() -> None:
    in_templates = [f"{path}: {text}" for path, text in texts_in_templates() if text not in TEMPLATES_MAY_SAY]
    in_python = [
        f"{path}: {text}"
        for path, text in texts_in_python()
        if text not in PYTHON_MAY_SAY and not NAME_IN_PDF.fullmatch(text)
    ]
    in_scripts = [
        f"{path}: {text}"
        for path, text in texts_in_scripts()
        if text not in SCRIPTS_MAY_SAY
        and not (OF_PDF in path and NAME_READ_IN_PDF.fullmatch(text))
        and not (OF_DOCX in path and NAME_IN_DOCX.fullmatch(text))
    ]
    in_styles = [f"{path}: {text}" for path, text in texts_in_styles()]
    assert in_templates + in_python + in_scripts + in_styles == []


@pytest.mark.parametrize(
    "script", ['button("Save it")', "say(`${n} things are lost`)", 'x = "Print" // y', 'f(/a"/, "Two words")']
)
def test_words_in_a_script_are_found(script: str) -> None:
    assert len(list(texts_of_script(script))) == 1


@pytest.mark.parametrize(
    "script", ['// "Save it"', 'f("a-b c--d")', 'throw new Error("there is no form")', "`${a} ${b}`"]
)
def test_what_is_no_word_of_the_interface_is_not_found(script: str) -> None:
    assert list(texts_of_script(script)) == []


def test_apostrophes_of_the_interface_are_typographic() -> None:
    words = json.dumps(supplied_words(ENGLISH), ensure_ascii=False)
    assert "What’s new" in words
    assert re.findall(r"\w+'\w+", words) == []
