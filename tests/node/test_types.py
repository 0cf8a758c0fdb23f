"""The scripts are held to the types that they say; `make lint` runs the same for all of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import ROOT
from tests.node.process import NODE

COMPILER = ROOT / "node_modules/typescript/bin/tsc"
RIGHT = "/** @param {number} value */\nexport const twice = (value) => 2 * value;\n"


@pytest.mark.parametrize(
    ("added", "said"),
    [
        ("", ""),
        ('twice("a");\n', "error TS2345: Argument of type 'string' is not assignable to parameter of type 'number'."),
        ("export const half = (x) => x / 2;\n", "error TS7006: Parameter 'x' implicitly has an 'any' type."),
        ('document.querySelector("p").remove();\n', "error TS2531: Object is possibly 'null'."),
    ],
)
def test_the_settings_find_wrong_types(tmp_path: Path, added: str, said: str) -> None:
    (tmp_path / "script.js").write_text(RIGHT + added, "utf-8")
    settings = {"extends": str(ROOT / "tsconfig.json"), "include": ["script.js"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(settings), "utf-8")
    done = subprocess.run([NODE, COMPILER, "--project", tmp_path], capture_output=True, text=True)
    assert (done.returncode == 0) is (said == "")
    assert done.stdout.partition(": ")[2].rstrip() == said
