"""The bodies of requests, as they come from a connection: in a limited time, and never more than was announced."""

from __future__ import annotations

import re
import socket
import time
from collections.abc import Mapping
from contextlib import suppress

from generator.publishing.exchange import NoBody

DISCARDING = 2.0
"""The most seconds for which the body of a refused request is taken and thrown away, so that its answer arrives."""

PIECE = 64 * 1024
"""So many bytes are taken at once."""


def length_of(headers: Mapping[str, tuple[str, ...]]) -> int | None:
    """The number of bytes of the body of a request; None if the headers do not say it."""
    said = headers.get("content-length", ("0",))
    if "transfer-encoding" in headers or len(said) != 1 or not re.fullmatch(r"[0-9]{1,12}", said[0]):
        return None
    return int(said[0])


def rest_of(connection: socket.socket, wanted: int, most: float) -> bytes:
    """So many bytes more of a body, which may take at most `most` seconds. Raises NoBody."""
    received, until = bytearray(), time.monotonic() + most
    while wanted > len(received):
        left = until - time.monotonic()
        if left <= 0:
            raise NoBody("The request did not come whole in time.")
        connection.settimeout(left)
        try:
            more = connection.recv(min(wanted - len(received), PIECE))
        except OSError as error:
            raise NoBody("The connection broke before the request was whole.") from error
        if not more:
            raise NoBody("The connection ended before the request was whole.")
        received += more
    connection.settimeout(most)
    return bytes(received)


def discard(connection: socket.socket) -> None:
    """Take what else is sent, without keeping it: a connection that is closed before loses the answer."""
    until = time.monotonic() + DISCARDING
    with suppress(OSError):
        connection.shutdown(socket.SHUT_WR)
        while (left := until - time.monotonic()) > 0:
            connection.settimeout(left)
            if not connection.recv(PIECE):
                return
