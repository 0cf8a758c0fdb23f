"""Fields that a playbook adds to built-in kinds: wherever an entry is shown, so are they."""

from __future__ import annotations

import re
import shutil
from html import unescape

import pytest

from generator import pipeline
from generator.config.project import Project, read_config
from generator.content.graph import Graph
from generator.content.located import Located
from generator.kinds import BUILT_IN
from generator.model.kind import Kind
from generator.paper.book import book
from generator.paper.documents import documents_of
from generator.paper.sheets import Printable, printables
from generator.paper.sizes import A4
from generator.site.page import Site
from tests.hashed_names import text_of
from tests.playbooks import EXAMPLE_PLAYBOOK

ADDED = """\
who_calls: Whoever *notices*
seen_so_far: 4
shown_by: [A first sign, A second sign]
follows_it: {to: ask-before-fixing, why: It is the next thing.}
limits_of_it: [{what: Bells, most: 3}]
"""
FIELDS = """\
    fields:
      who_calls: {type: text, label: Who calls, head: true}
      seen_so_far: {type: number, label: Seen, unit: times}
      shown_by: {type: list, label: What shows it}
      follows_it: {type: link, label: What follows it, inverse: Follows}
      limits_of_it:
        type: table
        label: Limits of it
        columns: {what: {type: text, label: What}, most: {type: number, label: At most}}
"""
IN_HEAD = "Who calls: Whoever notices"
BELOW = ("In brief", "Seen", "4 times", "What shows it", "A second sign", "What follows it", "Limits of it", "Bells")
"""What is shown of the other fields, in its order."""
KINDS = [kind for kind in BUILT_IN if list((EXAMPLE_PLAYBOOK.parent / "content").glob(f"{kind.plural}*"))]

Extended = tuple[Project, Graph, Site]


@pytest.fixture(scope="module")
def extended(tmp_path_factory: pytest.TempPathFactory) -> Extended:
    """The example playbook with these fields on every built-in kind, and in an entry of each."""
    root = tmp_path_factory.mktemp("extended") / "playbook"
    shutil.copytree(EXAMPLE_PLAYBOOK.parent, root, symlinks=True, ignore=lambda *_: {"themes"})
    (root / "themes").symlink_to((EXAMPLE_PLAYBOOK.parent / "themes").resolve())
    config = root / EXAMPLE_PLAYBOOK.name
    declared = "".join(f"  {kind.name}:\n{FIELDS}" for kind in KINDS)
    config.write_text(config.read_text("utf-8").replace("\nkinds:\n", f"\nkinds:\n{declared}"), "utf-8")
    for kind in KINDS:
        alone = sorted((root / "content" / kind.plural).glob("*.yml"))
        file = alone[0] if alone else root / "content" / f"{kind.plural}.yml"
        added = ADDED if alone else re.sub("^", "  ", ADDED.rstrip(), flags=re.MULTILINE)
        file.write_text(f"{file.read_text('utf-8').rstrip()}\n{added}", "utf-8")
    project, problems = read_config(config)
    assert project is not None, problems
    reading = pipeline.read(project)
    return project, reading.graph, pipeline.build(project, reading)


def with_fields(graph: Graph, kind: Kind) -> Located:
    return next(one for one in graph.of_kind(kind.name) if getattr(one.entry, "who_calls", None))


def words(html: str) -> str:
    """The words of a document."""
    without = re.sub(r"<(style|svg).*?</\1>", "", html, flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^<>]*>", " ", without)).split()).replace(" :", ":")


def in_order(said: str) -> list[str]:
    """What is not said, or not behind what comes before it."""
    at, lacking = 0, []
    for one in BELOW:
        found = said.find(one, at)
        lacking += [] if found >= 0 else [one]
        at = max(at, found)
    return lacking


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_pages_show_them_and_so_does_the_markdown(extended: Extended, kind: Kind) -> None:
    _, graph, site = extended
    located = with_fields(graph, kind)
    body = next(page.body for page in site.pages if page.url == located.url)
    markdown = text_of(site, f"{located.url.rstrip('/')}.md")
    assert "Who calls Whoever notices" in words(body)
    assert "- **Who calls:** Whoever *notices*\n" in markdown
    assert (in_order(words(body)), in_order(markdown)) == ([], [])


def test_sheets_show_them(extended: Extended) -> None:
    project, graph, _ = extended
    documents = documents_of(graph, project.site, project.theme)
    made = {
        (one.located.kind.name, one.variant): words(documents.document(one, A4))
        for one in printables(graph)
        if getattr(one.located.entry, "who_calls", None) and one.variant != "cards"
    }
    assert len({kind for kind, _ in made}) == 7
    assert [name for name, said in made.items() if IN_HEAD not in said] == []
    # Observers of a role play see its scale alone, and a specimen needs the room for what is written on it.
    without = {("role-play", "participant"), ("role-play", "large"), ("worksheet", "specimen")}
    assert {name for name, said in made.items() if in_order(said)} == without & made.keys()


def test_the_book_shows_them_once(extended: Extended) -> None:
    project, graph, _ = extended
    chapters = book(documents_of(graph, project.site, project.theme), project.theme, A4)
    for kind in KINDS:
        located = with_fields(graph, kind)
        chapter = next(part for part in chapters if f'id="e-{located.id}"' in part)
        said = words(chapter[chapter.index(f'id="e-{located.id}"') :])
        assert IN_HEAD in said, kind.name
        assert in_order(said) == [], kind.name
        assert words(chapter).count("A second sign") == 1, kind.name


def test_an_entry_without_them_has_nothing_more(extended: Extended) -> None:
    project, graph, _ = extended
    documents = documents_of(graph, project.site, project.theme)
    plain = next(one for one in printables(graph) if not getattr(one.located.entry, "who_calls", None))
    assert "head-facts" not in documents.sheet(Printable(plain.located, plain.variant), A4)
