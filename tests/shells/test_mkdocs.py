"""The frame around pages: what it consists of, and that it works in a real browser under the real policy."""

from __future__ import annotations

import hashlib
import logging
import os
import re
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator.diagnostics import Span
from generator.output import HEADERS, POLICY, write
from generator.shells.mkdocs import dress
from generator.site import Artifact, NavGroup, NavItem, Page, Section, Site
from generator.theme import Theme

ROOT = Path(__file__).parents[2]
OVERRIDES = Theme((ROOT / "themes" / "playbook" / "material",))

TITLE = 'Größe "über" alles & <b>{{ 7 * 7 }}</b> {% raw %}'
WORDS = "A client who asks only about price has stopped seeing the difference between you and anybody else. "
SECTIONS = (
    Section("what-it-means", "What it means", f"<p>{WORDS * 4}</p>"),
    Section("what-to-say", 'What to say, “when” they ask & <wait> {{ "?" }}', f"<p>{WORDS * 4}</p>"),
)
DEEP_BODY = (
    "<h1>Größe</h1><p>{{ title }} {% endraw %} &amp;</p>"
    + "".join(f'<h2 id="{part.id}">Part</h2>{part.html}' for part in SECTIONS)
    + '<p><a href="../../practices/">Slow down</a></p>'
)


def make_site() -> Site:
    learn = (NavItem("tells", "Tells & signs", "tells/"), NavItem("practices", "Practices", "practices/"))
    return Site(
        name="Müller's “Playbook”",
        tagline="What good looks like",
        url="https://example.org/sub/",
        language="en-GB",
        pages=(
            Page("", "Home", 'All that is "good"', "home", "home", f"<h1>Home</h1><p>{WORDS}</p>"),
            Page("tells/", "Tells", "All tells", "tells", "hub", f"<h1>Tells</h1><p>{WORDS}</p>"),
            Page("practices/", "Practices", "All practices", "practices", "hub", "<h1>Practices</h1>"),
            Page(
                "tells/size/",
                TITLE,
                'Says "<no>" & more',
                "tells",
                "tell",
                DEEP_BODY,
                SECTIONS,
                markdown="tells/size.md",
                linked_data='{"@type":"Article","name":"\\u003c"}',
            ),
            Page("404.html", "Not found", "No such page", "", "404", "<h1>No such page</h1>"),
        ),
        nav=(NavGroup("Start", (NavItem("home", "Home", ""),)), NavGroup("Learn", learn)),
        redirects={"tells/big/": "tells/size/", "old.html": "practices/"},
        artifacts=(
            Artifact("assets/css/site.css", b"h1 { letter-spacing: 7px }"),
            Artifact("assets/js/site.js", b"document.documentElement.dataset.module = 'ran';"),
            Artifact("tells/size.md", b"# Size\n"),
        ),
        stylesheets=("assets/css/site.css",),
        scripts=("assets/js/site.js",),
        footer="© Müller <& Co.>",
    )


SITE = make_site()


def build(target: Path, site: Site = SITE) -> Path:
    target.mkdir(parents=True)
    dress(site, OVERRIDES, target)
    write(site.artifacts, target)
    return target


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("served") / "sub")


# ---- what is written ----


class Parsed(HTMLParser):
    """All elements of a document in order, each as (name, attributes, own text)."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str], str]] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}, ""))

    def handle_data(self, data: str) -> None:
        if self.elements and data.strip():
            tag, attrs, text = self.elements[-1]
            self.elements[-1] = (tag, attrs, text + data.strip())

    def between(self, start: str, end: str) -> list[tuple[str, dict[str, str], str]]:
        names = [tag for tag, _, _ in self.elements]
        first = names.index(start) + 1
        return self.elements[first : names.index(end, first)]


def read(folder: Path, path: str) -> str:
    return re.sub(r"\.[0-9a-f]{8}\.min\.css", ".css", (folder / path).read_text("utf-8"))


def parsed(folder: Path, path: str) -> Parsed:
    return Parsed(read(folder, path))


PAGES = tuple(page.path for page in SITE.pages)
DOCUMENTS = (*PAGES, "tells/big/index.html", "old.html")


def test_writes_these_files_and_no_others(built: Path) -> None:
    found = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {re.sub(r"\.[0-9a-f]{8}\.", ".", path) for path in found} == {
        *DOCUMENTS,
        "assets/favicon.svg",
        "assets/redirect.js",
        "assets/shell.css",
        "assets/shell.js",
        "assets/stylesheets/main.min.css",
        "assets/stylesheets/palette.min.css",
        "assets/css/site.css",
        "assets/js/site.js",
        "tells/size.md",
    }


def test_the_head_of_a_deep_page(built: Path) -> None:
    meta_policy = POLICY.replace("; frame-ancestors 'none'", "")
    up = "../../assets/"
    assert parsed(built, "tells/size/index.html").between("head", "body") == [
        ("meta", {"charset": "utf-8"}, ""),
        ("meta", {"http-equiv": "Content-Security-Policy", "content": meta_policy}, ""),
        ("meta", {"name": "viewport", "content": "width=device-width,initial-scale=1"}, ""),
        ("meta", {"name": "description", "content": 'Says "<no>" & more'}, ""),
        ("link", {"rel": "canonical", "href": "https://example.org/sub/tells/size/"}, ""),
        ("link", {"rel": "icon", "type": "image/svg+xml", "href": up + "favicon.svg"}, ""),
        ("link", {"rel": "alternate", "type": "text/markdown", "href": "../../tells/size.md"}, ""),
        ("meta", {"property": "og:title", "content": TITLE}, ""),
        ("meta", {"property": "og:description", "content": 'Says "<no>" & more'}, ""),
        ("meta", {"property": "og:type", "content": "article"}, ""),
        ("meta", {"property": "og:url", "content": "https://example.org/sub/tells/size/"}, ""),
        ("meta", {"property": "og:site_name", "content": SITE.name}, ""),
        ("meta", {"property": "og:locale", "content": "en_GB"}, ""),
        ("script", {"type": "application/ld+json"}, '{"@type":"Article","name":"\\u003c"}'),
        ("title", {}, f"{TITLE} – {SITE.name}"),
        ("link", {"rel": "stylesheet", "href": up + "stylesheets/main.css"}, ""),
        ("link", {"rel": "stylesheet", "href": up + "stylesheets/palette.css"}, ""),
        ("link", {"rel": "stylesheet", "href": up + "shell.css"}, ""),
        ("link", {"rel": "stylesheet", "href": up + "css/site.css"}, ""),
        ("script", {"src": up + "shell.js"}, ""),
        ("script", {"type": "module", "src": up + "js/site.js"}, ""),
    ]


def test_the_home_page_is_titled_with_the_name_of_the_site(built: Path) -> None:
    elements = parsed(built, "index.html").elements
    assert ("title", {}, SITE.name) in elements
    assert ("link", {"rel": "canonical", "href": "https://example.org/sub/"}, "") in elements
    assert ("script", {"src": "assets/shell.js"}, "") in elements


def test_the_page_for_missing_addresses_works_at_any_depth_and_is_not_indexed(built: Path) -> None:
    elements = parsed(built, "404.html").elements
    addresses = [attrs.get("href") or attrs["src"] for _, attrs, _ in elements if "href" in attrs or "src" in attrs]
    assert [address for address in addresses if not address.startswith(("/sub/", "#"))] == []
    assert ("meta", {"name": "robots", "content": "noindex"}, "") in elements
    assert not [attrs for _, attrs, _ in elements if attrs.get("rel") == "canonical"]


def navigation(document: Parsed) -> list[tuple[str, str, str | None]]:
    """The links of the left navigation: title, address, whether it is the current one."""
    elements = document.elements
    start = next(i for i, (_, attrs, _) in enumerate(elements) if attrs.get("id") == "__nav")
    end = next(i for i, (_, attrs, _) in enumerate(elements) if attrs.get("id") == "__content")
    links = [item for item in elements[start:end] if item[0] == "a" and not item[1]["href"].startswith("#")]
    return [(text, attrs["href"], attrs.get("aria-current")) for _, attrs, text in links]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("index.html", [("Home", "./", "page"), ("Tells & signs", "tells/", None), ("Practices", "practices/", None)]),
        (
            "tells/index.html",
            [("Home", "../", None), ("Tells & signs", "../tells/", "page"), ("Practices", "../practices/", None)],
        ),
        (
            "tells/size/index.html",
            [
                ("Home", "../../", None),
                ("Tells & signs", "../../tells/", "true"),
                ("Practices", "../../practices/", None),
            ],
        ),
        (
            "404.html",
            [("Home", "/sub/", None), ("Tells & signs", "/sub/tells/", None), ("Practices", "/sub/practices/", None)],
        ),
    ],
)
def test_the_navigation_leads_from_each_depth_and_marks_the_area(
    built: Path, path: str, expected: list[tuple[str, str, str | None]]
) -> None:
    assert navigation(parsed(built, path)) == expected


def test_the_contents_list_the_sections(built: Path) -> None:
    elements = parsed(built, "tells/size/index.html").elements
    links = [(attrs["href"], text) for tag, attrs, text in elements if tag == "a" and attrs["href"].startswith("#")]
    assert links == [
        ("#__content", "Skip to content"),
        *((f"#{section.id}", section.heading) for section in SECTIONS),
    ]


def test_a_page_without_sections_has_no_contents(built: Path) -> None:
    assert "md-sidebar--secondary" not in read(built, "tells/index.html")


def test_bodies_stand_in_the_page_as_they_are(built: Path) -> None:
    for page in SITE.pages:
        assert read(built, page.path).count(page.body) == 1


def test_each_page_has_one_main_one_h1_and_landmarks_told_apart(built: Path) -> None:
    for path in PAGES:
        elements = parsed(built, path).elements
        tags = [tag for tag, _, _ in elements]
        assert (tags.count("main"), tags.count("h1"), tags.count("header"), tags.count("footer")) == (1, 1, 1, 1)
        labels = [attrs.get("aria-label") or attrs["aria-labelledby"] for tag, attrs, _ in elements if tag == "nav"]
        assert len(labels) == len(set(labels))


def test_the_frame_is_small(built: Path) -> None:
    for page in SITE.pages:
        frame = len((built / page.path).read_bytes()) - len(page.body.encode())
        assert frame < 5000, page.url


def test_nothing_is_inline(built: Path) -> None:
    for path in DOCUMENTS:
        for tag, attrs, _ in parsed(built, path).elements:
            assert tag != "style"
            assert tag != "script" or attrs.get("src") or attrs["type"] == "application/ld+json"
            assert not [name for name in attrs if name == "style" or name.startswith("on")]


def test_every_link_leads_to_a_file_and_an_anchor_of_the_site(built: Path) -> None:
    ids = {path: {a["id"] for _, a, _ in parsed(built, path).elements if "id" in a} for path in DOCUMENTS}
    for path in DOCUMENTS:
        here = SITE.url + path.removesuffix("index.html")
        for _, attrs, _ in Parsed((built / path).read_text("utf-8")).elements:
            for address in filter(None, (attrs.get("href"), attrs.get("src"), attrs.get("data-to"))):
                place = urljoin(here, address)
                assert place.startswith(SITE.url), address
                target = urlsplit(place).path.removeprefix("/sub/")
                target = target + "index.html" if target.endswith("/") or not target else target
                assert (built / target).is_file(), address
                fragment = urlsplit(place).fragment
                assert not fragment or fragment in ids[target], address


def test_stylesheets_ask_for_nothing_from_elsewhere(built: Path) -> None:
    for path in built.rglob("*.css"):
        css = path.read_text("utf-8")
        assert re.findall(r"@import|url\((?![\"']?data:)|sourceMappingURL", css) == []


def test_an_old_address_leads_to_the_new_one(built: Path) -> None:
    elements = parsed(built, "tells/big/index.html").elements
    assert ("meta", {"http-equiv": "refresh", "content": "0; url=../../tells/size/"}, "") in elements
    assert ("meta", {"name": "robots", "content": "noindex"}, "") in elements
    assert ("link", {"rel": "canonical", "href": "https://example.org/sub/tells/size/"}, "") in elements
    assert ("script", {"src": "../../assets/redirect.js", "data-to": "../../tells/size/"}, "") in elements
    assert ("a", {"href": "../../tells/size/"}, "Go to its new address") in elements
    assert ("a", {"href": "practices/"}, "Go to its new address") in parsed(built, "old.html").elements


@pytest.mark.parametrize(
    ("language", "skip"), [("de-CH", "Zum Inhalt"), ("pt-BR", "Pular para conteúdo"), ("xx", "Skip to content")]
)
def test_the_frame_speaks_the_language_of_the_site(tmp_path: Path, language: str, skip: str) -> None:
    elements = parsed(build(tmp_path / "out", replace(SITE, language=language)), "index.html").elements
    assert ("html", {"lang": language, "class": "no-js"}, "") in elements
    assert ("a", {"href": "#__content", "class": "md-skip"}, skip) in elements


def test_without_footer_text_there_is_no_footer(tmp_path: Path) -> None:
    assert "<footer" not in read(build(tmp_path / "out", replace(SITE, footer="")), "index.html")


def test_a_page_leads_to_the_file_and_the_line_it_was_made_from(tmp_path: Path) -> None:
    place = Span("content/tells/size.yml", 3, 1)
    pages = tuple(replace(page, place=place) if page.kind == "tell" else page for page in SITE.pages)
    out = build(tmp_path / "out", replace(SITE, pages=pages, edit_url="https://git.example/{file}#L{line}"))

    link = '<a href="https://git.example/content/tells/size.yml#L3" rel="edit">Edit this entry</a>'
    assert link in read(out, "tells/size/index.html")
    assert 'rel="edit"' not in read(out, "tells/index.html")


def digest(folder: Path) -> str:
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    parts = (path.relative_to(folder).as_posix().encode() + b"\0" + path.read_bytes() + b"\0" for path in files)
    return hashlib.sha256(b"".join(parts)).hexdigest()


@pytest.mark.parametrize(
    ("place", "settings"),
    [
        ("short", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"}),
        ("with a space/and/ümläuts", {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C.UTF-8"}),
    ],
)
def test_the_same_site_gives_the_same_bytes(built: Path, tmp_path: Path, place: str, settings: dict[str, str]) -> None:
    target = tmp_path / place
    code = "import sys; from pathlib import Path; from tests.shells.test_mkdocs import build; build(Path(sys.argv[1]))"
    environment = {**os.environ, "PYTHONUTF8": "1", "PYTHONPATH": str(ROOT), **settings}
    done = subprocess.run(
        [sys.executable, "-c", code, str(target)], env=environment, cwd=tmp_path, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout, done.stderr) == (0, "", "")
    assert digest(target) == digest(built)


def test_mkdocs_says_nothing_and_its_logger_is_left_as_it_was(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture
) -> None:
    logger = logging.getLogger("mkdocs")
    before = (list(logger.handlers), logger.propagate, logger.level)
    build(tmp_path / "out")
    assert capfd.readouterr() == ("", "")
    assert caplog.text == ""
    assert (list(logger.handlers), logger.propagate, logger.level) == before


def test_a_configuration_that_mkdocs_does_not_accept_is_raised(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="does not accept our configuration"):
        dress(replace(SITE, url="no address"), OVERRIDES, tmp_path)


class NoisyRedirects(dict[str, str]):
    """Has MkDocs' logger warn in the middle of a build."""

    def items(self) -> Any:
        logging.getLogger("mkdocs.somewhere").warning("this is odd")


def test_what_mkdocs_logs_as_a_warning_is_raised(tmp_path: Path) -> None:
    with pytest.raises(RuntimeError, match="MkDocs warns: this is odd"):
        dress(replace(SITE, redirects=NoisyRedirects()), OVERRIDES, tmp_path)


# ---- what it does in a browser ----


class Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        pass


@pytest.fixture(scope="module")
def address(built: Path) -> Iterator[str]:
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Handler, directory=str(built.parent)))
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/sub/"
    server.shutdown()
    server.server_close()


class Tabs:
    """Opens tabs, each in a context of its own, and notes what their consoles say."""

    def __init__(self, browser: Browser) -> None:
        self.browser = browser
        self.complaints: list[str] = []

    def open(self, **options: Any) -> Tab:
        tab = self.browser.new_context(**options).new_page()
        tab.on("console", lambda message: self.complaints.append(message.text))
        tab.on("pageerror", lambda error: self.complaints.append(str(error)))
        return tab


@pytest.fixture
def tabs(browser: Browser) -> Iterator[Tabs]:
    before = list(browser.contexts)
    yield Tabs(browser)
    for context in browser.contexts:
        if context not in before:
            context.close()


def expect_scheme(tab: Tab, name: str) -> None:
    expect(tab.locator("html")).to_have_attribute("data-md-color-scheme", name)


def focused(tab: Tab) -> object:
    return tab.evaluate(
        "document.activeElement.textContent.trim() || document.activeElement.getAttribute('aria-label')"
    )


@pytest.mark.browser
def test_pages_keep_the_policy_and_load_only_these_files(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    loaded: list[str] = []
    tab.on("request", lambda request: loaded.append(request.url))
    for path in PAGES:
        tab.goto(address + path)
        assert tab.evaluate("document.documentElement.dataset.module") == "ran"
        assert tab.evaluate("document.documentElement.className") == "js"
    assert tabs.complaints == []
    files = {re.sub(r"\.[0-9a-f]{8}\.min", "", url.removeprefix(address)) for url in loaded}
    assert files - {"assets/favicon.svg"} == {
        *PAGES,
        "assets/stylesheets/main.css",
        "assets/stylesheets/palette.css",
        "assets/shell.css",
        "assets/css/site.css",
        "assets/shell.js",
        "assets/js/site.js",
    }


@pytest.mark.browser
@pytest.mark.parametrize("colours", ["light", "dark"])
@pytest.mark.parametrize("width", [320, 1280])
def test_pages_are_accessible_and_fit(tabs: Tabs, address: str, colours: Any, width: int) -> None:
    tab = tabs.open(color_scheme=colours, viewport={"width": width, "height": 700})
    for path in (*PAGES, "tells/size/index.html#what-to-say"):
        tab.goto(address + path)
        found = Axe().run(tab)
        assert found.violations_count == 0, found.generate_report()
        assert tab.evaluate("document.documentElement.scrollWidth") <= width
    if width == 320:
        tab.get_by_role("button", name="Menu").click()
        found = Axe().run(tab)
        assert found.violations_count == 0, found.generate_report()


@pytest.mark.browser
def test_long_words_do_not_widen_a_narrow_page(tabs: Tabs, tmp_path: Path) -> None:
    long = "Donaudampfschifffahrtsgesellschaftskapitän" * 2
    nav = (NavGroup(long, (NavItem("home", long, ""),)),)
    folder = build(tmp_path / "out", replace(SITE, name=long, nav=nav, footer=long))
    tab = tabs.open(viewport={"width": 320, "height": 700})
    tab.goto((folder / "tells" / "size" / "index.html").as_uri())
    assert tab.evaluate("document.documentElement.scrollWidth") == 320
    tab.get_by_role("button", name="Menu").click()
    assert tab.evaluate("document.getElementById('__nav').scrollWidth <= document.getElementById('__nav').clientWidth")


@pytest.mark.browser
def test_the_skip_link_comes_first_and_leads_to_the_text(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    tab.goto(address + "tells/size/")
    tab.keyboard.press("Tab")
    assert focused(tab) == "Skip to content"
    expect(tab.get_by_role("link", name="Skip to content")).to_be_in_viewport()
    tab.keyboard.press("Enter")
    assert tab.evaluate("document.activeElement.id") == "__content"
    tab.keyboard.press("Tab")
    assert focused(tab) == "Slow down"


@pytest.mark.browser
def test_the_colours_follow_the_system_until_someone_chooses(tabs: Tabs, address: str) -> None:
    tab = tabs.open(color_scheme="dark")
    tab.goto(address)
    button = tab.get_by_role("button", name="Dark colours")
    expect_scheme(tab, "slate")
    expect(button).to_have_attribute("aria-pressed", "true")
    button.focus()
    tab.keyboard.press("Space")
    expect_scheme(tab, "default")
    expect(button).to_have_attribute("aria-pressed", "false")
    tab.goto(address + "tells/")
    expect_scheme(tab, "default")
    expect(tab.get_by_role("button", name="Dark colours")).to_have_attribute("aria-pressed", "false")
    # Back at what the system wants, it is followed again.
    tab.get_by_role("button", name="Dark colours").press("Enter")
    expect_scheme(tab, "slate")
    tab.emulate_media(color_scheme="light")
    expect_scheme(tab, "default")


@pytest.mark.browser
@pytest.mark.parametrize(
    "damage",
    [
        "localStorage.setItem('playbook:scheme', '{\"broken')",
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('blocked') } })",
    ],
)
def test_corrupt_or_blocked_storage_does_no_harm(tabs: Tabs, address: str, damage: str) -> None:
    tab = tabs.open()
    tab.add_init_script(damage)
    tab.goto(address)
    expect_scheme(tab, "default")
    tab.get_by_role("button", name="Dark colours").click()
    expect_scheme(tab, "slate")
    assert tabs.complaints == []


@pytest.mark.browser
@pytest.mark.parametrize("scripts", [True, False])
def test_the_drawer_works_by_keyboard_with_and_without_scripts(tabs: Tabs, address: str, scripts: bool) -> None:
    tab = tabs.open(viewport={"width": 320, "height": 700}, java_script_enabled=scripts)
    tab.goto(address + "tells/size/")
    drawer = tab.get_by_role("navigation", name="Navigation")
    expect(drawer).to_be_hidden()
    for _ in range(2):
        tab.keyboard.press("Tab")
    expect(tab.get_by_role("button", name="Menu")).to_be_focused()
    tab.keyboard.press("Enter")
    expect(drawer).to_be_visible()
    tab.keyboard.press("Tab")
    expect(drawer.get_by_role("link", name="Home")).to_be_focused()
    tab.keyboard.press("Escape")
    expect(drawer).to_be_hidden()
    expect(tab.get_by_role("button", name="Menu")).to_be_focused()
    tab.keyboard.press("Enter")
    drawer.get_by_role("link", name="Practices").click()
    expect(tab.get_by_role("heading", name="Practices")).to_be_visible()


@pytest.mark.browser
def test_a_wide_page_shows_both_lists_and_no_menu_button(tabs: Tabs, address: str) -> None:
    tab = tabs.open(viewport={"width": 1440, "height": 700})
    tab.goto(address + "tells/size/")
    expect(tab.get_by_role("button", name="Menu")).to_be_hidden()
    expect(tab.get_by_role("navigation", name="Navigation")).to_be_visible()
    expect(tab.get_by_role("navigation", name="Table of contents")).to_be_visible()


@pytest.mark.browser
def test_without_scripts_a_page_is_whole_and_has_no_dead_button(tabs: Tabs, address: str) -> None:
    tab = tabs.open(java_script_enabled=False)
    tab.goto(address)
    expect(tab.get_by_role("heading", name="Home")).to_be_visible()
    expect(tab.locator(".shell-palette")).to_be_hidden()
    tab.goto(address + "tells/big/")
    tab.wait_for_url(address + "tells/size/")


@pytest.mark.browser
def test_an_old_address_keeps_the_query_and_the_fragment(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    tab.goto(address + "tells/big/?from=mail#what-to-say")
    tab.wait_for_url(address + "tells/size/?from=mail#what-to-say")
    assert tabs.complaints == []


@pytest.mark.browser
def test_a_site_opened_from_a_disk_has_its_look_and_its_links(tabs: Tabs, built: Path) -> None:
    tab = tabs.open()
    tab.goto((built / "tells" / "size" / "index.html").as_uri())
    assert tab.evaluate("document.styleSheets.length") == 4
    tab.get_by_role("link", name=SITE.name).click()
    tab.wait_for_url((built / "index.html").as_uri())
    tab.goto((built / "tells" / "big" / "index.html").as_uri() + "#what-to-say")
    tab.wait_for_url((built / "tells" / "size" / "index.html").as_uri() + "#what-to-say")


@pytest.mark.browser
def test_the_plainest_rule_of_the_theme_wins_over_material(tabs: Tabs, address: str) -> None:
    tab = tabs.open()
    tab.goto(address)
    assert tab.evaluate("getComputedStyle(document.querySelector('h1')).letterSpacing") == "7px"
    assert tab.evaluate("getComputedStyle(document.querySelector('.md-header')).position") == "sticky"


@pytest.mark.browser
def test_on_paper_there_is_no_frame(tabs: Tabs, address: str) -> None:
    tab = tabs.open(viewport={"width": 1440, "height": 700})
    tab.goto(address + "tells/size/")
    tab.emulate_media(media="print")
    expect(tab.get_by_role("heading", name="Größe")).to_be_visible()
    for part in (".md-header", "#__nav", ".md-sidebar--secondary", ".md-footer", ".md-skip"):
        expect(tab.locator(part)).to_be_hidden()
