"""The scripts are held to the types that they say; `make lint` runs the same for all of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from tests.conftest import ROOT
from tests.node.process import NODE

COMPILER = ROOT / "node_modules/typescript/bin/tsc"
RIGHT = "/** @param {number} value */\nexport const twice = (value) => 2 * value;\n"


WRONG = {
    "argument": 'twice("a");\n',
    "parameter": "export const half = (x) => x / 2;\n",
    "missing": 'document.querySelector("p").remove();\n',
}


def test_the_settings_find_wrong_types(tmp_path: Path) -> None:
    for name, added in {"right": "", **WRONG}.items():
        (tmp_path / f"{name}.js").write_text(RIGHT + added, "utf-8")
    settings = {"extends": str(ROOT / "tsconfig.json"), "include": ["*.js"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    done = subprocess.run([NODE, COMPILER, "--project", tmp_path], capture_output=True, text=True)
    assert done.returncode != 0
    found = (line.partition(": ") for line in done.stdout.splitlines())
    assert {Path(place.partition("(")[0]).stem: said for place, _, said in found} == {
        "argument": "error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'.",
        "parameter": "error TS7006: Parameter 'x' implicitly has an 'any' type.",
        "missing": "error TS2531: Object is possibly 'null'.",
    }
