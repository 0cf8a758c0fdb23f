"""What a template declares is read as values, and nothing is lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from jinja2 import Environment
from markupsafe import Markup

from generator.site.page import Section
from generator.site.sections import section, sections_in


def rendered(template: str) -> str:
    return Environment(autoescape=True).from_string(template).render(section=section)


def test_sections_are_read_in_their_order() -> None:
    text = rendered(
        '{% set why = "a < b" %}\n'
        '{% call section("why", "Why & how", "why", "how") %} <p>{{ why }}</p>\n{% endcall %}\n'
        '{% call section("more", "More", derived=true) %}<p>“More”</p>{% endcall %}'
    )
    assert sections_in(text, own=("why", "how", "other")) == (
        Section("why", "Why & how", "<p>a &lt; b</p>", own=True),
        Section("more", "More", "<p>“More”</p>", derived=True),
    )


def test_a_section_is_ours_only_if_all_of_its_fields_are() -> None:
    text = rendered('{% call section("why", "Why", "why", "how") %}x{% endcall %}')
    assert [found.own for own in ((), ("why",), ("why", "how")) for found in sections_in(text, own)] == [
        False,
        False,
        True,
    ]


def test_a_section_without_content_is_left_out() -> None:
    assert sections_in(rendered('{% call section("why", "Why", "why") %} \n{% endcall %}')) == ()


def test_text_outside_of_sections_is_refused() -> None:
    text = rendered('{% call section("why", "Why") %}x{% endcall %}\n<p>lost</p>')
    with pytest.raises(ValueError, match="a template of sections holds text outside of them: <p>lost</p>"):
        sections_in(text)


TEXT = st.text(st.characters(codec="utf-8", exclude_categories=["C"]), min_size=1)


@given(st.lists(st.tuples(st.text(st.characters(codec="utf-8")), TEXT)))
def test_any_heading_and_any_content_come_back(declared: list[tuple[str, str]]) -> None:
    text = "\n".join(
        section(f"s{at}", heading, caller=lambda html=html: Markup(html)) for at, (heading, html) in enumerate(declared)
    )
    assert [(found.id, found.heading, found.html) for found in sections_in(text)] == [
        (f"s{at}", heading, html.strip()) for at, (heading, html) in enumerate(declared) if html.strip()
    ]


def test_rendering_twice_gives_the_same() -> None:
    template = '{% call section("why", "Why") %}x{% endcall %}'
    assert sections_in(rendered(template)) == sections_in(rendered(template))
