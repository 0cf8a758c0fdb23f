"""`playbook build`: what it does again, and what it opens."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

from generator import pipeline
from generator.cli import main
from generator.config.project import read_config
from tests.conftest import ROOT, Playbook

pytestmark = pytest.mark.usefixtures("all_cores")

TERM = "title: Slow\nsummary: S.\nmeaning: M.\norigin: own\n"
SHEET = """
title: Sheet
summary: S.
group: meeting
minutes: 5
purpose: P.
people: alone
instructions: [Write.]
origin: own
blocks: [{type: text, id: text, label: T, text: T.}]
facilitator: {copies: {each: person}, notes: [N.], timings: [{minutes: 5, what: W.}], debrief: [D.]}
"""
FILES = {
    "content/terms/slow.yml": TERM,
    "content/pages/about.md": "# About\n\nA lead.\n",
    "content/redirects.yml": "terms/gone: slow\n",
    "changes.yml": "changes:\n  - {id: first, date: 2026-01-02, title: New, what: It is new.}\n",
    "addresses.txt": "terms/slow/\n",
    "content/notes.txt": "x",
}

OPENED = """
import sys
opened = set()
sys.addaudithook(lambda event, given: opened.add(str(given[0])) if event == "open" else None)
from generator.cli import main
code = main(["build"])
print(*sorted(opened), sep="\\n")
sys.exit(code)
"""


@pytest.fixture
def root(playbook: Playbook, monkeypatch: pytest.MonkeyPatch, no_editorial_rules: None) -> Path:
    root = playbook(FILES)
    monkeypatch.chdir(root)
    return root


def test_a_second_build_says_the_same_and_builds_nothing(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["build"]) == 0
    first = capsys.readouterr()
    monkeypatch.setattr(pipeline, "connected", lambda *_, **__: pytest.fail("it read the content"))
    assert main(["build"]) == 0
    assert capsys.readouterr() == first
    assert "2 warnings" in first.out


@pytest.mark.parametrize("options", [["--clean"], ["--strict"], ["--site-dir", "other"]])
def test_other_options_build_anew(root: Path, options: list[str], monkeypatch: pytest.MonkeyPatch) -> None:
    assert main(["build"]) == 0
    read: list[str] = []
    original = pipeline.connected
    monkeypatch.setattr(pipeline, "connected", lambda *given, **more: read.append("read") or original(*given, **more))
    main(["build", *options])
    assert read == ["read"]


def test_the_offline_edition_is_one_file_that_its_page_links_to(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], no_editorial_rules: None
) -> None:
    root = playbook({**FILES, "content/worksheets/sheet.yml": SHEET})
    monkeypatch.chdir(root)
    assert main(["build", "--offline"]) == 0
    (archive,) = (root / "site/offline").glob("*.zip")
    assert f"The whole site in one file: {archive} (" in capsys.readouterr().out
    assert f'href="../offline/{archive.name}"' in (root / "site/print/index.html").read_text("utf-8")
    assert b"\nplaybookWorker({" in (root / "site/sw.js").read_bytes()
    with ZipFile(archive) as packed:
        page = packed.read(f"{archive.stem}/print/index.html").decode()
        assert archive.name not in page
        assert f"{archive.stem}/terms/slow/index.html" in packed.namelist()
    before = archive.stat()
    monkeypatch.setattr(pipeline, "connected", lambda *_, **__: pytest.fail("it read the content"))
    assert main(["build", "--offline"]) == 0
    assert archive.stat() == before


@pytest.mark.rehearsal
def test_whatever_a_build_opens_in_a_playbook_is_known_as_its_source(root: Path) -> None:
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join([str(ROOT), os.environ.get("PYTHONPATH", "")])}
    done = subprocess.run(
        [sys.executable, "-c", OPENED], cwd=root, env=environment, capture_output=True, text=True, check=True
    )
    project, _ = read_config(root / "site_config.yml")
    assert project
    sources = [path.resolve() for path in pipeline.sources(project)]
    opened = [Path(root, name).resolve() for name in done.stdout.splitlines()]
    inside = [path for path in opened if path.is_relative_to(root.resolve()) and path.is_file()]
    made = [path for path in inside if path.relative_to(root.resolve()).parts[0] in ("site", ".cache")]

    unknown = [p for p in inside if p not in made and not any(p.is_relative_to(source) for source in sources)]
    assert unknown == []
    assert {root / name for name in FILES if name != "content/notes.txt"} <= set(inside)
