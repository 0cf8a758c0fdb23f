"""`sw.js`, as previews and sites with `offline: false` have it: it removes a service worker that an earlier build left.

`playbook build` writes the one that keeps the site in its place: see `generator/offline/service_worker.py`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.outputs._made import Made
from generator.site.page import Artifact
from generator.site.policy import WORKER

_REMOVES_ITSELF = Path(__file__).with_suffix(".js").read_bytes()


def outputs(_made: Made) -> Iterator[Artifact]:
    yield Artifact(WORKER, _REMOVES_ITSELF)
