"""The requests that the preview answers: how many, from whom, how long, and with what."""

from __future__ import annotations

import io
import json
import mimetypes
import socket
import time
from contextlib import suppress
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler
from ipaddress import ip_address
from socketserver import TCPServer, ThreadingMixIn
from threading import BoundedSemaphore
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

from generator.publishing import exchange
from generator.publishing.exchange import Answer, Application, Request
from generator.publishing.preview_pages import OWN, before_main, own, waiting, with_client
from generator.publishing.preview_state import NotMade, Preview, State
from generator.publishing.receiving import discard, length_of, rest_of
from generator.site.policy import headers

ASKING = 10.0
"""The most seconds that a client may take to send a request."""

READING = 30.0
"""The most seconds that a client may take to read an answer."""

MOST_CONNECTIONS = 64
"""The most connections at a time. Each has a thread; a browser opens at most six."""

LONGEST_REQUEST = 64 * 1024
"""The maximum length of a request with its headers, in bytes."""

BUSY = b"HTTP/1.0 503 Service Unavailable\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"

TYPES = mimetypes.MimeTypes((), strict=True)
for _type, _ending in (
    ("text/javascript", ".js"),
    ("font/woff2", ".woff2"),
    ("application/json", ".webmanifest"),
    ("image/avif", ".avif"),
    ("image/webp", ".webp"),
):
    TYPES.add_type(_type, _ending)


class Server(ThreadingMixIn, TCPServer):
    """A thread for each connection, up to a limit. Raises OSError if the port cannot be used."""

    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = MOST_CONNECTIONS

    def __init__(self, host: str, port: int, preview: Preview, application: Application | None = None) -> None:
        self.preview, self.host, self.application = preview, host, application
        self.address_family = socket.AF_INET6 if ":" in host else socket.AF_INET
        self.places = BoundedSemaphore(MOST_CONNECTIONS)
        super().__init__((host, port), _Handler)

    @property
    def port(self) -> int:
        return int(self.server_address[1])

    @property
    def shown_host(self) -> str:
        """The host in the address under which this machine reaches the preview."""
        host = "localhost" if self.host in ("0.0.0.0", "::", "") else self.host
        return f"[{host}]" if ":" in host else host

    @property
    def is_local(self) -> bool:
        """Whether only this machine reaches the preview."""
        return ip_address(str(self.server_address[0])).is_loopback

    def process_request(self, request: Any, client_address: Any) -> None:
        if self.places.acquire(blocking=False):
            try:
                super().process_request(request, client_address)
            except BaseException:
                self.places.release()
                raise
        else:
            with suppress(OSError):
                request.settimeout(0)
                request.send(BUSY)
            self.shutdown_request(request)

    def process_request_thread(self, request: Any, client_address: Any) -> None:
        try:
            super().process_request_thread(request, client_address)
        finally:
            self.places.release()


class _Handler(BaseHTTPRequestHandler):
    """Serves the last good site with the headers of the real one, and the preview's own files."""

    server: Server
    server_version = "playbook"
    sys_version = ""

    def setup(self) -> None:
        super().setup()
        self.preview = self.server.preview
        self.rfile.close()
        # The head of a request is read before it is looked at, in a limited time. Only an application takes a body.
        self.rfile = io.BytesIO(_request(self.connection))
        self.connection.settimeout(READING)

    def handle(self) -> None:
        with suppress(OSError):  # a closed or slow connection is not an error
            super().handle()

    def do_GET(self) -> None:
        path = _path(self.path)
        if path is None:
            return self._refuse(HTTPStatus.BAD_REQUEST, "This is not an address.")
        if not _is_meant(self.headers.get_all("Host", []), self.server):
            # The name of another site may lead here, and then its pages could read this one.
            return self._refuse(HTTPStatus.MISDIRECTED_REQUEST, "The preview does not answer to this name.")
        if self.server.application and path.startswith(exchange.OWN):
            self._hand_on(self.server.application, path)
        elif path == OWN + "events":
            self._events()
        elif path in (OWN + "preview.js", OWN + "preview.css"):
            self._send(HTTPStatus.OK, path, own(path.removeprefix(OWN)))
        else:
            self._page(path)

    do_HEAD = do_GET

    def do_POST(self) -> None:
        path = _path(self.path)
        if self.server.application is None or path is None or not path.startswith(exchange.OWN):
            return self.send_error(HTTPStatus.NOT_IMPLEMENTED, f"Unsupported method ({self.command!r})")
        return self.do_GET()

    def _hand_on(self, application: Application, path: str) -> None:
        """Answer as the application does. A body that it has not read is thrown away."""
        request = self._request(path)
        self._answer(application.answer(request))
        if request.length != 0:
            self.wfile.flush()
            discard(self.connection)

    def _request(self, path: str) -> Request:
        headers = {name.lower(): tuple(self.headers.get_all(name, [])) for name in self.headers}
        query = dict(parse_qsl(urlsplit(self.path).query, keep_blank_values=True))
        length = length_of(headers)

        def read() -> bytes:
            begun = self.rfile.read(length or 0)
            return begun + rest_of(self.connection, (length or 0) - len(begun), READING)

        return Request(self.command, path, query, headers, headers["host"][0], length, read)

    def _answer(self, answer: Answer) -> None:
        self.send_response(answer.status)
        is_text = answer.type.startswith("text/")
        self.send_header("Content-Type", f"{answer.type}; charset=utf-8" if is_text else answer.type)
        self.send_header("Content-Length", str(len(answer.body)))
        for name, value in answer.headers.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(answer.body)

    def _page(self, path: str) -> None:
        state = self.preview.after_first_build()
        if state.files is None:
            return self._explain(HTTPStatus.SERVICE_UNAVAILABLE, state, state.report)
        try:
            self._site(state, path)
        except NotMade as error:
            # The preview goes on, and says where the error is.
            self._explain(HTTPStatus.INTERNAL_SERVER_ERROR, state, str(error))

    def _site(self, state: State, path: str) -> None:
        if not path.startswith(state.base):
            return self._redirect(state.base) if path == "/" else self._missing(state)
        name = path.removeprefix(state.base)
        if not name or name.endswith("/"):
            name += "index.html"
        elif f"{name}/index.html" in (state.files or {}):
            return self._redirect(urlsplit(self.path).path + "/")
        body = self.preview.content(state, name)
        if body is None:
            return self._missing(state)
        if name.endswith(".html"):
            body = with_client(body, state.build)
            if self.server.application:
                added = self.server.application.on_page(self._request(path), name.removesuffix("index.html"))
                body = before_main(body, added)
        self._send(HTTPStatus.OK, name, body)

    def _missing(self, state: State) -> None:
        body = self.preview.content(state, "404.html")
        body = body or b"<!doctype html><title>Not found</title><h1>Not found</h1>"
        self._send(HTTPStatus.NOT_FOUND, "index.html", with_client(body, state.build))

    def _explain(self, status: HTTPStatus, state: State, report: str) -> None:
        self._send(status, "index.html", with_client(waiting(report), state.build))

    def _refuse(self, status: HTTPStatus, reason: str) -> None:
        self._send(status, "reason.txt", f"{reason}\n".encode())

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
        while self.command != "HEAD":
            state = self.preview.after(known)
            if state is None:
                self.wfile.write(b": still here\n\n")
            else:
                data = json.dumps({"build": state.build, "report": state.report, "isOlder": state.is_older})
                self.wfile.write(f"data: {data}\n\n".encode())
                known = state

    def end_headers(self) -> None:
        for name, value in headers(self.preview.state.frames).items():
            self.send_header(name, value)
        self.send_header("Cache-Control", "no-store")
        self.send_header("Cross-Origin-Resource-Policy", "same-origin")
        super().end_headers()

    def log_message(self, format: str, *args: Any) -> None:
        """Do not log requests."""


def _request(connection: socket.socket) -> bytes:
    """A request up to the end of its headers; nothing if that does not come in time, or is too long."""
    received, until = b"", time.monotonic() + ASKING
    with suppress(OSError):
        while (left := until - time.monotonic()) > 0 and len(received) < LONGEST_REQUEST:
            connection.settimeout(left)
            more = connection.recv(LONGEST_REQUEST - len(received))
            received += more
            if not more or b"\r\n\r\n" in received or b"\n\n" in received:
                return received
    return b""


def _path(target: str) -> str | None:
    """The path that a request asks for; None if it is not one."""
    if not target.startswith("/"):
        return None
    try:
        return unquote(urlsplit(target).path, errors="strict")
    except ValueError:
        return None


def _is_meant(hosts: list[str], server: Server) -> bool:
    """Whether the one Host of a request, with any port, means this server.

    This machine has the name localhost and its addresses. A server that listens to the network has all numbers as
    well, which no other site can lead here, and the names by which it was asked to listen and the network knows it.
    """
    try:
        name = (urlsplit(f"//{hosts[0]}").hostname or "").rstrip(".") if len(hosts) == 1 else ""
        if name == "localhost" or (not server.is_local and name in _names(server.host)):
            return True
        return ip_address(name).is_loopback or not server.is_local
    except ValueError:
        return False


def _names(host: str) -> tuple[str, ...]:
    own = socket.gethostname().lower()
    return host.lower(), own, f"{own}.local"
