"""Every regular expression of the generator takes time in proportion to the length of the text."""

from __future__ import annotations

import ast
import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tests.conftest import ROOT
from tests.linear_patterns import slow_parts

GENERATED = "HTML and PDFs that the generator wrote: what is opened is closed"
ONE_BREAK = "where it fails, the run of spaces holds one line break, and is gone through once"
REPORT = "one line of a report"
SOURCES = "sources of themes and of the generator, not texts of a playbook"

EXCEPTIONS = {
    r"""[.!?…][\"”’')\]*_]*(?=\s+[\"“‘'(\[*_]*[A-Z0-9])|\n\s*\n|\n(?=\s*(?:[-*+|]|\d+[.)])\s)"""
    r"|(?<= )\|(?= )": ONE_BREAK,
    r"\n\s*\n": ONE_BREAK,
    r"\w(?:[^\s—–]*\w)?": "what it goes through in vain holds no letter, and so no other start",
    r"""(?:[.!?:…][\"”’)]*\s|\n)[\s\"“‘(\[*_]*\Z|\A[\s\"“‘(\[*_]*\Z""": "reads the few characters before a word",
    r".*[\w-]:\s*(?:#.*)?$": "reads one line, of which a comment always reaches the end",
    r"[0-9]+:[0-9]+|[0-9]+%|[^\W_]+": "the digits that it goes through in vain, it takes as a word then",
    r"--accent-([a-z0-9-]+):": SOURCES,
    r"--accent-([a-z0-9-]+): *(#[0-9a-fA-F]{3,8})": SOURCES,
    r"<svg[^>]*>(.*)</svg>": SOURCES,
    r"([a-z]+)([^a-z\s]+)": SOURCES,
    r"/\*.*?\*/|^\s*//[^\n]*": SOURCES,
    r"/\*\*.*?\*/": SOURCES,
    r"\[([^\]]+)\]\((?!files/)[^)]*\)": SOURCES,
    r"\{#.*?#\}|\{%-?\s*(?:import|include)\b.*?%\}": SOURCES,
    r"""\b(?:from|import)\s*\(?\s*[\"'][^\"'\n]*[\"']""": SOURCES,
    r"(?P<place>\S.*?:\d+:\d+): (?P<code>(?P<severity>error|warning)\[[\w-]+\]): (?P<message>.*)": REPORT,
    r"([A-Za-z_][\w-]*-)(?:\{|\$\{|[\"'] *~)": SOURCES,
    r"\{%-?\s*macro\s+(\w+)(.*?)\{%-?\s*endmacro": SOURCES,
    r"\{%-?\s*import\s+[\"']([^\"']+)[\"'](\s*~[^%]*?)?\s+as\s+(\w+)": SOURCES,
    r"\b(?:from|import)\s*\(?\s*[\"'](\.[\w./-]+\.js)[\"']|[eE]lement\(\s*[\"']([a-z]+-[a-z-]+)[\"']": SOURCES,
    r"""\bimport(?:\s+(?:words\b)?,?\s*(?:\{\s*(writing)\s*\})?\s*from\s*|\()["']([./\w-]*/words\.js)["']""": SOURCES,
    r"""\b(?:from|import)\s*\(?\s*["'](\.[\w./-]+\.js)["']""": SOURCES,
    r"""<!--.*?-->|<(/?)([a-z][a-z0-9-]*+)((?:[^>"']|"[^"]*"|'[^']*')*+)>""": GENERATED,
    r'<(?:input|textarea)\b[^>]*? name="([^"]*)"': GENERATED,
    r"""data-fit="[^>]*style="--text: ([\d.]+)pt""": GENERATED,
    r"\((?P<table>\d+)(?P<cell>-\d+-\d+)\)|\((?:[^\\()]|\\.)*\)|<[0-9A-Fa-f]+>"
    r"|/(?P<key>StructParents?) (?P<place>\d+)|(?P<object>\d+) 0 R": GENERATED,
    r"/A <</Type /Action/S /URI/URI (\()part:((?:[^\\()]|\\.)*\))>>": GENERATED,
    r"/(\S+) (\d+ 0 R)": GENERATED,
    r"""<(?P<name>[a-z][a-z0-9-]*+)(?P<rest>(?:[^<>"']++|"[^"]*+"|'[^']*+')*+)>""": GENERATED,
    r"<section data-hosted[^>]*+>(?:[^<]++|<(?!/section>))*+</section>\n?": GENERATED,
    "<style>(.*?)</style>": GENERATED,
    "<style>.*?</style>": GENERATED,
    "\x1e([^\x1f]*)\x1f(.*?)\x1d": GENERATED,
}
"""Expressions that the analysis calls slow, each with the reason why it may stay."""

CALLS = {"compile", "search", "match", "fullmatch", "sub", "subn", "split", "findall", "finditer"}
AT_ONE_PLACE = {"match", "fullmatch"}


class Pattern(NamedTuple):
    """An expression in the source, and how it is used."""

    place: str
    text: str
    flags: int
    used: frozenset[str]


@cache
def _sources() -> dict[Path, ast.Module]:
    return {
        path: ast.parse(path.read_text("utf-8"))
        for path in sorted((ROOT / "generator").rglob("*.py"))
        if path.stem != "__main__"
    }


def _calls_of(tree: ast.AST) -> Iterator[ast.Call]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CALLS:
            of = node.func.value
            yield from [node] if isinstance(of, ast.Name) and of.id == "re" else []


@cache
def _uses() -> dict[tuple[str, str], frozenset[str]]:
    """The attributes that are used of each name, as in `WORD.finditer`: of private names in one file, else in all."""
    found: dict[tuple[str, str], set[str]] = {}
    for path, tree in _sources().items():
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name | ast.Attribute):
                name = node.value.id if isinstance(node.value, ast.Name) else node.value.attr
                found.setdefault(_key(path, name), set()).add(node.attr)
    return {key: frozenset(attributes) for key, attributes in found.items()}


def _key(path: Path, name: str) -> tuple[str, str]:
    return (str(path) if name.startswith("_") else "", name)


def _compiled(path: Path) -> Iterator[Pattern]:
    """Expressions that are values of the module or of its classes."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    module = importlib.import_module(".".join(parts).removesuffix(".__init__"))
    here = [module, *(value for value in vars(module).values() if getattr(value, "__module__", "") == module.__name__)]
    for holder in here:
        for name, value in list(getattr(holder, "__dict__", {}).items()):
            for one in value if isinstance(value, tuple) else (value,):
                if isinstance(one, re.Pattern):
                    text = one.pattern.decode("latin-1") if isinstance(one.pattern, bytes) else one.pattern
                    flags = one.flags & ~re.UNICODE if isinstance(one.pattern, bytes) else one.flags
                    used = _uses().get(_key(path, name), frozenset({"search"}))
                    yield Pattern(path.relative_to(ROOT / "generator").as_posix(), text, flags, used)


def _written(path: Path, tree: ast.AST) -> Iterator[Pattern]:
    """Expressions in calls such as `re.sub(r"…", …)` that are written out."""
    for call in _calls_of(tree):
        first, name = call.args[0] if call.args else None, call.func.attr  # type: ignore[attr-defined]
        if isinstance(first, ast.Constant) and name != "compile":
            text = first.value.decode("latin-1") if isinstance(first.value, bytes) else str(first.value)
            flags = re.MULTILINE if any("MULTILINE" in ast.unparse(other) for other in call.args) else 0
            yield Pattern(path.relative_to(ROOT / "generator").as_posix(), text, flags, frozenset({name}))


def patterns() -> tuple[Pattern, ...]:
    """All expressions of the generator but those that are put together from values."""
    return tuple(
        dict.fromkeys(one for path, tree in _sources().items() for one in (*_compiled(path), *_written(path, tree)))
    )


def _slow(one: Pattern) -> list[str]:
    methods = one.used & CALLS
    searched = not methods or not methods <= AT_ONE_PLACE
    return slow_parts(one.text, one.flags, searched=searched, whole="fullmatch" in methods)


def test_the_expressions_of_the_generator_are_found() -> None:
    found = patterns()
    assert {one.place for one in found} > {"prose/inline.py", "checks/_running_text.py", "reading/composer.py"}
    assert any(one.used == {"fullmatch"} and one.place == "model/values.py" for one in found)


def test_every_expression_takes_time_in_proportion_to_the_length_of_the_text() -> None:
    slow = {f"{one.place}: {one.text}": why for one in patterns() if one.text not in EXCEPTIONS and (why := _slow(one))}
    assert not slow, "make repeats possessive, tie down the start, or bound the length"


def test_every_exception_is_needed() -> None:
    assert EXCEPTIONS.keys() == {one.text for one in patterns() if _slow(one)} & EXCEPTIONS.keys()


@pytest.mark.parametrize(
    "pattern",
    [
        r"(a+)+$", r"(a|a+)*$", r"\s+$", r".*x.*y", r"\A.*x.*y", r"[^)]*\)", r"\[[^\]]+\]", r"\s*\n\s*x",
        r"(?:a|b+)*c", r"(?<!a)[ab]+c", r"(?<!a)a[ab]*c", r"(\w|\d+)*!", r"\A\d+\w*!", r"(?i)\A[a-z]+K+!", r"^\s+x",
        r"\w++(?=!)", r"<!--.*?-->",
    ],
)  # fmt: skip
def test_slow_expressions_are_found(pattern: str) -> None:
    assert slow_parts(pattern, re.MULTILINE)


@pytest.mark.parametrize(
    "pattern",
    [
        r"\s+", r"\w+", r"(?<!\s)\s+$", r"\A[^)]*\)", r"(?<!\w)\w+x", r"\A(?:- +)*x", r"\A\w+\s+\w+$", r"[a-z]{1,30}x",
        r"<[^<>]*>", r"\b\w++(?=!)", r"`[^`]*`", r"^\w+:", r"\A\d++\w*!", r"\A(?:[^()\\]|\\.)*!", r"(?<!a)a++b",
    ],
)  # fmt: skip
def test_linear_expressions_are_accepted(pattern: str) -> None:
    assert not slow_parts(pattern)


def test_what_must_reach_the_end_can_fail() -> None:
    assert slow_parts(r"\w*\d*", searched=False, whole=True)
    assert not slow_parts(r"\w*\d*", searched=False)
