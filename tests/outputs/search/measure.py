"""How good search is and what it weighs: `.venv/bin/python -m tests.outputs.search.measure`.

The queries of `queries.yml` run by the code that readers run, in Node.js, over the playbook of this repository; what a
first query loads is measured in a real Chromium.
With `--failures` it lists the queries whose right page is not the first.
"""

from __future__ import annotations

import gzip
import json
import os
import random
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import yaml
from playwright.sync_api import Page as Tab
from playwright.sync_api import sync_playwright

from generator import pipeline
from generator.config.project import read_config
from generator.config.settings import SiteConfig
from generator.model.facets import NAMES
from generator.outputs.search import Record, SearchSection, index_json, records
from generator.outputs.search.first import first_index
from generator.outputs.search.index import INDEX_PATH
from generator.outputs.search.words import words
from tests.browser.served import served
from tests.conftest import CHROMIUM_ARGS, OF_THIS_RUN
from tests.hashed_names import data_file, without_hashes
from tests.node.process import Node
from tests.node.search_index import keep_index
from tests.playbooks import REAL_PLAYBOOK, built

QUERIES = Path(__file__).parent / "queries.yml"
PEOPLE = Path(__file__).parent / "people.yml"
LARGE = 2000

Queries: TypeAlias = Mapping[str, Sequence[str]]


@dataclass(frozen=True, slots=True)
class Answer:
    """What a query found: the ids of the best pages, and the place of the first right one, or 0."""

    query: str
    right: tuple[str, ...]
    found: tuple[str, ...]

    @property
    def place(self) -> int:
        return next((place for place, found in enumerate(self.found, 1) if found in self.right), 0)


@dataclass(frozen=True, slots=True)
class Quality:
    """How well a set of queries was answered."""

    answers: tuple[Answer, ...]

    @property
    def first(self) -> float:
        """The share of queries with a right page as the first."""
        return sum(answer.place == 1 for answer in self.answers) / len(self.answers)

    @property
    def among_three(self) -> float:
        """The share of queries with a right page among the first three."""
        return sum(1 <= answer.place <= 3 for answer in self.answers) / len(self.answers)

    @property
    def reciprocal_rank(self) -> float:
        """The mean of one over the place of the first right page."""
        return sum(1 / answer.place for answer in self.answers if answer.place) / len(self.answers)


def queries(path: Path = QUERIES) -> dict[str, dict[str, list[str]]]:
    """The queries by the set that they belong to, each with the ids of the pages that would satisfy it."""
    found: dict[str, dict[str, list[str]]] = yaml.load(path.read_text("utf-8"), yaml.CSafeLoader)
    return found


SEARCH = """async (load, [name, queries, most, near]) => {
  const { search } = await load("search/lazy/rank.js");
  const { Nearby } = await load("search/lazy/nearby.js");
  const nearby = near && new Nearby(near);
  const found = queries.map((query) => search(query, globalThis[name], nearby).results.slice(0, most));
  return found.map((results) => results.map(({ page }) => page.url));
}"""


def quality(node: Node, index: str, asked: Queries, nearby: Path | None = None) -> Quality:
    """Ask all queries of the index with the name `index` in the process of Node.js, with a file of pages `nearby`."""
    near = json.loads(nearby.read_text("utf-8")) if nearby else None
    found = node.run(SEARCH, [index, list(asked), 50, near])
    return Quality(
        tuple(
            Answer(query, tuple(right), tuple(url.rstrip("/").rpartition("/")[2] for url in urls))
            for (query, right), urls in zip(asked.items(), found, strict=True)
        )
    )


def first_query(tab: Tab, address: str) -> dict[str, int]:
    """The files that a first query makes a reader load beside what each page loads, each compressed."""
    tab.goto(address, wait_until="networkidle")
    loaded: list[str] = []
    tab.on("request", lambda request: loaded.append(request.url.removeprefix(address)))
    tab.keyboard.press("/")
    tab.keyboard.type("price")
    tab.locator("search-panel[data-ready]").wait_for()
    tab.locator("[data-search-result]").first.wait_for()
    folder = built(REAL_PLAYBOOK)[1]
    return {without_hashes(path): len(gzip.compress((folder / path).read_bytes(), 6)) for path in sorted(set(loaded))}


def real_records() -> tuple[tuple[Record, ...], SiteConfig]:
    """The records of the playbook, and its configuration."""
    project, problems = read_config(REAL_PLAYBOOK)
    assert project, problems
    return records(built(REAL_PLAYBOOK)[0].pages, pipeline.read(project).graph), project.site


def weights(found: Sequence[Record], site: SiteConfig) -> tuple[int, int]:
    """The bytes of the first part of the index of these records, and of the whole, compressed."""
    kinds = [(kind, kind, "", kind) for kind in dict.fromkeys([r.kind for r in found] + ["page", "index"])]
    keys = {name: dict.fromkeys(key for r in found for key in r.facets.get(name, ())) for name in NAMES}
    facets = {name: [(key, key, "", key) for key in row] for name, row in keys.items()}
    whole = index_json(found, kinds, facets, site.synonyms)
    first = first_index(found, lambda brief: index_json(brief, kinds, facets, ()))
    return len(gzip.compress(first.content, 6)), len(gzip.compress(whole.content, 6))


def grown(found: Sequence[Record], size: int) -> tuple[Record, ...]:
    """So many records: the given ones, and others like them with words drawn from all, of which one in 30 is new.

    Words drawn by chance repeat less within a page than real ones do, so the weight of the result is an upper bound.
    """
    chance = random.Random(2000)
    pool = [word for record in found for passage in record.passages for word in passage.words.split()]

    def text(like: str) -> str:
        drawn = (chance.choice(pool) for _ in words(like))
        return " ".join(f"{word}{chance.randrange(999)}" if chance.random() < 1 / 30 else word for word in drawn)

    def another(number: int) -> Record:
        like = found[number % len(found)]
        passages = tuple(SearchSection(p.anchor, p.heading, p.subheadings, text(p.words)) for p in like.passages)
        fields = {name: text(getattr(like, name)) for name in ("title", "summary")}
        lists = {name: tuple(map(text, getattr(like, name))) for name in ("keywords", "asked_as")}
        return replace(like, url=f"{like.url.rstrip('/')}-{number}/", passages=passages, **fields, **lists)

    return (*found, *(another(number) for number in range(len(found), size)))


def report(node: Node, tab: Tab, address: str, failures: bool) -> Iterator[str]:
    kept = keep_index(node, data_file(built(REAL_PLAYBOOK)[1], INDEX_PATH))
    everything: list[Answer] = []
    yield "quality                   queries  right page among the first three   mean reciprocal rank"
    for name, asked in {**queries(), **queries(PEOPLE)}.items():
        result = quality(node, kept, asked)
        everything += result.answers
        yield _row(name, result)
        if failures and name != "held-out" and not name.endswith("-aside"):
            yield from (f"    {a.place:3} {a.query}: {', '.join(a.found[:3])}" for a in result.answers if a.place != 1)
    yield _row("all", Quality(tuple(everything)))
    sizes = first_query(tab, address)
    index = sizes[INDEX_PATH]
    yield f"\nfirst query, compressed: {sum(sizes.values()) / 1000:.1f} kB in {len(sizes)} files"
    first = sum(sizes.values()) - index
    yield f"  before the first result {first / 1000:.1f} kB, the whole index {index / 1000:.1f} kB"
    found, site = real_records()
    for size in (500, 1000, LARGE):
        counted = grown(found, size)[:size]
        brief, whole = weights(counted, site)
        yield f"  {size:,} pages: the first part {brief / 1000:.0f} kB, the whole index {whole / 1000:.0f} kB"


def _row(name: str, result: Quality) -> str:
    return f"  {name:22} {len(result.answers):8} {result.among_three:26.1%} {result.reciprocal_rank:26.3f}"


def main() -> None:
    executable = os.environ.get("CHROMIUM", "/usr/bin/chromium")
    address = served(REAL_PLAYBOOK)
    with sync_playwright() as playwright, Node() as node:
        browser = playwright.chromium.launch(executable_path=executable, args=CHROMIUM_ARGS)
        for line in report(node, browser.new_page(), address, "--failures" in sys.argv):
            print(line, flush=True)
        browser.close()


if __name__ == "__main__":
    with TemporaryDirectory() as folder:
        os.environ[OF_THIS_RUN] = folder
        main()
