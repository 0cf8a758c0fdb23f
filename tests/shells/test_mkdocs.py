"""The frame around pages: what it consists of."""

from __future__ import annotations

import hashlib
import json
import logging
import os
import re
import subprocess
import sys
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser
from pathlib import Path
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest

from generator.caching.kept import Kept
from generator.diagnostics.place import Span
from generator.language.language import english
from generator.media.folder import attached_files
from generator.shells.shell import framed
from generator.site.policy import FIND_SITE, POLICY
from tests.conftest import ROOT
from tests.hashed_names import without_hashes
from tests.media.made import SVG as DRAWING
from tests.sampling import first_of
from tests.shells.framed import PAGES, SECTIONS, SITE, THEME, TITLE, build


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


def test_only_pages_with_a_video_may_contain_its_frame() -> None:
    shown = replace(SITE.pages[0], body='<video-card data-frame="https://a.example/embed/1"></video-card>')
    site = replace(
        SITE, pages=(shown, *SITE.pages[1:]), frames=("https://a.example", "https://b.example"), worker=False
    )
    files = {file.path: file for file in framed(site, THEME)}
    assert "object-src 'none'; frame-src https://a.example\"" in files["index.html"].content.decode()
    assert "frame-src" not in files["tells/index.html"].content.decode()


def test_a_logo_stands_before_the_name_and_a_sign_takes_the_place_of_that_of_the_theme(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "files").mkdir(parents=True)
    for name in ("logo", "on-dark", "sign"):
        (content / "files" / f"{name}.svg").write_text(DRAWING.format(f"<title>{name}</title>"), "utf-8")
    (logo, on_dark, sign), _ = attached_files(content, "content", Kept(tmp_path / "cache"))
    site = replace(SITE, logo=logo, logo_on_dark=on_dark, favicon=sign, worker=False)
    files = {file.path: file for file in framed(site, THEME)}
    home = files["index.html"].content.decode()
    assert (
        '<a class="shell-name" href="./"><img class="shell-logo shell-on-light" src="files/logo.svg" alt="" width="60" '
        'height="40"><img class="shell-logo shell-on-dark" src="files/on-dark.svg" alt="" width="60" height="40">'
        "<span>Müller"
    ) in home
    favicon = re.search(r'href="(assets/[^"]+/favicon.svg)"', home)
    assert favicon
    assert b"<title>sign</title>" in files[favicon[1]].content


def read(folder: Path, path: str) -> str:
    return without_hashes((folder / path).read_text("utf-8"))


def parsed(folder: Path, path: str) -> Parsed:
    return Parsed(read(folder, path))


DOCUMENTS = (*PAGES, "tells/big/index.html", "old.html")


def test_writes_these_files_and_no_others(built: Path) -> None:
    found = {path.relative_to(built).as_posix() for path in built.rglob("*") if path.is_file()}
    assert {without_hashes(path) for path in found} == {
        *DOCUMENTS,
        "assets/favicon.svg",
        "assets/redirect.js",
        "assets/register.js",
        "assets/frame.css",
        "assets/shell.js",
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
        ("link", {"rel": "stylesheet", "href": up + "frame.css"}, ""),
        ("link", {"rel": "stylesheet", "href": up + "css/site.css"}, ""),
        ("link", {"rel": "preload", "as": "script", "href": up + "shell.js"}, ""),
        ("link", {"rel": "modulepreload", "href": up + "js/site.js"}, ""),
        ("script", {"src": up + "shell.js", "data-site": "example.org/sub"}, ""),
        ("script", {"type": "module", "src": up + "js/site.js"}, ""),
    ]


def test_the_home_page_is_titled_with_the_name_of_the_site(built: Path) -> None:
    elements = parsed(built, "index.html").elements
    assert ("title", {}, SITE.name) in elements
    assert ("link", {"rel": "canonical", "href": "https://example.org/sub/"}, "") in elements
    assert ("script", {"src": "assets/shell.js", "data-site": "example.org/sub"}, "") in elements


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
        own = page.body + (FIND_SITE if page.url == "404.html" else "")
        frame = len((built / page.path).read_bytes()) - len(own.encode())
        assert frame < 5000, page.url


def test_nothing_is_inline_but_what_the_policy_names(built: Path) -> None:
    named = "sha256-" + b64encode(sha256(FIND_SITE.encode()).digest()).decode()
    assert POLICY.count("sha256-") == POLICY.count(f"'{named}'") == 1
    for path in DOCUMENTS:
        inline = []
        for tag, attrs, text in parsed(built, path).elements:
            assert tag != "style"
            if tag == "script" and not attrs.get("src") and attrs.get("type") != "application/ld+json":
                inline.append(text)
            assert not [name for name in attrs if name == "style" or name.startswith("on")]
        assert inline == ([FIND_SITE.strip()] if path == "404.html" else []), path


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


def test_a_site_that_browsers_keep_names_its_worker_and_its_manifest(built: Path, tmp_path: Path) -> None:
    folder = build(tmp_path / "out", replace(SITE, worker=True))
    page, own = (read(folder, "tells/size/index.html"), read(built, "tells/size/index.html"))
    worker = '<script data-worker="../../sw.js" defer src="../../assets/register.js"></script>'
    assert worker in without_hashes(page)
    assert '<link rel="manifest" href="../../manifest.webmanifest">' in page
    assert '<a class="shell-offline" href="../../offline/">' in page
    assert not re.search(r"data-worker|webmanifest|shell-offline", own + read(folder, "404.html").partition("<body")[0])
    named = json.loads((folder / "manifest.webmanifest").read_bytes())["icons"]
    assert all((folder / icon["src"]).is_file() for icon in named)


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
    ("language", "skip"),
    [("de-CH", "Zum Inhalt"), ("pt-BR", "Pular para conteúdo"), ("xx", "Skip to content")],
)
def test_the_frame_speaks_the_language_of_the_site(tmp_path: Path, language: str, skip: str) -> None:
    elements = parsed(build(tmp_path / "out", replace(SITE, language=english(language))), "index.html").elements
    assert ("html", {"lang": language, "class": "no-js"}, "") in elements
    assert ("a", {"href": "#__content", "class": "md-skip"}, skip) in elements


@pytest.mark.parametrize("tag", ["ar-EG", "he", "az-Arab"])
def test_a_language_from_right_to_left_says_so_on_pages_and_redirects(tmp_path: Path, tag: str) -> None:
    built = build(tmp_path / "out", replace(SITE, language=english(tag)))
    elements = parsed(built, "index.html").elements
    assert ("html", {"dir": "rtl", "lang": tag, "class": "no-js"}, "") in elements
    assert ("html", {"lang": tag, "dir": "rtl"}, "") in parsed(built, "tells/big/index.html").elements
    assert [attrs["dir"] for name, attrs, _ in elements if name == "body"] == ["rtl"]


def test_without_footer_text_the_footer_has_its_button_alone(tmp_path: Path) -> None:
    text = read(build(tmp_path / "out", replace(SITE, footer="")), "index.html")
    assert '<p class="md-grid"><button class="shell-keys"' in text


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


OTHERWISE = (
    (
        "with a space/and/ümläuts",
        {"PYTHONHASHSEED": "77", "TZ": "America/Lima", "LC_ALL": "C", "SOURCE_DATE_EPOCH": "1"},
    ),
    ("short", {"PYTHONHASHSEED": "1", "TZ": "Pacific/Kiritimati", "LC_ALL": "C.UTF-8"}),
)


@pytest.mark.sampled
@pytest.mark.parametrize(("place", "settings"), first_of(OTHERWISE))
def test_the_same_site_gives_the_same_bytes(built: Path, tmp_path: Path, place: str, settings: dict[str, str]) -> None:
    target = tmp_path / place
    code = "import sys; from pathlib import Path; from tests.shells.framed import build; build(Path(sys.argv[1]))"
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


def test_a_configuration_that_mkdocs_does_not_accept_is_raised() -> None:
    with pytest.raises(RuntimeError, match="does not accept our configuration"):
        list(framed(replace(SITE, url="no address"), THEME))


class NoisyRedirects(dict[str, str]):
    """Has MkDocs' logger warn in the middle of a build."""

    def items(self) -> Any:
        logging.getLogger("mkdocs.somewhere").warning("this is odd")


def test_what_mkdocs_logs_as_a_warning_is_raised() -> None:
    with pytest.raises(RuntimeError, match="MkDocs warns: this is odd"):
        list(framed(replace(SITE, redirects=NoisyRedirects()), THEME))
