"""Scripts that are published with what they import, in one file."""

from __future__ import annotations

from generator.site.joined_scripts import with_joined
from generator.site.page import Artifact
from generator.site.script_modules import module

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


def test_a_script_is_joined_with_what_the_page_has_not_loaded_before_it() -> None:
    scripts = [Artifact(path, text.encode()) for path, text in TEXTS.items()]
    found = {script.path: script.content.decode() for script in with_joined(scripts)}
    joined = found.pop("box/lazy/panel.js")
    assert found == {path: text for path, text in TEXTS.items() if path in found}
    read = module("box/lazy/panel.js", joined)
    assert read.needs == ("shared/one.js",)
    assert sorted(read.exports) == ["four", "three"]
    assert '"box/lazy/two.js": (' in joined
    assert '"box/words.js": (' in joined
    assert "What it does" not in joined
    assert 'new URL("panel.css", $url)' in joined


def test_scripts_without_such_a_line_stay_as_they_are() -> None:
    scripts = (Artifact("one.js", b"this is (no script"),)
    assert with_joined(scripts) == scripts
