"""The theme's modules in Node.js: one process for all tests here."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.node.process import Node


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    with Node() as node:
        yield node
