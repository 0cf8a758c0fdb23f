"""The outline of a page."""

from __future__ import annotations

from tests.outline import outline

PAGE = """\
<article class="entry" data-kind="tell">
<header class="entry-head">
<p class="entry-kind"><a href="../">Tell</a></p>
<h1>A &amp; <em>B</em></h1>
</header>
<section aria-labelledby="one"><h2 id="one">One
thing</h2>
<p id="place">Text with <a href="../x/#y">a <b>link</b></a> and <a href="z.pdf" aria-label="PDF on A4">A4</a>.</p>
<form hidden>
<label><input type="radio" name="how" value="1"> 1</label>
<label><input type="radio" name="how" value="2" checked> 2</label>
<label><input type="radio" name="how" value=""> none</label>
<input type="checkbox" id="t" name="tick" value="yes">
<input type="number" name="people" value="12"><textarea id="w" name="words"></textarea>
<select name="which"><option>a</option></select>
<button type="button" hidden>Go <span>on</span></button>
</form>
</section>
<nav aria-label="Picture"><svg viewBox="0 0 1 1"><a href="#one"><text>One</text></a><path id="p" d="M0 0"/></svg></nav>
</article>
"""


def test_an_outline_has_headings_landmarks_links_ids_and_fields_in_their_order() -> None:
    assert outline(PAGE).splitlines() == [
        "article",
        "  header",
        "    link Tell -> ../",
        "    h1 A & B",
        '  section "one"',
        "    h2 #one One thing",
        "    p #place",
        "    link a link -> ../x/#y",
        '    link "PDF on A4" A4 -> z.pdf',
        "    form (hidden)",
        '      radio how = 1, 2, ""',
        "      checkbox #t tick = yes",
        "      number people",
        "      textarea #w words",
        "      select which",
        "      button (hidden) Go on",
        '  nav "Picture"',
        "    link One -> #one",
        "    path #p",
    ]


def test_classes_texts_and_the_order_of_attributes_are_no_part_of_it() -> None:
    other = PAGE.replace("<p id", '<p class="lead" id').replace("Text with", "Words with").replace("<em>B</em>", "B")

    assert outline(other) == outline(PAGE)


def test_each_of_its_parts_changes_it() -> None:
    for old, new in (
        ("<h1>A", "<h1>C"),
        ('<h2 id="one">', '<h2 id="two">'),
        ("h2", "h3"),
        ('href="../x/#y"', 'href="../x/"'),
        ("link</b>", "links</b>"),
        ('value="2"', 'value="3"'),
        ('name="people"', 'name="persons"'),
        ("section", "aside"),
        ('aria-label="Picture"', 'aria-label="Map"'),
        ('id="place"', ""),
        ("<form hidden>", "<form>"),
    ):
        assert old in PAGE
        assert outline(PAGE.replace(old, new)) != outline(PAGE), old
