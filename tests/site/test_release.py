"""Styles and scripts lie in a folder that is named after what they contain."""

from __future__ import annotations

import re

import pytest

from generator.site.page import Artifact
from generator.site.release import Release
from tests.hashed_names import HASH
from tests.playbooks import EXAMPLE_PLAYBOOK, reading, site

FILES = [Artifact("b/two.js", b"2"), Artifact("one.css", b"1")]


def test_each_change_gives_all_files_another_address_and_nothing_else_does() -> None:
    release = Release.of(FILES)

    assert re.fullmatch(f"assets/{HASH}/", release.folder)
    assert [(file.path, file.content) for file in release.files] == [
        (f"{release.folder}b/two.js", b"2"),
        (f"{release.folder}one.css", b"1"),
    ]
    assert Release.of(reversed(FILES)) == release
    others = (
        [*FILES, Artifact("c", b"")],
        FILES[:1],
        [Artifact("b/two.js", b"3"), FILES[1]],
        [Artifact("b", b"2"), FILES[1]],
    )
    assert len({release.folder, *(Release.of(other).folder for other in others)}) == 5


def test_a_name_that_there_is_not_is_a_fault() -> None:
    release = Release.of(FILES)

    assert release.path("one.css") == f"{release.folder}one.css"
    with pytest.raises(KeyError):
        release.path("two.js")


def test_every_file_among_the_assets_has_a_hash_in_its_path_but_the_data_that_a_build_names_when_it_is_written() -> (
    None
):
    paths = [file.path for file in site(EXAMPLE_PLAYBOOK).artifacts if file.path.startswith("assets/")]

    hashed = re.compile(rf"assets/(?:{HASH}/.+|fonts/[a-z0-9-]+\.{HASH}\.woff2)")
    checks = sorted(f"assets/data/check.{one.id}.json" for one in reading(EXAMPLE_PLAYBOOK).graph.of_kind("assessment"))
    assert sorted(path for path in paths if not hashed.fullmatch(path)) == [
        *checks,
        "assets/data/search-first.json",
        "assets/data/search.json",
        "assets/data/sessions.json",
        "assets/data/terms.json",
    ]
