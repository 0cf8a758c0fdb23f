"""Documents lead to files and headings that exist."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT

DOCUMENTS = sorted(
    path.relative_to(ROOT).as_posix()
    for pattern in ("*.md", "docs/*.md", "docs/decisions/*.md", ".git*/**/*.md", "generator/starter/*.md")
    for path in ROOT.glob(pattern)
)

ENOUGH = 20
"""Rows that the table of CONTRIBUTING.md has at least."""


def _text(name: str) -> str:
    """The document without its blocks of code, in which nothing is a link."""
    return re.sub(r"^ *```.*?^ *```", "", (ROOT / name).read_text("utf-8"), flags=re.DOTALL | re.MULTILINE)


def _anchors(path: Path) -> set[str]:
    """The anchors that code hosts give to the headings of a document."""
    headings = re.findall(r"^#+ +(.+?) *$", _text(path.relative_to(ROOT).as_posix()), re.MULTILINE)
    plain = (re.sub(r"\[(.*?)\]\(.*?\)", r"\1", heading) for heading in headings)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in plain}


def _broken(name: str) -> Iterator[str]:
    for target in re.findall(r"\]\(([^)\s]+)\)", re.sub(r"`[^`\n]*`", "", _text(name))):
        if re.match(r"[a-z]+:", target):
            continue
        file, _, anchor = target.partition("#")
        path = (ROOT / name).parent / file if file else ROOT / name
        if not path.exists():
            yield f"{target}: there is no such file"
        elif anchor and path.suffix == ".md" and anchor not in _anchors(path.resolve()):
            yield f"{target}: there is no such heading"


@pytest.mark.parametrize("name", DOCUMENTS)
def test_links_lead_somewhere(name: str) -> None:
    assert list(_broken(name)) == []


def test_broken_links_would_be_found() -> None:
    assert "SECURITY.md" in DOCUMENTS
    assert "report-a-vulnerability" in _anchors(ROOT / "SECURITY.md")


# ---- the table "Where do I change …" ----


def _rows() -> list[tuple[str, list[str]]]:
    """What one wants to change, and the paths that are named for it."""
    section = _text("CONTRIBUTING.md").partition("\n## Where do I change …\n")[2].partition("\n## ")[0]
    cells = [line.strip("|").split("|") for line in section.splitlines() if line.startswith("| ")]
    return [(task.strip(), re.findall(r"`([^`]+)`", paths)) for task, paths in cells[1:]]


def test_the_table_has_enough_rows_and_each_names_a_path() -> None:
    rows = _rows()
    assert len(rows) >= ENOUGH
    assert [task for task, paths in rows if not paths] == []


def test_every_path_of_the_table_exists() -> None:
    missing = [(task, path) for task, paths in _rows() for path in paths if not list(ROOT.glob(path))]
    assert missing == []


# ---- paths that documents name ----

EXAMPLES = re.compile(r"title_with_stop|sign[_-]off|titles|ritual|ours\.css|themes/quiet|NAME|TYPE|TAG|[<>{}]")
"""What is only named as an example of a file that one adds."""

PATH = re.compile(r"`((?:generator|themes|tests|tools|docs|kinds|checks|components|pages)/[^`\s]*)`")


@pytest.mark.parametrize("name", DOCUMENTS)
def test_paths_that_are_named_exist(name: str) -> None:
    folders = (ROOT, ROOT / "generator", ROOT / "themes/playbook")
    paths = (path.rstrip("/") for path in PATH.findall(_text(name)) if not EXAMPLES.search(path))
    assert [path for path in paths if not any(list(folder.glob(path)) for folder in folders)] == []
