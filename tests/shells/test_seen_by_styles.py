"""Pages that are the same to styles, and pages that are not."""

from __future__ import annotations

import pytest

from generator.shells.seen_by_styles import seen_by_styles

CSS = "a[href^=http],.main>p:empty,[ data-kind ],#a:dir(ltr):lang(en){top:0}"
PAGE = '<html lang="en"><main class="main" id="a" title="A"><a href="x">A</a><p></p><img src="a"></main></html>'


def seen(html: str) -> tuple[object, ...]:
    return seen_by_styles(CSS, html)


@pytest.mark.parametrize(("old", "new"), [(">A<", ">Another text<"), ('title="A"', 'title="B"'), ('src="a"', "alt")])
def test_texts_and_attributes_that_no_selector_names_make_no_other_page(old: str, new: str) -> None:
    assert old in PAGE
    assert seen(PAGE.replace(old, new)) == seen(PAGE)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('href="x"', 'href="y"'),
        ('lang="en"', 'lang="de"'),
        ("<html ", '<html dir="rtl" '),
        ('class="main"', 'class="other"'),
        ('id="a"', 'id="b"'),
        ("<p></p>", "<p> </p>"),
        ("<p></p>", "<p></p><p></p>"),
        ("<p></p>", '<p data-kind="a"></p>'),
        ("<img", "<hr><img"),
        ("</a><p>", "<p></a>"),
    ],
)
def test_what_a_selector_can_tell_makes_another_page(old: str, new: str) -> None:
    assert old in PAGE
    assert seen(PAGE.replace(old, new)) != seen(PAGE)
