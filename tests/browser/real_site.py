"""The playbook's own site, built once and served as a server should: with the policy as a header."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

from generator import pipeline
from generator.config import read_config
from generator.output import POLICY
from tests.conftest import ROOT


class _Handler(SimpleHTTPRequestHandler):
    def end_headers(self) -> None:
        self.send_header("Content-Security-Policy", POLICY)
        self.send_header("X-Content-Type-Options", "nosniff")
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:
        """Say nothing."""


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """The address of a server for the site in `folder`."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Handler, directory=str(folder)))
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}/"
    finally:
        server.shutdown()
        server.server_close()


def build_into(folder: Path) -> None:
    """Write the site of the playbook in this repository into `folder`."""
    project, problems = read_config(ROOT / "site_config.yml")
    assert project, problems
    reading = pipeline.read(project)
    pipeline.write(project, pipeline.build(project, reading), folder)
