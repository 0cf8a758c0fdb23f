"""The words that scripts import, as modules that the build makes."""

from __future__ import annotations

import json

from generator.language.language import Language
from generator.language.words import Words
from generator.site.page import Artifact
from generator.site.script_words import modules
from tests.node.process import Node

WORDS = Words(
    {
        "writing": {"decimal": ",", "thousands": "."},
        "print_pack": {
            "title": 'A "pack"',
            "open": "`Open` ${ \\ {what}",
            "sheets": {"one": "{n} sheet for {who}", "few": "{n} sheets, for {who}", "other": "sheets"},
            "unused": "Nobody says this",
        },
    },
    "pl",
)
SCRIPT = """import words, { writing } from "../words.js";
say(words.title, words.open({ what }), words.sheets(3, { who }), writing.decimal);
"""


def made(script: str = SCRIPT) -> list[Artifact]:
    return list(modules([Artifact("assets/print-pack/lazy/pack.js", script.encode())], Language("pl", WORDS)))


def test_a_module_holds_the_words_that_the_scripts_of_its_component_use() -> None:
    (module,) = made()
    assert module.path == "assets/print-pack/words.js"
    assert b"Nobody" not in module.content


def test_scripts_under_lazy_may_have_a_module_of_their_own() -> None:
    first = Artifact("assets/print-pack/pack.js", b'import words from "./words.js"; say(words.title);')
    later = Artifact("assets/print-pack/lazy/more.js", b'import words from "./words.js"; say(words.open({ what }));')
    found = {module.path: module.content.decode() for module in modules([first, later], Language("pl", WORDS))}
    assert list(found) == ["assets/print-pack/lazy/words.js", "assets/print-pack/words.js"]
    assert ["title:" in text for text in found.values()] == [False, True]


def test_without_an_import_there_is_no_module() -> None:
    assert made('const words = { title: "x" }; say(words.title);') == []


def test_a_module_of_the_theme_is_left_alone() -> None:
    own = Artifact("assets/search/lazy/words.js", b"export const words = (text) => text.split(' ');")
    script = Artifact("assets/search/lazy/rank.js", b'import { words } from "./words.js"; words("a");')
    assert list(modules([own, script], Language("pl", WORDS))) == []


def test_texts_are_what_the_file_says_with_the_form_that_goes_with_a_number(node: Node) -> None:
    address = "data:text/javascript," + "".join(f"%{byte:02x}" for byte in made()[0].content)
    said = node.run(
        """async (load, address) => {
          const { default: words, writing } = await import(address);
          const sheets = [1, 3, 5].map((n) => words.sheets(n, { who: "you" }));
          return [words.title, words.open({ what: "`it`" }), ...sheets, writing];
        }""",
        address,
    )
    assert said == [
        'A "pack"',
        "`Open` ${ \\ `it`",
        "1 sheet for you",
        "3 sheets, for you",
        "sheets",
        {"decimal": ",", "thousands": "."},
    ], json.dumps(said)
