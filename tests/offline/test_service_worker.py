"""The list of files that a service worker keeps."""

from __future__ import annotations

import json

from generator.offline.service_worker import kept_with_all, service_worker

PATHS = """
index.html 404.html offline/index.html search/index.html tells/index.html tells/slow.md assets/a/x.js data.json sw.js
assets/data/search.0a.json manifest.webmanifest _headers print/a4/slow.pdf api/entries.json offline/book.zip
"""
FILES = {path: f"{number:064x}" for number, path in enumerate(PATHS.split())}


def listed(files: dict[str, str]) -> dict[str, dict[str, str]]:
    text = service_worker(files, 123).decode()
    found: dict[str, dict[str, str]] = json.loads(text.rpartition("playbookWorker(")[2].removesuffix(");\n"))
    return found


def test_what_pages_load_is_always_kept_and_pages_can_be() -> None:
    build = listed(FILES)
    assert sorted(build["core"]) == [
        "assets/a/x.js",
        "assets/data/search.0a.json",
        "data.json",
        "index.html",
        "manifest.webmanifest",
        "offline/index.html",
        "search/index.html",
    ]
    assert build["pages"] == {"tells/index.html": FILES["tells/index.html"][:16]}
    assert build["bytes"] == 123
    assert "tells/index.html" in kept_with_all(FILES)


def test_a_build_is_named_after_all_its_files() -> None:
    other = {**FILES, "tells/index.html": "f" * 64}
    assert listed(FILES)["id"] == listed(dict(reversed(FILES.items())))["id"] != listed(other)["id"]
    assert listed(FILES)["id"] == listed({**FILES, "offline/book.zip": "f" * 64})["id"]


def test_pictures_are_kept_when_they_are_seen_or_with_all_pages() -> None:
    pictures = ("files/plan.png", "assets/pictures/plan.png/0a-400.webp")
    build = listed({**FILES, **dict.fromkeys((*pictures, "files/form.pdf"), "0" * 64)})
    assert build["pictures"] == dict.fromkeys(sorted(pictures), "0" * 16)
    assert not [path for path in build["core"] if path in pictures]
    assert "files/plan.png" in kept_with_all(dict.fromkeys(pictures, ""))
    assert pictures[1] not in kept_with_all(dict.fromkeys(pictures, ""))
