"""The preview: a real server in a process of its own, and a real browser that looks at it."""

from __future__ import annotations

import http.client
import os
import re
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page as Tab
from playwright.sync_api import expect

from generator.site.policy import HEADERS
from tests.browser.accessibility import violations

ROOT = Path(__file__).parents[2]
REPORT = "content/tells/a.yml:1:1: error[some-code]: `bad <b>&` is wrong\n   1 | bad <b>&\n     | ^^^"

PREVIEW = f"""
import signal, sys, time
from pathlib import Path
from generator.publishing.preview_server import BuildResult, Report, serve
from generator.site.page import Artifact

source = Path(sys.argv[1])
# A process that was started in the background ignores this signal, and so do those that it starts.
signal.signal(signal.SIGINT, signal.default_int_handler)

def build():
    text = (source / "a.yml").read_text()
    if text == "bad":
        return BuildResult(None, {REPORT!r})
    if text == "slow":
        time.sleep(1)
    if text == "crash":
        raise ZeroDivisionError("our own fault")
    files = {{"data.json": Artifact("data.json", b"{{}}")}}
    for path, title in (("index.html", text), ("404.html", "No such page"), ("tells/index.html", "Tells")):
        html = (f"<!doctype html><html lang=en><head><link rel=icon href=data:,><title>{{title}}</title></head>"
                f"<body><main><h1>{{title}}</h1></main></body></html>")
        files[path] = Artifact(path, html.encode())
    report = Report("content/tells/a.yml:1:1: said: " + text if "is " in text else "", "lost" in text)
    return BuildResult(files, finish=lambda pending, making: report, base="/sub/")

serve(build, lambda: [source], port=int(sys.argv[2]), base="/sub/")
"""


@dataclass
class Preview:
    """A preview in a process of its own."""

    process: subprocess.Popen[str]
    source: Path
    said: list[str]

    @property
    def address(self) -> str:
        found = re.search(r"http://\S+", "".join(self.said))
        assert found
        return found[0]

    def wait_to_hear(self, words: str) -> None:
        assert self.process.stderr is not None
        while words not in self.said[-1]:
            line = self.process.stderr.readline()
            assert line, f"the preview ended after saying {self.said}"
            self.said.append(line)

    def edit(self, text: str) -> None:
        (self.source / "a.yml").write_text(text)

    def get(self, path: str, method: str = "GET") -> tuple[int, http.client.HTTPMessage, str]:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc)
        connection.request(method, path)
        answer = connection.getresponse()
        return answer.status, answer.headers, answer.read().decode()


Start = Callable[..., Preview]


@contextmanager
def previews(tmp_path: Path) -> Iterator[Start]:
    """Starts previews, which end with it."""
    started: list[Preview] = []

    def begin(text: str, port: int = 0) -> Preview:
        source, temporary = tmp_path / "content", tmp_path / "temporary"
        for folder in (source, temporary):
            folder.mkdir(exist_ok=True)
        (source / "a.yml").write_text(text)
        command = [sys.executable, "-c", PREVIEW, str(source), str(port)]
        environment = {**os.environ, "TMPDIR": str(temporary)}
        process = subprocess.Popen(command, cwd=ROOT, env=environment, stderr=subprocess.PIPE, text=True)
        preview = Preview(process, source, [""])
        started.append(preview)
        preview.wait_to_hear("The preview is at")
        return preview

    try:
        yield begin
    finally:
        for preview in started:
            with preview.process:
                preview.process.kill()


@pytest.fixture
def start(tmp_path: Path) -> Iterator[Start]:
    with previews(tmp_path) as start:
        yield start


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview that has built `One`, for tests that change nothing."""
    with previews(tmp_path_factory.mktemp("preview")) as start:
        preview = start("One")
        preview.wait_to_hear("Built in")
        yield preview


def loaded_once(page: Tab) -> None:
    page.evaluate("window.loadedOnce = true")


@pytest.mark.browser
def test_a_good_edit_reloads_the_page(start: Start, page: Tab) -> None:
    preview = start("One")
    page.goto(preview.address)
    expect(page.get_by_role("heading", name="One")).to_be_visible()
    preview.edit("Two")
    expect(page.get_by_role("heading", name="Two")).to_be_visible()
    with page.expect_event("load"):
        (preview.source / "other.yml").write_text("another file")


@pytest.mark.browser
def test_a_bad_edit_shows_what_is_wrong_and_keeps_the_page_until_the_next_good_one(start: Start, page: Tab) -> None:
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    preview = start("One")
    page.goto(preview.address)
    expect(page.get_by_role("heading", name="One")).to_be_visible()
    loaded_once(page)

    preview.edit("bad")
    alert = page.get_by_role("alert")
    expect(alert.locator("pre")).to_have_text(REPORT)
    expect(page.get_by_role("heading", name="One")).to_be_visible()
    assert page.evaluate("window.loadedOnce")
    assert "monospace" in page.evaluate("getComputedStyle(document.querySelector('[role=alert] pre')).fontFamily")
    assert violations(page) == []
    preview.wait_to_hear("The preview shows the last good site.")
    assert REPORT in "".join(preview.said)
    page.reload()
    expect(alert.locator("pre")).to_have_text(REPORT)
    page.goto(preview.address + "tells/")
    expect(alert.locator("pre")).to_have_text(REPORT)

    preview.edit("Two")
    expect(alert).to_have_count(0)
    page.goto(preview.address)
    expect(page.get_by_role("heading", name="Two")).to_be_visible()
    assert complaints == []


@pytest.mark.browser
def test_the_message_can_be_closed_by_keyboard(start: Start, page: Tab) -> None:
    preview = start("One")
    page.goto(preview.address)
    preview.edit("bad")
    page.get_by_role("button", name="Close").press("Enter")
    expect(page.get_by_role("alert")).to_be_hidden()
    preview.edit("crash")
    expect(page.get_by_role("alert")).to_contain_text("ZeroDivisionError: our own fault")


@pytest.mark.browser
def test_if_the_first_build_fails_the_page_says_why_until_it_can_be_built(start: Start, page: Tab) -> None:
    preview = start("bad")
    preview.wait_to_hear("There is no site to show yet.")
    answer = page.goto(preview.address)
    assert answer
    assert answer.status == 503
    expect(page.get_by_role("alert").locator("pre")).to_have_text(REPORT)
    expect(page.get_by_role("heading", name="The site is not there yet")).to_be_visible()
    preview.edit("crash")
    expect(page.get_by_role("alert")).to_contain_text("ZeroDivisionError: our own fault")
    preview.edit("One")
    expect(page.get_by_role("heading", name="One")).to_be_visible()
    expect(page.get_by_role("alert")).to_have_count(0)


@pytest.mark.rehearsal
def test_a_page_asked_for_during_the_first_build_is_served_when_it_is_built(start: Start) -> None:
    preview = start("slow")
    status, _, page = preview.get("/sub/")
    assert (status, "<h1>slow</h1>" in page) == (200, True)


def test_warnings_are_said_in_the_terminal(start: Start) -> None:
    preview = start("is doubtful")
    preview.wait_to_hear("content/tells/a.yml:1:1: said: is doubtful\n")


@pytest.mark.browser
def test_the_page_says_whether_it_is_the_older_one(start: Start, page: Tab) -> None:
    preview = start("One")
    page.goto(preview.address)
    alert = page.get_by_role("alert")
    older = "You see the site as it was before."

    preview.edit("bad")
    expect(alert).to_contain_text(older)
    preview.edit("is doubtful")
    preview.wait_to_hear("said: is doubtful")
    expect(page.get_by_role("heading", name="is doubtful")).to_be_visible()
    expect(alert).to_have_count(0)
    preview.edit("is lost")
    expect(page.get_by_role("heading", name="is lost")).to_be_visible()
    expect(alert).to_contain_text("You see the site with the last change, but it cannot be published like this.")
    expect(alert).not_to_contain_text(older)


def test_pages_come_with_the_headers_of_the_real_site_and_are_not_kept(built: Preview) -> None:
    for path in ("/sub/", "/sub/data.json", "/sub/nothing/", "/__preview/preview.js"):
        _, headers, _ = built.get(path)
        assert {name: headers[name] for name in HEADERS} == dict(HEADERS)
        assert headers["Cache-Control"] == "no-store"


def test_addresses_are_those_of_the_real_site(built: Preview) -> None:
    answers = {
        path: (status, headers["Location"] or headers["Content-Type"])
        for path in ("/", "/sub/", "/sub/tells", "/sub/data.json", "/sub/no", "/other", "/sub/../../etc/passwd")
        for status, headers, _ in [built.get(path)]
    }
    html = "text/html; charset=utf-8"
    assert answers == {
        "/": (302, "/sub/"),
        "/sub/": (200, html),
        "/sub/tells": (302, "/sub/tells/"),
        "/sub/data.json": (200, "application/json"),
        "/sub/no": (404, html),
        "/other": (404, html),
        "/sub/../../etc/passwd": (404, html),
    }
    assert "<h1>No such page</h1>" in built.get("/sub/no")[2]
    assert built.get("/sub/", "HEAD")[2] == ""


def test_the_script_of_the_preview_is_added_to_pages_and_to_nothing_else(built: Preview) -> None:
    head = (
        r"<!doctype html><html lang=en><head><link rel=icon href=data:,><title>One</title>"
        r'<link rel="stylesheet" href="/__preview/preview\.css">'
        r'<script type="module" src="/__preview/preview\.js\?build=[0-9a-f]{16}"></script></head>.*'
    )
    assert re.fullmatch(head, built.get("/sub/")[2])
    assert built.get("/sub/data.json")[2] == "{}"


def test_a_taken_port_is_passed_over(start: Start) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        preview = start("One", port)
        assert f"Port {port} is taken, so the preview uses port" in preview.said[1]
        preview.wait_to_hear("Built in")
        assert preview.get("/sub/")[0] == 200


def test_it_ends_quietly_and_leaves_nothing_behind(start: Start, tmp_path: Path) -> None:
    preview = start("One")
    preview.wait_to_hear("Built in")
    for text in ("Two", "bad", "Three"):
        preview.edit(text)
        preview.wait_to_hear("The preview shows the last good site." if text == "bad" else "Built in")
        preview.said.append("")
    preview.process.send_signal(signal.SIGINT)
    _, rest = preview.process.communicate()
    assert (preview.process.returncode, rest.strip()) == (0, "")
    assert list((tmp_path / "temporary").iterdir()) == []


# ---- what counts as a change ----
