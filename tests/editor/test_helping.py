"""What helps while one writes: a text as the site shows it, the lines of the file, pictures and files."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.editor.browser import COOKIE, ORIGIN, SAME, SHARED, Browser, a_request

DRAWING = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M1 1h7v7z"/></svg>'


def sent(browser: Browser, name: str, raw: bytes) -> tuple[int, Any]:
    headers = {**COOKIE, **SAME, **ORIGIN, "content-type": ("application/octet-stream",)}
    answer = browser.editor.answer(a_request("POST", f"/__edit/api/file?name={name}", headers, raw))
    return answer.status, json.loads(answer.body)


def test_a_text_is_shown_as_on_the_site(browser: Browser) -> None:
    def shown(text: str, **more: object) -> str:
        return str(browser.post("preview", {"text": text, **more})["html"])

    assert shown("A *b*, see [[rest]].") == (
        '<p>A <em>b</em>, see <a class="mention" data-kind="source" href="/sources/rest/">Rest</a>.</p>'
    )
    assert shown("A *b*.", inline=True) == "A <em>b</em>."
    assert shown("[[gone]] and [[gone|words]]") == "<p>gone and words</p>"
    assert shown("<script>x</script>") == "<p>&lt;script&gt;x&lt;/script&gt;</p>"
    assert shown("  ") == ""
    assert browser.refused("POST", "preview", {}) == (400, "There is no text to show.")
    assert browser.refused("POST", "preview", {"text": "x" * 64_001}) == (
        400,
        "The text has more than 64,000 characters.",
    )


@pytest.mark.parametrize(
    ("query", "first", "lines"),
    [
        ("kind=term&id=slow", 1, [1, 10]),
        ('kind=term&id=slow&route=["meaning"]', 1, [5, 7]),
        ('kind=term&id=slow&route=["links","used_in",0]', 1, [10, 10]),
        ('kind=term&id=slow&route=["links"]', 1, [8, 10]),
        ('kind=source&id=rest&route=["year"]', 9, [13, 13]),
        ('kind=source&id=rest&route=["nothing"]', 9, [9, 15]),
    ],
)
def test_the_lines_of_a_value_are_marked_in_its_file(
    browser: Browser, query: str, first: int, lines: list[int]
) -> None:
    found = browser.get(f"source?{query}")

    assert (found["first_line"], found["lines"]) == (first, lines)
    if "source&" in query:
        assert found["text"] == SHARED.split("\n\n")[1].rstrip("\n")


def test_a_route_is_data(browser: Browser) -> None:
    for route in ("[", "{}", "[[1]]", "[" * 9000):
        said = "The route is a list of names and numbers."
        assert browser.refused("GET", f"source?kind=term&id=slow&route={route}") == (400, said)


def test_a_picture_is_put_into_the_playbook_under_a_name_that_it_can_have(browser: Browser) -> None:
    assert sent(browser, "Mein%20Plän.SVG", DRAWING) == (
        200,
        {"path": "files/mein-plan.svg", "words": "mein-plan.svg", "address": "/files/mein-plan.svg"},
    )
    assert (browser.root / "content/files/mein-plan.svg").read_bytes() == DRAWING
    assert sent(browser, "mein-plan.svg", DRAWING)[1]["path"] == "files/mein-plan.svg"  # the same once more
    other = DRAWING.replace(b"h7", b"h6")
    assert sent(browser, "mein-plan.svg", other)[1]["path"] == "files/mein-plan-2.svg"
    assert [file["path"] for file in browser.get("files?sort=picture")] == [
        "files/mein-plan-2.svg",
        "files/mein-plan.svg",
    ]
    assert browser.get("files?sort=file") == []


@pytest.mark.parametrize("name", ["../../up.svg", "/etc/up.svg", "..%5Cup.svg", "a/../up.svg", "%00up.svg", "up.svg"])
def test_no_name_leads_out_of_the_folder_of_files(browser: Browser, name: str) -> None:
    before = {path for path in browser.root.rglob("*") if path.is_file()}

    assert sent(browser, name, DRAWING)[1]["path"] == "files/up.svg"

    new = {path for path in browser.root.rglob("*") if path.is_file()} - before
    own = {".cache", ".playbook-journal"}
    assert {path for path in new if own.isdisjoint(path.parts)} == {browser.root / "content/files/up.svg"}


@pytest.mark.parametrize(
    ("name", "raw", "status", "said"),
    [
        ("x.svg", b"<svg", 400, "The picture is no well-formed SVG: "),
        ("x.png", DRAWING, 400, "The "),
        ("x.html", b"<p>", 415, "Files that end in `.html` are not published; pages and scripts are not published"),
        ("x", b"", 415, "The name of the file has no ending that says what it is."),
        ("x.svg", b" " * 1_100_000, 413, "The file has 1,100,000 bytes; the limit is 1,048,576. Make it smaller."),
        ("x.pdf", b"", 400, "The file is empty; get the file again, or open it in its program and save it anew."),
    ],
)
def test_what_may_not_be_published_is_not_taken(
    browser: Browser, name: str, raw: bytes, status: int, said: str
) -> None:
    found = sent(browser, name, raw)

    assert (found[0], found[1]["error"][: len(said)]) == (status, said)
    assert not (browser.root / "content/files").exists()


def test_a_folder_of_files_that_is_a_link_is_left_alone(browser: Browser, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    folder = browser.root / "content/files"
    folder.symlink_to(tmp_path / "outside")

    said = f"{folder} leads elsewhere through a link, so nothing is written there."
    assert sent(browser, "x.svg", DRAWING) == (409, {"error": said})
    assert list((tmp_path / "outside").iterdir()) == []
