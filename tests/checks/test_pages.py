"""Rules about words hold for pages written by hand as well."""

from __future__ import annotations

from generator.checks import check
from generator.content.hand_page import HandPage
from generator.content.hand_page_text import parse_page
from generator.diagnostics.diagnostic import in_order
from generator.reporting import report
from tests.checks.small_playbook import SITE, clean_files, graph_of

FILE = "content/pages/about.md"


def page(text: str) -> HandPage:
    found, problems = parse_page(text, "about", FILE)
    assert found is not None, problems
    return found


def said_of(text: str) -> str:
    site = SITE.model_copy(update={"avoided_words": {"stakeholder": "the person"}})
    found = in_order(check(graph_of(clean_files()), site, [page(text)]))
    lines = text.split("\n")
    return report.as_text(found, lambda _, number: lines[number - 1])


def test_every_rule_about_words_marks_its_place() -> None:
    text = """\
#  Our color

The lead goes on
over <b>two</b> lines, TODO.

## How we favor it

> A quotation: see [there](../there/) and [here](javascript:x).

- "A stakeholder" is quoted, a stakeholder is not.
- ![a picture](x.png)
"""
    assert (
        said_of(text)
        == """\
content/pages/about.md:1:8: warning[mixed-spelling]: `color` is American spelling
   1 | #  Our color
     |        ^^^^^
   hint: write `colour`

content/pages/about.md:4:6: error[raw-html]: `<b>` is HTML, which the page shows as plain text
   4 | over <b>two</b> lines, TODO.
     |      ^^^
   hint: write `**words**`

content/pages/about.md:4:24: warning[unfinished-text]: `TODO` marks an unfinished text
   4 | over <b>two</b> lines, TODO.
     |                        ^^^^
   hint: finish the text, or delete the sentence

content/pages/about.md:6:11: warning[mixed-spelling]: `favor` is American spelling
   6 | ## How we favor it
     |           ^^^^^
   hint: write `favour`

content/pages/about.md:8:28: error[unknown-address]: `../there/` is not a valid link target
   8 | > A quotation: see [there](../there/) and [here](javascript:x).
     |                            ^^^^^^^^^
   hint: to link to an entry write `[[id|there]]`; to another site, its whole address with `https://`

content/pages/about.md:8:50: error[unsafe-link]: `javascript:` is not allowed as the start of an address
   8 | > A quotation: see [there](../there/) and [here](javascript:x).
     |                                                  ^^^^^^^^^^^^
   hint: link to an address that starts with `https://`, `http://` or `mailto:`

content/pages/about.md:10:32: warning[avoided-word]: `stakeholder` is a word that this playbook avoids
  10 | - "A stakeholder" is quoted, a stakeholder is not.
     |                                ^^^^^^^^^^^
   hint: write instead: the person; or put it in quotation marks if you talk about the word

content/pages/about.md:11:16: error[picture-in-text]: the picture `x.png` would not be shown
  11 | - ![a picture](x.png)
     |                ^^^^^
   hint: put the picture into content/files/ and write `files/x.png`
"""
    )


def test_a_page_without_fault_is_clean() -> None:
    text = "# About\n\nUs, and [[slow-down|how]].\n\n## More\n\nSee [it](https://example.org/a) and `<b>`.\n"
    assert said_of(text) == ""


def test_each_text_of_a_page_has_its_place() -> None:
    text = "\n# A  title \n\nThe\nlead.\n\n##   One\n\nText.\n\n\n## Two\nMore\n\ntext."
    found = page(text)
    places = {route: text[slice(*found.extents[route])] for route, _ in found.texts()}
    assert places == {
        ("title",): "A  title",
        ("lead",): "The\nlead.",
        ("sections", 0, "heading"): "One",
        ("sections", 0, "text"): "Text.",
        ("sections", 1, "heading"): "Two",
        ("sections", 1, "text"): "More\n\ntext.",
    }
    assert [text[slice(*found.extents[route])].split() for route, _ in found.texts()] == [
        said.split() for _, said in found.texts()
    ]
