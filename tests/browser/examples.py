"""The examples of every component on screens, as pages."""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from tests.conftest import made_once
from tools.component_reference import pages
from tools.components import components


@cache
def examples() -> Mapping[str, str]:
    """The page of each component that has examples on screens, by its name."""

    def make(_: Path) -> bytes:
        shown = (component for component in components() if "screen" in component.templates)
        return json.dumps({one.name: pages(one)[f"{one.name}.html"] for one in shown}).encode()

    found: dict[str, str] = json.loads(made_once("examples of components", make)[0])
    return found
