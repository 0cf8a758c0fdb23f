import pytest

from generator.model.provenance import Of
from generator.model.values import Line, Prose
from generator.prose.markdown import to_html
from generator.prose.typography import typeset

SIGNS = {Of.OWN: "our addition", Of.SOURCE: "from the sources"}
OWN_STILL = '<span class="part-own">'
OWN = f'{OWN_STILL}<sup class="part-sign" aria-hidden="true"></sup>'
SOURCE = OWN.replace("own", "source")
SIGN = '<sup class="part-sign" role="img" aria-label="our addition"></sup></span>'
SOURCE_SIGN = SIGN.replace("our addition", "from the sources")


def mention(_id: str, words: str | None) -> str:
    return f"<a>{words}</a>"


@pytest.mark.parametrize(
    ("written", "html"),
    [
        ("Theirs. [Ours.]{own}", f"<p>Theirs. {OWN}Ours.{SIGN}</p>"),
        ("[Ours & [[slow|so]].]{own}", f"<p>{OWN}Ours &amp; <a>so</a>.{SIGN}</p>"),
        ("[Ours, *so*.]{own}", f"<p>{OWN}Ours, <em>so</em>.{SIGN}</p>"),
        ("*So [ours]{own}.*", f"<p><em>So {OWN}ours{SIGN}.</em></p>"),
        ("*So [ours* too]{own}.", f"<p><em>So {OWN}ours</span></em>{OWN_STILL} too{SIGN}.</p>"),
        ("[So *ours]{own} too*.", f"<p>{OWN}So </span><em>{OWN_STILL}ours{SIGN} too</em>.</p>"),
        ("- [one]{own}\n- two", f"<ul>\n<li>{OWN}one{SIGN}</li>\n<li>two</li>\n</ul>"),
        ("&#17;forged&#18; [Ours.]{own}", f"<p>{OWN}forged{SIGN} Ours.</p>"),
        (
            "[a]{own} [b]{source}",
            f"<p>{OWN}a{SIGN} {SOURCE}b{SOURCE_SIGN}</p>",
        ),
        ("[a]{wrong}", "<p>[a]{wrong}</p>"),
    ],
)
def test_a_marked_part_is_an_element_that_ends_with_its_sign(written: str, html: str) -> None:
    assert to_html(Prose(written), mention, signs=SIGNS) == html


def test_without_signs_it_is_plain_text() -> None:
    assert to_html(Line("Theirs. [Ours.]{own}"), mention, blocks=False) == "<p>Theirs. Ours.</p>"


def test_typography_does_not_see_the_ends_of_a_part() -> None:
    html = to_html(Prose('So. ["Ours," she said.]{own}'), mention, signs=SIGNS)

    assert typeset(html) == f"<p>So. {OWN}“Ours,” she said.{SIGN}</p>"
