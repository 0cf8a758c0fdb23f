"""ES modules as functions, so that one file holds many: browsers load no modules from a disk, and few files at a time.

A module becomes a function that gets what it imports and returns what it exports:

    import { one } from "./other.js";          const { one } = $need("./other.js");
    const { two } = await import("./two.js");  const { two } = await $load("./two.js");
    new URL("data.json", import.meta.url);     new URL("data.json", $url);
    export function three() {}                 function three() {}   …   return { three };

`runtime.js` calls the functions. It also gives them a `fetch` that reads files which were written as scripts.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from graphlib import CycleError, TopologicalSorter
from posixpath import dirname, join, normpath
from typing import NoReturn

import tree_sitter_javascript
from tree_sitter import Language, Node, Parser

from generator.system.refusal import Refused

_DECLARED = {"class_declaration": "class", "function_declaration": "function"}

_AT_ONCE = frozenset(
    {"arrow_function", "class_static_block", "function_declaration", "function_expression", "method_definition"}
)
"""What runs later or elsewhere: an `await` in it does not hold up the module."""


@dataclass(frozen=True, slots=True)
class Module:
    """A module as the body of a function, and what it imports at once and later, by paths in the site."""

    path: str
    body: str
    needs: tuple[str, ...]
    loads: tuple[str, ...]
    exports: tuple[str, ...]
    """What it exports, as the properties of an object are written."""


def bundled(texts: Mapping[str, str], wanted: Iterable[str]) -> Iterator[tuple[str, str]]:
    """The functions of the `wanted` modules and all that they import, in any order, each by its path.

    `texts` are the modules of the site by path. Raises Refused for what cannot be expressed so.
    """
    seen = dict[str, Module]()
    paths = [*wanted]
    while paths:
        path = paths.pop()
        if path not in seen:
            if path not in texts:
                raise Refused(f"The offline edition needs {path}, which the site does not have. Correct its import.")
            seen[path] = found = module(path, texts[path])
            paths += (*found.needs, *found.loads)
    _refuse_circles(seen)
    for path, found in sorted(seen.items()):
        yield path, f"($need, $load, $url, fetch) {{\n{found.body}\n}}"


@lru_cache(1024)
def module(path: str, text: str) -> Module:
    """The module of a script. Raises Refused if it uses what only modules can do."""
    return _Transformation(path, text.encode()).module()


_INDENT = re.compile(rb"\n\s+")


@lru_cache(1024)
def without_comments(text: str) -> str:
    """A script without its comments, indents and empty lines; one with errors stays as it is."""
    root = _parser().parse(source := text.encode()).root_node
    if root.has_error:
        return text
    parts, code, at = [], b"", 0
    for node in _comments_and_texts(root):
        code += source[at : node.start_byte]
        at, whole = node.end_byte, node.text or b""
        if node.type == "comment":
            # Between two words, a comment is a space, or the end of a line.
            code += b"\n" if b"\n" in whole else b"" if source[at : at + 1] in b"\n" else b" "
        else:
            parts += [_INDENT.sub(b"\n", code), whole]
            code = b""
    return b"".join((*parts, _INDENT.sub(b"\n", code + source[at:]))).lstrip().decode()


def _comments_and_texts(node: Node) -> Iterator[Node]:
    for child in node.children:
        if child.type in ("comment", "string", "template_string"):
            yield child
        else:
            yield from _comments_and_texts(child)


def _refuse_circles(modules: Mapping[str, Module]) -> None:
    try:
        TopologicalSorter({path: found.needs for path, found in modules.items()}).prepare()
    except CycleError as error:
        circle = " → ".join(reversed(error.args[1]))
        raise Refused(f"These scripts import each other, which the offline edition cannot express: {circle}.") from None


@cache
def _parser() -> Parser:
    return Parser(Language(tree_sitter_javascript.language()))


class _Transformation:
    """One module while it is rewritten: the parts to be replaced, and what was found."""

    def __init__(self, path: str, source: bytes) -> None:
        self.path = path
        self.source = source
        self.changes: list[tuple[int, int, str]] = []
        self.exports: list[str] = []
        self.needs: dict[str, None] = {}
        self.loads: dict[str, None] = {}

    def module(self) -> Module:
        tree = _parser().parse(self.source)
        if tree.root_node.has_error:
            self._refuse(_first_error(tree.root_node), "it is no JavaScript that can be read")
        for statement in tree.root_node.named_children:
            if statement.type == "import_statement":
                self._replace(statement, self._imported(statement))
            elif statement.type == "export_statement":
                self._exported(statement)
        self._within(tree.root_node, at_once=True)
        given = f"\nreturn {{ {', '.join(self.exports)} }};" if self.exports else ""
        body = f"{self._text()}{given}"
        return Module(self.path, body, tuple(self.needs), tuple(self.loads), tuple(self.exports))

    def _imported(self, statement: Node) -> str:
        """What an import becomes: the names that it brings, taken from the exports of another module."""
        need = self._need(_child(statement, "source"))
        clause = next((child for child in statement.named_children if child.type == "import_clause"), None)
        names, parts = [], []
        for child in clause.named_children if clause else ():
            if child.type == "identifier":
                names.append(f"default: {_of(child)}")
            elif child.type == "namespace_import":
                parts.append(f"const {_of(child.named_children[0])} = {need};")
            else:
                names += map(_renamed, child.named_children)
        if names:
            parts.append(f"const {{ {', '.join(names)} }} = {need};")
        return " ".join(parts) or f"{need};"

    def _exported(self, statement: Node) -> None:
        declaration = statement.child_by_field_name("declaration")
        if statement.child_by_field_name("source"):
            self._passed_on(statement)
        elif any(child.type == "default" for child in statement.children):
            self._default(statement, declaration or _child(statement, "value"))
        elif declaration:
            self._replace_range(statement.start_byte, declaration.start_byte, "")
            self.exports += self._declared(declaration)
        else:
            clause = next(child for child in statement.named_children if child.type == "export_clause")
            self.exports += [_exporting(*_pair(one)) for one in clause.named_children]
            self._replace(statement, "")

    def _passed_on(self, statement: Node) -> None:
        """`export { one } from "./other.js"` and `export * from "./other.js"`."""
        need = self._need(_child(statement, "source"))
        clause = next((child for child in statement.named_children if child.type == "export_clause"), None)
        if clause is None and any(child.type == "namespace_export" for child in statement.named_children):
            self._refuse(statement, "it exports a whole module under a name")
        self.exports += [f"{new}: {need}.{old}" for old, new in map(_pair, clause.named_children)] if clause else []
        self.exports += [] if clause else [f"...{need}"]
        self._replace(statement, f"{need};")

    def _default(self, statement: Node, value: Node) -> None:
        name = value.child_by_field_name("name") if value.type in _DECLARED else None
        self._replace_range(statement.start_byte, value.start_byte, "" if name else "const $default = ")
        self.exports.append(f"default: {_of(name) if name else '$default'}")

    def _declared(self, declaration: Node) -> list[str]:
        if declaration.type in _DECLARED or declaration.type == "generator_function_declaration":
            return [_of(_child(declaration, "name"))]
        if _of(declaration).split(maxsplit=1)[0] != "const":
            self._refuse(declaration, "it exports a variable that may change. Export a constant or a function")
        names = [_child(one, "name") for one in declaration.named_children if one.type == "variable_declarator"]
        for name in names:
            if name.type != "identifier":
                self._refuse(name, "it exports parts of a value. Give them names first")
        return [_of(name) for name in names]

    def _within(self, node: Node, *, at_once: bool) -> None:
        """Replace what modules alone can say anywhere: `import(…)` and `import.meta.url`."""
        for child in node.children:
            if child.type == "call_expression" and _child(child, "function").type == "import":
                self._loaded(child)
            elif child.type == "member_expression" and _of(child) == "import.meta.url":
                self._replace(child, "$url")
                continue
            elif child.type == "meta_property" and _of(child) == "import.meta":
                self._refuse(child, "it uses `import.meta` for other things than its address")
            elif child.type == "comment":
                self._replace(child, "")
            elif child.type == "await" and at_once:
                self._refuse(child, "it waits outside of a function")
            self._within(child, at_once=at_once and child.type not in _AT_ONCE)

    def _loaded(self, call: Node) -> None:
        given = _child(call, "arguments").named_children
        if len(given) != 1 or given[0].type != "string":
            self._refuse(call, "it imports something whose name is not written there")
        self.loads[self._path_of(given[0])] = None
        self._replace(_child(call, "function"), "$load")

    def _need(self, source: Node) -> str:
        self.needs[self._path_of(source)] = None
        return f"$need({_of(source)})"

    def _path_of(self, name: Node) -> str:
        text = _of(name)[1:-1]
        if not text.startswith("."):
            self._refuse(name, f"it imports {text}, which is no file of the site")
        return normpath(join(dirname(self.path), text))

    def _replace(self, node: Node, text: str) -> None:
        self._replace_range(node.start_byte, node.end_byte, text)

    def _replace_range(self, start: int, end: int, text: str) -> None:
        self.changes.append((start, end, text))

    def _text(self) -> str:
        parts, at = [], 0
        for start, end, text in sorted(self.changes):
            parts += [self.source[at:start].decode(), text]
            at = end
        return "".join((*parts, self.source[at:].decode()))

    def _refuse(self, node: Node, why: str) -> NoReturn:
        line = node.start_point.row + 1
        raise Refused(f"{self.path}:{line} cannot be part of another file: {why}.")


def _first_error(node: Node) -> Node:
    inner = next((child for child in node.children if child.has_error), None)
    return node if inner is None else _first_error(inner)


def _child(node: Node, field: str) -> Node:
    found = node.child_by_field_name(field)
    assert found is not None, (field, node.type)
    return found


def _of(node: Node) -> str:
    assert node.text is not None
    return node.text.decode()


def _pair(specifier: Node) -> tuple[str, str]:
    """The name that a part of `{ one, two as three }` has there, and the new one."""
    name, alias = _child(specifier, "name"), specifier.child_by_field_name("alias")
    return _of(name), _of(alias or name)


def _renamed(specifier: Node) -> str:
    name, new = _pair(specifier)
    return name if name == new else f"{name}: {new}"


def _exporting(name: str, new: str) -> str:
    return name if name == new else f"{new}: {name}"


def written(runtime: str, functions: Iterable[tuple[str, str]]) -> str:
    """The one script: the runtime, given the functions of all modules."""
    entries = ",\n".join(f"{json.dumps(path)}: function {function}" for path, function in functions)
    return f'"use strict";\n{runtime}\nplaybookModules({{\n{entries}\n}});\n'
