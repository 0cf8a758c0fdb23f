"""What the preview adds to pages of the site, and the pages of its own."""

from __future__ import annotations

import html
from importlib import resources

OWN = "/__preview/"
"""The path prefix of the preview's own files."""


def own(name: str) -> bytes:
    """One of the files of the preview itself."""
    return (resources.files("generator.publishing") / "preview_client" / name).read_bytes()


def with_client(page: bytes, build: str) -> bytes:
    """A page with the preview's script and stylesheet added to its head."""
    client = (
        f'<link rel="stylesheet" href="{OWN}preview.css">'
        f'<script type="module" src="{OWN}preview.js?build={build}"></script>'
    ).encode()
    before, head_ends, after = page.partition(b"</head>")
    return before + client + head_ends + after if head_ends else client + page


def before_main(page: bytes, more: bytes) -> bytes:
    """A page with more HTML before its main part, where the Tab key comes to it first; else at the end of its body."""
    before, main, after = page.partition(b"<main")
    if not main:
        before, main, after = page.rpartition(b"</body>")
    return before + more + main + after if main else page + more


def waiting(report: str) -> bytes:
    """The page shown before the first good build. Its script updates the report."""
    return own("waiting.html").replace(b"></pre>", f">{html.escape(report)}</pre>".encode())
