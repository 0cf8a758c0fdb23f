"""What holds for the tests themselves."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tests.conftest import ROOT, compare, pytest_collection_modifyitems

TESTS = ROOT / "tests"


def _modules(words: str) -> Iterator[tuple[str, ast.Module]]:
    """The name and the code of every module of the tests in which these words occur."""
    for path in sorted(TESTS.rglob("*.py")):
        text = path.read_text("utf-8")
        if re.search(words, text):
            yield path.relative_to(ROOT).as_posix(), ast.parse(text)


def _imported(module: ast.Module) -> Iterator[str]:
    """The dotted names that a module imports, those within functions included."""
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def test_no_test_imports_another() -> None:
    """What several tests need is in a `conftest.py` or in a module that holds no tests."""
    found = [
        (file, name)
        for file, module in _modules(r"(?<!def )\btest_")
        for name in _imported(module)
        if name.startswith("tests.") and any(part.startswith("test_") for part in name.split("."))
    ]
    assert found == []


SKIPPING = ("skip", "skipif", "importorskip", "xfail")


def test_no_test_is_skipped() -> None:
    """A test that was skipped shows nothing, so what it needs is installed, or its absence is an error."""
    found = [
        (file, node.lineno)
        for file, module in _modules("|".join(SKIPPING))
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr in SKIPPING
    ]
    assert found == []


# ---- where they lie ----

SUBJECTS = {
    "site/test_changes_page.py": "the page of what is new",
    "paper/test_pdfs_of_sites.py": "the PDFs that `build` makes and keeps",
    "paper/test_odd_texts.py": "texts that are very long, wide or in other scripts",
    "paper/test_room_to_write.py": "how much room drawn sheets have to write",
    "checks/test_pages.py": "rules that read hand-written pages",
    "checks/test_rules.py": "all rules",
    "commands/test_build_says.py": "what `build` says, and how it ends",
    "commands/test_check_deleted.py": "what `check` says of references to entries that are gone",
    "commands/test_check_says.py": "what `check` says, and how it ends",
    "commands/test_check_strict.py": "what `check --strict` counts",
    "commands/test_kept_pages.py": "commands that take pages which the last build has left",
    "commands/test_life.py": "an entry from draft to reviewed, as commands show it",
    "commands/test_sites.py": "several sites from one content",
    "comparing/test_diff.py": "a comparison from two revisions to its report",
    "content/test_brief.py": "the content of this playbook",
    "content/test_places_to_fill_in.py": "the content of this playbook",
    "kinds/test_levels.py": "kinds that stand in levels",
    "kinds/test_some_kinds.py": "playbooks without entries of some kinds",
    "language/test_durations.py": "how long something takes, as languages write it",
    "language/test_ranges.py": "ranges, as languages write them",
    "language/test_german.py": "the example in German",
    "language/test_right_to_left.py": "the example from right to left",
    "language/test_catalogues.py": "the files of words, one for each language",
    "outputs/search/test_quality.py": "the results of searches in this playbook",
    "outputs/search/test_search.py": "the package",
    "outputs/test_outputs.py": "all outputs",
    "paper/test_every_printable.py": "all PDFs of this playbook",
    "paper/test_kept_pdfs.py": "the PDFs that tests keep",
    "prose/test_prose.py": "the package",
    "schema/test_language_server.py": "an editor with a YAML language server",
    "shells/test_frame.py": "framed pages in a browser",
    "site/test_feedback.py": "the question at the end of entries",
    "site/test_kinds_on_a_page.py": "the list of all kinds on pages written by hand",
}
"""The tests in the folder of a package that are not about one module, and what they are about."""


def test_tests_lie_where_what_they_test_lies() -> None:
    generator = ROOT / "generator"
    packages = {path.parent.name for path in generator.glob("*/__init__.py")}
    without = [f"tests/{name}: tests of generator/{name}" for name in packages if not _tests_in(TESTS / name)]
    subjects = {
        path.relative_to(TESTS).as_posix(): path.relative_to(TESTS).with_name(path.name.removeprefix("test_"))
        for name in packages
        for path in _tests_in(TESTS / name)
    }
    astray = [
        f"tests/{test}: no generator/{module}; move or rename it, or say in SUBJECTS what it is about"
        for test, module in subjects.items()
        if test not in SUBJECTS
        and not any((generator / name).exists() for name in (module, module.with_name(f"_{module.name}")))
        and not (generator / module.with_suffix("")).is_dir()
    ]
    gone = [f"tests/{test}: in SUBJECTS, but there is no such file" for test in SUBJECTS.keys() - subjects.keys()]
    assert sorted([*without, *astray, *gone]) == []


def _tests_in(folder: Path) -> list[Path]:
    return sorted(folder.rglob("test_*.py"))


# ---- in which order they run ----


def test_each_process_begins_with_slow_tests() -> None:
    """Those of one file in one process, which shares what they need."""

    def item(name: str) -> SimpleNamespace:
        return SimpleNamespace(name=name, path=name[0], get_closest_marker=lambda _: name.isupper())

    items: Any = [item(name) for name in ("a1", "A2", "A3", "b1", "b2", "B3", "c1", "C2")]
    of_two = SimpleNamespace(workerinput={"workercount": 2})
    pytest_collection_modifyitems(of_two, items)  # type: ignore[arg-type]
    assert [found.name for found in items] == ["A2", "A3", "C2", "a1", "b1", "B3", "b2", "c1"]
    pytest_collection_modifyitems(SimpleNamespace(), items)  # type: ignore[arg-type]
    assert len(items) == 8


# ---- files that hold what is expected ----


def _owned_by(test: str, golden: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PYTEST_CURRENT_TEST", f"{test} (call)")
    compare("text\n", golden)


def test_update_golden_writes_a_file_as_a_whole(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    golden = tmp_path / "new" / "golden.txt"
    monkeypatch.setenv("UPDATE_GOLDEN", "1")
    compare("text\n", golden)
    assert golden.read_text("utf-8") == "text\n"
    assert [path.name for path in golden.parent.iterdir()] == ["golden.txt"]


def test_two_tests_may_not_share_a_golden_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    golden = tmp_path / "golden.txt"
    golden.write_text("text\n", "utf-8")
    _owned_by("one", golden, monkeypatch)
    _owned_by("one", golden, monkeypatch)
    with pytest.raises(AssertionError, match=r"two tests compare with .*golden\.txt"):
        _owned_by("other", golden, monkeypatch)


def test_what_make_test_leaves_out_is_run_by_make_test_every() -> None:
    recipes = (ROOT / "Makefile").read_text("utf-8")
    left_out = re.findall(r'pytest .*-m "not (\w+)"', recipes)
    (every,) = re.findall(r'EVERY_CASE=1 .*pytest .*-m "([^"]+)"', recipes)
    assert left_out
    assert [mark for mark in left_out if mark not in every.split(" or ")] == []
