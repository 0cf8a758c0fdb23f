"""Markup in all texts of a small playbook is text in all files of its site; `make prove` tries a larger playbook."""

from __future__ import annotations

import json

import markdown

from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook
from tests.hostile.markup import baited, elements, files_of, found_in

CHANGES = "changes:\n  - {id: first, date: 2026-01-02, title: New, what: It is new., entries: [slow-down]}\n"


def test_markup_in_every_text_stays_text(playbook: Playbook) -> None:
    root = playbook({"site_config.yml": CONFIG, "changes.yml": CHANGES, **clean_files()})
    sound = files_of(root)
    assert baited(root) > 350
    files = files_of(root)

    assert b"&lt;img src=x onerror=hit()&gt;" in b"".join(raw for path, raw in files.items() if path.endswith(".html"))
    assert found_in(files, sound) == []
    for path, raw in files.items():
        if path.endswith((".json", ".webmanifest")):
            json.loads(raw)
        elif path.endswith(".md"):
            assert elements(markdown.markdown(raw.decode(), extensions=["tables"]))[1] == [], path


def test_what_is_looked_for_would_be_found() -> None:
    sound = {"a.html": b"<p>One</p>", "a.xml": b"<feed/>"}
    bad = {
        "a.html": b"<p onclick=hit()><img src=x>",
        "b.html": b"<p><a href=' javascript:hit()'>",
        "c.html": b"<script>hit()</script>",
        "d.html": b"<!--hit-->",
        "a.xml": b"<feed><hit/></feed>",
    }
    assert {one.split(":")[0] for one in found_in(bad, sound)} == set(bad)
