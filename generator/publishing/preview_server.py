"""Preview: build the site, serve it, and rebuild it after each change."""

from __future__ import annotations

import errno
import html
import json
import mimetypes
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass, field
from functools import partial
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from importlib import resources
from pathlib import Path
from secrets import token_hex
from threading import Condition, Lock, Thread
from typing import Any, TypeAlias
from urllib.parse import unquote, urlsplit

from generator.publishing.watching import Watch
from generator.site.page import Artifact
from generator.site.policy import HEADERS

KEEP_ALIVE = 15.0
"""Seconds between keep-alive messages on an idle connection."""

STOPS_WITHIN = 0.25
"""The most seconds that the server takes to end."""

FIRST_BUILD = 30.0
"""The most seconds that a request waits for the first build to end."""

OWN = "/__preview/"
"""The path prefix of the preview's own files."""

TYPES = mimetypes.MimeTypes((), strict=True)
for _type, _ending in (("text/javascript", ".js"), ("font/woff2", ".woff2"), ("application/json", ".webmanifest")):
    TYPES.add_type(_type, _ending)


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The files of a site by their paths, or None if there is no site, and the report about the content.

    `finish` finds out the rest of the report while the site is shown already. It is given a function that says whether
    there is another change, and then stops and returns None; and the lock under which contents of files are made.
    """

    files: Mapping[str, Artifact] | None
    report: str = ""
    finish: Callable[[Callable[[], bool], AbstractContextManager[object]], str | None] | None = None


Build: TypeAlias = Callable[[], BuildResult]
Say: TypeAlias = Callable[[str], object]


def _on_terminal(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def serve(
    build: Build,
    watched: Callable[[], Iterable[Path]],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    base: str = "/",
    say: Say = _on_terminal,
) -> None:
    """Serve what `build` returns until Ctrl-C, and build again when a file in `watched()` has changed.

    The files of the site are made when they are asked for. Problems are printed and shown over the page; if there is
    no new site, the last good one stays. `base` is the path of the site's address: the site is served under it, as
    after publishing.
    """
    preview = _Preview()
    server = _bound(host, port, partial(_Handler, preview, base), say)
    Thread(target=server.serve_forever, args=(STOPS_WITHIN,), daemon=True).start()
    say(f"The preview is at http://{host}:{server.server_port}{base} (Ctrl-C ends it)")
    try:
        while True:
            paths = frozenset(watched())
            with Watch(paths) as watch:
                # The configuration names what is watched, so it may have changed with any edit.
                while True:
                    _rebuild(preview, build, watch, say)
                    watch.wait()
                    if frozenset(watched()) != paths:
                        break
    except KeyboardInterrupt:
        say("")
    finally:
        server.shutdown()
        server.server_close()


@dataclass(frozen=True, slots=True)
class _State:
    """The state sent to pages: the current build, its files, and the problems of the last change."""

    build: str = ""
    files: Mapping[str, Artifact] | None = None
    report: str = ""


@dataclass(slots=True)
class _Preview:
    """The state that the builder writes and all connections read.

    Building, and making the content of a file, exclude each other: both use the same templates.
    """

    state: _State = field(default_factory=_State)
    changed: Condition = field(default_factory=Condition)
    making: Lock = field(default_factory=Lock)

    def tell(self, state: _State) -> None:
        with self.changed:
            self.state = state
            self.changed.notify_all()

    def after(self, known: _State | None) -> _State | None:
        """The state when it differs from `known`, or None after a timeout."""
        with self.changed:
            different = self.changed.wait_for(lambda: self.state is not known, KEEP_ALIVE)
            return self.state if different else None

    def after_first_build(self) -> _State:
        """The state when the first build has ended, or the state after a timeout."""
        with self.changed:
            self.changed.wait_for(lambda: self.state.files is not None or self.state.report, FIRST_BUILD)
            return self.state

    def content(self, state: _State, path: str) -> bytes | None:
        """The content of a file of the site in this state, or None if there is none."""
        found = (state.files or {}).get(path)
        if found is None:
            return None
        with self.making:
            return found.content


def _rebuild(preview: _Preview, build: Build, watch: Watch, say: Say) -> None:
    """Build. A good site replaces the last one; after a failure the last one stays."""
    last = preview.state
    name = token_hex(8)  # differs after a restart, so that open pages reload
    start = time.monotonic()
    try:
        with preview.making:
            result = build()
    except (Exception, SystemExit):
        # This includes errors in templates, which must not end the preview.
        result = BuildResult(None, traceback.format_exc())
    if result.files is None:
        preview.tell(_State(last.build, last.files, result.report or "The build failed."))
        say(result.report)
        say("The preview shows the last good site." if last.files else "There is no site to show yet.")
        return
    preview.tell(_State(name, result.files, result.report))
    say(f"Built in {time.monotonic() - start:.2f} s")
    report = result.finish(lambda: watch.pending, preview.making) if result.finish else result.report
    if report:
        say(report)
        if result.finish:
            preview.tell(_State(name, result.files, report))


def _bound(host: str, port: int, handler: Callable[..., BaseHTTPRequestHandler], say: Say) -> ThreadingHTTPServer:
    """A server on `port` or the next free one."""
    for candidate in range(port, port + 50):
        try:
            server = ThreadingHTTPServer((host, candidate), handler)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise
            continue
        if candidate != port:
            say(f"Port {port} is taken, so the preview uses port {candidate}.")
        return server
    raise OSError(errno.EADDRINUSE, f"no port from {port} to {port + 49} is free")


class _Handler(BaseHTTPRequestHandler):
    """Serves the last good site with the headers of the real one, and the preview's own files."""

    def __init__(self, preview: _Preview, base: str, *args: Any) -> None:
        self.preview = preview
        self.base = base
        super().__init__(*args)

    def handle(self) -> None:
        with suppress(ConnectionError):  # a closed connection is not an error
            super().handle()

    def do_GET(self) -> None:
        path = unquote(urlsplit(self.path).path)
        if path == OWN + "events":
            self._events()
        elif path in (OWN + "preview.js", OWN + "preview.css"):
            self._send(HTTPStatus.OK, path, _own(path.removeprefix(OWN)))
        else:
            state = self.preview.after_first_build()
            if state.files is None:
                page = _with_client(_waiting(state.report), state.build)
                self._send(HTTPStatus.SERVICE_UNAVAILABLE, "index.html", page)
            else:
                self._site(state, path)

    do_HEAD = do_GET

    def _site(self, state: _State, path: str) -> None:
        if not path.startswith(self.base):
            return self._redirect(self.base) if path == "/" else self._missing(state)
        name = path.removeprefix(self.base)
        if not name or name.endswith("/"):
            name += "index.html"
        elif f"{name}/index.html" in (state.files or {}):
            return self._redirect(urlsplit(self.path).path + "/")
        body = self.preview.content(state, name)
        if body is None:
            return self._missing(state)
        self._send(HTTPStatus.OK, name, _with_client(body, state.build) if name.endswith(".html") else body)

    def _missing(self, state: _State) -> None:
        body = self.preview.content(state, "404.html")
        body = body or b"<!doctype html><title>Not found</title><h1>Not found</h1>"
        self._send(HTTPStatus.NOT_FOUND, "index.html", _with_client(body, state.build))

    def _redirect(self, place: str) -> None:
        self.send_response(HTTPStatus.FOUND)
        self.send_header("Location", "/" + place.lstrip("/"))
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _send(self, status: HTTPStatus, name: str, body: bytes) -> None:
        kind = TYPES.guess_type(name)[0] or "application/octet-stream"
        self.send_response(status)
        self.send_header("Content-Type", f"{kind}; charset=utf-8" if kind.startswith("text/") else kind)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def _events(self) -> None:
        """Send the state, and each later one, until the page closes the connection."""
        self.send_response(HTTPStatus.OK)
        self.send_header("Content-Type", "text/event-stream")
        self.end_headers()
        known = None
        while True:
            state = self.preview.after(known)
            if state is None:
                self.wfile.write(b": still here\n\n")
            else:
                data = json.dumps({"build": state.build, "report": state.report})
                self.wfile.write(f"data: {data}\n\n".encode())
                known = state

    def end_headers(self) -> None:
        for name, value in HEADERS.items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Do not log requests."""


def _own(name: str) -> bytes:
    return (resources.files("generator.publishing") / "preview_client" / name).read_bytes()


def _with_client(page: bytes, build: str) -> bytes:
    """A page with the preview's script and stylesheet added to its head."""
    client = (
        f'<link rel="stylesheet" href="{OWN}preview.css">'
        f'<script type="module" src="{OWN}preview.js?build={build}"></script>'
    ).encode()
    before, head_ends, after = page.partition(b"</head>")
    return before + client + head_ends + after if head_ends else client + page


def _waiting(report: str) -> bytes:
    """The page shown before the first good build. Its script updates the report."""
    return _own("waiting.html").replace(b"></pre>", f">{html.escape(report)}</pre>".encode())
