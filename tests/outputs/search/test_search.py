"""The index of search: what becomes a record, how words are cut, and the file, to the letter."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.config.project import read_config
from generator.content.graph import Graph
from generator.content.unknown_reference import Names
from generator.kinds import BUILT_IN
from generator.outputs.search import Record, SearchSection, index_json, records, search_index
from generator.outputs.search.first import first_index
from generator.outputs.search.index import coded, front_coded
from generator.outputs.search.words import fold, stem, words
from generator.site.page import Artifact, Page, Section
from tests.conftest import Playbook
from tests.playbooks import EXAMPLE_PLAYBOOK, project, reading, site

PRICES = Record(
    "practices/raise-prices/",
    "practice",
    "Raise prices",
    "Seldom, and a lot.",
    keywords=("increase",),
    asked_as=("dare I ask for more?",),
    facets={"moments": ("price-talk",)},
    passages=(
        SearchSection("what", "What to do", (), "raise the price once and say why"),
        SearchSection("curve", "The curve", ("Where it bends",), "small rises annoy"),
    ),
)
HELP = Record("help/", "page", "Help", "How to use this.")

VOCABULARY = """
a and annoy ask bends curve dare for help how i increase lot more once price prices raise rises say seldom small this
to use
"""

KINDS = [("practice", "Practice", "practices/", "Practices"), ("page", "Page", "", "Pages")]
FACETS = {"moments": [("price-talk", "Price talk", "moments/price-talk/", "Price talk")], "audience": []}


def test_the_whole_index_of_two_pages() -> None:
    artifact = index_json([PRICES, HELP], KINDS, FACETS, [["client", "customer"]], weights={"practice": 0.5})
    assert artifact.path == "assets/data/search.json"
    assert json.loads(artifact.content) == {
        "version": 1,
        "kinds": [["practice", "Practice", "practices/", "Practices"], ["page", "Page", "", "Pages"]],
        "facets": [["moments", "moment", "Moment"], ["audience", "audience", "For whom"]],
        "moments": [["price-talk", "Price talk", "moments/price-talk/", "Price talk"]],
        "audience": [],
        "weights": [0.5, 1],
        "headings": [["what", "What to do"], ["curve", "The curve"]],
        "pages": {
            "url": "practices/raise-prices/\nhelp/",
            "title": "Raise prices\nHelp",
            "summary": "Seldom, and a lot.\nHow to use this.",
            "kind": "#$",
            "moments": ["#", ""],
            "audience": ["", ""],
            "asked": "$#",
            "sections": ["#$", ""],
        },
        # Title, id, question, keywords, summary, headings, two sections; then the page without any.
        "lengths": "".join(chr(0x23 + n) for n in (2, 2, 5, 1, 4, 2, 4, 3, 1, 1, 0, 4, 0)),
        "words": front_coded(VOCABULARY.split()),
        "postings": " ".join(
            gaps(where)
            for where in (
                [4], [4], [7], [2], [5], [5], [2], [2], [8, 9], [11], [2], [3], [4], [2], [6], [0, 1, 6],
                [0, 1, 6], [7], [6], [4], [7], [11], [11], [11],
            )
        ),
        "synonyms": [["client", "customer"]],
    }  # fmt: skip


def test_the_first_part_has_titles_and_search_words_and_no_more_than_fits() -> None:
    def index(found: tuple[Record, ...]) -> Artifact:
        return index_json(found, KINDS, FACETS, [])

    first = json.loads(first_index([PRICES, HELP], index).content)
    assert first["pages"]["url"] == "practices/raise-prices/\nhelp/"
    assert first["words"] == front_coded(["help", "increase", "prices", "raise"])
    assert first["pages"]["sections"] == ["", ""]
    many = [replace(PRICES, keywords=tuple(f"word{n}x{k}" for k in range(99))) for n in range(400)]
    assert first_index(many, index).content == first_index([replace(one, keywords=()) for one in many], index).content


def gaps(where: Iterable[int]) -> str:
    before, found = -1, []
    for slot in where:
        found.append(slot - before - 1)
        before = slot
    return coded(found)


def page(kind: str, *sections: Section, url: str = "about/") -> Page:
    return Page(url, "About &amp; why", "What it is.", "", kind, "<body>", sections)


def test_a_page_written_by_hand_is_a_record_with_the_words_of_its_sections() -> None:
    html = "<p>One <em>word</em>s &amp; more.</p><h3>Part</h3><ul><li>a</li><li>b</li></ul><img alt='x'>"
    found = records([page("page", Section("start", "How to <i>start</i>", html))], graph_of_nothing())
    assert found == (
        Record(
            "about/",
            "page",
            "About & why",
            "What it is.",
            passages=(SearchSection("start", "How to start", ("Part",), "one words more part a b"),),
        ),
    )


def test_what_stands_under_a_heading_with_an_address_is_a_passage_of_its_own() -> None:
    html = '<p>Above.</p><h3 id="before">Before <b>it</b></h3><p>Wait.</p><h4>Not yet</h4><h3 id="z">End</h3>'
    (found,) = records([page("page", Section("start", "How to start", html))], graph_of_nothing())
    assert found.passages == (
        SearchSection("start", "How to start", (), "above"),
        SearchSection("before", "Before it", ("Not yet",), "before it wait not yet"),
        SearchSection("z", "End", (), "end"),
    )


@pytest.mark.parametrize(
    "html",
    [
        '<ul class="links"><li>Another page</li></ul>',
        '<figure class="pull-quote pull-quote--large"><p>Somebody said</p></figure>',
        "<svg><text>A label</text></svg>",
        "<button>Press</button>",
        '<script type="application/json">{}</script>',
        '<sup class="note-mark"><a href="#note-1">1</a></sup>',
    ],
)
def test_what_belongs_to_other_pages_or_is_no_text_is_left_out(html: str) -> None:
    section = Section("start", "Start", f"<p>before</p>{html}<p>after</p>")
    (found,) = records([page("page", section)], graph_of_nothing())
    assert found.passages[0].words == "before after"


def test_home_search_and_not_found_are_no_records_and_indexes_have_no_sections() -> None:
    kinds = ("home", "search", "404", "index", "print")
    found = records([page(kind, Section("all", "All", "<p>x</p>")) for kind in kinds], graph_of_nothing())
    assert [(record.kind, record.passages) for record in found] == [("index", ()), ("page", ())]


def graph_of_nothing() -> Graph:
    return Graph({}, {}, {}, {}, BUILT_IN, Names(BUILT_IN, {}))


def test_a_draft_says_so_behind_its_title() -> None:
    pages, graph = site(EXAMPLE_PLAYBOOK).pages, reading(EXAMPLE_PLAYBOOK).graph
    ask = graph.entries["ask-before-fixing"]
    draft = replace(ask, entry=ask.entry.model_copy(update={"draft": True}))
    found = records(pages, replace(graph, entries={**graph.entries, ask.id: draft}))
    titles = [record.title for record in found if record.title.endswith(" (Draft)")]
    assert titles == ["Ask before you fix (Draft)"]


def test_entries_bring_their_keywords_questions_moments_and_audience(playbook: Playbook) -> None:
    pages, graph = site(EXAMPLE_PLAYBOOK).pages, reading(EXAMPLE_PLAYBOOK).graph
    found = {record.url: record for record in records(pages, graph)}
    ask = found["practices/ask-before-fixing/"]
    assert (ask.facets["moments"], ask.facets["audience"]) == (("at-the-counter",), ("mechanic",))
    assert replace(ask, passages=(), facets={}) == Record(
        "practices/ask-before-fixing/",
        "practice",
        "Ask before you fix",
        "Learn what the rider needs before you touch the bicycle.",
        ("diagnosis", "intake"),
        ("they came back angry", "we fixed the wrong thing"),
    )
    assert "ask what the rider wants to do next sunday" in ask.passages[0].words
    assert "connections" not in [passage.anchor for passage in ask.passages]
    assert (
        search_index(records(pages, graph), graph, project(EXAMPLE_PLAYBOOK).site) in site(EXAMPLE_PLAYBOOK).artifacts
    )


def test_the_index_depends_on_nothing_but_its_pages() -> None:
    first = index_json([PRICES, HELP], KINDS, FACETS, [])
    assert first == index_json([PRICES, HELP], KINDS, FACETS, [])


def test_words_in_most_pages_are_left_out_of_sections_and_stay_elsewhere() -> None:
    often = [
        replace(HELP, url=f"p{n}/", title=f"Page {n}", passages=(SearchSection("a", "A", (), f"clients word{n}"),))
        for n in range(60)
    ]
    value = json.loads(index_json([*often, replace(HELP, title="Clients")], KINDS, FACETS, []).content)
    vocabulary = value["words"]
    assert vocabulary.count("clients") == 1
    titles = index_json([replace(HELP, title="Clients")], KINDS, FACETS, [])
    assert b"clients" in titles.content


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Don’t panic: the client's e-mail", ["dont", "panic", "the", "clients", "e", "mail"]),
        ("Café Zürich ÉLAN", ["cafe", "zurich", "elan"]),
        ("P \u2212 E = S, 20%", ["p", "e", "s", "20%"]),
        ("Łódź, Straße, Ærø", ["lodz", "strasse", "aero"]),
        ("1,250,000 1.250.000 1 250 000 1250000", ["1250000"] * 4),
        ("2019 300 people, 12,34", ["2019", "300", "people", "12", "34"]),
        ("20 % 20 percent 20 per cent 20 Prozent 20 percentages", ["20%"] * 4 + ["20", "percentages"]),
        ("our 1:1s at 10:30", ["our", "1:1", "s", "at", "10:30"]),
        ("日本語 a朝b", ["日本", "本語", "a", "朝", "b"]),
        ("", []),
        ("…–!", []),
    ],
)
def test_words_of_a_text(text: str, expected: list[str]) -> None:
    assert words(text) == expected


@pytest.mark.parametrize(
    "forms",
    [
        "negotiate negotiates negotiated negotiating negotiation negotiations",
        "apology apologies apologise apologising apologize",
        "price prices priced pricing",
        "plan plans planned planning",
        "deliver delivers delivered delivery deliveries",
        "lose lost losing loss losses",
        "complain complains complaint complaints complaining",
        "organise organised organisation organization organize",
        "company companies company's",
        "listen listens listened listening listener listeners",
        "manage manager managers managing management",
        "person people persons",
        "note notes noted noting",
        "hope hopes hoped hoping hopeful",
        "type types typed typing",
        "make makes made making",
        "role roles",
        "rookie rookies",
        "fail fails failed failing failure failures",
        "rely relied reliable reliability",
        "compete competitor competition competitive",
        "advise advised advice adviser advisor",
        "behave behaviour behavior",
        "practise practising practice practices",
        "personalise personalised personalization",
        "presentation presentations",
        "nobody noone",
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: str) -> None:
    assert len({stem(word) for word in words(forms)}) == 1, [stem(word) for word in words(forms)]


@pytest.mark.parametrize(
    "pair",
    [
        "news new",
        "counter count",
        "business busy",
        "letter let",
        "early ear",
        "buyer buy",
        "note not",
        "noted not",
        "caring car",
        "made mad",
        "hoped hop",
        "role roll",
        "files fills",
        "bother both",
        "quite quit",
        "personal people",
        "personalised personal",
        "presentation present",
        "really real",
        "director direction",
        "customised customer",
        "successor success",
        "three threat",
        "worker work",
    ],
)
def test_words_that_only_look_alike_stay_apart(pair: str) -> None:
    one, other = pair.split()
    assert stem(one) != stem(other)


def test_letters_beyond_the_first_plane_count_twice_where_words_are_shortened() -> None:
    vocabulary = ["𠮷野", "𠮷野家", "𠮷" * 20]
    text, before, found = front_coded(vocabulary), b"", []
    for piece in re.findall("[A-Z][^A-Z]*", text):
        before = before[: 2 * (ord(piece[0]) - 65)] + piece[1:].encode("utf-16-le")
        found.append(before.decode("utf-16-le"))
    assert found == vocabulary


@given(st.text())
def test_every_text_has_words_and_every_word_a_stem(text: str) -> None:
    found = words(text)
    assert all(word and fold(word) == word for word in found)
    assert all(stem(word) for word in found)


@given(st.lists(st.integers(0, 60_000)))
def test_numbers_become_one_character_each(numbers: list[int]) -> None:
    text = coded(numbers)
    text.encode()
    assert len(text) == len(numbers)
    assert [code - 0x23 - (0x800 if code >= 0xE000 else 0) for code in map(ord, text)] == numbers


SYNONYMS = """\
name: A playbook
tagline: For a test.
url: https://playbook.example/
home: {lead: A test.}
nav: []
synonyms:
  - [client, customer]
"""


def problems_with(playbook: Playbook, text: str) -> list[str]:
    root: Path = playbook({"site_config.yml": text})
    project, problems = read_config(root / "site_config.yml")
    if project:
        assert project.site.synonyms == (("client", "customer"),)
    return [problem.message for problem in problems]


def test_synonyms_are_groups_of_words_in_the_configuration(playbook: Playbook) -> None:
    assert problems_with(playbook, SYNONYMS) == []


def test_a_group_of_one_word_is_an_error(playbook: Playbook) -> None:
    assert problems_with(playbook, SYNONYMS.replace("[client, customer]", "[client]")) != []
