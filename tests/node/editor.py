"""The modules of the editor in the browser, for tests that run them in Node.js."""

from __future__ import annotations

from typing import Any

from tests.node.process import Node

CLIENT = "../../../generator/editor/client"
"""The folder of the editor's scripts, from that of the theme's components."""


def run(node: Node, module: str, call: str, argument: Any) -> Any:
    """The result of an expression over a module's exports, `m`, and the argument, `a`."""
    return node.run(f'async (load, a) => {{ const m = await load("{CLIENT}/{module}.js"); return {call}; }}', argument)
