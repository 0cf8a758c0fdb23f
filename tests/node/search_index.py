"""The search index of a built playbook in the process of Node.js."""

from __future__ import annotations

import json
from pathlib import Path

from tests.node.process import Node

KEEP = """async (load, [name, data]) => {
  const { Index } = await load("search/lazy/index.js");
  globalThis[name] = new Index(data);
}"""


def keep_index(node: Node, path: Path) -> str:
    """The name of the variable that holds the index in the file `path` from now on."""
    name = str(path)
    node.run(KEEP, [name, json.loads(path.read_text("utf-8"))])
    return name
