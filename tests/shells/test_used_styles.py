"""Of a stylesheet, what a page can use stays."""

from __future__ import annotations

import pytest

from generator.shells.used_styles import used_styles

SAMPLE = (
    '<html class="no-js"><body dir="ltr"><input type="checkbox" class="open"><main class="main">'
    '<div class="md-dialog"></div><div class="dialog"></div></main></body></html>'
)


@pytest.mark.parametrize(
    "css",
    [
        "html{top:0}",
        "table{top:0}",
        ".main>.dialog{top:0}",
        ".open:checked~.main:hover{top:0}",
        ".js .main::before{top:0}",
        ".main:not([hidden]){top:0}",
        "[dir=ltr] .dialog:last-child{top:0}",
        ".main:is(.other,.main){top:0}",
        "@media print{.main{top:0}}",
        "@page{margin:0}",
        ".main{animation:turn 1s}@keyframes turn{from{top:0}}",
        ":root{--x:0}.main{top:var(--x)}",
        ".main:unheard-of{top:0}",
        ":focus-visible>.dialog{top:0}",
        "[data-md-color-scheme=slate]{top:0}",
    ],
)
def test_what_a_page_uses_stays(css: str) -> None:
    assert used_styles(css, SAMPLE) == css


@pytest.mark.parametrize(
    "css",
    [
        ".tabs{top:0}",
        ".main .md-dialog{top:0}",
        ".md-dialog~.dialog{top:0}",
        ".dialog p{top:0}",
        ".main .open{top:0}",
        "[dir=rtl] .main{top:0}",
        "[data-scheme=slate]{top:0}",
        "[data-md-color-scheme=slate][data-md-color-primary=pink]{top:0}",
        "@media print{.tabs{top:0}}",
        "@keyframes turn{from{top:0}}",
        ":root{--x:0}",
        ":root{--x:var(--y);--y:0}",
        ".main::-moz-focus-inner:-moz-only{top:0}",
    ],
)
def test_what_no_page_uses_goes(css: str) -> None:
    assert used_styles(css, SAMPLE) == ""


def test_of_a_list_what_is_used_stays_and_so_do_properties_that_others_use() -> None:
    assert used_styles(".tabs,.main{--x:0;--y:0;top:0}", SAMPLE, "a{top:var( --x )}") == ".main{--x:0;top:0}"


@pytest.mark.parametrize(
    ("css", "left"),
    [
        (".main{top:0;left:0}", ".main{left:0}"),
        ("@media print{.main{top:0}}", ""),
        (".main,.dialog{top:0}", ".main,.dialog{top:0}"),
        (".main:hover{top:0}", ".main:hover{top:0}"),
        (".main{top:0!important}", ".main{top:0!important}"),
        (".dialog{left:0}", ".dialog{left:0}"),
        ("body{top:0}", ""),
    ],
)
def test_what_is_set_again_for_the_same_selector_goes(css: str, left: str) -> None:
    after = ".open,.main{top:1px}@media print{.dialog{left:1px}}@layer material{body{top:1px}}"
    assert used_styles(css, SAMPLE, after) == left
