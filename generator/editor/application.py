"""The editor as the preview serves it: which address is answered by what.

The application decides who is answered (`guard`), finds the function for the address, and turns what it returns or
raises into an answer. Errors of a request are sentences for people; errors of the program are told without details and
printed on the terminal.
"""

from __future__ import annotations

import json
import sys
import traceback
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any, TypeAlias

from generator.editor import changing, client_files, helping, history, moving, on_page, proposals, reading, whole_page
from generator.editor.guard import API, ENTRANCE, UPLOAD, Guard, as_json, refused
from generator.editor.session import Session, base_of
from generator.editor.wrong import Wrong
from generator.publishing.exchange import OWN, Answer, NoBody, Request
from generator.system.refusal import refusal_of

Asked: TypeAlias = Callable[[Session, Mapping[str, str]], Any]
Told: TypeAlias = Callable[[Session, Mapping[str, Any], Mapping[str, str]], Any]

READING: Mapping[str, Asked] = {
    "start": reading.start,
    "entry": reading.entry,
    "new": reading.entry,
    "page": reading.page,
    "site": reading.site,
    "titles": reading.titles,
    "source": helping.source,
    "files": helping.files,
    "changes": proposals.changes,
    "saves": history.saves,
}
"""What is answered to GET, by the end of the address: a function of the query."""

CHANGING: Mapping[str, Told] = {
    "try": changing.try_,
    "save": changing.save,
    "rename": moving.rename,
    "remove": moving.remove,
    "preview": helping.preview,
    "whole-page": whole_page.whole_page,
    "undo": history.undo,
    "redo": history.redo,
    "propose": proposals.propose,
}
"""What is answered to POST: a function of the data and the query."""

FAULT = "The program has a fault here, so this was not done. What happened stands on the terminal."


@dataclass(frozen=True, slots=True)
class Editor:
    """The editor of one playbook, for those who know the token of the guard."""

    session: Session
    guard: Guard = field(default_factory=Guard.new)

    @property
    def entrance(self) -> str:
        """The path and the query by which a person gets in."""
        return self.guard.entrance

    def answer(self, request: Request) -> Answer:
        """The answer to any request."""
        try:
            if request.path == ENTRANCE:
                return self.guard.entered(request, self._base())
            return self.guard.refusal(request) or self._allowed(request)
        except Wrong as wrong:
            if request.path.startswith(API):
                return as_json({"error": str(wrong), **wrong.more}, wrong.status)
            return refused(request, wrong.status, str(wrong))
        except NoBody as error:
            return refused(request, HTTPStatus.BAD_REQUEST, str(error))
        except Exception as error:
            if found := refusal_of(error):
                return refused(request, HTTPStatus.CONFLICT, str(found))
            traceback.print_exc(file=sys.stderr)
            return refused(request, HTTPStatus.INTERNAL_SERVER_ERROR, FAULT)

    def on_page(self, request: Request, url: str) -> bytes:
        """The links on a page of the preview, for those who may edit."""
        if not self.guard.knows(request):
            return b""
        try:
            project = self.session.project()
        except Wrong:  # the report over the page says what is wrong
            return b""
        can_propose = proposals.can_propose(self.session, project)
        return on_page.links(project, self.session.known(project), url, can_propose=can_propose)

    def _base(self) -> str:
        """The path of the site; of none, the page of the preview that says what is wrong with the configuration."""
        try:
            return base_of(self.session.project())
        except Wrong:
            return "/"

    def _allowed(self, request: Request) -> Answer:
        if not request.path.startswith(API):
            return self._file(request)
        name = request.path.removeprefix(API)
        if request.method == "POST" and request.path == UPLOAD:
            return as_json(helping.file(self.session, request.read(), request.query))
        if request.method == "POST":
            told = CHANGING.get(name)
            if told is None:
                raise Wrong(*_unknown(name, READING))
            return as_json(told(self.session, _data(request), request.query))
        asked = READING.get(name)
        if asked is None:
            raise Wrong(*_unknown(name, CHANGING))
        return as_json(asked(self.session, request.query))

    def _file(self, request: Request) -> Answer:
        if request.method == "POST":
            raise Wrong("This address is only for reading.", HTTPStatus.METHOD_NOT_ALLOWED)
        if request.path == OWN:
            return client_files.page(self.session.project())
        found = client_files.file(request.path, self.session.lately())
        if found is None:
            raise Wrong("The editor has nothing at this address.", HTTPStatus.NOT_FOUND)
        return found


def _unknown(name: str, others: Mapping[str, object]) -> tuple[str, HTTPStatus]:
    if name in others:
        return "This address takes the other of GET and POST.", HTTPStatus.METHOD_NOT_ALLOWED
    return "The editor has nothing at this address.", HTTPStatus.NOT_FOUND


def _data(request: Request) -> Mapping[str, Any]:
    """The body of a request as data. Raises Wrong."""
    try:
        data = json.loads(request.read())
    except (ValueError, RecursionError):
        raise Wrong("The body of the request is no JSON that can be read.") from None
    if not isinstance(data, dict):
        raise Wrong("The body of the request is no object of JSON.")
    return data
