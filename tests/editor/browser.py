"""A browser that may edit, as values: its requests to the editor are answered in the process of the test."""

from __future__ import annotations

import json
from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, urlsplit

from generator.commands.serve import Builder
from generator.editor.application import Editor
from generator.editor.guard import Guard
from generator.editor.session import Session
from generator.publishing.exchange import Answer, Request
from tests.browser.editing import tidy_desk
from tests.playbooks import EXAMPLE_PLAYBOOK

HOST = "127.0.0.1:8000"
TOKEN = "the-token-of-the-test"
COOKIE = {"cookie": (f"playbook-edit-8000={TOKEN}",)}
SAME = {"sec-fetch-site": ("same-origin",)}
ORIGIN = {"origin": (f"http://{HOST}",)}
AS_JSON = {"content-type": ("application/json",)}

SLOW = """\
# What slow means here.
title: Slow
summary: How fast one goes.  # said often
origin: own
meaning: >-
  Not fast, and never
  in a hurry.
links:
  used_in:
    - hurry
"""

SHARED = """\
hurry:
  title: Hurry
  summary: When one has no time.
  author: Nobody
  year: "1999"
  describes: To have no time.
  gives: [haste]

rest:
  title: Rest
  summary: When one has time.
  author: Nobody
  year: "2001"
  describes: To have time, as in [[slow]].
  gives: [time]
"""

PAGE = "# About\n\nWhat it is.\n\n## Whose\n\nOurs, see [[rest]].\n"

FILES = {
    "content/terms/slow.yml": SLOW,
    "content/sources.yml": SHARED,
    "content/pages/about.md": PAGE,
}


def a_request(method: str, address: str, headers: Mapping[str, tuple[str, ...]], body: bytes = b"") -> Request:
    """A request as the preview hands it on."""
    parts = urlsplit(address)
    query = dict(parse_qsl(parts.query, keep_blank_values=True))
    return Request(method, parts.path, query, headers, HOST, len(body), lambda: body)


@dataclass(frozen=True)
class Browser:
    """A browser with the cookie."""

    root: Path
    editor: Editor

    @classmethod
    def on(cls, root: Path, **more: Any) -> Browser:
        """One on the playbook in a folder."""
        builder = Builder(root / "site_config.yml")
        return cls(root, Editor(Session(builder, nullcontext(), **more), Guard(TOKEN)))

    def get(self, address: str) -> Any:
        """The data at an address within the interface."""
        return data_of(self.answer("GET", address), 200)

    def refused(self, method: str, address: str, data: object = None) -> tuple[int, Any]:
        """The status and the message of a refusal."""
        answer = self.answer(method, address, data)
        return answer.status, json.loads(answer.body)["error"]

    def post(self, address: str, data: object) -> Any:
        """The answer to a change."""
        return data_of(self.answer("POST", address, data), 200)

    def answer(self, method: str, address: str, data: object = None) -> Answer:
        headers = {**COOKIE, **SAME, **(ORIGIN | AS_JSON if method == "POST" else {})}
        body = json.dumps(data).encode() if method == "POST" else b""
        return self.editor.answer(a_request(method, f"/__edit/api/{address}", headers, body))

    def file(self, name: str) -> str:
        """The text of a file of the playbook."""
        return (self.root / name).read_text("utf-8")


def on_example() -> Browser:
    """One on the example playbook, as it is: it is read once in a process."""
    desk = tidy_desk(EXAMPLE_PLAYBOOK.parent)
    return Browser(desk.root, Editor(Session(desk.builder, nullcontext()), Guard(TOKEN)))


def data_of(answer: Answer, status: int) -> Any:
    assert answer.status == status, answer.body.decode()
    assert answer.type == "application/json"
    return json.loads(answer.body)


def without(request: Request, name: str) -> Request:
    """The request without one of its headers."""
    return replace(request, headers={key: value for key, value in request.headers.items() if key != name})


def wish(browser: Browser, address: str, **fields: Any) -> dict[str, Any]:
    """What a form sends after some fields were changed; None removes one."""
    found = browser.get(address)
    value = {name: new for name, new in {**found["value"], **fields}.items() if new is not None}
    return {"target": found["target"], "version": found["version"], "base": found["value"], "value": value}


def slow(browser: Browser, **fields: Any) -> dict[str, Any]:
    """The same for the term that is slow."""
    return wish(browser, "entry?kind=term&id=slow", **fields)
