"""The typefaces for browsers: the styles name each file, and each is small."""

from __future__ import annotations

import re

from tests.hashed_names import text_of
from tests.playbooks import EXAMPLE_PLAYBOOK, site


def test_the_styles_name_each_file_and_no_other() -> None:
    artifacts = {artifact.path: artifact.content for artifact in site(EXAMPLE_PLAYBOOK).artifacts}
    css = text_of(site(EXAMPLE_PLAYBOOK), "assets/styles/all.css")
    named = set(re.findall(r'url\("\.\./\.\./(fonts/[^"]+)"\)', css))

    assert {f"assets/{name}" for name in named} == {path for path in artifacts if path.endswith(".woff2")}


def test_each_is_a_web_font_that_weighs_little() -> None:
    fonts = {a.path: a.content for a in site(EXAMPLE_PLAYBOOK).artifacts if a.path.endswith(".woff2")}

    assert len(fonts) == 8
    assert {content[:4] for content in fonts.values()} == {b"wOF2"}
    assert max(map(len, fonts.values())) < 12_000
