"""A playbook need not have entries of every kind: what it has not, no page mentions, and no link leads there."""

from __future__ import annotations

import json
import re
from collections.abc import Container, Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any
from urllib.parse import urljoin, urlsplit

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.config.project import read_config
from generator.diagnostics.diagnostic import stops_the_build
from generator.editing.new_playbook import STARTER
from generator.kinds import BUILT_IN
from generator.site.page import Site
from tests.conftest import some_of

PLURALS = tuple(kind.plural for kind in BUILT_IN)
NEEDS = {"bingo": {"worksheets"}, "assessments": {"checklists", "conversations", "lessons", "practices"}}
"""The squares of a bingo card stand in a worksheet, and what a self-check finds has to lead somewhere."""

HREF = re.compile(r'(?:href|src)="([^"]*)"')
PAGE_OF = {
    "print/": {"worksheets", "checklists", "assessments", "role-plays"},
    "team/": {"assessments"},
}
"""Pages that are there only for entries of one of these kinds."""


@cache
def _entries() -> dict[str, dict[str, Any]]:
    """The entries of the starter by kind and id."""
    found: dict[str, dict[str, Any]] = {plural: {} for plural in PLURALS}
    for plural in PLURALS:
        if (shared := STARTER / "content" / f"{plural}.yml").exists():
            found[plural] = yaml.safe_load(shared.read_text("utf-8"))
        for path in (STARTER / "content" / plural).glob("*.yml"):
            found[plural][path.stem] = yaml.safe_load(path.read_text("utf-8"))
    return found


def _without(data: Any, gone: Container[str]) -> Any:
    """The data without what refers to entries that are gone."""
    match data:
        case dict():
            kept = {key: _without(value, gone) for key, value in data.items() if not _refers(value, gone)}
            return {key: value for key, value in kept.items() if value or key not in ("links", "sources")}
        case list():
            return [_without(value, gone) for value in data if not _refers(value, gone)]
    return data


def _refers(value: Any, gone: Container[str]) -> bool:
    if isinstance(value, dict):
        return any(value.get(key) in gone for key in ("to", "source"))
    return isinstance(value, str) and value in gone


def _write(root: Path, plurals: Container[str]) -> None:
    """A playbook of the starter's entries of these kinds."""
    entries = _entries()
    gone = {entry_id for plural in PLURALS if plural not in plurals for entry_id in entries[plural]}
    (root / "content").mkdir()
    (root / "site_config.yml").write_bytes((STARTER / "site_config.yml").read_bytes())
    for plural in PLURALS:
        if plural in plurals:
            text = json.dumps(_without(entries[plural], gone), ensure_ascii=False, indent=1)
            (root / "content" / f"{plural}.yml").write_text(text, "utf-8")


def _built(plurals: Container[str]) -> Site:
    with TemporaryDirectory() as folder:
        root = Path(folder)
        _write(root, plurals)
        project, problems = read_config(root / "site_config.yml")
        assert project is not None, problems
        reading = pipeline.read(project)
        assert [p for p in reading.diagnostics if stops_the_build([p], strict=False)] == []
        return pipeline.build(project, reading)


def _dead_links(site: Site) -> Iterator[str]:
    files = {artifact.path for artifact in site.artifacts}
    there = {f"/{page.url}" for page in site.pages} | {f"/{path}" for path in files}
    for page in site.pages:
        for href in HREF.findall(page.body):
            place = urlsplit(urljoin(f"{site.url}{page.url}", href.replace("&amp;", "&")))
            if f"{place.scheme}://{place.netloc}/" == site.url and place.path not in there:
                yield f"{page.url}: {href}"


def _check(plurals: frozenset[str]) -> None:
    site = _built(plurals)
    urls = {page.url for page in site.pages}
    inner = [item.url for group in site.nav for item in group.items]

    assert list(_dead_links(site)) == []
    assert set(inner) - urls == set()
    assert [group.title for group in site.nav if not group.items] == []
    assert {f"{plural}/" for plural in PLURALS} & urls == {f"{plural}/" for plural in plurals}
    assert {url for url in PAGE_OF if url in urls} == {url for url, needed in PAGE_OF.items() if needed & plurals}
    for page in site.pages:
        headings = re.findall(r"<(h[1-6])[^>]*>\s*</\1>", page.body)
        lists = re.findall(r"<(ul|ol|dl|tbody)(?![^>]* data-)[^>]*>\s*</\1>", page.body)  # scripts fill the others
        assert (page.url, headings, lists) == (page.url, [], [])


def _whole(plurals: set[str]) -> frozenset[str]:
    return frozenset(plurals.union(*(NEEDS.get(plural, set()) for plural in plurals)))


@pytest.mark.parametrize("plural", PLURALS)
def test_a_playbook_of_one_kind_is_whole(plural: str) -> None:
    _check(_whole({plural}))


@pytest.mark.slow
@pytest.mark.sampled
@settings(max_examples=some_of(25))
@given(st.sets(st.sampled_from(PLURALS)))
def test_a_playbook_of_some_kinds_is_whole(plurals: set[str]) -> None:
    _check(_whole(plurals))
