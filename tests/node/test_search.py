"""The logic of search: words, distances, queries, marks and facets."""

from __future__ import annotations

import json
import unicodedata

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator.content.nearby import Nearby
from generator.outputs.search import Record
from generator.outputs.search.index import INDEX_PATH, index_json
from generator.outputs.search.nearby import nearby_json
from generator.outputs.search.words import IRREGULAR, KEPT, STOP_WORDS, stem, words
from tests.conftest import some_of
from tests.hashed_names import data_file
from tests.node.process import Node
from tests.node.search_index import KEEP, keep_index
from tests.playbooks import EXAMPLE_PLAYBOOK, built


@pytest.fixture(scope="module")
def index(node: Node) -> str:
    """The name under which the index of the example playbook is kept in the process."""
    return keep_index(node, data_file(built(EXAMPLE_PLAYBOOK)[1], INDEX_PATH))


# The words of Python and of Node.js may differ in letters that were added to Unicode between their versions.
KNOWN = st.characters(exclude_categories=("Cs", "Cn", "Co"))
NUMBERS = st.from_regex(r"[0-9]{1,4}([,. :][0-9]{2,4}){0,3} ?(%|percent|prozent)?", fullmatch=True)
OTHERS = st.text("aøłßæþĐİ検索エンジ𠮷野ที่ ")
TEXTS = st.lists(
    st.one_of(st.text(KNOWN), NUMBERS, OTHERS, st.from_regex(r"[a-z]{1,14}(s|ing|ed|ation|er|ly)?", fullmatch=True)),
    max_size=60,
)
SHARED = settings(max_examples=some_of(25), suppress_health_check=[HealthCheck.function_scoped_fixture])


@SHARED
@given(TEXTS)
def test_python_and_the_scripts_cut_and_stem_alike(node: Node, texts: list[str]) -> None:
    texts = [text for text in texts if unicodedata.is_normalized("NFC", text)]
    found = node.run(
        """async (load, texts) => {
          const { stem, words } = await load("search/lazy/stems.js");
          return texts.map((text) => words(text).map((word) => [word, stem(word)]));
        }""",
        texts,
    )
    assert found == [[[word, stem(word)] for word in words(text)] for text in texts]


def test_both_know_the_same_forms(node: Node) -> None:
    forms = sorted({*IRREGULAR, *IRREGULAR.values(), *KEPT})
    source = "async (load, forms) => forms.map((await load('search/lazy/stems.js')).stem)"
    assert node.run(source, forms) == [stem(form) for form in forms]


BEST_PLACE = """async (load, [passages, sought, head]) => {
  const { bestPlace } = await load("search/lazy/place.js");
  return bestPlace(passages.map(([text, hidden = false]) => ({ text, hidden })), sought, head);
}"""
DECIDE, PURCHASE = {"own": ["decid"], "also": ["maker"]}, {"own": ["purchas"], "also": ["bui", "order"]}


@pytest.mark.parametrize(
    ("passages", "head", "best"),
    [
        ([["who pays"], ["who decides"]], "", 1),
        ([["who decides"], ["they decide on the purchase"]], "", 1),
        ([["the maker"], ["who decides"]], "", 1),  # the word itself counts more than one that stands for it
        ([["in good order"]], "", -1),  # which is too little alone
        ([["the order of makers"]], "", 0),
        ([["who decides"], ["they decide on the purchase", True]], "", 1),
        ([["who decides"], ["a purchase", True]], "", 0),  # hidden, and no better
        ([["a purchase", True]], "", -1),
        ([["they decide on the purchase", True]], "Who decides on a purchase", -1),
        ([["they decide on the purchase"]], "Who decides on a purchase", 0),
    ],
)
def test_a_place_is_marked_by_the_words_themselves_and_opened_only_for_more_of_them(
    node: Node, passages: list[list[object]], head: str, best: int
) -> None:
    assert node.run(BEST_PLACE, [passages, [DECIDE, PURCHASE], head]) == best


def test_one_of_many_words_marks_no_place_and_a_single_word_is_shown_where_it_is_hidden(node: Node) -> None:
    third = {"own": ["budget"], "also": []}
    assert node.run(BEST_PLACE, [[["who decides"]], [DECIDE, PURCHASE, third], ""]) == -1
    assert node.run(BEST_PLACE, [[["the budget of a purchase"]], [DECIDE, PURCHASE, third], ""]) == 0
    assert node.run(BEST_PLACE, [[["what it costs"], ["the budget", True]], [third], ""]) == 1


def test_both_have_the_same_stop_words(node: Node) -> None:
    assert set(node.run("async (load) => [...(await load('search/lazy/stems.js')).STOP_WORDS]")) == STOP_WORDS


LETTERS = st.text("abcd", max_size=7)


@SHARED
@given(st.lists(st.tuples(LETTERS, LETTERS), max_size=80))
def test_the_distance_of_words_is_what_it_is_by_definition(node: Node, pairs: list[tuple[str, str]]) -> None:
    found, begun = node.run(
        """async (load, pairs) => {
          const { distance } = await load("search/lazy/near.js");
          return [false, true].map((open) => pairs.map(([a, b]) => distance(a, b, 2, open)));
        }""",
        pairs,
    )
    assert found == [min(3, slow_distance(one, other)) for one, other in pairs]
    assert begun == [
        min(3, *(slow_distance(one, other[:end]) for end in range(len(other) + 1))) for one, other in pairs
    ]


def slow_distance(one: str, other: str) -> int:
    """The fewest letters to add, drop, change or swap with the neighbour, none of them touched twice."""
    table = [[max(i, j) if not i or not j else 0 for j in range(len(other) + 1)] for i in range(len(one) + 1)]
    for i in range(1, len(one) + 1):
        for j in range(1, len(other) + 1):
            best = table[i - 1][j - 1] + (one[i - 1] != other[j - 1])
            best = min(best, table[i - 1][j] + 1, table[i][j - 1] + 1)
            if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
                best = min(best, table[i - 2][j - 2] + 1)
            table[i][j] = best
    return table[-1][-1]


TITLES = (
    "Søren in Łódź, Straße, Đorđe, Ærø, Þór",
    "日本語の検索エンジン",
    "𠮷野家の朝",
    "𠮷田さんの夜",
    "The 1,250,000 question",
)
FOUND = {
    "strasse": [0], "thor": [0], "dorde": [0], "aero": [0], "lodz": [0], "検索": [1], "エンジン": [1], "ｴﾝｼﾞﾝ": [1],
    "朝": [2], "𠮷野家": [2], "𠮷": [2, 3], "1250000": [4], "1.250.000": [4], "1 250 000": [4], "\ud842": [],
}  # fmt: skip


def test_titles_in_all_letters_and_numbers_are_found_as_people_type_them(node: Node) -> None:
    records = [Record(f"tells/{at}/", "tell", title, "") for at, title in enumerate(TITLES)]
    data = json.loads(index_json(records, [("tell", "Tell", "", "Tells")], {}, []).content)
    found = node.run(
        """async (load, [data, queries]) => {
          const { Index } = await load("search/lazy/index.js");
          const { search } = await load("search/lazy/rank.js");
          const index = new Index(data);
          return queries.map((text) => search(text, index).results.map(({ page }) => page.id).sort());
        }""",
        [data, list(FOUND)],
    )
    assert dict(zip(FOUND, found, strict=True)) == FOUND


def test_what_is_marked_is_what_was_looked_for(node: Node) -> None:
    texts = {"日本語の検索エンジン": "検索エンシン", "The 1,250,000 question": "1250000", "Say it 1:1, to 20 %": "20%"}
    found = node.run(
        """async (load, pairs) => {
          const { pieces } = await load("search/lazy/mark.js");
          const { words } = await load("search/lazy/stems.js");
          const marked = ([text, query]) => pieces(text, new Set(words(query))).filter(({ hit }) => hit);
          return pairs.map((pair) => marked(pair).map((piece) => piece.text).join("|"));
        }""",
        list(texts.items()),
    )
    assert found == ["検索エンジン", "1,250,000", "20 %"]


WHATEVER = st.lists(st.text(st.characters(exclude_categories=("Cs",))), max_size=40)


@SHARED
@given(WHATEVER)
def test_no_query_breaks_it(node: Node, index: str, queries: list[str]) -> None:
    ordered = node.run(
        """async (load, [name, queries]) => {
          const index = globalThis[name];
          const { search, sections } = await load("search/lazy/rank.js");
          const { suggestions } = await load("search/lazy/query.js");
          return queries.every((text) => {
            const { wants, results } = search(text, index);
            for (const result of results.slice(0, 3)) sections(result, wants, index);
            suggestions(text, index);
            return results.every(({ score }, i) => Number.isFinite(score) && (!i || score <= results[i - 1].score));
          });
        }""",
        [index, queries],
    )
    assert ordered


def test_only_words_that_readers_see_are_suggested(node: Node) -> None:
    found = [
        Record("figures/ship32/", "figure", "Ship early", "Slips."),
        Record("figures/b/", "figure", "Late", "Nothing.", keywords=("shipper",)),
    ]
    artifact = index_json(found, [("figure", "Figure", "", "Figures")], {}, [])
    node.run(KEEP, ["ids", json.loads(artifact.content)])
    suggested = node.run(
        """async (load) => (await load("search/lazy/query.js")).suggestions("shipp32", globalThis.ids)""", []
    )
    assert suggested == ["ship"]


NEAR = {
    "practices/weigh/": ("practice", "Weigh a medic"),
    "quotations/weigh/": ("quotation", "Weigh a medic"),
    "practices/ship/": ("practice", "Ship early"),
}


SYNONYMS = [["zopa", "ship"], ["shib", "harbour"], ["QBR", "review", "quarterly business review"], ["EQ", "CQ", "tact"]]


@pytest.fixture(scope="module")
def near(node: Node) -> str:
    """The name of an index of pages that differ in their kind, with a group of synonyms that names what no page has."""
    found = [Record(url, kind, title, "Nothing.") for url, (kind, title) in NEAR.items()]
    kinds = [(kind, kind.title(), "", kind) for kind in ("quotation", "practice")]
    artifact = index_json(found, kinds, {}, SYNONYMS, weights={"quotation": 0.7})
    node.run(KEEP, ["near", json.loads(artifact.content)])
    return "near"


@pytest.mark.parametrize(
    ("query", "urls"),
    [
        ("weigh", ["practices/weigh/", "quotations/weigh/"]),  # a kind that counts more stands first
        ("medicc", ["practices/weigh/", "quotations/weigh/"]),  # a slip
        ("MEDICC", []),  # an acronym
        ("medicc SHIP", ["practices/ship/", "practices/weigh/", "quotations/weigh/"]),
        ("MEDICC SHIP", ["practices/ship/", "practices/weigh/", "quotations/weigh/"]),  # a stuck key
        ("zopa", ["practices/ship/"]),
        ("shib", []),  # a word that synonyms name is no slip of another one
    ],
)
def test_acronyms_and_named_words_stay_and_kinds_weigh(node: Node, near: str, query: str, urls: list[str]) -> None:
    source = """async (load, [name, query]) => {
      const { search } = await load("search/lazy/rank.js");
      return search(query, globalThis[name]).results.map(({ page }) => page.url);
    }"""
    assert sorted(node.run(source, [near, query])) == sorted(urls)
    assert node.run(source, [near, query])[:1] == urls[:1]


LITTLE = [
    Record("tells/crowd/", "tell", "Crowds", "", asked_as=("there are too many of them to answer",)),
    Record("tells/answer/", "tell", "The answer", "How to answer.", keywords=("answer",)),
    *(
        Record(f"tells/{name}/", "tell", f"A page of {name}", "")
        for name in ("ale", "corn", "dill", "eggs", "figs", "nuts")
    ),
]


@pytest.mark.parametrize(
    ("query", "url"),
    [
        ("too many to answer", "tells/crowd/"),
        ("an answer", "tells/answer/"),
        ("too many figs", "tells/figs/"),
    ],
)
def test_little_words_count_where_they_stand_together(node: Node, query: str, url: str) -> None:
    data = json.loads(index_json(LITTLE, [("tell", "Tell", "", "Tells")], {}, []).content)
    source = """async (load, [data, query]) => {
      const { Index } = await load("search/lazy/index.js");
      const { search } = await load("search/lazy/rank.js");
      return search(query, new Index(data)).results[0].page.url;
    }"""
    assert node.run(source, [data, query]) == url


@pytest.mark.parametrize(
    ("query", "meant"),
    [
        ("qbr", [["quarterly business review"]]),  # what it stands for
        ("an EQ", [[], ["tact"]]),  # what it is searched for as well
        ("zopa review", [[], []]),
    ],
)
def test_acronyms_say_what_they_stand_for(node: Node, near: str, query: str, meant: list[list[str]]) -> None:
    source = """async (load, [name, query]) => {
      const { parse } = await load("search/lazy/query.js");
      return parse(query, globalThis[name]).map((want) => want.meant);
    }"""
    assert node.run(source, [near, f"{query} "]) == meant


def test_pages_near_in_meaning_are_found_where_words_are_not(node: Node, near: str) -> None:
    found = Nearby({"freight": (("ship", 9), ("weigh", 3)), "early": (("weigh", 9),), "shop": (("weigh", 9),)})
    urls = {"ship": "practices/ship/", "weigh": "practices/weigh/"}
    data = json.loads(nearby_json(found, urls, list(NEAR)).content)
    source = """async (load, [name, data, queries]) => {
      const { search } = await load("search/lazy/rank.js");
      const { Nearby } = await load("search/lazy/nearby.js");
      const nearby = new Nearby(data);
      return queries.map((query) => {
        const { weak, results } = search(query, globalThis[name], nearby);
        return [weak, results.map(({ page }) => page.url)];
      });
    }"""
    assert node.run(source, [near, data, ["freights", "ship early", "unheard", "the", "shop", "shap"]]) == [
        [True, ["practices/ship/", "practices/weigh/"]],
        [False, ["practices/ship/"]],  # its words are enough
        [True, []],
        [False, []],
        [True, ["practices/weigh/"]],  # a word of the language
        [True, ["practices/ship/"]],  # a slip
    ]


@SHARED
@given(st.lists(st.text(st.characters(exclude_categories=("Cs",)))))
def test_marking_changes_no_letter(node: Node, texts: list[str]) -> None:
    stems = [stem(word) for text in texts for word in words(text)[:2]]
    found = node.run(
        """async (load, [texts, stems]) => {
          const { pieces } = await load("search/lazy/mark.js");
          return texts.map((text) => pieces(text, new Set(stems)).map((piece) => piece.text).join(""));
        }""",
        [texts, stems],
    )
    assert found == texts


def test_the_facets_count_beside_what_is_chosen_elsewhere(node: Node) -> None:
    items = [{"kind": ["a"], "moment": ["x", "y"]}, {"kind": ["b"], "moment": ["y"]}, {"kind": ["a"], "moment": [""]}]
    found = node.run(
        """async (load, items) => {
          const facets = await load("search/lazy/facets.js");
          const chosen = { kind: new Set(["a"]), moment: new Set(["y"]) };
          const counted = facets.counts(items.map((item) => [item]), chosen);
          return {
            shown: items.filter(item => facets.fits(item, chosen)).length,
            kind: Object.fromEntries(counted.kind), moment: Object.fromEntries(counted.moment),
          };
        }""",
        items,
    )
    assert found == {"shown": 1, "kind": {"a": 1, "b": 1}, "moment": {"x": 1, "y": 1, "": 1}}


def test_an_item_counts_once_for_what_it_has_in_one_of_its_ways(node: Node) -> None:
    sheet = [{"people": ["1"], "time": ["15", "30"]}, {"people": ["2", "3"], "time": ["30"]}]
    found = node.run(
        """async (load, [items, choices]) => {
          const { counts } = await load("search/lazy/facets.js");
          const counted = ({ people, time }) => counts(items, { people: new Set(people), time: new Set(time) });
          return choices.map((chosen) => Object.values(counted(chosen)).map((row) => Object.fromEntries(row)));
        }""",
        [
            [sheet],
            [{"people": [], "time": []}, {"people": ["2"], "time": []}, {"people": [], "time": ["15"]}],
        ],
    )
    assert found == [
        [{"1": 1, "2": 1, "3": 1}, {"15": 1, "30": 1}],
        [{"1": 1, "2": 1, "3": 1}, {"30": 1}],
        [{"1": 1}, {"15": 1, "30": 1}],
    ]


def test_the_address_says_what_is_chosen_and_nothing_else(node: Node) -> None:
    found = node.run(
        """async (load) => {
          const facets = await load("search/lazy/facets.js");
          const known = { kind: new Set(["a", "b"]), moment: new Set(["x"]) };
          const chosen = facets.chosenIn(new URLSearchParams("kind=b,zz&kind=a&moment=__proto__&other=1"), known);
          return [facets.addressOf(chosen, { q: "x & y" }), facets.addressOf({ kind: new Set() }, { q: "" })];
        }"""
    )
    assert found == ["?q=x+%26+y&kind=b&kind=a", ""]
