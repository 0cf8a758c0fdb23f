from __future__ import annotations

import pytest

from generator.media.svg import harmless
from generator.media.unusable import Unusable
from tests.media.made import SVG


def shown(inner: str) -> str:
    """What is published of a drawing with this content, without its first element."""
    text = harmless(SVG.format(inner).encode()).content.decode()
    return text[text.index(">") + 1 :].removesuffix("</svg>\n")


def why(content: str) -> tuple[str, int, int]:
    with pytest.raises(Unusable) as refused:
        harmless(content.encode())
    assert refused.value.hint
    return refused.value.message, refused.value.line, refused.value.column


def test_a_drawing_stays_as_it_is() -> None:
    inner = (
        "<title>A &amp; B</title>"
        '<defs><linearGradient id="a"><stop offset="1" stop-color="#06c"/></linearGradient></defs>'
        '<style>.b { fill: url(#a) }</style><g class="b" transform="scale(2)"><path d="M0 0h9"/></g><use href="#a"/>'
        '<text x="3">1 &lt; 2</text><image href="data:image/png;base64,AAAA"/>'
    )
    assert shown(inner) == inner


def test_what_programs_for_drawings_add_for_themselves_is_left_out() -> None:
    inner = (
        '<metadata><x xmlns="urn:x">y</x></metadata><!-- made by hand -->'
        '<g xmlns:i="urn:inkscape" i:label="Layer"><i:grid/><rect width="3"/></g> words'
    )
    assert shown(inner) == '<g><rect width="3"/></g>'


def test_links_are_left_out_and_what_they_hold_stays() -> None:
    assert shown('<a href="https://x.example/"><rect width="3"/></a>') == '<rect width="3"/>'


@pytest.mark.parametrize(
    ("inner", "said"),
    [
        ("<script>x()</script>", "the drawing contains `<script>`, which could run programs on the pages of readers"),
        ("<SCRIPT>x()</SCRIPT>", "the drawing contains `<SCRIPT>`, which could run programs on the pages of readers"),
        ('<h:script xmlns:h="http://www.w3.org/1999/xhtml"/>', "`<script>`"),
        ("<foreignObject/>", "`<foreignObject>`"),
        ('<rect onclick="x()"/>', "the drawing contains `onclick=…`, a program that runs on the pages of readers"),
        ('<rect xmlns:e="urn:e" e:onload="x()"/>', "`onload=…`"),
        (
            '<animate attributeName="x"/>',
            "the drawing contains `<animate>`, by which it moves, and readers cannot stop that",
        ),
        ("<blink/>", "the drawing contains `<blink>`, which is no part of a still picture"),
        (
            '<image href="https://x.example/a.png"/>',
            "the drawing refers to `https://x.example/a.png`, which is not in its file",
        ),
        ('<image href="data:image/svg+xml;base64,AAAA"/>', "which is not in its file"),
        ('<use xmlns:l="http://www.w3.org/1999/xlink" l:href="other.svg#a"/>', "refers to `other.svg#a`"),
        ('<rect fill="url(https://x.example/#a)"/>', "by which they could load something"),
        ("<rect fill=\"url('//x.example/a')\"/>", "refers to `//x.example/a`"),
        ('<rect style="fill:u\\72l(a)"/>', "by which they could load something"),
        ("<style>@import 'x.css';</style>", "the styles of the drawing contain `@import`"),
        ("<style>@im\nport 'x.css'; @font-face{}</style>", "the styles of the drawing contain"),
        ('<style>a { background: image-set("x.png" 1x) }</style>', "`image-set(`"),
        ('<g id="a"><use href="#a"/></g>', "a part of the drawing uses itself"),
    ],
)
def test_what_could_do_harm_is_refused_with_its_place(inner: str, said: str) -> None:
    message, line, _ = why(SVG.format(f"\n{inner}"))
    assert said in message
    assert line == 2


def test_parts_that_are_used_again_and_again_are_counted() -> None:
    levels = "".join(f'<g id="a{n}">{f"<use href={chr(34)}#a{n - 1}{chr(34)}/>" * 10}</g>' for n in range(1, 9))
    message, _, _ = why(SVG.format(f'<g id="a0"><rect/></g>{levels}'))
    assert message == "the parts of the drawing are used again so often that it has more than 100,000"


def test_entities_and_endless_nesting_are_refused() -> None:
    bomb = '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]>\n' + SVG.format("&b;")
    assert why(bomb)[0] == "the picture declares entities, which can make a small file huge"
    assert why(SVG.format("<g>" * 100))[0] == "the picture has more than 60 levels"


def test_a_usual_document_type_is_no_harm() -> None:
    kind = '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">'
    assert harmless(f"{kind}{SVG.format('<rect/>')}".encode()).width == 60


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("<svg", "the picture is no well-formed SVG: unclosed token"),
        ("<html/>", "the file contains no SVG"),
        ("<svg/>", "the drawing does not name the namespace of SVG"),
        ('<svg xmlns="http://www.w3.org/2000/svg"/>', "the drawing says neither its size nor its `viewBox`"),
        (SVG.replace("60", "0"), "the drawing measures 0 × 40 pixels"),
    ],
)
def test_what_is_no_drawing_is_said(content: str, said: str) -> None:
    assert why(content)[0] == said


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('width="60" height="40"', (60, 40)),
        ('width="1in" height="25.4mm"', (96, 96)),
        ('viewBox="0 0 300 120"', (300, 120)),
        ('width="100%" height="100%" viewBox="0,0,30.4,12"', (30, 12)),
    ],
)
def test_the_size_is_that_of_the_drawing(attributes: str, size: tuple[int, int]) -> None:
    drawn = harmless(f'<svg xmlns="http://www.w3.org/2000/svg" {attributes}><rect/></svg>'.encode())
    assert (drawn.width, drawn.height) == size
    assert harmless(drawn.content).content == drawn.content
