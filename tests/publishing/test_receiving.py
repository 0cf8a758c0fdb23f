"""Requests with a body, over a connection: handed on whole, or refused with an answer that arrives."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from threading import Thread

import pytest

from generator.publishing import preview_requests, receiving
from generator.publishing.exchange import Answer, NoBody, Request
from generator.publishing.preview_requests import Server
from generator.publishing.preview_state import Preview, State
from generator.site.page import Artifact

HEAD = "Host: 127.0.0.1\r\n"
MOST = 1000


class Echo:
    """Gives bodies back; refuses those that are too long, without reading them."""

    entrance = "/__edit/enter"

    def __init__(self) -> None:
        self.read = 0

    def answer(self, request: Request) -> Answer:
        if request.length is None or request.length > MOST:
            return Answer(b"too long\n", status=413)
        try:
            body = request.read()
        except NoBody as error:
            return Answer(f"{error}\n".encode(), status=400)
        self.read += len(body)
        return Answer(body, headers={"X-Asked": f"{request.method} {request.path} {request.query.get('a', '')}"})

    def on_page(self, _request: Request, url: str) -> bytes:
        return f"<nav>{url}</nav>".encode()


@pytest.fixture
def echo() -> Echo:
    return Echo()


@pytest.fixture
def server(echo: Echo) -> Iterator[Server]:
    page = Artifact("tells/index.html", b"<!doctype html><head></head><body><h1>x</h1></body>")
    found = Server("127.0.0.1", 0, Preview(State("0123456789abcdef", {page.path: page})), echo)
    Thread(target=found.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield found
    finally:
        found.shutdown()
        found.server_close()


def asked(server: Server, *pieces: bytes, ends: bool = True) -> str:
    """The whole answer to a request that is sent piece by piece."""
    received = b""
    with socket.create_connection(("127.0.0.1", server.port), timeout=20) as connection:
        with suppress(ConnectionError):
            for piece in pieces:
                connection.sendall(piece)
            if ends:
                connection.shutdown(socket.SHUT_WR)
        with suppress(ConnectionError):
            while more := connection.recv(65536):
                received += more
    return received.decode()


def post(length: int | str, more: str = "") -> bytes:
    return f"POST /__edit/api/x?a=b HTTP/1.1\r\n{HEAD}Content-Length: {length}\r\n{more}\r\n".encode()


def test_a_body_is_handed_on_whole_however_it_comes(server: Server, echo: Echo) -> None:
    for pieces in ((post(5) + b"12345",), (post(5), b"12", b"345"), (post(5) + b"1", b"2345")):
        answer = asked(server, *pieces)
        assert answer.startswith("HTTP/1.0 200 ")
        assert "X-Asked: POST /__edit/api/x b\r\n" in answer
        assert answer.endswith("\r\n\r\n12345")
    assert asked(server, post(1000) + b"x" * 1000).endswith("x" * 1000)
    assert echo.read == 1015


def test_no_more_is_read_than_was_announced(server: Server, echo: Echo) -> None:
    assert asked(server, post(3) + b"123456789").endswith("\r\n\r\n123")
    assert echo.read == 3


def test_a_hundred_megabytes_are_refused_unread_and_the_answer_arrives(server: Server, echo: Echo) -> None:
    pieces = (post(100 * 1024 * 1024), *[b"x" * (1024 * 1024)] * 100)

    answer = asked(server, *pieces)

    assert answer.startswith("HTTP/1.0 413 ")
    assert answer.endswith("\r\n\r\ntoo long\n")
    assert echo.read == 0


@pytest.mark.parametrize("length", ["", "x", "-1", "1e3", "9" * 13, "5, 5"])
def test_a_length_that_is_none_is_not_guessed(server: Server, echo: Echo, length: str) -> None:
    assert asked(server, post(length) + b"12345").startswith("HTTP/1.0 413 ")
    assert asked(server, post(5, "Transfer-Encoding: chunked\r\n") + b"12345").startswith("HTTP/1.0 413 ")
    assert asked(server, post(5, "Content-Length: 5\r\n") + b"12345").startswith("HTTP/1.0 413 ")
    assert echo.read == 0


def test_a_body_that_ends_or_does_not_come_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    ended = "The connection ended before the request was whole.\n"
    assert asked(server, post(5) + b"123").endswith(f"\r\n\r\n{ended}")
    monkeypatch.setattr(preview_requests, "READING", 0.2)
    monkeypatch.setattr(receiving, "DISCARDING", 0.1)
    assert asked(server, post(5) + b"123", ends=False).startswith("HTTP/1.0 400 ")


def test_only_the_application_takes_what_is_sent(server: Server) -> None:
    request = f"POST /tells/ HTTP/1.1\r\n{HEAD}Content-Length: 1\r\n\r\nx".encode()
    assert asked(server, request).startswith("HTTP/1.0 501 ")
    assert asked(server, f"PUT /__edit/api/x HTTP/1.1\r\n{HEAD}\r\n".encode()).startswith("HTTP/1.0 501 ")


def test_another_name_reaches_no_application(server: Server, echo: Echo) -> None:
    answer = asked(server, post(1).replace(b"127.0.0.1", b"evil.example") + b"x")
    assert answer.startswith("HTTP/1.0 421 ")
    assert answer.endswith("\r\n\r\nThe preview does not answer to this name.\n")
    assert echo.read == 0


def test_the_application_adds_to_the_end_of_pages(server: Server) -> None:
    answer = asked(server, f"GET /tells/ HTTP/1.1\r\n{HEAD}\r\n".encode())
    assert answer.endswith("<h1>x</h1><nav>tells/</nav></body>")
