"""Scripts that are published with what they import, in one file."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.site.joined_scripts import COMMON, with_joined, with_joined_once
from generator.site.page import Artifact
from generator.site.script_modules import module
from generator.system.refusal import Refused

TEXTS = {
    "box/box.js": 'import { one } from "../shared/one.js";\nimport("./lazy/panel.js");',
    "box/lazy/panel.js": """// What it does.
// @joined
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


def test_a_script_is_joined_with_what_the_page_has_not_loaded_before_it() -> None:
    found, common = published(TEXTS)
    joined = found.pop("box/lazy/panel.js")
    assert found == {path: text.replace("// a comment", " ") for path, text in TEXTS.items() if path in found}
    assert common == frozenset()
    read = module("box/lazy/panel.js", joined)
    assert read.needs == ("shared/one.js",)
    assert sorted(read.exports) == ["four", "three"]
    assert '"box/lazy/two.js": (' in joined
    assert '"box/words.js": (' in joined
    assert "What it does" not in joined
    assert 'new URL("panel.css", $url)' in joined


def test_scripts_of_most_pages_are_one_file_and_others_import_them_from_it() -> None:
    marked = {**TEXTS, "box/box.js": f"// @common\n{TEXTS['box/box.js']}"}
    found, common = published(marked)
    assert common == {"box/box.js"}
    whole = module(COMMON, found[COMMON])
    assert (whole.needs, whole.loads) == ((), ("box/lazy/panel.js",))
    assert '"shared/one.js": (' in found[COMMON]
    assert '"box/lazy/two.js"' not in found[COMMON]
    one = module("shared/one.js", found["shared/one.js"])
    assert (one.needs, one.exports) == ((COMMON,), ("one",))
    panel = module("box/lazy/panel.js", found["box/lazy/panel.js"])
    assert panel.needs == (COMMON,)
    assert '"shared/one.js": (' not in found["box/lazy/panel.js"]
    assert found["box/lazy/other.js"] == TEXTS["box/lazy/other.js"]


def test_what_is_passed_on_has_a_name() -> None:
    with pytest.raises(Refused, match=r"^box/box\.js exports all of another module"):
        published({**TEXTS, "box/box.js": '// @common\nexport * from "../shared/one.js";'})


def test_scripts_without_such_a_line_stay_as_they_are() -> None:
    scripts = (Artifact("one.js", b"this is (no script"),)
    assert with_joined(scripts) == (scripts, frozenset())


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
