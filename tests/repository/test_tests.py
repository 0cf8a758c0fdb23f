"""What holds for the tests themselves."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conftest import ROOT, compare

TESTS = ROOT / "tests"


def _modules() -> Iterator[tuple[str, ast.Module]]:
    """The name and the code of every module of the tests."""
    for path in sorted(TESTS.rglob("*.py")):
        yield path.relative_to(ROOT).as_posix(), ast.parse(path.read_text("utf-8"))


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
        for file, module in _modules()
        for name in _imported(module)
        if name.startswith("tests.") and any(part.startswith("test_") for part in name.split("."))
    ]
    assert found == []


def test_no_test_is_skipped() -> None:
    """A test that was skipped shows nothing, so what it needs is installed, or its absence is an error."""
    found = [
        (file, node.lineno)
        for file, module in _modules()
        for node in ast.walk(module)
        if isinstance(node, ast.Attribute) and node.attr in ("skip", "skipif", "importorskip", "xfail")
    ]
    assert found == []


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
