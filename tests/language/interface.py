"""Where the words of the interface are used, and texts that look like words of the interface and stand elsewhere."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from jinja2 import Environment

from generator.language.language import ENGLISH, supplied_words
from generator.language.words import Data, has_forms
from generator.site.page import Artifact
from generator.site.script_words import group_of, uses

ROOT = Path(__file__).parents[2]
THEME = ROOT / "themes" / "playbook"
TEMPLATES = tuple(sorted((*THEME.rglob("*.j2"), *(THEME / "material").rglob("*.html"))))
SCRIPTS = tuple(sorted((THEME / "components").rglob("*.js")))
EDITOR = ROOT / "generator" / "editor" / "client"
"""The scripts of the editor in the browser, whose words are the group `editor`."""

GENERATOR = ROOT / "generator"
PACKAGES = ("calculating", "comparing", "outputs", "paper", "prose", "scoring", "shells", "site")
"""The packages of the generator that make what readers see, or those who review what readers will see."""
MODULES = (
    *(path for name in PACKAGES for path in sorted((GENERATOR / name).rglob("*.py")) if path.parent.name != "search"),
    *(GENERATOR / "editor" / name for name in ("client_files.py", "on_page.py")),
    GENERATOR / "model" / "facets.py",
    GENERATOR / "outputs" / "search" / "__init__.py",  # the others hold lists of English words
    *(GENERATOR / "formulas" / name for name in ("notation.py", "numerals.py")),
    GENERATOR / "sessions" / "compiled.py",  # the others say something to those who use the command
)
USING = (
    *MODULES,
    *(
        GENERATOR / "editor" / name
        for name in ("editions.py", "fields_in_forms.py", "moving.py", "proposals.py", "remedies.py")
    ),
)
"""Modules that use words, also those whose refusals are in English."""

CHAIN = re.compile(r"\bwords((?:\.[a-z_]+)+)")
TEXTUAL = ("alt", "aria-label", "aria-roledescription", "aria-valuetext", "label", "placeholder", "title")
"""Attributes that people read or hear."""


def names(data: Data, before: str = "") -> Iterator[str]:
    """The names of all words, such as `search.title`."""
    if isinstance(data, str) or has_forms(data):
        yield before
        return
    for name, inner in data.items():
        yield from names(inner, f"{before}.{name}" if before else name)


GROUPS = frozenset(supplied_words(ENGLISH))
ALL = frozenset(names(supplied_words(ENGLISH)))


# ---- uses ----


def used_in_templates() -> Iterator[tuple[str, str]]:
    """The chains behind `words.` in templates, each with the place where it stands."""
    for path in TEMPLATES:
        for found in CHAIN.finditer(path.read_text("utf-8")):
            yield _place(path, found.start()), found[1][1:]


def used_in_scripts() -> Iterator[tuple[str, str]]:
    """The words that scripts use, with the modules that the build makes of them."""
    scripts = [Artifact(path.relative_to(THEME / "components").as_posix(), path.read_bytes()) for path in SCRIPTS]
    scripts += [Artifact(f"editor/{path.name}", path.read_bytes()) for path in sorted(EDITOR.glob("*.js"))]
    for path, (used, _) in uses(scripts).items():
        yield from ((path, f"{group_of(path)}.{name}") for name in used)


def used_in_python() -> Iterator[tuple[str, str]]:
    """The chains behind `words.` in Python, each with the place where it stands."""
    for path in USING:
        tree = ast.parse(path.read_text("utf-8"))
        for scope in ast.walk(tree):
            if isinstance(scope, ast.FunctionDef):
                yield from ((f"{path.relative_to(ROOT)}:{line}", chain) for line, chain in _chains(scope))


def _chains(scope: ast.FunctionDef) -> Iterator[tuple[int, str]]:
    aliases = dict(_aliases(scope))
    inner = {id(node.value) for node in ast.walk(scope) if isinstance(node, ast.Attribute)}
    for node in ast.walk(scope):
        chain = _chain(node, aliases)
        if chain and id(node) not in inner:
            yield getattr(node, "lineno", 0), chain


def _aliases(scope: ast.FunctionDef) -> Iterator[tuple[str, str]]:
    """Variables that hold a group of words, such as `words = language.words.matrix`."""
    for node in ast.walk(scope):
        if isinstance(node, ast.Assign):
            targets, values = [node.targets[0]], [node.value]
            if isinstance(targets[0], ast.Tuple) and isinstance(values[0], ast.Tuple):
                targets, values = targets[0].elts, values[0].elts
            for target, value in zip(targets, values, strict=True):
                if isinstance(target, ast.Name) and _chain(value, {}):
                    yield target.id, _chain(value, {})


def _chain(node: ast.AST, aliases: dict[str, str]) -> str:
    parts: list[str] = []
    while isinstance(node, ast.Attribute) and node.attr != "words":
        parts.insert(0, node.attr)
        node = node.value
    if isinstance(node, ast.Name) and node.id in aliases:
        return ".".join([aliases[node.id], *parts])
    is_words = isinstance(node, ast.Attribute) or (isinstance(node, ast.Name) and node.id == "words")
    # Other things are called words as well; what is no group of English fails when it is used.
    return ".".join(parts) if is_words and parts[:1] and parts[0] in GROUPS else ""


def _place(path: Path, at: int) -> str:
    return f"{path.relative_to(ROOT)}:{path.read_text('utf-8').count(chr(10), 0, at) + 1}"


# ---- texts that stand elsewhere ----


LOOKS_LIKE_WORDS = re.compile(r"[^\W\d_]{2}")
IN_CODE = re.compile(r"^[^\w<@]*[A-Z]?[a-z’']+,?( [A-Za-z’']+,?)+[^\w<=>{]*$|^[^\w<]*[A-Z][a-z]{2,}[^\w<=>{]*$")
"""Within code a text of at least two words, or one word with a capital letter, is taken for words of the interface."""


def texts_in_templates() -> Iterator[tuple[str, str]]:
    """Texts and attributes of templates that hold letters, and strings within their code that look like words."""
    for path in TEMPLATES:
        name, source = str(path.relative_to(ROOT)), path.read_text("utf-8")
        tokens = list(Environment(trim_blocks=True).lex(source))
        reader = _Reader()
        reader.feed("".join(value for _, kind, value in tokens if kind == "data"))
        yield from ((name, text) for text in reader.found)
        strings = (value[1:-1] for _, kind, value in tokens if kind == "string")
        yield from ((name, text) for text in strings if IN_CODE.match(text))


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self.silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.silent += tag in ("style", "code")
        self.found += [value for name, value in attrs if name in TEXTUAL and value and LOOKS_LIKE_WORDS.search(value)]

    def handle_endtag(self, tag: str) -> None:
        self.silent -= tag in ("style", "code")

    def handle_data(self, data: str) -> None:
        # Where a template makes the tag itself, the rest of that tag looks like a text.
        if not self.silent and LOOKS_LIKE_WORDS.search(data) and '="' not in data:
            self.found.append(data.strip())


_LITERAL = re.compile(
    r"""(?P<comment>//[^\n]*|/\*.*?\*/)|(?P<regex>(?<=[(,=:])\s*/(?![*/])(?:\\.|\[[^\]]*\]|[^/\n\\])+/)"""
    r"""|(?P<error>\bError\([^;\n]*)|"(?P<text>(?:[^"\\\n]|\\.)*)"|`(?P<template>(?:[^`\\]|\\.)*)`""",
    re.DOTALL,
)


def texts_in_scripts() -> Iterator[tuple[str, str]]:
    """Strings of scripts that look like words, but for those of errors, which nobody is to see."""
    for path in (*SCRIPTS, *sorted(EDITOR.glob("*.js"))):
        yield from ((str(path.relative_to(ROOT)), text) for text in texts_of_script(path.read_text("utf-8")))


def texts_of_script(script: str) -> Iterator[str]:
    """Strings of one script that look like words. The values in a template literal are left out."""
    for found in _LITERAL.finditer(script):
        text = found["text"] or re.sub(r"\$\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}", "", found["template"] or "")
        if IN_CODE.match(text):
            yield text


def texts_in_styles() -> Iterator[tuple[str, str]]:
    """What styles write that looks like words, in all themes and in the editor."""
    for path in sorted((*(ROOT / "themes").rglob("*.css"), *(ROOT / "generator").rglob("*.css"))):
        for written in re.findall(r"content:([^;}]*)", path.read_text("utf-8")):
            for text in re.findall(r"\"([^\"]*)\"|'([^']*)'", written):
                if re.search(r"(?<!\\)[^\W\d_]{2}", found := "".join(text)):
                    yield path.relative_to(ROOT).as_posix(), found


def texts_in_python() -> Iterator[tuple[str, str]]:
    """Strings of Python modules that look like words and do not go into messages for maintainers."""
    for path in MODULES:
        tree = ast.parse(path.read_text("utf-8"))
        silent = {id(inner) for node in ast.walk(tree) if _for_maintainers(node) for inner in ast.walk(node)}
        for node in ast.walk(tree):
            text = _text(node)
            if id(node) not in silent and IN_CODE.match(text):
                yield str(path.relative_to(ROOT)), text


def _text(node: ast.AST) -> str:
    """The text of a string, and of a string with values, without these."""
    if isinstance(node, ast.JoinedStr):
        return "".join(map(_text, node.values))
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else ""


def _for_maintainers(node: ast.AST) -> bool:
    if isinstance(node, ast.Expr):  # documentation
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Call):
        called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return called in ("Diagnostic", "FormulaError", "progress", "Field", "TypeAlias", "filterwarnings")
    return isinstance(node, ast.Raise | ast.Assert | ast.AnnAssign)
