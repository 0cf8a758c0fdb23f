"""What a test has changed in the playbook of the editor is as before for the next one."""

from __future__ import annotations

from http.client import HTTPConnection
from urllib.parse import urlsplit

from generator.editor.application import Editor
from generator.editor.client_files import JOINED, MAIN, THEME_FILES
from generator.editor.guard import cookie_name
from generator.publishing.exchange import OWN, Request
from generator.site.policy import FOR_GOOD
from tests.browser.editing import Desk, tidy_desk
from tests.playbooks import EXAMPLE_PLAYBOOK


def contents(desk: Desk) -> dict[str, bytes]:
    """Every file of the playbook, by its name."""
    files = [path for path in desk.root.rglob("*") if path.is_file()]
    return {path.relative_to(desk.root).as_posix(): path.read_bytes() for path in files}


def test_files_that_were_changed_removed_and_added_are_as_they_were(desk: Desk) -> None:
    before, session = contents(desk), desk.server.application
    changed, removed = desk.root / "site_config.yml", desk.root / "content/tells/price-based.yml"
    changed.write_text("name: Another", encoding="utf-8")
    removed.rename(desk.root / "content/tells/about-price.yml")
    (desk.root / ".playbook-journal").mkdir()
    (desk.root / ".playbook-journal/journal.jsonl").write_text("{}\n", encoding="utf-8")
    assert contents(desk) != before

    again = tidy_desk(EXAMPLE_PLAYBOOK.parent)
    assert contents(again) == before
    assert [*again.root.glob(".*")] == []
    assert again.server.application is not session
    assert again.entrance == desk.entrance


def test_browsers_keep_what_no_test_changes_and_nothing_that_is_refused(desk: Desk) -> None:
    host = urlsplit(desk.entrance).netloc
    editor = desk.server.application
    assert isinstance(editor, Editor)
    cookie = f"{cookie_name(Request('GET', '/', host=host))}={editor.guard.token}"

    def asked(path: str, **headers: str) -> tuple[int, str | None]:
        connection = HTTPConnection(host, timeout=30)
        connection.request("GET", path, headers=headers)
        answer = connection.getresponse()
        return answer.status, answer.getheader("Cache-Control")

    assert asked(MAIN) == (403, "no-store")
    for path in (*JOINED, f"{THEME_FILES}css/tokens.css"):
        assert asked(path, Cookie=cookie) == (200, FOR_GOOD)
    assert asked(OWN, Cookie=cookie) == (200, "no-store")
