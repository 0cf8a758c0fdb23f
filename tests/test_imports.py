"""What the layers in pyproject.toml cannot say: no circle among files, and which files may know a library."""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import cache
from graphlib import CycleError, TopologicalSorter
from pathlib import Path

from tests.conftest import ROOT

KNOWN_TO: Mapping[str, frozenset[str]] = {
    "mkdocs": frozenset({"generator.shells.mkdocs"}),
    "material": frozenset(),
    "weasyprint": frozenset(f"generator.paper.{name}" for name in ("boxes", "pdf", "pdf_cache", "pieces")),
    "pydyf": frozenset(f"generator.paper.{name}" for name in ("form_fields", "joining", "structure")),
    "fontTools": frozenset(f"generator.typefaces.{name}" for name in ("cut", "faces", "kerning", "packages")),
    "pypdf": frozenset({"generator.paper.filled", "generator.paper.posters"}),
    "resvg_py": frozenset({"generator.site.installable"}),
    "segno": frozenset({"generator.paper.qr"}),
    "tree_sitter": frozenset({"generator.site.script_modules"}),
    "tree_sitter_javascript": frozenset({"generator.site.script_modules"}),
    "watchdog": frozenset({"generator.publishing.watching"}),
    "markdown": frozenset(f"generator.prose.{name}" for name in ("blocks", "inline", "markdown", "tables")),
    "nh3": frozenset({"generator.prose.markdown"}),
}
"""The libraries that one part of the program hides from the others, each with the files that import it."""


def module_of(path: Path) -> str:
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def imports() -> Mapping[str, frozenset[str]]:
    """What each file imports, wherever in it: also within functions, and for types only."""
    files = {module_of(path): path for path in sorted((ROOT / "generator").rglob("*.py"))}
    return {module: frozenset(_imported(path, frozenset(files)) - {module}) for module, path in files.items()}


def _imported(path: Path, files: frozenset[str]) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports name their module in full"
            whole = {f"{node.module}.{alias.name}" for alias in node.names}
            found |= {name if name in files else str(node.module) for name in whole}
    return found


def test_no_file_imports_itself_through_others() -> None:
    inside = {module: {name for name in found if name in imports()} for module, found in imports().items()}
    try:
        order = list(TopologicalSorter(inside).static_order())
    except CycleError as error:
        raise AssertionError("a circle of imports: " + " imports ".join(reversed(error.args[1]))) from None
    assert len(order) == len(inside)


def test_libraries_are_known_to_the_files_that_hide_them_from_others() -> None:
    known = {
        library: frozenset(
            module for module, found in imports().items() if any(name.partition(".")[0] == library for name in found)
        )
        for library in KNOWN_TO
    }
    assert known == KNOWN_TO


def test_the_root_holds_only_what_tells_the_story() -> None:
    modules = {path.stem for path in (ROOT / "generator").glob("*.py")}
    assert modules == {"__init__", "cli", "parallel", "pipeline"}
