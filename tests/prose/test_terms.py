"""Terms are found by their forms in the text of other entries."""

from __future__ import annotations

from generator.content.connecting import connect
from generator.kinds import BUILT_IN
from generator.prose.terms import finder, uses
from tests.content.minimal_entries import located


def test_a_term_is_found_by_its_forms_and_without_any_by_its_title() -> None:
    graph, _ = connect(
        located({"terms/slow": "title: slowness\nforms: [slow, slower]", "terms/fast": "title: speed"}), BUILT_IN
    )

    found = finder(graph)

    assert found.found_in(["Slower than SPEED."]) == {"slow", "fast"}
    assert found.found_in(["Slowness is no form of it, speedy is none."]) == set()


def test_of_two_terms_with_one_form_the_first_in_the_order_of_titles_has_it() -> None:
    graph, _ = connect(located({"terms/b": "title: a\nforms: [pace]", "terms/a": "title: b\nforms: [Pace]"}), BUILT_IN)

    assert finder(graph).found_in(["pace"]) == {"b"}


def test_uses_are_in_the_running_text_of_other_entries() -> None:
    graph, _ = connect(
        located(
            {
                "terms/pace": "title: pace",
                "terms/tempo": "more: It is all about pace.",
                "objections/in-text": "note: We keep pace.",
                "objections/in-a-reason": "links:\n  next:\n    - to: in-text\n      why: To keep pace.",
                "objections/in-search-words": "keywords: [pace]\ntitle: Pace",
                "objections/in-a-mention": "note: See [[pace]] or [[pace|the pace]].",
            }
        ),
        BUILT_IN,
    )

    assert uses(graph, finder(graph)) == {"pace": ("in-a-reason", "in-text")}


def test_without_terms_nothing_is_used() -> None:
    graph, _ = connect(located({"objections/o": "note: We keep pace."}), BUILT_IN)

    assert uses(graph, finder(graph)) == {}
