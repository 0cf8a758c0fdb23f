from __future__ import annotations

import pytest

from generator.paper.plain_words import plain_words


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("What *they* say about [[slow-down]], in [[a|words]]", "What they say about slow down, in words"),
        ("The seats in ![a plan of the room](files/plan.png)", "The seats in a plan of the room"),
        ("As in [the form](files/form.pdf) [sic]", "As in the form [sic]"),
    ],
)
def test_the_description_of_a_field_has_words_only(text: str, said: str) -> None:
    assert plain_words(text) == said
