"""The framed site, written once for all that looks at it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shells.framed import build


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("served") / "sub")
