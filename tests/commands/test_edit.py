"""`playbook edit` is the preview with the editor beside it."""

from __future__ import annotations

from typing import Any

import pytest

from generator import cli
from generator.commands import serve
from generator.editor.application import Editor
from generator.publishing.exchange import Request
from generator.publishing.preview_state import Preview
from tests.conftest import Playbook


def test_the_editor_is_served_beside_the_preview_of_the_same_builder(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch
) -> None:
    served: dict[str, Any] = {}
    monkeypatch.setattr(serve, "serve", lambda build, _watched, **more: served.update(build=build, **more))
    root = playbook({})

    assert cli.main(["edit", "--config", str(root / "site_config.yml"), "--port", "8123"]) == 0

    preview = Preview()
    editor = served["application"](preview)
    assert isinstance(editor, Editor)
    assert editor.session.making is preview.making
    assert served["build"].__self__ is editor.session.workspace
    assert (served["host"], served["port"]) == ("127.0.0.1", 8123)
    path, _, token = editor.entrance.partition("?token=")
    entered = editor.answer(Request("GET", path, {"token": token}, host="127.0.0.1:8123"))
    assert (entered.status, entered.headers["Location"]) == (303, "/")


def test_without_a_playbook_nothing_is_served(tmp_path: Any, capsys: pytest.CaptureFixture[str]) -> None:
    config = tmp_path / "site_config.yml"

    assert cli.main(["edit", "--config", str(config)]) == 2
    assert capsys.readouterr().err == f"playbook: there is no file {config}\n"
