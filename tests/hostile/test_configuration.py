"""A configuration full of markup gives files that are well formed, in which the markup is text."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import PurePosixPath
from xml.etree import ElementTree

import pytest
import yaml
from tinyhtml5.parser import HTMLParser

from generator import pipeline
from generator.config.project import read_config
from generator.kinds import BUILT_IN
from generator.prose.typography import plain
from generator.site.page import Artifact
from tests.checks.small_playbook import CONFIG
from tests.conftest import Small

MARKUP = "<i onclick=x>]]></script><!-- '\" & &amp; {number} {{ name }} {% raw %} \\ %"
"""What would end an attribute, an element, a section, a comment or a string, or start a template."""

ADDRESS = "https://user@x-y.example:8080/a&b;c=d%22/(e),\u00e9/"
"""The signs that an address may contain."""


def _hostile() -> str:
    """The configuration with markup wherever it takes text."""
    config = yaml.load(CONFIG, yaml.CSafeLoader)
    kind = {"plural": "rituals", "label": MARKUP, "label_plural": MARKUP, "about": MARKUP}
    field = {"type": "choice", "label": MARKUP, "help": MARKUP, "required": "true", "choices": {"one": MARKUP}}
    config |= {
        "name": MARKUP,
        "tagline": MARKUP,
        "url": ADDRESS,
        "edit_url": "https://git.example/a&b;c=(d)%22/{file}#L{line}&x",
        "footer": MARKUP,
        "home": {"lead": MARKUP, "moments": MARKUP, "kinds": MARKUP},
        "nav": [{"title": MARKUP, "kinds": [kind.plural for kind in BUILT_IN]}],
        "synonyms": [[MARKUP, "client"]],
        "avoided_words": {MARKUP: MARKUP},
        "kinds": {"ritual": {**kind, "fields": {"way": field}, "groups_by": "way"}},
        "words": {
            kind.plural: {"label": MARKUP, "label_plural": MARKUP, "about": MARKUP}
            | ({"numbered": MARKUP} if kind.numbered else {})
            for kind in BUILT_IN
        },
    }
    for scale in config["scales"].values():
        for option in scale["options"]:
            option["label"] = f"{option['label']} {MARKUP}"
    return yaml.dump(config, Dumper=yaml.CSafeDumper, allow_unicode=True)


CHANGES = {
    "changes": [{"id": "first", "date": "2026-03-01", "title": MARKUP, "what": MARKUP, "entries": ["slow-down"]}]
}
RITUAL = "title: A ritual\nsummary: What we do on Mondays.\norigin: own\nway: one\n"


@pytest.fixture
def files(small: Small) -> tuple[Artifact, ...]:
    """Every file of the site."""
    changes = {"changes.yml": yaml.safe_dump(CHANGES), "content/rituals/monday.yml": RITUAL}
    root = small({"site_config.yml": _hostile(), **changes})
    project, problems = read_config(root / "site_config.yml")
    assert project, problems
    reading = pipeline.connected(project)
    assert reading.diagnostics == ()
    return tuple(pipeline.files(project, pipeline.build(project, reading)))


def _of(files: tuple[Artifact, ...], *endings: str) -> Iterator[tuple[str, bytes]]:
    return ((file.path, file.content) for file in files if PurePosixPath(file.path).suffix in endings)


def test_every_file_is_well_formed(files: tuple[Artifact, ...]) -> None:
    xml = {path: ElementTree.fromstring(content) for path, content in _of(files, ".xml", ".svg")}
    data = {path: json.loads(content) for path, content in _of(files, ".json")}
    pages = dict(_of(files, ".html"))
    assert {"feed.xml", "sitemap.xml"} <= xml.keys()
    assert "api/entries.json" in data
    assert len(pages) > 50
    assert xml["feed.xml"].findtext("{*}id") == ADDRESS
    assert xml["feed.xml"].findtext("{*}title") == plain(MARKUP).unescape()
    assert [link.get("href") for link in xml["feed.xml"].findall("{*}link")] == [f"{ADDRESS}feed.xml", ADDRESS]
    assert data["api/entries.json"]["name"] == MARKUP
    for path, content in pages.items():
        _is_text_in(path, content.decode())


def _is_text_in(path: str, html: str) -> None:
    """The markup has made no element, no attribute, and no part of a script or of a template."""
    parser = HTMLParser(namespace_html_elements=False)
    tree = parser.parse(html)
    assert not parser.errors, (path, parser.errors[:3])
    assert not tree.findall(".//*[@onclick]"), path
    assert "<i onclick=x>" in "".join(tree.itertext()), path
    for script in tree.iterfind(".//script[@type='application/ld+json']"):
        assert json.loads(script.text or ""), path
