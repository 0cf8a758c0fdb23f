"""The Markdown of a page says what the page says, and its links hold."""

from __future__ import annotations

import re
from html import unescape
from posixpath import dirname, join, normpath

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from markdown import Markdown
from markupsafe import escape

from generator.language.language import english
from generator.model.values import Prose
from generator.outputs.markdown import has_markdown, markdown_path, to_markdown
from generator.prose.finishing import Finishing
from generator.prose.term_finder import TermFinder
from generator.prose.writer import Writer
from generator.site.heading_ids import HeadingIds
from generator.site.page import Page
from tests.playbooks import EXAMPLE_PLAYBOOK, built, on_every_page, site

BODY = """
<article class="entry" data-kind="practice">
<header class="entry-head">
<p class="entry-kind"><a href="../">Practice</a> <span>1 of 2</span></p>
<h1>Slow it <em>down</em> &amp; wait</h1>
<p class="lead">Two * two is [four].</p>
<dl class="facts">
<div><dt>When</dt><dd><a href="../../moments/first/">First</a>, <a href="../../moments/last/#x">Last</a></dd></div>
<div><dt>Time</dt><dd>5 minutes</dd></div>
</dl>
</header>
<section class="part" aria-labelledby="how">
<h2 id="how">How<span class="own-mark"><sup role="img" aria-label="our addition"></sup></span></h2>
<nav class="neighbourhood"><svg><svg></svg><a href="x"><text>Not this</text></a></svg></nav>
<ol class="steps">
<li><span>Ask.</span> <span class="steps-detail">And wait.</span></li>
<li><h3>Again</h3>
<p>Twice.</p>
<ul class="links"><li><a href="../b/">B</a> <span class="kind">Practice</span>
<span class="why">It helps.</span></li></ul></li>
</ol>
<div class="tick"><input type="checkbox" id="t"><div><label for="t">Tick me</label></div></div>
<div class="tick"><input type="checkbox" id="u"><div><label for="u">Me too</label></div></div>
<figure><blockquote><p>So they say</p></blockquote><figcaption>Somebody</figcaption></figure>
<table><thead><tr><th>A</th><th>B</th></tr></thead><tbody><tr><td>1</td><td><b>2</b></td></tr></tbody></table>
<p>Theirs. <span class="part-own">Ours, <a href="../b/">B</a>.<sup class="part-sign"></sup></span></p>
<p># no heading</p><p>1. no list</p><p>- none either</p>
</section>
</article>
"""

MARKDOWN = """\
[Practice](./) 1 of 2

# Slow it *down* & wait

Two \\* two is \\[four\\].

- **When:** [First](../moments/first.md), [Last](../moments/last/#x)
- **Time:** 5 minutes

## How {.own}

1. Ask. And wait.
2. **Again**

   Twice.

   - [B](b.md) (Practice): It helps.
- [ ] Tick me
- [ ] Me too

> So they say

Somebody

| A | B |
| --- | --- |
| 1 | **2** |

Theirs. [Ours, [B](b.md).]{.own}

\\# no heading

1\\. no list

\\- none either
"""


def test_the_whole_of_a_body() -> None:
    assert to_markdown(BODY, {"moments/first/", "b/"}) == MARKDOWN


TEXT = """\
### Before

A:
- b
  1. `c`d`
- e ~~f~~ ~~~ g

| a | b |
| :-: | --: |
| `x|y` | 2 |

> [!TIP] *Title*
> A.
>
> - b
>   - c

> [!NOTE]
> D.

> Quoted.
>
> Twice.

4. four
5. five

   more[^n]

```
if a < b: "*c*"

  ```d
```

[^n]: A *note*.
"""

AS_MARKDOWN = """\
### Before

A:

- b
   1. `c`d\\`
- e ~~f~~ \\~\\~~ g

| a | b |
| :-: | ---: |
| `x\\|y` | 2 |

> [!TIP]
> ***Title***
>
> A.
>
> - b
>    - c

> [!NOTE]
> D.

> Quoted.
>
> Twice.

4. four
5. five

   more[^1]

````
if a < b: "*c*"

  ```d
````

[^1]: A *note*.
"""


def test_a_text_comes_out_as_it_was_written() -> None:
    finishing = Finishing(english().words.texts, HeadingIds().give)
    html = Writer({}, lambda target: target, TermFinder({}), finishing=finishing).html(Prose(TEXT))

    assert to_markdown(html) == AS_MARKDOWN


def test_it_lies_beside_its_page() -> None:
    assert markdown_path("practices/slow-down/") == "practices/slow-down.md"
    assert markdown_path("about/") == "about.md"


def test_entries_and_pages_written_by_hand_have_one() -> None:
    kinds = {page.kind for page in built(EXAMPLE_PLAYBOOK)[0].pages if has_markdown(page)}

    assert {"practice", "term", "page"} <= kinds
    assert {"home", "index", "404", "browse", "search", "matrix"} & kinds == set()


@example("=")
@example("===")
@example("&lt;")
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), max_size=40))
def test_text_is_shown_as_it_is(text: str) -> None:
    markdown = Markdown(extensions=["sane_lists"])
    for unwanted in ("html_block",):
        markdown.preprocessors.deregister(unwanted)
    shown = re.sub(r"<[^>]*>", "", markdown.convert(to_markdown(f"<p>{escape(text)}</p>")))
    assert unescape(shown).split() == text.split()


def markdown_of(page: Page) -> str:
    path = markdown_path(page.url)
    return next(file.content.decode() for file in site(EXAMPLE_PLAYBOOK).artifacts if file.path == path)


@pytest.mark.parametrize(
    ("href", "target"),
    [
        ("https://e.org/a_(b)", "https://e.org/a_%28b%29"),
        ("https://e.org/a b", "https://e.org/a%20b"),
        ("https://e.org/a)b", "https://e.org/a%29b"),
        ("https://e.org/[a]?b=%5B", "https://e.org/%5Ba%5D?b=%5B"),
        ("https://e.org/a&lt;b&gt;\\", "https://e.org/a%3Cb%3E%5C"),
        ("https://e.org/\u3000\u00e9", "https://e.org/%E3%80%80\u00e9"),
    ],
)
def test_no_sign_in_an_address_ends_its_link(href: str, target: str) -> None:
    assert to_markdown(f'<p>See <a href="{href}">this [1] (and that)</a>.</p>') == (
        f"See [this \\[1\\] (and that)]({target}).\n"
    )


@on_every_page
def test_every_page_has_its_headings_and_no_leftovers(page: Page) -> None:
    if not has_markdown(page):
        return
    text = markdown_of(page)

    assert text.count("\n# ") + text.startswith("# ") == 1
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [f"## {section.heading}{' {.own}' if section.own else ''}" for section in page.sections]
    assert re.findall(r"</?[a-z][^>]*>|&[a-z]+;|\n\n\n", text) == []


@on_every_page
def test_every_link_leads_to_a_page_or_a_file(page: Page) -> None:
    if not has_markdown(page):
        return
    there = {page.url.rstrip("/") for page in built(EXAMPLE_PLAYBOOK)[0].pages} | {
        artifact.path for artifact in site(EXAMPLE_PLAYBOOK).artifacts
    }
    path = markdown_path(page.url)
    links = [re.split("[?#]", link)[0] for link in re.findall(r"(?<!\\)\]\(([^)]*)\)", markdown_of(page))]

    lost = [
        link
        for link in links
        if link and not re.match(r"\w+:", link) and normpath(join(dirname(path), link)).lstrip(".") not in there
    ]
    assert lost == []


def test_pictures_stay_with_their_words_and_files_say_what_they_are() -> None:
    body = (
        '<p>See <picture class="picture"><source type="image/webp" sizes="9em" srcset="../../assets/x.webp 400w">'
        '<img src="../../files/plan.png" alt="a [plan] &amp; more" width="9" height="9"></picture> and '
        '<a class="file" href="../../files/form.pdf">the form <span class="file-about">(PDF, 3 kB)</span></a></p>'
    )
    assert (
        to_markdown(body)
        == "See ![a \\[plan\\] & more](../files/plan.png) and [the form (PDF, 3 kB)](../files/form.pdf)\n"
    )
