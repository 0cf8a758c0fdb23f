"""The files of the offline edition, and the archive that holds them."""

from __future__ import annotations

import io
import zipfile

import pytest

from generator.offline.archive import archive, archive_of
from generator.offline.edition import files
from generator.site.page import Artifact

SITE = {
    ".playbook-site": b"",
    "404.html": b"",
    "_headers": b"",
    "index.html": b'<script type="module" src="assets/a/a.js"></script><input data-url="sheets/one/">'
    b'<a data-reads="tales/*/ sheets/one/">',
    "sheets/one/index.html": b'<p>One "sheet"</p>',
    "sheets/one.md": b"",
    "tales/index.html": b"",
    "tales/long/index.html": b"<p>Long",
    "api/entries.json": b"{}",
    "assets/terms.json": '{"slow": "gemächlich"}\n'.encode(),
    "assets/shell.js": b"root.js = 1;",
    "assets/a/a.js": b'import("./lazy/b.js");',
    "assets/a/lazy/b.js": b"",
    "assets/page.css": b"p {}",
}


def test_pages_and_what_they_need_are_part_of_it() -> None:
    made = {file.path: file.content for file in files(SITE, SITE.__getitem__)}
    assert sorted(made) == [
        "assets/offline.js",
        "assets/page.css",
        "assets/shell.js",
        "assets/terms.json.js",
        "index.html",
        "sheets/one/index.html",
        "sheets/one/index.html.js",
        "tales/index.html",
        "tales/long/index.html",
        "tales/long/index.html.js",
    ]
    assert (
        made["assets/terms.json.js"].decode()
        == 'playbookFile("assets/terms.json", "{\\"slow\\": \\"gemächlich\\"}\\n");\n'
    )
    assert made["sheets/one/index.html.js"] == b'playbookFile("sheets/one/index.html", "<p>One \\"sheet\\"</p>");\n'
    assert '"assets/a/a.js": function ($need, $load, $url, fetch) {' in made["assets/offline.js"].decode()


def test_an_archive_is_the_same_for_the_same_files() -> None:
    given = [Artifact("index.html", b"<p>"), Artifact("a/b.css", b"b")]
    packed = archive(given, "book")
    assert packed == archive(given, "book")
    with zipfile.ZipFile(io.BytesIO(packed)) as read:
        found = [(one.filename, one.date_time, oct(one.external_attr >> 16)) for one in read.infolist()]
        assert found == [
            ("book/index.html", (1980, 1, 1, 0, 0, 0), "0o100644"),
            ("book/a/b.css", (1980, 1, 1, 0, 0, 0), "0o100644"),
        ]
        assert read.read("book/a/b.css") == b"b"


@pytest.mark.parametrize(
    ("name", "path"), [("The Workshop Book!", "offline/the-workshop-book.zip"), ("手册", "offline/playbook.zip")]
)
def test_it_is_named_after_the_playbook(name: str, path: str) -> None:
    assert archive_of(name) == path
