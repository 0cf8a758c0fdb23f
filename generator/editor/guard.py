"""Who may use the editor: a browser that was opened with the address that `playbook edit` printed, and no other site.

Only the name of this machine is answered at all, which the preview checks. Everything of the editor takes the cookie
that the printed address gives. What changes something must come from a page of this server, as the browser says in
headers that no page can set, and announce a body that is not too long. It is refused before any of its body is read.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from hmac import compare_digest
from http import HTTPStatus
from secrets import token_urlsafe

from generator.publishing.exchange import OWN, Answer, Request

ENTRANCE = OWN + "enter"
"""The address that gives a browser the cookie."""

API = OWN + "api/"
"""The path prefix of what is answered with JSON."""

UPLOAD = API + "file"
"""The only address that takes the bytes of a file."""

LONGEST_BODY = 4 * 1024 * 1024
"""The most bytes of a body of JSON. A file of the content has at most 1 MiB, which may be longer as JSON."""

LARGEST_FILE = 25 * 1024 * 1024
"""The most bytes of a file that is added; pictures may have less."""

JSON, BYTES = "application/json", "application/octet-stream"

NO_TOKEN = "This browser may not edit here. Open the address that `playbook edit` printed, with its token."
OTHER_SITE = "This request comes from another site, so nothing was done. Use the editor's own pages."
NO_LENGTH = "The request does not say how long it is, so it was not read."
NOT_READ_ONLY = "This address is only for reading."
NOT_CHANGING = "This address takes a change with POST."


@dataclass(frozen=True, slots=True)
class Guard:
    """Decides by the headers of a request whether it is answered. `token` is known to those who may edit."""

    token: str

    @classmethod
    def new(cls) -> Guard:
        """One with a token that nobody can guess."""
        return cls(token_urlsafe(32))

    @property
    def entrance(self) -> str:
        """The path and the query that a person opens first."""
        return f"{ENTRANCE}?token={self.token}"

    def knows(self, request: Request) -> bool:
        """Whether the request comes from a browser that may edit."""
        return compare_digest(request.cookie(cookie_name(request)).encode(), self.token.encode())

    def entered(self, request: Request, to: str) -> Answer:
        """The answer to the entrance: the cookie, and the way on to `to`; a refusal for a wrong token."""
        if request.method != "GET" or not compare_digest(request.query.get("token", "").encode(), self.token.encode()):
            return refused(request, HTTPStatus.FORBIDDEN, NO_TOKEN)
        cookie = f"{cookie_name(request)}={self.token}; Path=/; HttpOnly; SameSite=Strict"
        return Answer(status=HTTPStatus.SEE_OTHER, headers={"Location": to, "Set-Cookie": cookie})

    def refusal(self, request: Request) -> Answer | None:
        """Why a request is not answered; None if it is."""
        found = self._reason(request)
        return refused(request, *found) if found else None

    def _reason(self, request: Request) -> tuple[HTTPStatus, str] | None:
        changes = request.method == "POST"
        if not self.knows(request):
            return HTTPStatus.FORBIDDEN, NO_TOKEN
        if not _is_from_here(request, changes=changes):
            return HTTPStatus.FORBIDDEN, OTHER_SITE
        if not changes:
            return (HTTPStatus.BAD_REQUEST, NOT_READ_ONLY) if request.length != 0 else None
        is_file = request.path == UPLOAD
        if request.header("content-type").split(";")[0].strip().lower() != (BYTES if is_file else JSON):
            return HTTPStatus.UNSUPPORTED_MEDIA_TYPE, f"Send the body as {BYTES if is_file else JSON}."
        if request.length is None:
            return HTTPStatus.LENGTH_REQUIRED, NO_LENGTH
        most = LARGEST_FILE if is_file else LONGEST_BODY
        if request.length > most:
            said = f"The request has {request.length:,} bytes; at most {most:,} are taken. Nothing of it was read."
            return HTTPStatus.REQUEST_ENTITY_TOO_LARGE, said
        return None


def _is_from_here(request: Request, *, changes: bool) -> bool:
    """Whether a page of this server asks, or, for reading, a person who typed the address."""
    site = request.headers.get("sec-fetch-site", ())
    allowed = ("same-origin",) if changes else ("same-origin", "none")
    if site and not (len(site) == 1 and site[0] in allowed):
        return False
    origins = request.headers.get("origin", ())
    if not origins and not changes:
        return True
    return origins == (f"http://{request.host}",)


def cookie_name(request: Request) -> str:
    """The name of the cookie. Browsers keep one set of cookies for all ports of a machine, so it has the port in it."""
    _, _, port = request.host.rpartition(":")
    return f"playbook-edit-{port if port.isdigit() else 80}"


def refused(request: Request, status: int, reason: str) -> Answer:
    """A refusal, for programs as JSON and for people as text."""
    if request.path.startswith(API):
        return as_json({"error": reason}, status)
    return Answer(f"{reason}\n".encode(), status=status)


def as_json(data: object, status: int = HTTPStatus.OK) -> Answer:
    """Data as JSON."""
    return Answer(json.dumps(data, ensure_ascii=False).encode("utf-8", "replace"), JSON, status)
