"""The whole site of a small playbook with an entry of every kind: the outline of each page, and what holds in all."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import PurePosixPath
from urllib.parse import unquote, urljoin, urlsplit

from generator import pipeline
from generator.config.project import read_config
from generator.site.page import Page, Site
from tests import playbooks
from tests.conftest import GOLDEN, Playbook, compare
from tests.hashed_names import text_of, without_hashes
from tests.outline import VOID, outline
from tests.playbooks import on_every_page

OUTLINES = GOLDEN / "outlines"


def site() -> Site:
    return playbooks.built(playbooks.EXAMPLE_PLAYBOOK)[0]


@cache
def files() -> frozenset[str]:
    """The paths of all files of the site."""
    folder = playbooks.built(playbooks.EXAMPLE_PLAYBOOK)[1]
    return frozenset(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())


def golden(page: Page) -> str:
    return f"{(page.url or 'home').rstrip('/').removesuffix('.html')}.txt"


class Element:
    def __init__(self, tag: str, attributes: dict[str, str], ancestors: tuple[str, ...]) -> None:
        self.tag, self.attributes, self.ancestors = tag, attributes, ancestors
        self.text = ""


class Body(HTMLParser):
    """The elements of a body in their order, each with the text in it."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[Element] = []
        self.open: list[Element] = []
        self.feed(html)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        names = [name for name, _ in attrs]
        assert len(names) == len(set(names)), f"an attribute is given twice: {self.get_starttag_text()}"
        element = Element(tag, {name: value or "" for name, value in attrs}, tuple(e.tag for e in self.open))
        self.elements.append(element)
        if tag not in VOID:
            self.open.append(element)

    def handle_endtag(self, tag: str) -> None:
        assert self.open, f"</{tag}> closes nothing"
        assert self.open.pop().tag == tag

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_data(self, data: str) -> None:
        for element in self.open:
            element.text += data

    def having(self, attribute: str) -> Iterator[tuple[Element, str]]:
        return ((e, e.attributes[attribute]) for e in self.elements if attribute in e.attributes)

    def ids(self) -> list[str]:
        return [value for _, value in self.having("id")]


body_of = cache(Body)
"""Of the HTML of a page, which many tests look at."""


@cache
def anchors() -> dict[str, set[str]]:
    """The ids on each page, by its address."""
    return {page.url: set(body_of(page.body).ids()) for page in site().pages}


@on_every_page
def test_the_outline(page: Page) -> None:
    compare(outline(page.body), OUTLINES / golden(page))


def test_no_golden_is_left_of_a_page_that_is_gone() -> None:
    kept = {path.relative_to(OUTLINES).as_posix() for path in OUTLINES.rglob("*.txt")}

    assert kept - {golden(page) for page in site().pages} == set()


@on_every_page
def test_every_id_is_given_once(page: Page) -> None:
    assert [name for name, count in Counter(body_of(page.body).ids()).items() if count > 1] == []


@on_every_page
def test_headings_start_at_one_and_never_leave_out_a_level(page: Page) -> None:
    levels = [int(e.tag[1]) for e in body_of(page.body).elements if e.tag in ("h1", "h2", "h3", "h4", "h5", "h6")]

    assert levels[0] == 1
    assert levels.count(1) == 1
    assert [(a, b) for a, b in pairwise(levels) if b > a + 1] == []


@on_every_page
def test_every_section_has_an_anchor_under_its_heading(page: Page) -> None:
    headings = {e.attributes.get("id"): e.text for e in body_of(page.body).elements if e.tag == "h2"}

    assert {s.id: headings.get(s.id) for s in page.sections} == {s.id: headings[s.id] for s in page.sections}
    assert all(s.id for s in page.sections)


@on_every_page
def test_labels_and_descriptions_lead_to_what_they_name(page: Page) -> None:
    body = body_of(page.body)
    named = [
        (element.tag, attribute, name)
        for attribute in ("for", "aria-labelledby", "aria-describedby", "aria-controls", "list")
        for element, value in body.having(attribute)
        for name in value.split()
    ]

    assert [entry for entry in named if entry[2] not in body.ids()] == []


@on_every_page
def test_every_field_has_a_label(page: Page) -> None:
    body = body_of(page.body)
    labelled = {value for _, value in body.having("for")}

    unnamed = [
        element.attributes
        for element in body.elements
        if element.tag in ("input", "select", "textarea")
        and element.attributes.get("type") not in ("hidden", "submit", "button")
        and element.attributes.get("id") not in labelled
        and not {"aria-label", "aria-labelledby"} & element.attributes.keys()
        and "label" not in element.ancestors
    ]
    assert unnamed == []


@on_every_page
def test_links_headings_items_and_paragraphs_have_text(page: Page) -> None:
    tags = ("a", "h1", "h2", "h3", "h4", "li", "p", "dt", "dd", "legend", "label", "summary", "button", "th", "caption")

    # `data-says` has the words that styles write, to keep the room of what a script makes.
    filled_later = ("hidden", "role", "aria-live", "data-says")
    empty = [e for e in body_of(page.body).elements if e.tag in tags and not e.text.strip()]
    assert [e.tag for e in empty if not any(name in e.attributes for name in filled_later)] == []


@on_every_page
def test_lists_hold_items_and_links_hold_no_links(page: Page) -> None:
    body = body_of(page.body)

    assert [e.ancestors[-1] for e in body.elements if e.tag == "li" and e.ancestors[-1] not in ("ul", "ol")] == []
    assert [e.tag for e in body.elements if e.ancestors and e.ancestors[-1] in ("ul", "ol") and e.tag != "li"] == []
    assert [e.text for e in body.elements if e.tag == "a" and "a" in e.ancestors] == []
    # Not even a browser agrees with a paragraph that holds blocks.
    blocks = ("p", "ul", "ol", "dl", "div", "section", "h2", "h3", "h4", "blockquote", "details", "table", "form")
    assert [(e.tag, e.text) for e in body.elements if e.tag in blocks and "p" in e.ancestors] == []


@on_every_page
def test_every_address_within_the_site_leads_somewhere(page: Page) -> None:
    pages = anchors()
    lost = []
    for _, address in [*body_of(page.body).having("href"), *body_of(page.body).having("src")]:
        whole = urlsplit(urljoin(site().url + page.url, address))
        if f"{whole.scheme}://{whole.netloc}" not in site().url:
            continue
        path = unquote(whole.path).removeprefix(urlsplit(site().url).path)
        if path not in files() and (path not in pages or (whole.fragment and whole.fragment not in pages[path])):
            lost.append(address)
    assert lost == []


@on_every_page
def test_nothing_in_a_body_runs_or_styles_itself_but_files_of_the_site(page: Page) -> None:
    body = body_of(page.body)

    scripts = [e for e in body.elements if e.tag == "script" and e.attributes.get("type") != "application/json"]
    assert [e.text for e in scripts if e.text.strip() or not e.attributes["src"].startswith("../")] == []
    assert [e.tag for e in body.elements if e.tag in ("style", "iframe", "object", "embed", "base")] == []
    assert [name for e in body.elements for name in e.attributes if name == "style" or name.startswith("on")] == []


@on_every_page
def test_text_is_never_escaped_twice_and_no_template_shows_through(page: Page) -> None:
    texts = [e.text for e in body_of(page.body).elements if e.tag in ("article", "section")]

    for mark in ("&amp;", "&lt;", "&#", "Markup(", "[[", "]]", "{%", "None", "Undefined", "<generator", "object at 0x"):
        assert [mark for text in texts if mark in text] == []


def test_pages_have_addresses_of_their_own() -> None:
    urls = [page.url for page in site().pages]

    assert len(urls) == len({url.casefold() for url in urls})
    assert [url for url in urls if PurePosixPath(url).is_absolute() or ".." in url] == []


def test_every_page_has_a_title_and_a_description() -> None:
    assert [page.url for page in site().pages if not page.title.strip() or not page.description.strip()] == []


def test_old_addresses_lead_to_new_ones() -> None:
    assert dict(site().redirects) == {"practices/ask-first/": "practices/ask-before-fixing/"}


def test_the_navigation_lists_kinds_that_have_entries_in_the_order_of_the_configuration(playbook: Playbook) -> None:
    root = playbook({"content/terms/slow.yml": "title: Slow\nsummary: S.\nmeaning: M.\n"})
    (root / "site_config.yml").write_text(
        (root / "site_config.yml").read_text().replace("[practices, tells]", "[tells, terms, practices]")
    )
    project, _ = read_config(root / "site_config.yml")
    assert project is not None

    nav = pipeline.build(project, pipeline.read(project)).nav

    assert [(g.title, [(i.key, i.title, i.url) for i in g.items]) for g in nav] == [
        ("All", [("terms", "Terms", "terms/")]),
        ("Tools", [("plan", "My plan", "plan/"), ("browse", "Browse", "browse/")]),
    ]


def test_the_navigation_ends_with_the_tools_and_the_pages_written_by_hand() -> None:
    tools = site().nav[-1]
    assert tools.title == "Tools"
    assert [item.url for item in tools.items] == ["plan/", "plan-a-session/", "team/", "print/", "browse/", "about/"]
    pages = {page.url: page for page in site().pages}
    assert [pages[item.url].area for item in tools.items] == [item.key for item in tools.items]


def test_yaml_is_never_a_template(playbook: Playbook) -> None:
    text = "title: 'T {{ site.name }}'\nsummary: '{% raw %} S.'\nmeaning: '{# M #} {{ 7 * 7 }} <b>&amp;</b>'\n"
    root = playbook({"content/terms/slow.yml": text})
    project, _ = read_config(root / "site_config.yml")
    assert project is not None

    pages = {page.url: page for page in pipeline.build(project, pipeline.read(project)).pages}

    body = pages["terms/slow/"].body
    assert "<h1>T {{ site.name }}</h1>" in body
    assert "{% raw %} S." in body
    assert "{# M #} {{ 7 * 7 }} &lt;b&gt;&amp;&lt;/b&gt;" in body


def test_the_styles_of_all_pages_begin_with_the_tokens_and_give_kinds_their_colours() -> None:
    assert [without_hashes(path) for path in site().stylesheets] == ["assets/styles/all.css"]
    css = text_of(playbooks.site(playbooks.EXAMPLE_PLAYBOOK), "assets/styles/all.css")

    assert css.startswith(":root{--font-text:")
    assert "[data-kind=practice]{--kind:light-dark(#00544b,#a3dfd6)}" in css


def test_no_two_files_of_the_site_have_one_path() -> None:
    whole = playbooks.site(playbooks.EXAMPLE_PLAYBOOK)
    paths = [page.path for page in whole.pages] + [artifact.path for artifact in whole.artifacts]

    assert [path for path, count in Counter(map(str.casefold, paths)).items() if count > 1] == []
