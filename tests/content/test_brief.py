"""The content is complete: every item of the brief has its entry, with its numbers, names and terms on the page."""

from __future__ import annotations

import re
from html import unescape
from pathlib import Path

import pytest
import yaml

from generator.checks._running_text import passages
from generator.kinds.term import Term
from generator.site.page import Site
from tests.playbooks import REAL_PLAYBOOK, built, reading

BRIEF = yaml.load(Path(__file__).with_name("brief.yml").read_text("utf-8"), yaml.CSafeLoader)

PLAIN = str.maketrans({"\N{RIGHT SINGLE QUOTATION MARK}": "'", "\N{MINUS SIGN}": "-", "\N{EN DASH}": "-"})
"""Typographic signs as they are typed."""

CARDINALS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
    "twenty",
]
ORDINALS = [
    "none",
    "once|first",
    "twice|second",
    "third",
    "fourth",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
]


@pytest.fixture(scope="module")
def site() -> Site:
    return built(REAL_PLAYBOOK)[0]


def test_every_item_of_the_brief_has_its_entry(site: Site) -> None:
    known = {page.url.rstrip("/").rpartition("/")[2] for page in site.pages if page.place}
    missing = {
        item: value["entry"] for item, value in BRIEF.items() if "entry" in value and value["entry"] not in known
    }
    assert missing == {}


def test_what_is_left_out_says_why() -> None:
    assert all(value.get("entry") or len(value.get("left_out", "")) > 20 for value in BRIEF.values())


def test_the_numbers_of_the_brief_are_on_the_pages(site: Site) -> None:
    texts = _texts(site)
    missing = [
        f"{item}: {number} is not on the page of {value['entry']}"
        for item, value in BRIEF.items()
        for number in value.get("numbers", ())
        if not _says(texts.get(value["entry"], ""), number)
    ]
    assert missing == []


def test_the_names_of_the_brief_are_on_the_pages(site: Site) -> None:
    texts = _texts(site)
    missing = [
        f"{item}: {name} is not on the page of {value['entry']}"
        for item, value in BRIEF.items()
        for name in value.get("names", ())
        if not re.search(rf"\b{re.escape(name.lower())}", texts[value["entry"]])
    ]
    assert missing == []


def test_the_terms_of_the_brief_are_used_on_the_pages_that_they_belong_to(site: Site) -> None:
    texts, graph = _texts(site), reading(REAL_PLAYBOOK).graph
    missing = []
    for item, value in BRIEF.items():
        for page in value.get("said_on", ()):
            term = graph.entries[value["entry"]].entry
            assert isinstance(term, Term)
            if not any(form.lower() in texts[page] for form in (term.title, *term.forms)):
                missing.append(f"{item}: {term.title} is not on the page of {page}")
    assert missing == []


OF_A_SOURCE = re.compile(r"\b(the (chapter|blog|essay|guest post)(?!s)|(author|writer) of the)\b", re.IGNORECASE)


def test_advice_names_nobody_by_a_text_that_readers_do_not_have() -> None:
    found = [
        f"{located.id}: {text[max(0, hit.start() - 40) : hit.end() + 40]}"
        for located in reading(REAL_PLAYBOOK).graph.entries.values()
        if located.kind.name != "source"
        for passage in passages(located)
        if "note" not in passage.route
        for text in [passage.text]
        for hit in OF_A_SOURCE.finditer(text)
    ]
    assert found == []


def _texts(site: Site) -> dict[str, str]:
    return {page.url.rstrip("/").rpartition("/")[2]: _text(page.body) for page in site.pages if page.place}


def _text(html: str) -> str:
    """What the page shows, in lower case, with straight apostrophes and each run of white space one space."""
    return " ".join(unescape(re.sub(r"</?(?:a|em|strong)\b[^>]*>", "", html)).translate(PLAIN).lower().split())


def _says(text: str, number: str) -> bool:
    """Whether `text` holds the number, in digits or in words."""
    if re.search(rf"(?<![\d.,]){re.escape(number)}(?!\d)", text):
        return True
    value = int(number) if number.isdigit() else -1
    words = [*CARDINALS[value : value + 1], *ORDINALS[value : value + 1]] if 0 <= value <= 20 else []
    return any(re.search(rf"\b(?:{word})\b", text) for word in words)
