"""What an application beside the site is asked, and what it answers: values, without a connection.

The preview checks that a request is meant for it and is no longer than allowed, and then hands it on. The body is read
when the application asks for it, so that what is refused is never read.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Protocol

OWN = "/__edit/"
"""The path prefix of the requests that are handed on."""


class NoBody(Exception):
    """The body of a request did not come in time, or not whole."""


@dataclass(frozen=True, slots=True)
class Request:
    """A request: the decoded path, the fields of its query, and its headers by their names in small letters.

    `host` is the name and the port by which this server was asked. `length` is the number of bytes of the body; None if
    the headers do not say it. `read` gives the body; it raises NoBody.
    """

    method: str
    path: str
    query: Mapping[str, str] = field(default_factory=dict)
    headers: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    host: str = ""
    length: int | None = 0
    read: Callable[[], bytes] = bytes

    def header(self, name: str) -> str:
        """The value of a header; empty if it is missing or is there more than once."""
        values = self.headers.get(name, ())
        return values[0] if len(values) == 1 else ""

    def cookie(self, name: str) -> str:
        """The value of a cookie; empty if there is none, or several."""
        pairs = (pair.strip().partition("=") for pair in self.header("cookie").split(";"))
        found = [value for key, _, value in pairs if key == name]
        return found[0] if len(found) == 1 else ""


@dataclass(frozen=True, slots=True)
class Answer:
    """An answer. `type` is the media type; of texts, the encoding is UTF-8."""

    body: bytes = b""
    type: str = "text/plain"
    status: int = HTTPStatus.OK
    headers: Mapping[str, str] = field(default_factory=dict)


class Application(Protocol):
    """What answers requests beside the site. `entrance` is the path and the query by which a person gets in."""

    @property
    def entrance(self) -> str: ...

    def answer(self, request: Request) -> Answer:
        """The answer to a request whose path begins with `OWN`."""

    def on_page(self, request: Request, url: str) -> bytes:
        """HTML for the end of the page at the address `url` of the site; empty for whoever may not use it."""
