"""The example playbook in German: no English word of the interface is left on its pages or its paper."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from html.parser import HTMLParser
from pathlib import Path

import pytest

from generator import pipeline
from generator.config.project import Project, read_config
from generator.kinds.session_plan import SessionPlan
from generator.language.language import supplied_words
from generator.language.words import Data, places
from generator.paper.documents import documents_of
from generator.paper.pack import pack_of_plan
from generator.paper.pack_documents import TOTAL, pack_front
from generator.paper.plan_deck import deck_of
from generator.paper.session_documents import session_parts
from generator.paper.session_papers import fillable, paper_parts
from generator.paper.sheets import decks, printables
from generator.paper.sizes import A4, DECKS
from generator.pipeline import Reading
from generator.sessions.compiled import of_plan
from generator.sessions.papers import PAPERS
from tests.conftest import ROOT
from tests.language.translated import example_in


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("script", "style")
        self.found += [value for name, value in attrs if name in ("aria-label", "title", "alt") and value]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("script", "style")

    def handle_data(self, data: str) -> None:
        if not self.silent:
            self.found.append(" ".join(data.split()))


def pairs(english: Mapping[str, Data], german: Mapping[str, Data]) -> Iterator[tuple[str, str]]:
    """Each text in both languages."""
    for name, text in english.items():
        other = german[name]
        if isinstance(text, str):
            yield text, str(other)
        else:
            assert isinstance(other, Mapping)
            yield from pairs(text, other)


def interface_words() -> frozenset[str]:
    """English texts without places that read differently in German, but for the name of a size of paper."""
    found = pairs(supplied_words("en"), supplied_words("de"))
    return frozenset(text for text, german in found if text != german and not places(text)) - {"Letter"}


@pytest.fixture(scope="module")
def example(tmp_path_factory: pytest.TempPathFactory) -> tuple[Project, Reading]:
    project, problems = read_config(example_in("de", tmp_path_factory.mktemp("german")))
    assert project is not None, problems
    return project, pipeline.read(project)


def left_in(documents: Iterable[tuple[str, str]], project: Project) -> list[str]:
    """The English words of the interface in documents, but for those that the content says as well."""
    written = (project.file, *project.content.rglob("*.*"))
    content = "\n".join(path.read_text("utf-8") for path in written)
    wanted = {word for word in interface_words() if word not in content}
    assert len(wanted) > 500
    found = []
    for name, html in documents:
        reader = _Texts()
        reader.feed(html)
        found += [f"{name}: {text}" for text in reader.found if text in wanted]
    return found


def test_no_english_is_left_on_the_pages(example: tuple[Project, Reading], tmp_path: Path) -> None:
    project, reading = example
    site = pipeline.build(project, reading)
    pipeline.write(project, site, tmp_path)
    pages = [(path.relative_to(tmp_path).as_posix(), path.read_text("utf-8")) for path in tmp_path.rglob("*.html")]
    assert left_in(pages, project) == []
    assert '<html lang="de"' in (tmp_path / "index.html").read_text("utf-8")
    assert "Wird gesucht …" in next(tmp_path.glob("assets/*/common.js")).read_text("utf-8")
    assert "## Rubriken" in (tmp_path / "llms.txt").read_text("utf-8")


def test_no_english_is_left_on_paper(example: tuple[Project, Reading]) -> None:
    project, reading = example
    made = documents_of(reading.graph, project.site, project.theme)
    prints = [(f"{one.id} ({one.variant})", made.document(one, A4)) for one in printables(reading.graph)]
    assert left_in(prints, project) == []
    assert any("Für die Leitung" in html for _, html in prints)


def test_no_english_is_left_on_what_sessions_and_packs_print(example: tuple[Project, Reading]) -> None:
    project, reading = example
    made = documents_of(reading.graph, project.site, project.theme)
    plan = reading.graph.of_kind("session-plan")[0]
    assert isinstance(plan.entry, SessionPlan)
    session = replace(of_plan(plan, reading.graph, 7), papers=PAPERS, names=("Ana Ruiz", ""), day="2026-03-01")
    pack = pack_of_plan(reading.graph, plan, 7, "participant", 1)
    prints = [
        *((f"session {at}", part.html) for at, part in enumerate(session_parts(made, project.theme, session, A4))),
        *((f"paper {at}", part.html) for at, part in enumerate(paper_parts(made, session, A4))),
        *((f"to fill in: {name}", html) for name, html in fillable(made, A4)),
        *((f"deck {size.name}", made.document(one, size)) for one in decks(reading.graph) for size in DECKS.values()),
        ("front", pack_front(made, pack, A4, defaultdict(int, {TOTAL: 9})).html),
        ("slides", "<br>".join(line for slide in deck_of(made, plan.entry).slides for line in slide.lines)),
    ]
    assert left_in(prints, project) == []
    texts = " ".join(html for _, html in prints)
    assert all(word in texts for word in ("Regieplan", "Packliste", "Teilnahmebestätigung", "1. März 2026"))


FORMAL = re.compile(r"\w+en Sie\b|(?<![.:!?“„\"] )(?<=[a-zäöüß,;] )(?:Sie|Ihnen|Ihre?[nmrs]?)\b")
"""The formal address of people: behind a verb, or where no sentence begins."""


@pytest.mark.parametrize("name", ["de.yml", "help/de.yml"])
def test_people_are_addressed_as_colleagues_everywhere(name: str) -> None:
    text = (ROOT / "generator" / "language" / name).read_text("utf-8")
    assert [line.strip() for line in text.splitlines() if FORMAL.search(line)] == []


def test_the_formal_address_is_found() -> None:
    formal = ["Wählen Sie eine.", "Speichern Sie, wenn Sie so weit sind.", "Es liegt auf Ihrem Rechner."]
    informal = ["Sie bleiben hier.", "Gut. Ihr Platz in der Liste.", "Wähle eine; sie bleibt."]
    assert [bool(FORMAL.search(text)) for text in (*formal, *informal)] == [True] * 3 + [False] * 3
