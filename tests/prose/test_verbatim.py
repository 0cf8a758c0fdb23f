import re
from html import unescape

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.prose.verbatim import to_blocks


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One line.", "<p>One line.</p>"),
        ("Dear Erik,\n\nas I said.", "<p>Dear Erik,</p>\n<p>as I said.</p>"),
        ("Best,\nInes", "<p>Best,<br>Ines</p>"),
        ("We said:\n- one\n- two", "<p>We said:</p>\n<ul><li>one</li><li>two</li></ul>"),
        ("- one\n\n \nLast.\n", "<ul><li>one</li></ul>\n<p>Last.</p>"),
        ("*so* & [[slow]] <b>\n# 1", "<p>*so* &amp; [[slow]] &lt;b&gt;<br># 1</p>"),
    ],
)
def test_paragraphs_lines_and_lists_and_nothing_else(text: str, html: str) -> None:
    assert to_blocks(text) == html


@given(st.text(st.sampled_from("ab -*<&\n"), min_size=1).filter(str.strip))
def test_no_word_is_lost(text: str) -> None:
    shown = unescape(re.sub("<[^>]*>", " ", to_blocks(text)))
    written = re.sub(r"^- ", "", text.strip(), flags=re.MULTILINE)
    assert shown.split() == written.split()
