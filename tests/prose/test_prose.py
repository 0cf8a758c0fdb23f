"""Text becomes HTML in one of two ways with the same result, and nothing gets through that is not meant to."""

from __future__ import annotations

import re
from html import escape, unescape
from html.parser import HTMLParser

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from generator.model.values import Line, Prose
from generator.prose.markdown import TAGS, through_markdown, to_html
from generator.prose.term_finder import TermFinder
from generator.prose.typography import plain, typeset
from generator.prose.writer import Target, Writer
from tests.conftest import some_of

UNHURRIED = settings(deadline=None, derandomize=True, max_examples=some_of(300))

WORDS = ["a", "Ask", "slow", "client's", "10", "1", "é", "漢", "&", "&amp;", "&#14;0&#15;", "&lt;b&gt;", "x--y"]
SPACES = [" ", " ", " ", "\n", "\n\n", "\n\n\n", "  \n", "    ", "\t", "\u00a0"]
PUNCTUATION = [*".,;:!?…-–—+=*_`~#|^$%@/\\'\"()[]{}<>", "...", "- ", "1. ", "---", "===", "## ", "> ", "](", "[^1]:"]
MENTIONS = ["[[slow]]", "[[slow|take it easy]]", "[[ ask | <i>who</i> ]]", "[[slow]", "[[]]", '[[ask|" onclick="x]]']
MARKUP = [
    "*em*",
    "**strong**",
    "`code`",
    "[words](https://e.example/a?b=c&d)",
    "[words](/etc 'title')",
    "[see [[slow]]](https://e.example/)",
    "[words](https://e.example/[[slow]])",
    "`[[slow]]`",
    "[words](javascript:alert(1))",
    "[words](JaVaScRiPt&#58;alert(1))",
    "[words](data:text/html;base64,PHNjcmlwdD4=)",
    "![picture](https://e.example/x.png)",
    "<https://e.example/>",
    "<javascript:alert(1)>",
    "[r]: https://e.example/",
    "[r][r]",
]
HTML = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "<b style='color:red'>",
    "</p></section>",
    "<svg/onload=alert(1)>",
    "<!-- comment -->",
    "<?php ?>",
    "<![CDATA[",
    "<a href='javascript:x'>",
    "<iframe srcdoc='&lt;script&gt;'>",
    "<style>p{}</style>",
    "\n<div>\n",
]

texts = st.lists(st.sampled_from(WORDS + SPACES + PUNCTUATION + MENTIONS), max_size=14).map("".join)
anything = st.lists(st.sampled_from(WORDS + SPACES + PUNCTUATION + MENTIONS + MARKUP + HTML), max_size=12).map(
    "".join
) | st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\n"), max_size=60)


def mention(entry_id: str, words: str | None) -> str:
    return f'<a class="mention" href="../{escape(entry_id)}/">{escape(words or entry_id, quote=False)}</a>'


class Seen(HTMLParser):
    """The tags of a piece of HTML, what its links lead to, and its text."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.attributes: set[str] = set()
        self.addresses: list[str] = []
        self.open: list[str] = []
        self.nested = False
        self.text = ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.nested |= tag == "a" and "a" in self.open
        self.tags.append(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name == "href"]
        if tag not in ("br", "hr"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        self.tags.append("!--")

    def handle_decl(self, decl: str) -> None:
        self.tags.append("!")

    def handle_pi(self, data: str) -> None:
        self.tags.append("?")


@UNHURRIED
@given(texts, st.booleans())
@example("a\n-", True)
@example("a\n=", True)
@example("[^1]: a", True)
@example("[[slow]]: a", True)
@example("\u00a0a", True)
@example(" [[slow]]", False)
def test_the_short_way_gives_what_the_long_way_gives(text: str, blocks: bool) -> None:
    assert to_html(text, mention, blocks=blocks) == through_markdown(text, mention, blocks=blocks)


@UNHURRIED
@given(anything, st.booleans())
@example('[a](https://e.example/[[x|" onclick=alert(1) y="]])', True)
@example("[see [[slow]]](https://e.example/) and [[slow]]", True)
@example("&#14;5&#15;[[slow]]", True)
@example("[a](javascript:x) [[slow]]", False)
def test_only_allowed_tags_attributes_and_addresses_get_through(text: str, blocks: bool) -> None:
    seen = Seen(to_html(text, mention, blocks=blocks))

    assert set(seen.tags) <= TAGS
    assert seen.attributes <= {"class", "href"}
    assert not [a for a in seen.addresses if re.match(r"\s*[a-z][a-z0-9+.-]*:", a, re.I) and not _harmless(a)]
    assert not seen.nested
    assert seen.open == []


def _harmless(address: str) -> bool:
    return address.lower().startswith(("http:", "https:", "mailto:"))


@pytest.mark.parametrize("html", HTML)
def test_html_is_shown_as_it_is_typed(html: str) -> None:
    for text in (html, f"*so* {html}", f"{html}\n\n*so*"):
        seen = Seen(to_html(text, mention))

        assert set(seen.tags) <= {"p", "em"}
        assert unescape(html).strip() in seen.text


@UNHURRIED
@given(anything)
def test_typography_leaves_tags_alone_and_happens_once(text: str) -> None:
    html = to_html(text, mention)
    once = typeset(html)

    assert re.findall(r"<[^>]*>", once) == re.findall(r"<[^>]*>", html)
    assert typeset(once) == once


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ('"Slow down," she said.', "“Slow down,” she said."),
        ("It's the clients' word", "It’s the clients’ word"),
        ("\"'Slow,' she said,\" he said", "“‘Slow,’ she said,” he said"),
        ('("so")', "(“so”)"),
        ("slow - then fast", "slow – then fast"),
        ("a - - b", "a – – b"),
        ("1990--2000", "1990–2000"),
        ("well-known", "well-known"),
        ("wait...", "wait…"),
        ("a---b", "a—b"),
        ("I was--", "I was–"),
        ("wait....", "wait…."),
        ("the '90s, rock 'n' roll, 2020's", "the ’90s, rock ’n’ roll, 2020’s"),
        ('"in 2020"', "“in 2020”"),
    ],
)
def test_quotation_marks_dashes_and_dots_as_in_print(typed: str, shown: str) -> None:
    assert typeset(typed) == shown


@pytest.mark.parametrize(
    "typed",
    [
        "--dry-run",
        "Run it with -v, --fix or (--no-fix).",
        'git commit -m "first try"',
        '--title="our value" and so on',
        '<a class="x">',
        "https://example.org/a--b?c='d'",
        "www.example.org/a--b",
        "first--last@example.org",
        "C:\\Users\\a--b",
        "../a--b/c",
        "/var/log/...",
        "report--final.docx",
        "a --> b <-- c => d",
        "__init__",
        "-----",
        "15\" and 6'",
        "5'10\"",
        "e-mail, up-to-date, 24/7, Q&A, 3-5, A/B, +/- 2, C++, #1, 50%, $5, 2 x 3",
        "10:30, 1,250.00, 1'000 and v1.2.3-beta",
        "{name} and [name] and %s",
    ],
)
def test_what_people_type_in_business_texts_stays_as_it_is(typed: str) -> None:
    assert typeset(escape(typed, quote=False)) == escape(typed, quote=False)


def test_behind_an_option_text_is_typeset_again() -> None:
    assert typeset('git commit -m "so" and "so"') == 'git commit -m "so" and “so”'
    assert typeset('"--fix" it\'s "so"') == "“--fix” it’s “so”"
    assert typeset('--title="our value" it\'s') == '--title="our value" it’s'


def test_a_quotation_mark_opens_where_a_paragraph_starts_and_closes_behind_a_tag() -> None:
    html = '<p>"<em>Slow</em>"</p>\n<p>"down"</p>'

    assert typeset(html) == "<p>“<em>Slow</em>”</p>\n<p>“down”</p>".replace("“<em>", "“<em>")


def test_code_keeps_its_straight_quotes() -> None:
    assert to_html('say `"a" -- \'b\'...` or "c"', mention).startswith("<p>say <code>")
    assert typeset('<p><code>"a" -- b...</code> "c"</p>') == '<p><code>"a" -- b...</code> “c”</p>'


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("One.\n\nTwo.", "<p>One.</p>\n<p>Two.</p>"),
        ("One,\nstill one.", "<p>One,\nstill one.</p>"),
        ("- a\n- b", "<ul>\n<li>a</li>\n<li>b</li>\n</ul>"),
        ("1. a\n2. b", "<ol>\n<li>a</li>\n<li>b</li>\n</ol>"),
        ("*a* **b** `c`", "<p><em>a</em> <strong>b</strong> <code>c</code></p>"),
        ("> so", "<blockquote>\n<p>so</p>\n</blockquote>"),
        ("### So", "<h3>So</h3>"),
        ("#1 of ten", "<p>#1 of ten</p>"),
        ("# Title", "<p># Title</p>"),
        ("Title\n=====", "<p>Title\n=====</p>"),
        ("[words](https://e.example/)", '<p><a href="https://e.example/">words</a></p>'),
        ('[words](https://e.example/ "title")', '<p><a href="https://e.example/">words</a></p>'),
        ("[words](javascript:alert(1))", "<p><a>words</a></p>"),
        ("![a](files/x.png)", '<p><img alt="a" src="files/x.png"></p>'),
        ("[note]: not a link", "<p>[note]: not a link</p>"),
        ("R&D <3", "<p>R&amp;D &lt;3</p>"),
        ("`[[slow]]`", "<p><code>[[slow]]</code></p>"),
        ("[see [[slow]]](https://e.example/)", '<p><a href="https://e.example/">see slow</a></p>'),
    ],
)
def test_markdown_as_the_handbook_promises_it(text: str, html: str) -> None:
    assert to_html(text, mention) == html


@pytest.mark.parametrize("text", ["- 5 degrees", "+ 3 days", "1. May", "2) so", "> 5 percent", "#1", "## So", "***"])
def test_a_line_is_never_a_list_a_heading_or_a_quotation(text: str) -> None:
    assert writer().html(Line(text)) == escape(text, quote=False)


TARGETS = {
    "slow": Target("Slow & steady", "term", "terms/slow/"),
    "ask": Target("Ask first", "practice", "practices/ask/"),
}


def writer(own_id: str = "", **forms: str) -> Writer:
    found = TermFinder({form.replace("_", " "): term for form, term in forms.items()})
    return Writer(TARGETS, lambda target: f"../../{TARGETS[target].url}", found, own_id)


SLOW = '<a class="mention" data-kind="term" href="../../terms/slow/">'
TERM = '<a class="term" data-term="slow" href="../../terms/slow/">'


def test_a_mention_shows_the_title_or_the_given_words() -> None:
    html = writer().html(Prose("See [[slow]] or [[slow|take your time]]."))

    assert html == f"<p>See {SLOW}Slow &amp; steady</a> or {SLOW}take your time</a>.</p>"


def test_nothing_links_to_the_page_it_stands_on() -> None:
    assert writer("slow", slowness="slow").html(Line("[[slow]] is slowness")) == "Slow &amp; steady is slowness"


def test_prose_is_in_blocks_a_line_is_not_and_plain_text_knows_no_markup() -> None:
    assert writer().html(Prose("*So*.")) == "<p><em>So</em>.</p>"
    assert writer().html(Line("*So*.")) == "<em>So</em>."
    assert writer().html("*So* & [[slow]] <b>") == "*So* &amp; [[slow]] &lt;b&gt;"
    assert plain('"R&D"') == "“R&amp;D”"


def test_a_term_is_linked_where_it_first_stands_on_the_page() -> None:
    page = writer(slowness="slow")

    assert page.html(Line("Slowness, then slowness.")) == f"{TERM}Slowness</a>, then slowness."
    assert page.html(Line("slowness")) == "slowness"


def test_a_term_is_not_linked_again_where_the_page_mentions_it_already() -> None:
    page = writer(slowness="slow")

    assert page.html(Line("[[slow|Take time]]: slowness")) == f"{SLOW}Take time</a>: slowness"


def test_terms_are_not_linked_within_other_links_or_parts_of_words() -> None:
    page = writer(slowness="slow")
    text = "[slowness](https://e.example/), slowness-like, unslowness, [bad](javascript:x) slowness"

    assert page.html(Line(text)) == (
        '<a href="https://e.example/">slowness</a>, slowness-like, unslowness, <a>bad</a> ' + f"{TERM}slowness</a>"
    )


def test_the_longest_form_of_a_term_wins() -> None:
    page = writer(slow="ask", slow_down="slow")

    assert page.html(Line("slow down")) == f"{TERM}slow down</a>"


def test_forms_are_found_across_line_breaks_typography_and_entities() -> None:
    found = TermFinder({"client's voice": "a", "R&D": "b", "amp": "c"})
    replaced = found.replaced("the client’s\nvoice in R&amp;D &amp; so", lambda term, words: f"<{term}:{words}>")

    assert replaced == "the <a:client’s\nvoice> in <b:R&amp;D> &amp; so"
    assert found.found_in(["The Client's voice", "amp"]) == {"a", "c"}


@UNHURRIED
@given(st.lists(st.text(min_size=1, max_size=4).filter(str.strip), max_size=4), st.text(max_size=20))
@example(["ss"], "ß \u017fs")
@example(["i"], "\u0130 \u0131 I")
@example(["k"], "\u212a")
def test_no_form_and_no_text_make_the_finder_stumble(forms: list[str], text: str) -> None:
    found = TermFinder({form: "t" for form in forms})

    assert found.found_in([text]) <= {"t"}
    assert unescape(found.replaced(escape(text, quote=False), lambda _, words: words)) == text


def test_without_terms_nothing_is_looked_for() -> None:
    assert TermFinder({}).replaced("so", lambda *_: "x") == "so"
    assert TermFinder({}).found_in(["so"]) == frozenset()
