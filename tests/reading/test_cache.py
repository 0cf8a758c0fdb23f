"""To check one file takes a moment, because what was read before is remembered. It never says anything else."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from generator import pipeline
from generator.caching.kept import ENDING, Kept
from generator.checks import check
from generator.cli import main
from generator.config.project import Project, read_config
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Severity, in_order
from generator.parallel import Forks
from generator.reading import cache
from generator.reading.cache import FOLDER, DocumentCache
from generator.reading.document import read_document
from tests.checks.small_playbook import SITE, clean_files
from tests.checks.spoilt_entries import graphs
from tests.conftest import Small, some_of

PRACTICE = "content/practices/slow-down.yml"


def project(root: Path) -> Project:
    found, problems = read_config(root / "site_config.yml")
    assert found is not None, problems
    return found


def test_documents_are_the_same_as_when_they_were_read(small: Small) -> None:
    root = small({})
    first = DocumentCache(root)
    for name in clean_files():
        first.read_document(root / name, root, name)
    first.save()
    second = DocumentCache(root)
    for name in clean_files():
        fresh, _ = read_document(root / name, root, name)
        again, problems = second.read_document(root / name, root, name)
        assert fresh is not None
        assert again is not None
        assert problems == ()
        assert (again.file, again.text, again.data) == (fresh.file, fresh.text, fresh.data)
        for table in ("values", "keys", "extents"):
            assert dict(getattr(again, table)) == dict(getattr(fresh, table))
            assert len(getattr(again, table)) == len(getattr(fresh, table))


def test_what_is_remembered_is_not_read_again(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    small({})
    assert main(["check"]) == 0
    read: list[str] = []
    parse = cache.parse
    monkeypatch.setattr(cache, "parse", lambda text, name, *names: read.append(name) or parse(text, name, *names))
    assert main(["check", PRACTICE]) == 0
    # Only where something stands is looked up once more.
    assert len(read) <= 3
    read.clear()
    path = Path(PRACTICE)
    path.write_text(path.read_text(encoding="utf-8") + "# a comment\n", encoding="utf-8")
    assert main(["check", PRACTICE]) == 0
    assert PRACTICE in read
    assert len(read) <= 3


def test_what_has_a_fault_is_told_each_time(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({})
    (root / PRACTICE).write_bytes(b"\xef\xbb\xbf" + (root / PRACTICE).read_bytes().replace(b"summary", b"sumary"))
    said = []
    for _ in range(3):
        assert main(["check"]) == 1
        said.append(capsys.readouterr().out)
    assert "byte-order-mark" in said[0]
    assert "unknown-field" in said[0]
    assert said == [said[0]] * 3


def kept_in(root: Path) -> Path:
    """The file that holds the documents."""
    (found,) = (root / FOLDER).glob(f"*{ENDING}")
    return found


def documents_in(root: Path) -> dict[str, Any]:
    content = Kept(root / FOLDER).get(kept_in(root).stem)
    assert content is not None
    documents: dict[str, Any] = json.loads(content)
    return documents


@pytest.mark.parametrize("damage", [b"", b"{", b"[]", b"null", b"\xff", b'{"documents": {}}', b"[" * 100_000])
def test_a_cache_that_is_damaged_is_ignored(damage: bytes, small: Small) -> None:
    root = small({})
    assert main(["check"]) == 0
    kept_in(root).write_bytes(damage)
    assert main(["check"]) == 0
    assert len(documents_in(root)) == len(clean_files())


def test_another_program_reads_everything_anew(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    small({})
    assert main(["check"]) == 0
    read: list[str] = []
    parse = cache.parse
    monkeypatch.setattr(cache, "program", lambda: "another")
    monkeypatch.setattr(cache, "parse", lambda text, name, *names: read.append(name) or parse(text, name, *names))
    assert main(["check"]) == 0
    assert set(clean_files()) <= set(read)


def test_what_is_gone_is_forgotten(small: Small) -> None:
    root = small({})
    extra = root / "content/terms/extra.yml"
    extra.write_text("title: E\nsummary: E.\nmeaning: E.\norigin: own\n", encoding="utf-8")
    assert main(["check"]) == 0
    extra.unlink()
    assert main(["check"]) == 0
    assert len(documents_in(root)) == len(clean_files())


def test_a_folder_that_takes_no_files_takes_none(small: Small) -> None:
    root = small({})
    (root / ".cache").write_text("in the way")
    assert main(["check"]) == 0
    assert (root / ".cache").read_text() == "in the way"


def test_a_clean_build_does_not_use_it(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    small({})

    def refuse(*_: object) -> None:
        raise AssertionError("a build reads its files")

    monkeypatch.setattr(DocumentCache, "__init__", refuse)
    assert main(["build", "--clean"]) == 0


@pytest.mark.usefixtures("all_cores")
def test_what_is_learnt_on_all_cores_is_known(small: Small, monkeypatch: pytest.MonkeyPatch) -> None:
    root = small({"content/terms/broken.yml": "title: [\n"})
    monkeypatch.setattr(cache, "WORTH_SHARING", 0)
    found = DocumentCache(root)
    files = [(path, root / "content", path.name) for path in sorted((root / "content").glob("*/*.yml"))]
    found.learn(files, Forks())
    monkeypatch.setattr(cache, "parse", lambda *_: (None, ()))
    read = {name: found.read_document(path, content, name)[0] for path, content, name in files}
    assert {name for name, document in read.items() if document is None} == {"broken.yml"}
    found.save()
    again = DocumentCache(root)
    assert {name for path, content, name in files if again.read_document(path, content, name)[0] is None} == {
        "broken.yml"
    }


# ---- checking some files only ----


@given(graphs(), st.data())
@settings(max_examples=some_of(60), suppress_health_check=[HealthCheck.too_slow])
def test_to_look_at_some_files_finds_what_concerns_them(graph: Graph, data: st.DataObject) -> None:
    files = data.draw(st.sets(st.sampled_from(sorted({e.document.file for e in graph.entries.values()}))))
    whole = [found for found in in_order(check(graph, SITE)) if found.span.file in files]
    some = [found for found in in_order(check(graph.narrowed(files), SITE)) if found.span.file in files]
    assert some == whole


def test_only_rules_that_compare_entries_go_through_all_of_them() -> None:
    files = Path(check.__code__.co_filename).parent.glob("*.py")
    texts = {file.stem: file.read_text(encoding="utf-8") for file in files}
    through_all = {rule for rule, text in texts.items() if re.search(r"graph\.entries\.values\(\)|drafts_of\(", text)}
    comparing = {"avoided_word", "boring_why", "repeated_number", "repeated_title"}
    assert through_all == comparing | {"kind_not_in_navigation", "link_out_of_site", "link_to_draft"}


def test_one_file_gets_what_the_whole_says_about_it(small: Small) -> None:
    broken = clean_files()[PRACTICE].replace("level: personal", "level: all")
    page = "# About\n\nSee [[slow-dwon]].\n\n## More\n\nTODO\n"
    root = small({PRACTICE: broken, "content/pages/about.md": page, "content/tells/x.yml": "title: [\n"})
    whole = pipeline.read(project(root)).diagnostics
    assert len({found.span.file for found in whole}) >= 3
    for name in {found.span.file for found in whole}:
        some = pipeline.read(project(root), only=name.__eq__).diagnostics
        assert some == tuple(found for found in whole if found.span.file == name)


def test_a_broken_entry_does_not_make_others_look_forgotten(small: Small) -> None:
    """Whatever only the broken one leads to is not an orphan, and the words that only it uses are used."""
    for name in clean_files():
        root = small({name: "title: X\n"})
        found = pipeline.read(project(root)).diagnostics
        others = [d for d in found if d.span.file != name and d.severity is Severity.WARNING]
        assert {d.code.name for d in others} & {"orphan-entry", "unused-term"} == set()
        (root / name).write_text(clean_files()[name], encoding="utf-8")


@pytest.mark.parametrize("words", [["content"], ["content/practices"], [PRACTICE], ["."], ["./content/../content"]])
def test_paths_may_be_files_and_folders(words: list[str], small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small({PRACTICE: clean_files()[PRACTICE].replace("level: personal", "level: all")})
    assert main(["check", *words]) == 1
    assert f"{PRACTICE}:" in capsys.readouterr().out
    assert main(["check", "content/audiences"]) == 0
    assert capsys.readouterr().out == "no problems\n"
