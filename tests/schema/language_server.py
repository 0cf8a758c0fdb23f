"""An editor without a window: it talks to the YAML language server as editors do."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from queue import Queue
from threading import Thread
from types import TracebackType
from typing import Any

from tests.conftest import ROOT
from tests.node.process import NODE

SERVER = ROOT / "node_modules/yaml-language-server/bin/yaml-language-server"
PATIENCE = 60
"""Seconds after which an answer is given up; a safety net."""


class Editor:
    """A folder opened in an editor whose settings are those in `.vscode/settings.json`, and no others."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._settings = json.loads((folder / ".vscode/settings.json").read_text(encoding="utf-8"))
        self._server = subprocess.Popen(
            [NODE, str(SERVER), "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE, cwd=folder
        )
        self._inbox: Queue[dict[str, Any]] = Queue()
        self._last = self._opened = 0
        self._underlined: dict[str, list[dict[str, Any]]] = {}
        Thread(target=self._receive, daemon=True).start()

    def __enter__(self) -> Editor:
        uri = self._folder.as_uri()
        self._ask(
            "initialize",
            processId=None,
            rootUri=uri,
            workspaceFolders=[{"uri": uri, "name": "playbook"}],
            capabilities={
                "workspace": {"configuration": True, "workspaceFolders": True},
                "textDocument": {
                    "hover": {"contentFormat": ["markdown"]},
                    "completion": {"completionItem": {"documentationFormat": ["markdown"], "snippetSupport": True}},
                    "publishDiagnostics": {},
                },
            },
        )
        self._tell("initialized")
        self._tell("workspace/didChangeConfiguration", settings={})
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.wait()

    def underlined(self, file: str, text: str | None = None) -> list[tuple[str, str]]:
        """What the editor underlines in a file, and what it says about it. `text` is what is typed, not saved."""
        typed = (self._folder / file).read_text(encoding="utf-8") if text is None else text
        uri = self._open(file, typed, saved=text is None)
        while uri not in self._underlined:
            self._take()
        lines = typed.split("\n")
        return [(_words(lines, found["range"]), found["message"]) for found in self._underlined[uri]]

    def offered(self, file: str, text: str) -> dict[str, str]:
        """What is offered at the `‸` in the text, each with the help that is shown beside it."""
        found = self._at_cursor("textDocument/completion", file, text)
        return {item["label"]: _text(item.get("documentation")) for item in found["items"]}

    def help(self, file: str, text: str) -> str:
        """What is shown while the pointer rests on the `‸` in the text."""
        found = self._at_cursor("textDocument/hover", file, text)
        return _text(found["contents"]) if found else ""

    def _at_cursor(self, method: str, file: str, text: str) -> Any:
        before, after = text.split("‸", 1)
        uri = self._open(file, before + after, saved=False)
        position = {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}
        return self._ask(method, textDocument={"uri": uri}, position=position)

    def _open(self, file: str, text: str, *, saved: bool) -> str:
        """Open a tab. What is not saved gets a name of its own, so that no answer is about an earlier tab."""
        path = self._folder / file
        self._opened += 1
        uri = (path if saved else path.with_name(f"tab-{self._opened}-{path.name}")).as_uri()
        document = {"uri": uri, "languageId": "yaml", "version": 1, "text": text}
        self._tell("textDocument/didOpen", textDocument=document)
        return uri

    # ---- the protocol ----

    def _ask(self, method: str, **params: Any) -> Any:
        self._last += 1
        self._send({"id": self._last, "method": method, "params": params})
        while True:
            answer = self._take()
            if answer.get("id") == self._last and "method" not in answer:
                assert "error" not in answer, answer
                return answer["result"]

    def _tell(self, method: str, **params: Any) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n%s" % (len(body), body))
        self._server.stdin.flush()

    def _take(self) -> dict[str, Any]:
        """The next message, after what it asks of an editor has been answered."""
        message = self._inbox.get(timeout=PATIENCE)
        if "method" in message and "id" in message:
            self._send({"id": message["id"], "result": self._answer(message)})
        if message.get("method") == "textDocument/publishDiagnostics":
            self._underlined[message["params"]["uri"]] = message["params"]["diagnostics"]
        return message

    def _answer(self, message: dict[str, Any]) -> Any:
        if message["method"] != "workspace/configuration":
            return None
        return [self._section(item.get("section", "")) for item in message["params"]["items"]]

    def _section(self, name: str) -> dict[str, Any]:
        """The settings whose names start with that of the section."""
        found: dict[str, Any] = {}
        for key, value in self._settings.items():
            section, _, rest = key.partition(".")
            if section == name:
                *outer, last = rest.split(".")
                inside = found
                for part in outer:
                    inside = inside.setdefault(part, {})
                inside[last] = value
        return found

    def _receive(self) -> None:
        stream = self._server.stdout
        assert stream
        while line := stream.readline():
            length = int(line.split(b":")[1])
            while stream.readline().strip():
                pass
            self._inbox.put(json.loads(stream.read(length)))


def _words(lines: list[str], found: dict[str, Any]) -> str:
    start, end = found["start"], found["end"]
    stop = end["character"] if end["line"] == start["line"] else None
    return lines[start["line"]][start["character"] : stop]


def _text(markup: Any) -> str:
    if isinstance(markup, dict):
        return str(markup.get("value", ""))
    return str(markup or "")
