"""Rules that begin with the same selector are written within one, and select what they did."""

from __future__ import annotations

import pytest

from generator.site.css_nesting import nested
from generator.site.css_rules import css_of, rules_of


@pytest.mark.parametrize(
    ("css", "short"),
    [
        (
            ".links{top:0}.links>li{top:1px}.links a,.links .why:hover{top:2px}.links:hover{top:3px}",
            ".links{top:0;>li{top:1px}& a,.why:hover{top:2px}&:hover{top:3px}}",
        ),
        (
            "@media print{.body .picture img{top:0}.body .picture a{top:1px}}",
            "@media print{.body{.picture{& img{top:0}& a{top:1px}}}}",
        ),
        (
            ".around a{top:0}.around{top:1px}.around :is(b,i){top:2px}.around::after{top:3px}",
            ".around{& a{top:0}&{top:1px}:is(b,i){top:2px}&::after{top:3px}}",
        ),
        (
            ".other{left:0}.around .left text{top:0}.around .left path{top:1px}.around .right text{top:2px}",
            ".other{left:0}.around{.left{& text{top:0}& path{top:1px}}.right text{top:2px}}",
        ),
        ('.tick[data-x="a b"] i{top:0}.tick[data-x="a b"] b{top:1px}', '.tick[data-x="a b"]{& i{top:0}& b{top:1px}}'),
    ],
)
def test_neighbours_stand_in_one_rule(css: str, short: str) -> None:
    assert css_of(nested(rules_of(css))) == short


@pytest.mark.parametrize(
    "css",
    [
        ".a b{top:0}.c{top:1px}.a i{top:2px}",
        ".card{top:0}.card-head{top:1px}.cards{top:2px}",
        ".long-name b,.other b{top:0}.long-name i{top:1px}",
        ".long-name::before{top:0}@media print{.long-name b{top:1px}}.long-name::before b{top:2px}",
        "@font-face{src:url(a)}@font-face{src:url(b)}",
        "@page long-name{margin:0}@page long-name-2{margin:0}",
        ".a b{top:0}",
        "",
    ],
)
def test_others_stay_as_they_are(css: str) -> None:
    assert css_of(nested(rules_of(css))) == css
