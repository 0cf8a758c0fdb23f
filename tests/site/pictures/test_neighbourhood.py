"""The picture of a neighbourhood: whom it shows, that nothing covers anything, and what is drawn."""

# ruff: noqa: E501 (the drawing is compared as a whole)
from itertools import combinations
from xml.etree import ElementTree

from hypothesis import given
from hypothesis import strategies as st

from generator.site.pictures.neighbourhood import Bundle, Neighbour, boxes, chosen, draw, layout
from tests.paper.real import graph

NARROWEST = 288 / 13
"""The width of the text on a screen of 320 pixels, in em of the picture's lettering."""


def neighbours(*titles: str) -> list[Neighbour]:
    return [Neighbour(title, "tell", f"../{title}/") for title in titles]


def shown(bundles: tuple[Bundle, ...]) -> list[tuple[str, list[str]]]:
    return [(b.label, [n.title for n in b.members]) for b in bundles]


def test_shows_the_first_of_every_relation_before_the_second_of_any() -> None:
    groups = [
        ("Helps", neighbours("a", "b", "c", "d")),
        ("Stories", neighbours("e")),
        ("Nothing", []),
        ("When", neighbours("f", "g")),
    ]
    assert shown(chosen(groups, 5)) == [("Helps", ["a", "b"]), ("Stories", ["e"]), ("When", ["f", "g"])]
    assert shown(chosen(groups, 2)) == [("Helps", ["a"]), ("Stories", ["e"])]
    assert shown(chosen(groups)) == [("Helps", ["a", "b", "c", "d"]), ("Stories", ["e"]), ("When", ["f", "g"])]


def test_draws_links_with_their_titles_and_branches_to_them() -> None:
    bundles = chosen([("Helps & more", [Neighbour("Slow <it> down", "practice", "../../practices/slow-down/")])])
    assert draw("You hurry", "tell", bundles) == (
        '<svg class="around" data-kind="tell" height="7.4em">'
        '<svg class="branches" viewBox="0 0 100 100" preserveAspectRatio="none" aria-hidden="true">'
        '<path data-kind="practice" d="M50 66C50 50 50 39 45 38.5"/></svg>'
        '<rect class="here" y="4.9em" height="2.5em" rx="6"/><text x="50%" y="6.45em">You hurry</text>'
        '<g class="left"><text class="by" x="42%" y="1.25em">Helps &amp; more</text>'
        '<a data-kind="practice" href="../../practices/slow-down/"><rect y="1.9em" height="1.9em"/><circle cy="2.85em"/>'
        '<text x="42%" y="3.15em">Slow &lt;it&gt; down</text></a></g><g class="right"></g></svg>'
    )


def test_a_title_that_is_cut_is_given_in_full() -> None:
    long = "Rather more words than would ever fit into a few short lines of text, " * 2 + "however one breaks them"
    svg = draw("Here", "tell", chosen([("Helps", neighbours(long))]))
    assert f"<title>{long}</title>" in svg
    assert "".join(ElementTree.fromstring(svg).itertext()).count("…") == 1


def letters(words: str) -> str:
    """The words without what breaking into lines takes away or adds."""
    return words.replace(" ", "").replace("-", "")


def test_no_title_and_no_relation_of_the_playbook_is_cut() -> None:
    for title in (located.entry.title for located in graph().entries.values()):
        plan = layout(title, chosen([("Helps", neighbours(title))]))
        assert letters("".join(plan.title)) == letters(title)
        assert letters("".join(plan.labels[0].lines)) == letters(title)
    for relation in (one for kind in graph().kinds for one in kind.relations):
        for words in filter(None, (relation.label, relation.inverse)):
            (caption,) = layout("Here", chosen([(words, neighbours("a"))])).captions
            assert letters("".join(caption.lines)) == letters(words)


TITLES = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x2FFF, exclude_categories=("Cc", "Cs")), min_size=1, max_size=70
).filter(str.strip)
GROUPS = st.lists(st.tuples(TITLES, st.lists(TITLES, min_size=1, max_size=12)), min_size=1, max_size=12)


@given(TITLES, GROUPS)
def test_no_label_covers_another_or_leaves_the_picture(title: str, groups: list[tuple[str, list[str]]]) -> None:
    bundles = chosen([(label, neighbours(*titles)) for label, titles in groups])
    plan = layout(title, bundles)
    assert len(plan.labels) == min(10, sum(len(titles) for _, titles in groups))
    found = list(boxes(plan, NARROWEST))
    for left, top, right, bottom in found:
        assert left >= 0
        assert top >= 0
        assert right <= NARROWEST
        assert bottom <= plan.height + 1e-9
    for one, other in combinations(found, 2):
        apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] + 1e-9 or other[3] <= one[1] + 1e-9
        assert apart, (one, other)


@given(TITLES, GROUPS)
def test_it_is_well_formed_and_always_the_same(title: str, groups: list[tuple[str, list[str]]]) -> None:
    bundles = chosen([(label, neighbours(*titles)) for label, titles in groups])
    svg = draw(title, "tell", bundles)
    ElementTree.fromstring(svg)
    assert svg == draw(title, "tell", bundles)
