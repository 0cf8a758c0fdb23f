"""Requests of any kind: each is answered or closed, in a limited time, by a limited number of threads."""

from __future__ import annotations

import errno
import json
import re
import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from threading import Event, Thread

import pytest

from generator.publishing import preview_requests, preview_state
from generator.publishing.preview_requests import Server
from generator.publishing.preview_server import BuildResult, serve
from generator.publishing.preview_state import Preview, State
from generator.site.page import Artifact
from generator.site.policy import HEADERS
from generator.system.refusal import Refused

HTML = b"<!doctype html><head></head><h1>%s</h1>"
LOCAL = "Host: 127.0.0.1\r\n"


class Late(Artifact):
    """A file whose content is what a function returns."""

    def __init__(self, make: Callable[[], bytes]) -> None:
        object.__setattr__(self, "path", "late")
        object.__setattr__(self, "make", make)

    def __getattribute__(self, name: str) -> object:
        found: Callable[[], bytes] = object.__getattribute__(self, "make")
        return found() if name == "content" else object.__getattribute__(self, name)


@contextmanager
def serving(**late: Callable[[], bytes]) -> Iterator[Server]:
    files = {path: Artifact(path, HTML % path.encode()) for path in ("index.html", "404.html", "tells/index.html")}
    files |= {f"{name}.html": Late(make) for name, make in late.items()}
    server = Server("127.0.0.1", 0, Preview(State("0123456789abcdef", files)))
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield server
    finally:
        server.shutdown()
        server.server_close()


@pytest.fixture
def server(capfd: pytest.CaptureFixture[str]) -> Iterator[Server]:
    """A server; at the end it has printed no traceback."""
    with serving() as found:
        yield found
    assert capfd.readouterr().err == ""


def connected(server: Server) -> socket.socket:
    return socket.create_connection(("127.0.0.1", server.port), timeout=20)


def answer(server: Server, request: bytes) -> bytes:
    """All that is answered until the connection is closed."""
    received = b""
    with connected(server) as connection:
        try:
            connection.sendall(request)
            while more := connection.recv(65536):
                received += more
        except ConnectionError:  # closed before all of the request was read
            pass
    return received


def get(server: Server, target: str, headers: str = LOCAL, method: str = "GET") -> tuple[int, str]:
    head, _, body = answer(server, f"{method} {target} HTTP/1.1\r\n{headers}\r\n".encode()).partition(b"\r\n\r\n")
    return int(head.split()[1]), body.decode()


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "127.0.0.1:8000", "localhost", "LOCALHOST:1", "localhost.", "[::1]:80", "127.7.7.7"]
)
def test_this_machine_is_answered(server: Server, host: str) -> None:
    assert get(server, "/", f"Host: {host}\r\n")[0] == 200


@pytest.mark.parametrize(
    "headers",
    [
        "",
        "Host:\r\n",
        "Host: evil.example\r\n",
        "Host: evil.example:8000\r\n",
        "Host: 127.0.0.1.evil.example\r\n",
        "Host: localhost.evil.example\r\n",
        "Host: evil-localhost\r\n",
        "Host: 0.0.0.0\r\n",
        "Host: 192.168.0.1\r\n",
        "Host: localhost@evil.example\r\n",
        "Host: [\r\n",
        "Host: localhost, evil.example\r\n",
        "Host: localhost\r\nHost: evil.example\r\n",
        "Host: evil.example\r\nX-Forwarded-Host: localhost\r\n",
    ],
)
@pytest.mark.parametrize("target", ["/", "/tells/", "/no", "/__preview/events", "/__preview/preview.js"])
def test_the_name_of_another_site_reads_nothing(server: Server, headers: str, target: str) -> None:
    assert get(server, target, headers) == (421, "The preview does not answer to this name.\n")


@pytest.mark.parametrize(
    ("host", "status"),
    [
        ("192.0.2.7:8000", 200),
        ("[2001:db8::7]", 200),
        ("localhost", 200),
        (socket.gethostname(), 200),
        (f"{socket.gethostname()}.local:8000", 200),
        ("evil.example", 421),
        ("192.0.2.7.evil.example", 421),
        ("", 421),
    ],
)
def test_a_server_for_the_network_answers_to_numbers_and_to_its_own_names(
    host: str, status: int, server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert server.is_local
    monkeypatch.setattr(Server, "is_local", False)
    assert get(server, "/", f"Host: {host}\r\n")[0] == status


NO_NAME = socket.gaierror(socket.EAI_NONAME, "unknown")


@pytest.mark.parametrize(
    ("host", "port", "error", "said"),
    [
        (
            "no.invalid",
            8000,
            socket.gaierror(socket.EAI_NONAME, "unknown"),
            "`no.invalid` is no address of this machine.",
        ),
        ("192.0.2.1", 8000, OSError(errno.EADDRNOTAVAIL, "no"), "`192.0.2.1` is no address of this machine."),
        ("127.0.0.1", 80, PermissionError(errno.EACCES, "no"), "You may not listen on port 80."),
        ("::1", 8000, OSError(errno.EAFNOSUPPORT, "No IPv6"), "Nothing can listen on ::1, port 8000: No IPv6."),
        ("127.0.0.1", 65535, OSError(errno.EADDRINUSE, "taken"), "No port from 65535 to 65535 is free."),
    ],
)
def test_where_nothing_can_listen_the_reason_and_the_option_are_named(
    host: str, port: int, error: OSError, said: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(Server, "server_bind", refuse)

    with pytest.raises(Refused, match=re.escape(said)) as refused:
        serve(lambda: BuildResult(None), lambda: [], host=host, port=port, say=lambda _: None)

    assert "--host" in str(refused.value) or "--port" in str(refused.value)


@pytest.mark.parametrize(
    ("target", "status"),
    [
        ("/%00", 404),
        ("/" + "x" * 300, 404),
        ("/" + "x/" * 300, 404),
        ("/" + "%41" * 9000, 404),
        ("/" + "x" * 60_000, 404),
        ("/../../etc/passwd", 404),
        ("/..%2f..%2fetc/passwd", 404),
        ("/%2e%2e/%2e%2e/etc/passwd", 404),
        ("/__preview/../preview_server.py", 404),
        ("/__preview/waiting.html", 404),
        ("/tells%2findex.html", 200),
        ("/index.html%00.png", 404),
        ("/con", 404),
        ("/%ff", 400),
        ("/%", 404),
        ("/%zz", 404),
        ("//evil.example/", 404),
        ("//[", 404),
        ("/\\evil.example", 404),
        ("/?x=" + "y" * 1000, 200),
        ("/#x", 200),
        ("http://evil.example/", 400),
        ("http://[/", 400),
        ("*", 400),
        ("tells/", 400),
        ("/\xff", 404),
    ],
)
def test_odd_targets_are_answered(server: Server, target: str, status: int) -> None:
    assert get(server, target)[0] == status


def test_a_redirect_stays_on_this_server(server: Server) -> None:
    for target in ("/tells", "//tells", "///tells"):
        head = answer(server, f"GET {target} HTTP/1.1\r\n{LOCAL}\r\n".encode())
        assert b"Location: /tells/\r\n" in head


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "get", "\u00e4"])
def test_other_methods_are_refused_with_the_headers_of_the_site(server: Server, method: str) -> None:
    head = answer(server, f"{method} / HTTP/1.1\r\n{LOCAL}\r\n".encode()).decode("latin-1")
    assert head.split()[1] == "501"
    assert all(f"{name}: {value}" in head for name, value in HEADERS.items())


@pytest.mark.parametrize(
    "request_",
    [
        b"\r\n\r\n",
        b"\n\n",
        b"\0" * 100 + b"\r\n\r\n",
        b"GET\r\n\r\n",
        b"GET / HTTP/9.9\r\n\r\n",
        b"GET / HTTP/x\r\n\r\n",
        b"GET / / HTTP/1.1\r\n\r\n",
        b"GET /\r\n\r\n",
        b"\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03\n\n",
        b"PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n",
        b"GET / HTTP/1.1\r\nno colon\r\n\r\n",
        b"GET / HTTP/1.1\r\n: x\r\n\xff\xfe: \xff\r\n\r\n",
        b"GET / HTTP/1.1\r\n" + b"A: b\r\n" * 500 + b"\r\n",
        b"GET / HTTP/1.1\r\nA: " + b"b" * 60_000 + b"\r\n\r\n",
        b"GET / HTTP/1.1\r\nA: " + b"b" * 200_000 + b"\r\n\r\n",
        b"x" * 200_000,
    ],
)
def test_what_is_no_request_is_refused_or_closed(server: Server, request_: bytes) -> None:
    assert b" 200 " not in answer(server, request_)[:20]
    assert get(server, "/")[0] == 200


def test_head_has_no_body_and_ends(server: Server) -> None:
    for target in ("/", "/no", "/__preview/preview.js", "/__preview/events"):
        assert get(server, target, method="HEAD")[1] == ""


def test_a_client_that_sends_slowly_is_closed(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_requests, "ASKING", 0.1)
    with connected(server) as connection:
        connection.sendall(b"GET / HTTP/1.1\r\n")
        assert connection.recv(1) == b""


def test_a_client_that_does_not_read_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_requests, "READING", 0.1)
    with serving(large=lambda: bytes(50_000_000)) as server, connected(server) as connection:
        connection.sendall(f"GET /large.html HTTP/1.1\r\n{LOCAL}\r\n".encode())
        assert connection.recv(1) == b"H"
        for _ in range(preview_requests.MOST_CONNECTIONS):  # all places are free again
            assert server.places.acquire(timeout=20)


def test_above_the_limit_connections_are_refused_until_others_end(
    server: Server, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(preview_state, "KEEP_ALIVE", 0.05)
    with ExitStack() as stack:
        for _ in range(preview_requests.MOST_CONNECTIONS):
            events = stack.enter_context(connected(server))
            events.sendall(f"GET /__preview/events HTTP/1.1\r\n{LOCAL}\r\n".encode())
            assert events.recv(1) == b"H"
        with connected(server) as refused:
            assert refused.recv(4096).startswith(b"HTTP/1.0 503 ")
    for _ in range(preview_requests.MOST_CONNECTIONS):
        assert server.places.acquire(timeout=20)
    server.places.release()
    assert get(server, "/")[0] == 200


def test_a_page_that_takes_too_long_does_not_hold_the_request(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(preview_state, "MAKING", 0.05)
    end = Event()
    with serving(slow=lambda: HTML % str(end.wait(20)).encode()) as server:
        assert get(server, "/slow.html")[0] == 500
        status, page = get(server, "/index.html")  # which waits for the other one
        assert (status, "index.html takes longer than 0.05 seconds to be made." in page) == (500, True)
        end.set()
        monkeypatch.setattr(preview_state, "MAKING", 20)
        assert get(server, "/index.html")[0] == 200


@pytest.mark.parametrize("error", [ZeroDivisionError("<b>ours</b>"), FileNotFoundError("<b>ours</b>")])
def test_an_error_in_a_template_is_shown_and_the_preview_goes_on(error: Exception) -> None:
    def fail() -> bytes:
        raise error

    with serving(bad=fail) as server:
        status, page = get(server, "/bad.html")
        assert (status, f"{type(error).__name__}: &lt;b&gt;ours&lt;/b&gt;" in page) == (500, True)
        assert get(server, "/")[0] == 200


def test_pages_of_other_origins_cannot_include_files(server: Server) -> None:
    for target in ("/", "/no", "/__preview/preview.js"):
        head = answer(server, f"GET {target} HTTP/1.1\r\n{LOCAL}\r\n".encode())
        assert b"\r\nCross-Origin-Resource-Policy: same-origin\r\n" in head
        assert b"Access-Control" not in head


def test_events_tell_each_state(server: Server) -> None:
    with connected(server) as connection, connection.makefile("rb") as lines:
        connection.sendall(f"GET /__preview/events HTTP/1.1\r\n{LOCAL}\r\n".encode())
        data = (json.loads(line.removeprefix(b"data: ")) for line in lines if line.startswith(b"data: "))
        assert next(data) == {"build": "0123456789abcdef", "report": "", "isOlder": False}
        server.preview.tell(State("0123456789abcdef", {}, "</script>\n\nevent: x"))
        assert next(data)["report"] == "</script>\n\nevent: x"
