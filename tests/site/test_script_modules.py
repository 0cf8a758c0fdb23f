"""Modules as functions of one script: what they import, export and load, and what cannot be expressed so."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pytest
import tree_sitter_javascript
from tree_sitter import Language, Parser

from generator.site.script_modules import bundled, module, without_comments
from generator.system.refusal import Refused
from tests.conftest import ROOT
from tests.node.process import Node

RUN = """async (load, [functions, first]) => {
  const made = new Map();
  const need = (path) => {
    if (!made.has(path)) {
      const other = (name) => need(new URL(name, `x:/${path}`).pathname.slice(1));
      const fetch = async (address) => `read ${address}`;
      made.set(path, eval(`(function ${functions[path]})`)(other, async (name) => other(name), `x:/${path}`, fetch));
    }
    return made.get(path);
  };
  return await need(first).result();
}"""
"""What the exported function `result` of the first module returns."""


def result(node: Node, files: Mapping[str, str], first: str = "a/first.js") -> Any:
    return node.run(RUN, [dict(bundled(files, [first])), first])


@pytest.mark.parametrize(
    ("imported", "used", "other"),
    [
        ('import { one } from "./other.js";', "one", "export const one = 1;"),
        ('import { one as two } from "./other.js";', "two", "export const one = 1, three = 3;"),
        ('import * as all from "./other.js";', "all.one.two()", "export class one { static two() { return 1; } }"),
        ('import words from "./other.js";', "words.one", "export default {\n  one: 1,\n};"),
        (
            'import words, { one } from "./other.js";',
            "[words() ?? null, one]",
            "export default function () {}\nexport { f as one };\nconst f = 1;",
        ),
        ('import named from "./other.js";', "named()", "export default function name() { return 1; }"),
        ('import { one } from "./other.js";', "one", 'export { two as one } from "../b/deep.js";'),
        ('import { two } from "./other.js";', "two", 'export * from "../b/deep.js";'),
        ("", '(await import("./other.js")).one()', "export async function one() { return await 1; }\n"),
    ],
)
def test_what_is_exported_arrives(node: Node, imported: str, used: str, other: str) -> None:
    first = f"{imported}\nexport async function result() {{ return {used}; }}"
    files = {"a/first.js": first, "a/other.js": other, "b/deep.js": "export const two = 1;"}
    assert result(node, files) in (1, [None, 1])


def test_a_module_runs_once_and_later_ones_when_they_are_wanted(node: Node) -> None:
    files = {
        "a/first.js": 'import { log } from "./log.js";\nimport "./log.js";\nlog.push("first");\n'
        'export const result = async () => { await import("./late.js"); await import("./late.js"); return log; };',
        "a/late.js": 'import { log } from "./log.js";\nlog.push("late");',
        "a/log.js": "export const log = [];",
    }
    assert result(node, files) == ["first", "late"]


def test_addresses_are_those_of_the_module_and_files_are_read(node: Node) -> None:
    files = {"a/first.js": "export const result = () => fetch(new URL('data.json', import.meta.url));"}
    assert result(node, files) == "read x:/a/data.json"


def test_only_what_is_imported_is_part_of_it() -> None:
    files = {"one.js": 'import("./two.js");', "two.js": "", "three.js": "", "/** import('./three.js') */": ""}
    assert [path for path, _ in bundled(files, ["one.js"])] == ["one.js", "two.js"]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("export let one = 1;", "it exports a variable that may change"),
        ("export const { one } = {};", "it exports parts of a value"),
        ('export * as all from "./two.js";', "it exports a whole module under a name"),
        ("const one = await two;", "it waits outside of a function"),
        ("if (one) for await (const x of y);", "it waits outside of a function"),
        ("import(one);", "it imports something whose name is not written there"),
        ('import one from "library";', "it imports library, which is no file of the site"),
        ("import.meta.resolve;", "it uses `import.meta` for other things than its address"),
        ("export const = ;", "it is no JavaScript that can be read"),
    ],
)
def test_what_cannot_be_expressed_is_refused_with_its_line(text: str, why: str) -> None:
    with pytest.raises(Refused, match=r"^assets/mine\.js:2 cannot be part of another file: ") as refused:
        module("assets/mine.js", f"// mine\n{text}")
    assert why in str(refused.value)


def test_a_missing_file_and_a_circle_are_refused() -> None:
    with pytest.raises(Refused, match=r"needs a/gone\.js, which the site does not have"):
        list(bundled({"a/one.js": 'import "./gone.js";'}, ["a/one.js"]))
    with pytest.raises(Refused, match=r"import each other.*: (one|two)\.js → (one|two)\.js → "):
        list(bundled({"one.js": 'import "./two.js";', "two.js": 'import "./one.js";'}, ["one.js"]))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("// one\n\n  // two\nlet a; // three\n", "let a; \n"),
        ("/**\n * One.\n */\nexport const a = 1;", "export const a = 1;"),
        ("f(/* one */);\nreturn/* two */a;", "f( );\nreturn a;"),
        ("() => {\n  return /* one\n two */ 1;\n};", "() => {\nreturn \n1;\n};"),
        ("const a = 1;\n// last", "const a = 1;\n"),
        ("`// no ${/* one */ 1}`;\n/\\/\\*/;\n'/* no */';", "`// no ${/* one */ 1}`;\n/\\/\\*/;\n'/* no */';"),
        ("{\n\n  a(`one\n\n  two ${b}`);\n}", "{\na(`one\n\n  two ${b}`);\n}"),
        ("let 1; // one", "let 1; // one"),
    ],
)
def test_comments_and_indents_are_left_out_and_nothing_else(text: str, expected: str) -> None:
    assert without_comments(text) == expected


def test_the_scripts_of_the_theme_are_the_same_without_comments() -> None:
    for path in sorted((ROOT / "themes").rglob("*.js")):
        text = path.read_text("utf-8")
        assert words_of(without_comments(text)) == words_of(text), path.name


def words_of(script: str) -> list[bytes | None]:
    found, nodes = [], [Parser(Language(tree_sitter_javascript.language())).parse(script.encode()).root_node]
    while nodes:
        node = nodes.pop()
        if node.type == "comment":
            continue
        nodes += reversed(node.children)
        if not node.children:
            found.append(node.text)
    return found
