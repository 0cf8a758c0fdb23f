"""Preview: build the site, serve it, and rebuild it after each change."""

from __future__ import annotations

import errno
import gc
import socket
import sys
import time
import traceback
from collections.abc import Callable, Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path
from secrets import token_hex
from threading import Thread
from typing import TypeAlias

from generator.publishing.exchange import Application
from generator.publishing.preview_requests import Server
from generator.publishing.preview_state import Preview, State
from generator.publishing.watching import Watch
from generator.site.page import Artifact
from generator.site.templates import BrokenTemplate
from generator.system.refusal import Refused, reason

STOPS_WITHIN = 0.25
"""The most seconds that the server takes to end."""

PORTS_TRIED = 50
"""So many ports are tried, from the one that was asked for."""


@dataclass(frozen=True, slots=True)
class Report:
    """What is wrong with the content, in words. `stops`: the site could not be published like this."""

    text: str = ""
    stops: bool = True


@dataclass(frozen=True, slots=True)
class BuildResult:
    """The files of a site by their paths, or None if there is no site, and why not.

    `finish` finds out what is wrong with the content while the site is shown already. It is given a function that says
    whether there is another change, and then stops and returns None; and the lock under which contents are made. `base`
    is the path of the site's address: the site is served under it, as after publishing.
    """

    files: Mapping[str, Artifact] | None
    report: str = ""
    finish: Callable[[Callable[[], bool], AbstractContextManager[object]], Report | None] | None = None
    base: str = "/"
    frames: tuple[str, ...] = ()
    """The origins of the videos that pages may show."""


Build: TypeAlias = Callable[[], BuildResult]
Say: TypeAlias = Callable[[str], object]


def _on_terminal(text: str) -> None:
    print(text, file=sys.stderr, flush=True)


def _nothing(_text: str) -> None:
    """Say nothing."""


def serve(
    build: Build,
    watched: Callable[[], Iterable[Path]],
    *,
    host: str = "127.0.0.1",
    port: int = 8000,
    base: str = "/",
    say: Say = _on_terminal,
    quiet: bool = False,
    application: Callable[[Preview], Application] | None = None,
) -> None:
    """Serve what `build` returns until Ctrl-C, and build again when a file in `watched()` has changed.

    The files of the site are made when they are asked for. Problems are printed, and errors shown over the page; if
    there is no new site, the last good one stays. `base` is the path of the site's address before the first build.
    If it is to be `quiet`, nothing but problems is printed. The `application` that is made for the preview answers
    beside the site.

    Raises `Refused` if nothing can listen on the host and the port.
    """
    preview = Preview(State(base=base))
    inform = _nothing if quiet else say
    beside = application(preview) if application else None
    server = _bound(host, port, preview, inform, beside)
    Thread(target=server.serve_forever, args=(STOPS_WITHIN,), daemon=True).start()
    inform(f"The preview is at http://{server.shown_host}:{server.port}{base} (Ctrl-C ends it)")
    if beside:
        say(f"To edit, open http://{server.shown_host}:{server.port}{beside.entrance}")
    if not server.is_local:
        inform("Whoever reaches this machine over its network can read it.")
    try:
        while True:
            # The configuration names what is watched, so it may have changed with any edit. That takes longer to find
            # out than a small edit takes to build, so it is asked afterwards; a new watch builds again.
            with Watch(watched()) as watch:
                while True:
                    _rebuild(preview, build, watch, say, inform)
                    gc.freeze()  # what is there by now mostly stays, so later collections need not look at it
                    if not watch.is_for(watched()):
                        break
                    watch.wait()
    except KeyboardInterrupt:
        inform("")
    finally:
        server.shutdown()
        server.server_close()


def _rebuild(preview: Preview, build: Build, watch: Watch, say: Say, inform: Say) -> None:
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
        preview.tell(replace(last, report=result.report or "The build failed.", is_older=last.files is not None))
        say(result.report)
        inform("The preview shows the last good site." if last.files else "There is no site to show yet.")
        return
    preview.tell(State(name, result.files, base=result.base, frames=result.frames))
    inform(f"Built in {time.monotonic() - start:.2f} s")
    report = _finished(result, preview, watch)
    if report and report.text:
        say(report.text)
        if report.stops:
            preview.tell(replace(preview.state, report=report.text))


def _finished(result: BuildResult, preview: Preview, watch: Watch) -> Report | None:
    try:
        return result.finish(lambda: watch.pending, preview.making) if result.finish else None
    except BrokenTemplate as broken:
        return Report(str(broken))
    except (Exception, SystemExit):
        return Report(traceback.format_exc())


def _bound(host: str, port: int, preview: Preview, say: Say, application: Application | None = None) -> Server:
    """A server on `port` or the next free one. Raises `Refused` if there is none."""
    last = min(port + PORTS_TRIED, 65536) - 1
    for candidate in range(port, last + 1):
        try:
            server = Server(host, candidate, preview, application)
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise _refused(host, candidate, error) from error
            continue
        if candidate != port:
            say(f"Port {port} is taken, so the preview uses port {candidate}.")
        return server
    raise Refused(f"No port from {port} to {last} is free. Name another one with --port.")


def _refused(host: str, port: int, error: OSError) -> Refused:
    """Why nothing can listen there, and what to do."""
    if isinstance(error, socket.gaierror) or error.errno == errno.EADDRNOTAVAIL:
        own = "127.0.0.1 for this machine alone, 0.0.0.0 for its whole network"
        return Refused(f"`{host}` is no address of this machine. Name one with --host: {own}.")
    if error.errno in (errno.EACCES, errno.EPERM):
        return Refused(f"You may not listen on port {port}. Name a port from 1024 on with --port.")
    return Refused(f"Nothing can listen on {host}, port {port}: {reason(error)}. Name others with --host and --port.")
