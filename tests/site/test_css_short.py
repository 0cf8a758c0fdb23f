"""Styles say the same with fewer letters."""

from __future__ import annotations

import pytest

from generator.site.css_rules import css_of, rules_of
from generator.site.css_short import Properties, with_short_names

TOKENS = ":root{--space:1rem;--ink:#111;--wide:calc(100% - 20rem - 1px);--own:var(--ink);--idle:0}"


def _settled(*files: str, elsewhere: str = "") -> list[str]:
    rules = [rules_of(css) for css in files]
    properties = Properties.of(rules, [elsewhere])
    return [css_of(properties.settled(one)) for one in rules]


def test_constants_are_written_out_and_what_nothing_uses_goes() -> None:
    assert _settled(TOKENS, "a{margin:0 var(--space) calc(-1*var(--space));width:var(--wide);color:var(--own)}") == [
        ":root{--ink:#111;--wide:calc(100% - 20rem - 1px);--own:var(--ink)}",
        "a{margin:0 1rem calc(-1*1rem);width:var(--wide);color:var(--own)}",
    ]


@pytest.mark.parametrize(
    "css",
    [
        "a{--space:2rem}",
        "@media print{:root{--space:2rem}}",
        "a{top:var(--space,2rem)}",
    ],
)
def test_what_may_have_another_value_keeps_its_name(css: str) -> None:
    tokens, use = ":root{--space:1rem}", "b{top:var(--space)}"
    assert _settled(tokens, use, css) == [tokens, use, css]


def test_what_scripts_and_templates_name_keeps_its_name() -> None:
    files = ":root{--space:1rem;--idle:0}", "b{top:var(--space)}"
    assert _settled(*files, elsewhere='style.setProperty("--space", wide); "--idle"') == [*files]


def test_a_name_that_another_begins_with_is_another() -> None:
    assert _settled(":root{--space:1rem;--space-2:2rem}a{top:var(--space-2)}") == ["a{top:2rem}"]


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a{margin-block-end:0;inline-size:1px}", "a{margin-bottom:0;width:1px}"),
        ("a{border-block-start-color:red}", "a{border-top-color:red}"),
        ("a{margin-inline-start:0;border-end-end-radius:0}", "a{margin-inline-start:0;border-end-end-radius:0}"),
        ("a{transition:block-size 1s;contain-intrinsic-block-size:1px}", None),
        ("@media print{a::before{max-block-size:1px}}", "@media print{a:before{max-height:1px}}"),
        ("a::after,a::-webkit-x{top:0}", "a:after,a::-webkit-x{top:0}"),
        ("a{writing-mode:vertical-rl}b{inline-size:1px}", None),
    ],
)
def test_properties_have_short_names_where_lines_are_horizontal(css: str, short: str | None) -> None:
    assert css_of(with_short_names(rules_of(css))) == (short or css)
