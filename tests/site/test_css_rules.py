"""Styles are taken apart into rules, and written again without what says nothing."""

from __future__ import annotations

import pytest

from generator.site.css_rules import chosen, css_of, rules_of


@pytest.mark.parametrize(
    ("css", "short"),
    [
        ("a { color: red; }", "a{color:red}"),
        ("/* of */ a , b > c {\n  margin : 0 -1px;\n}\n", "a,b>c{margin :0 -1px}"),
        ('a::after { content: "; } "; }', 'a::after{content:"; } "}'),
        ("a { margin: 0.5px -0.25em 10.0px 0 }", "a{margin:.5px -.25em 10.0px 0}"),
        ("a { --x: y z; inline-size: calc(1px + 2px) }", "a{--x:y z;inline-size:calc(1px + 2px)}"),
        ("a:is(b , c > d) ~ e + f g { x: y }", "a:is(b,c>d)~e+f g{x:y}"),
        (
            "a::after { content: ' , '; width: min(1px , 2px + 3px) }",
            'a::after{content:" , ";width:min(1px,2px + 3px)}',
        ),
        (
            """[a = "b-c"] [a='1b'], [a="b c"], [a=""], [a^="#"], [a="\\"" i] { x: y }""",
            """[a = b-c] [a="1b"],[a="b c"],[a=""],[a^="#"],[a="\\"" i]{x:y}""",
        ),
        ("@media (min-width: 40em) { a { top: 0 } }", "@media(min-width:40em){a{top:0}}"),
        (
            "@media screen and (width < 40em) , print { a { top: 0 } }",
            "@media screen and (width < 40em),print{a{top:0}}",
        ),
        ("@page { margin: 0; /* of */ /* none */ padding: 0 }", "@page{margin:0;padding:0}"),
        ("@layer base { a:hover { top: 0; } }", "@layer base{a:hover{top:0}}"),
        ("@font-face { src: url(a.woff2) }", "@font-face{src:url(a.woff2)}"),
        ('a { background: url("data:image/svg+xml,<svg>;</svg>") , none }', None),
    ],
)
def test_spaces_and_comments_go_and_nothing_else(css: str, short: str | None) -> None:
    written = css_of(rules_of(css))
    assert written == (short or 'a{background:url("data:image/svg+xml,<svg>;</svg>"),none}')
    assert css_of(rules_of(written)) == written


def test_of_a_list_the_wanted_selectors_stay_and_what_is_empty_goes() -> None:
    rules = rules_of("a, .b { top: 0 } .c { top: 1px } @media print { .c { top: 2px } } @font-face { x: y }")

    assert css_of(chosen(rules, lambda one: one != ".c")) == "a,.b{top:0}@font-face{x:y}"
    assert css_of(chosen(rules, lambda one: one == ".c", at_rules=False)) == ".c{top:1px}@media print{.c{top:2px}}"
