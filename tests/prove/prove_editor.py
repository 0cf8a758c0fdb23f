"""Two forms and a text editor change an entry at once, over HTTP: nothing is lost or mixed, conflicts are shown."""

from __future__ import annotations

import json
import re
import shutil
from collections.abc import Iterator
from difflib import unified_diff
from http.client import HTTPConnection
from pathlib import Path
from random import Random
from threading import Thread
from typing import Any

import pytest

from generator.commands.serve import Builder
from generator.editor.application import Editor
from generator.editor.guard import Guard, cookie_name
from generator.editor.session import Session
from generator.publishing.exchange import Request
from generator.publishing.preview_requests import Server
from generator.publishing.preview_state import Preview
from tests.conftest import ROOT, Playbook
from tests.editor.browser import Browser, wish
from tests.prove.figures import Figures, counted

EDITS = counted(1000, small=60)
AT_ONCE = counted(200, small=12)
KINDS = counted(99, small=1)

FIELDS = ("title", "summary", "meaning", "more", "note")
TEXT = """\
# The head of the file.
title: t0  # beside the title
summary: 's0'
origin: own

meaning: >-
  m0 and
  more
# Before more.
more: "x0"
note: n0
forms: [one, two]  # last
"""
OTHER = "title: Other\nsummary: s.\nmeaning: m.\norigin: own\n"


class Client:
    """A browser with a form open on the entry `slow`, or on another one."""

    def __init__(self, server: Server, token: str, entry: str = "slow") -> None:
        self.server, self.entry = server, entry
        self.host = f"127.0.0.1:{server.port}"
        cookie = f"{cookie_name(Request('GET', '/', host=self.host))}={token}"
        self.headers = {"Cookie": cookie, "Sec-Fetch-Site": "same-origin", "Host": self.host}
        self.load()

    def ask(self, method: str, address: str, data: object = None) -> tuple[int, Any]:
        connection = HTTPConnection("127.0.0.1", self.server.port, timeout=30)
        more = {"Origin": f"http://{self.host}", "Content-Type": "application/json"} if method == "POST" else {}
        body = json.dumps(data) if method == "POST" else None
        connection.request(method, f"/__edit/api/{address}", body, {**self.headers, **more})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())

    def load(self) -> None:
        status, found = self.ask("GET", f"entry?kind=term&id={self.entry}")
        assert status == 200, found
        self.target, self.version, self.base = found["target"], found["version"], found["value"]
        self.value = dict(self.base)

    def save(self) -> tuple[int, Any]:
        wish = {"target": self.target, "version": self.version, "base": self.base, "value": self.value}
        return self.ask("POST", "save", wish)

    @property
    def changed(self) -> set[str]:
        return {name for name in FIELDS if self.value.get(name) != self.base.get(name)}


@pytest.fixture
def served(playbook: Playbook) -> Iterator[tuple[Path, Server, str]]:
    root = playbook({"content/terms/slow.yml": TEXT, "content/terms/other.yml": OTHER})
    builder, preview = Builder(root / "site_config.yml"), Preview()
    editor = Editor(Session(builder, preview.making), Guard.new())
    server = Server("127.0.0.1", 0, preview, editor)
    Thread(target=server.serve_forever, args=(0.01,), daemon=True).start()
    try:
        yield root, server, editor.guard.token
    finally:
        server.shutdown()
        server.server_close()


def typed(path: Path, name: str, word: str) -> None:
    """A text editor puts one word in place of the first one of a field."""
    text = path.read_text("utf-8")
    path.write_text(re.sub(rf"(?m)^({name}: (?:>-\n  |['\"]?))\w+", rf"\g<1>{word}", text), encoding="utf-8")


def test_two_forms_and_a_text_editor_lose_nothing(served: tuple[Path, Server, str], figures: Figures) -> None:
    root, server, token = served
    path, dice = root / "content/terms/slow.yml", Random(17)
    forms = [Client(server, token), Client(server, token)]
    truth = {name: str(forms[0].value[name]) for name in FIELDS}
    conflicts = merges = 0
    for number in range(EDITS):
        form = dice.choice(forms)
        for name in dice.sample(FIELDS, dice.randint(1, 2)):
            form.value[name] = re.sub(r"^\w+", f"w{number}", str(form.value[name]))
        if dice.random() < 0.3:
            name = dice.choice(FIELDS)
            typed(path, name, f"typed{number}")
            truth[name] = re.sub(r"^\w+", f"typed{number}", truth[name])
        if dice.random() < 0.6:
            continue  # it stays open, and others go on
        mine = {name: form.value[name] for name in form.changed}
        expected = {name for name in mine if truth[name] not in (form.base[name], mine[name])}
        before = path.read_bytes()
        status, found = form.save()
        if status == 409:
            conflicts += 1
            assert {conflict["route"][0] for conflict in found["conflicts"]} == expected
            assert path.read_bytes() == before
            form.version, form.base, form.value = found["version"], found["value"], found["merged"]
            for name in expected:
                if dice.random() < 0.5:  # theirs
                    mine[name] = form.value[name] = form.base[name]
            status, found = form.save()
        else:
            assert not expected
            merges += any(truth[name] != form.base[name] for name in FIELDS)
        assert status == 200, found
        truth |= mine
        form.load()
        assert {name: form.value[name] for name in FIELDS} == truth
    text = path.read_text("utf-8")
    for comment in ("# The head of the file.", "# beside the title", "# Before more.", "# last", "origin: own\n\n"):
        assert comment in text
    figures(f"{EDITS} edits by two forms and a text editor: {conflicts} conflicts shown, {merges} brought together")
    assert conflicts
    assert merges


def test_saves_at_the_same_moment_are_written_one_after_the_other(
    served: tuple[Path, Server, str], figures: Figures
) -> None:
    root, server, token = served
    faults: list[object] = []

    def writes(name: str) -> None:
        form = Client(server, token)
        for number in range(AT_ONCE):
            form.value[name] = f"{name}{number}"
            status, found = form.save()
            if status != 200:
                faults.append(found)
            form.load()
            if form.value[name] != f"{name}{number}":
                faults.append((form.value[name], number))

    threads = [Thread(target=writes, args=(name,)) for name in ("title", "summary", "more")]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert faults == []
    text = (root / "content/terms/slow.yml").read_text("utf-8")
    for name in ("title", "summary", "more"):
        assert f"{name}{AT_ONCE - 1}" in text
    figures(f"{3 * AT_ONCE} saves by three forms at the same moment: none lost")


def longer(value: Any) -> Any:
    """A value in which one text says a little more; None if it has no text of several words."""
    if isinstance(value, str):
        return f"{value} Indeed." if " " in value else None
    items = list(value.items() if isinstance(value, dict) else enumerate(value))
    for at, item in reversed(items):
        if (new := longer(item)) is not None:
            made = dict(items) | {at: new}
            return made if isinstance(value, dict) else list(made.values())
    return None


def test_every_field_of_every_kind_changes_alone_and_comes_back(tmp_path: Path, figures: Figures) -> None:
    for name in ("content", "schemas"):
        shutil.copytree(ROOT / name, tmp_path / name)
    for name in ("site_config.yml", "addresses.txt", "changes.yml"):
        shutil.copy(ROOT / name, tmp_path)
    browser = Browser.on(tmp_path)
    builder = browser.editor.session.workspace
    assert isinstance(builder, Builder)
    builder.build()
    assert builder.reading
    graph = builder.reading.graph
    saves = unsound = 0
    for kind in list(graph.kinds)[:KINDS]:
        entries = graph.of_kind(kind.name)
        if not entries:
            continue
        entry = entries[len(entries) // 2]
        address, path = f"entry?kind={kind.name}&id={entry.id}", tmp_path / entry.document.file
        value = browser.get(address)["value"]
        for field, old in value.items():
            new, before = longer(old), path.read_bytes()
            if new is None:
                continue
            answer = browser.answer("POST", "save", wish(browser, address, **{field: new}))
            unsound += answer.status == 422
            if answer.status == 422:
                continue
            assert answer.status == 200, (kind.name, field, answer.body)
            assert browser.get(address)["value"] == {**value, field: new}
            lines = unified_diff(before.decode().split("\n"), path.read_text("utf-8").split("\n"), n=0, lineterm="")
            changed = [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]
            assert len(changed) <= 6, (kind.name, field, changed)
            browser.post("undo", {})
            assert path.read_bytes() == before
            saves += 1
    figures(f"{saves} fields of entries of all kinds changed alone and came back, {unsound} refused as unsound")
    assert saves
