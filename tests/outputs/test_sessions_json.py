"""What the page that plans sessions knows: as much as a session needs, and no texts."""

from __future__ import annotations

import json

from generator.outputs.sessions_json import sessions_json
from tests.playbooks import EXAMPLE_PLAYBOOK, reading


def test_plans_and_blocks_are_there_with_their_rules() -> None:
    found = json.loads(sessions_json(reading(EXAMPLE_PLAYBOOK).graph))
    plan, entries = found["plans"]["first-hour"], found["entries"]
    assert (plan["title"], plan["people"], plan["minutes"]) == ("The first hour", [4, 9, 7], 60)
    assert plan["blocks"][2] == {
        "id": "play",
        "title": "Play",
        "minutes": 25,
        "needs": 20 + entries["intake-list"]["needs"],
        "drop": True,
        "cut": False,
        "uses": [["squeaky-brake", False], ["intake-list", False]],
    }
    assert entries["squeaky-brake"]["copies"] == {"each": "trio", "number": 1}
    assert (entries["the-tandem"]["block"], entries["the-tandem"]["copies"]) == (True, None)
    assert all(entry["block"] == bool(entry["minutes"]) for entry in entries.values())
