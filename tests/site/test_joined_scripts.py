"""Scripts that are published with what they import, in one file."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from generator.site.joined_scripts import COMMON, with_joined, with_joined_once
from generator.site.page import Artifact
from generator.site.script_modules import module
from generator.system.refusal import Refused
from tests.node.process import Node

TEXTS = {
    "box/box.js": 'import { one } from "../shared/one.js";\nimport("./lazy/panel.js");',
    "box/lazy/panel.js": """// What it does.
import { one } from "../../shared/one.js";
import { two } from "./two.js";
import words from "../words.js";
export const three = one + two;
export function four() { return new URL("panel.css", import.meta.url); }
""",
    "box/lazy/two.js": "export const two = 2; // a comment",
    "box/lazy/other.js": 'import { two } from "./two.js";',
    "box/words.js": "export default {};",
    "shared/one.js": "export const one = 1;",
}


def published(texts: dict[str, str]) -> tuple[dict[str, str], frozenset[str]]:
    scripts, common = with_joined([Artifact(path, text.encode()) for path, text in texts.items()])
    return {script.path: script.content.decode() for script in scripts}, common


def functions(text: str) -> list[str]:
    """The paths of the modules that a published script brings."""
    return re.findall(r'^"([^"]+)": \(\$need', text, re.MULTILINE)


def test_what_is_loaded_as_a_whole_is_one_file_without_what_was_loaded_before_it() -> None:
    found, common = published(TEXTS)
    assert common == frozenset()
    assert functions(found["box/box.js"]) == ["box/box.js", "shared/one.js"]
    assert '{ "box/lazy/panel.js": () => import("../box/lazy/panel.js") }' in found["box/box.js"]
    joined = found["box/lazy/panel.js"]
    assert functions(joined) == ["box/lazy/panel.js", "box/lazy/two.js", "box/words.js"]
    read = module("box/lazy/panel.js", joined)
    assert read.needs == (COMMON,)
    assert sorted(read.exports) == ["four", "three"]
    assert "What it does" not in joined
    assert 'new URL("panel.css", $url)' in joined
    assert functions(found[COMMON]) == []


def test_what_two_scripts_load_repeats_what_only_one_of_them_has() -> None:
    found, _ = published({**TEXTS, "box/second.js": 'import("./lazy/panel.js");'})
    assert "shared/one.js" in functions(found["box/lazy/panel.js"])


def test_what_others_import_can_be_asked_for_by_itself() -> None:
    found, _ = published({**TEXTS, "box/lazy/two.js": 'import "../words.js"; export default 2;'})
    alone = module("box/lazy/two.js", found["box/lazy/two.js"])
    assert functions(found["box/lazy/two.js"]) == ["box/lazy/two.js"]
    assert (alone.needs, alone.exports) == ((COMMON, "box/words.js"), ("default: $default",))


def test_scripts_of_most_pages_are_one_file_and_others_import_them_from_it() -> None:
    found, common = published({**TEXTS, "box/box.js": f"// @common\n{TEXTS['box/box.js']}"})
    assert common == {"box/box.js"}
    whole = module(COMMON, found[COMMON])
    assert (whole.needs, whole.loads) == ((), ("box/lazy/panel.js",))
    assert functions(found[COMMON]) == ["box/box.js", "shared/one.js"]
    one = module("shared/one.js", found["shared/one.js"])
    assert (one.needs, one.exports) == ((COMMON,), ("one",))
    assert functions(found["shared/one.js"]) == []
    assert "shared/one.js" not in functions(found["box/lazy/panel.js"])


def test_each_module_is_run_once_whichever_files_bring_it(tmp_path: Path, node: Node) -> None:
    texts = {
        "one.js": 'import { count } from "./count.js"; count("one"); import("./lazy/both.js");',
        "two.js": 'import { count } from "./count.js"; count("two"); import("./lazy/both.js");',
        "count.js": "globalThis.counts = []; export const count = (name) => counts.push(name);",
        "lazy/both.js": 'import { count } from "../count.js"; import "./alone.js"; count("both");',
        "lazy/alone.js": "globalThis.alone = (globalThis.alone ?? 0) + 1;",
    }
    found, _ = published(texts)
    for path, text in {**found, "package.json": '{ "type": "module" }'}.items():
        (tmp_path / path).parent.mkdir(exist_ok=True)
        (tmp_path / path).write_text(text, "utf-8")
    paths = [str(tmp_path / path) for path in ("one.js", "two.js", "lazy/both.js", "lazy/alone.js")]
    script = "async (_, paths) => { for (const path of paths) await import(path); return [counts.toSorted(), alone]; }"
    assert node.run(script, paths) == [["both", "one", "two"], 1]


@pytest.mark.parametrize(
    "text",
    ["this is (no script", 'export * from "./words.js";', 'import "./other.js"; await 0;', "export let one = 1;"],
)
def test_what_cannot_be_a_part_of_another_file_is_published_as_it_is(text: str) -> None:
    found, _ = published({**TEXTS, "box/odd.js": text})
    assert found["box/odd.js"] == text


def test_what_most_pages_load_must_be_possible_as_a_part() -> None:
    with pytest.raises(Refused, match=r"^box/box\.js:2 cannot be part of another file: it waits outside of a function"):
        published({**TEXTS, "box/box.js": "// @common\nawait 0;"})


def test_without_scripts_there_is_nothing_to_publish() -> None:
    styles = (Artifact("box/panel.css", b"b { top: 1px }"),)
    assert with_joined(styles) == (styles, frozenset())


def test_the_cache_of_the_user_gives_the_same_and_knows_all_that_decides_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    texts = {**TEXTS, "box/box.js": f"// @common\n{TEXTS['box/box.js']}", "box/panel.css": "b { top: 1px }"}
    scripts = [Artifact(path, text.encode()) for path, text in texts.items()]
    files, common = with_joined(scripts)
    for _ in range(2):
        found, starts = with_joined_once(scripts)
        assert (frozenset(found), starts) == (frozenset(files), common)

    monkeypatch.setattr("generator.site.joined_scripts.with_joined", lambda _: ((), frozenset({"new"})))
    assert with_joined_once(scripts)[1] == common
    assert with_joined_once([*scripts[:-1], Artifact("box/panel.css", b"")])[1] == {"new"}
    assert with_joined_once([*scripts[:-1], Artifact("box/other.css", scripts[-1].content)])[1] == {"new"}
    monkeypatch.setattr("generator.site.joined_scripts.program", lambda: "another")
    assert with_joined_once(scripts)[1] == {"new"}
