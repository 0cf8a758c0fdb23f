"""Which selectors may select something, by the names that templates and scripts write."""

from __future__ import annotations

import pytest

from generator.site.css_names import StyleNames

NAMES = StyleNames.of(
    [
        '<p class="note wide-{{ item.wide }}"><tick-list></tick-list>{# class="gone" #}',
        '{% import "lost/gone.html.j2" as it %}',
    ],
    ['/** .gone */ element("ul", { class: `plot--${n} kept` }); // gone\nconst other = 1;\nimport "./lost-list.js";'],
)


@pytest.mark.parametrize(
    "selector",
    [
        "a:hover",
        ".note > li::marker",
        "tick-list .kept",
        ".wide-3",
        ".plot--7",
        ".note:not(.gone)",
        ":is(.gone, .note) b",
        "[data-kind] input:focus-visible",
    ],
)
def test_what_may_occur(selector: str) -> None:
    assert NAMES.apply_to(selector)


@pytest.mark.parametrize(
    "selector", [".gone", ".note .gone", "other-list", "lost-list", ":is(.gone, .lost)", "a:has(> .gone)", ".other"]
)
def test_what_cannot_occur(selector: str) -> None:
    assert not NAMES.apply_to(selector)
