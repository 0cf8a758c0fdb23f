"""What the page that plans sessions knows of the playbook. Only that page loads it."""

from __future__ import annotations

import json
from collections.abc import Iterator

from generator.content.graph import Graph
from generator.outputs._made import Made
from generator.sessions.data import data
from generator.site.page import LaterArtifact
from generator.site.release import DATA

PATH = f"{DATA}sessions.json"


def sessions_json(graph: Graph) -> bytes:
    """The data, with a line for each plan and entry, so that a change of one shows as one changed line."""
    *maps, (_, feedback) = data(graph).items()
    parts = (
        f'"{name}": {{\n'
        + ",\n".join(f"{json.dumps(key)}: {json.dumps(value, ensure_ascii=False)}" for key, value in found.items())
        + "\n}"
        for name, found in maps
    )
    return ("{" + ",\n".join((*parts, f'"feedback": {json.dumps(feedback)}')) + "}\n").encode()


def outputs(made: Made) -> Iterator[LaterArtifact]:
    if any(page.kind == "plan-a-session" for page in made.pages):
        yield LaterArtifact(PATH, lambda: sessions_json(made.graph))
