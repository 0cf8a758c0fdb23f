"""What the editor answers, in the process of the test: each request is a value."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from generator.editor.guard import Guard
from tests.conftest import Playbook
from tests.editor.browser import AS_JSON, COOKIE, FILES, ORIGIN, SAME, TOKEN, Browser, a_request, slow
from tests.editor.kept import keep


def page(browser: Browser, address: str) -> tuple[int, str, str]:
    answer = browser.editor.answer(a_request("GET", address, {**COOKIE, **SAME}))
    return answer.status, answer.type, answer.body.decode()


def test_an_entry_has_its_value_its_form_and_what_leads_to_it(browser: Browser) -> None:
    found = browser.get("entry?kind=source&id=rest")

    assert found["target"] == {"kind": "source", "id": "rest", "file": "content/sources.yml", "line": 9}
    assert found["value"]["describes"] == "To have time, as in [[slow]]."
    assert (found["is_shared"], found["address"], found["read_only"]) == (True, "/sources/rest/", "")
    assert len(found["version"]) == 32
    assert {field["name"] for field in found["form"]["fields"]} >= {"title", "author", "links"}

    (linking,) = browser.get("entry?kind=term&id=slow")["linked_from"]
    assert (linking["id"], linking["title"], linking["file"]) == ("rest", "Rest", "content/sources.yml")
    assert linking["address"] == "/sources/rest/"


def test_problems_are_at_their_fields(playbook: Playbook) -> None:
    broken = FILES["content/sources.yml"].replace('  year: "2001"\n', "").replace("[time]", "[time, [a]]")
    browser = Browser.on(playbook({**FILES, "content/sources.yml": broken}))

    found = [p for p in browser.get("entry?kind=source&id=rest")["problems"] if p["severity"] == "error"]

    assert [(p["route"], p["code"], p["message"]) for p in found if not p.get("elsewhere")] == [
        (["year"], "missing-field", "“Year” is missing"),
        (["gives", 1], "wrong-type", "“What the playbook takes from it / 2” must be text, not a list"),
    ]


@pytest.mark.parametrize(("kind", "value"), [("term", {"origin": "own"}), ("source", {})])
def test_a_new_entry_starts_with_little(browser: Browser, kind: str, value: object) -> None:
    found = browser.get(f"new?kind={kind}")

    assert (found["target"]["id"], found["version"], found["value"]) == ("", "", value)
    assert found["problems"] == []


def test_a_page_and_the_settings_have_forms_too(browser: Browser) -> None:
    found = browser.get("page?path=pages/about.md")
    title, text = FILES["content/pages/about.md"].removeprefix("# ").split("\n\n", 1)
    assert (found["target"]["page"], found["value"]) == ("pages/about.md", {"title": title, "text": text})
    assert [field["name"] for field in found["form"]["fields"]] == ["title", "text"]

    found = browser.get("site")
    assert (found["target"]["site"], found["value"]["name"]) == (True, "A playbook")
    assert found["linked_from"] == []
    assert [field["name"] for field in found["form"]["fields"]] == ["name", "tagline", "home", "nav", "synonyms"]
    assert "url" not in found["value"]


def test_the_start_names_what_can_be_opened(browser: Browser) -> None:
    found = browser.get("start")

    assert found["site"] == "A playbook"
    assert found["pages"] == [{"path": "pages/about.md", "title": "About"}]
    term = next(kind for kind in found["kinds"] if kind["kind"] == "term")
    assert (term["label"], term["plural"]) == ("Term", "Terms")


def test_titles_are_found_by_their_words_and_by_ids(browser: Browser) -> None:
    assert [row["id"] for row in browser.get("titles?q=r")] == ["rest", "hurry"]
    assert [row["id"] for row in browser.get("titles?q=res&kinds=source")] == ["rest"]
    assert browser.get("titles?ids=slow,gone,hurry") == [
        {"kind": "term", "id": "slow", "title": "Slow", "kind_label": "Term"},
        {"kind": "source", "id": "hurry", "title": "Hurry", "kind_label": "Source"},
    ]


@pytest.mark.parametrize(
    "entry_id",
    [
        "..",
        "../terms/slow",
        "/etc/passwd",
        "slow.yml",
        "Slow",
        "slow%00",
        "a" * 65,
        "con",
        "",
        "sl%C3%B6w",
        ".",
        "slow/",
    ],
)
def test_what_is_no_id_is_no_path(browser: Browser, entry_id: str) -> None:
    status, said = browser.refused("GET", f"entry?kind=term&id={entry_id}")
    assert status == 400
    assert said.endswith("is not a valid id: use lower-case letters, digits and hyphens, as in `slow-down`.")


@pytest.mark.parametrize("path", ["pages/../terms/slow.yml", "../about.md", "/etc/passwd", "", "pages/About.md", "a/b"])
def test_what_is_no_page_is_no_path(browser: Browser, path: str) -> None:
    assert browser.refused("GET", f"page?path={path}") == (404, f"`{path}` is no page of this playbook.")


def test_what_is_missing_or_unknown_is_said(browser: Browser) -> None:
    gone = (404, "There is no term `gone`: it may have been removed or renamed.")
    assert browser.refused("GET", "entry?kind=term&id=gone") == gone
    assert browser.refused("GET", "entry?kind=source&id=gone") == (
        404,
        "content/sources.yml has no entry `gone` by now.",
    )
    assert browser.refused("GET", "entry?kind=trem&id=slow") == (404, "No kind is called `trem`; did you mean `term`?")
    assert browser.refused("GET", "nothing") == (404, "The editor has nothing at this address.")
    assert browser.refused("POST", "entry", {}) == (405, "This address takes the other of GET and POST.")
    assert browser.refused("POST", "nothing", [1]) == (404, "The editor has nothing at this address.")


def test_a_link_out_of_the_content_is_not_followed(browser: Browser, tmp_path: Path) -> None:
    outside = tmp_path / "outside.yml"
    outside.write_text("title: Secret\n", encoding="utf-8")
    (browser.root / "content/terms/link.yml").symlink_to(outside)

    assert browser.refused("GET", "entry?kind=term&id=link") == (
        409,
        "content/terms/link.yml: the file is a symbolic link to a place outside the content folder; "
        "replace the link with the file itself.",
    )


def test_a_file_that_cannot_be_read_says_what_to_do(browser: Browser) -> None:
    (browser.root / "content/terms/slow.yml").write_text("title: [a\n", encoding="utf-8")

    status, said = browser.refused("GET", "entry?kind=term&id=slow")

    assert status == 409
    assert said.startswith("content/terms/slow.yml, line ")
    assert said.endswith(". Correct that in the file first; then the form can show it.")


def test_a_broken_configuration_is_said_instead(browser: Browser) -> None:
    (browser.root / "site_config.yml").write_text("name: [", encoding="utf-8")

    status, said = browser.refused("GET", "start")

    assert status == 409
    assert said.startswith("site_config.yml, line 1: ")
    assert said.endswith(". Correct the configuration first.")
    entered = browser.editor.answer(a_request("GET", browser.editor.entrance, {}))
    assert (entered.status, entered.headers["Location"]) == (303, "/")
    assert browser.editor.on_page(a_request("GET", "/", COOKIE), "terms/") == b""


def test_what_may_not_be_written_is_said_before_anything_is_typed(
    browser: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = browser.root / "content/terms/slow.yml"
    monkeypatch.setattr(os, "access", lambda place, *_: place != path)  # the superuser may write everything

    assert browser.get("entry?kind=term&id=slow")["read_only"] == (
        f"{path} may not be written by you, so nothing can be saved here: check its permissions."
    )


def test_scripts_and_styles_are_those_that_are_listed(browser: Browser) -> None:
    assert page(browser, "/__edit/kinds.css")[:2] == (200, "text/css")
    assert page(browser, "/__edit/themes/playbook/css/tokens.css")[:2] == (200, "text/css")
    nothing = (404, "text/plain", "The editor has nothing at this address.\n")
    for path in (
        "themes/playbook/css/../theme.yml",
        "themes/playbook/base.html.j2",
        "generator/editor/client/../application.py",
        "generator/editor/client/",
        "themes/playbook/css/fonts/../../css/tokens.css",
        "../etc/passwd",
        "themes/other/css/tokens.css",
    ):
        assert page(browser, f"/__edit/{path}") == nothing


def test_pages_of_the_preview_lead_to_their_forms(browser: Browser) -> None:
    def link(url: str, headers: dict[str, tuple[str, ...]]) -> str:
        return browser.editor.on_page(a_request("GET", "/", headers), url).decode()

    assert ">Edit this entry</a>" in link("terms/slow/", COOKIE)
    assert 'href="/__edit/?kind=term&amp;id=slow&amp;back=%2Fterms%2Fslow%2F"' in link("terms/slow/", COOKIE)
    assert 'href="/__edit/?new=term&amp;back=%2Fterms%2F"' in link("terms/", COOKIE)
    assert ">New term</a>" in link("terms/", COOKIE)
    assert 'href="/__edit/?page=pages%2Fabout.md&amp;back=%2Fabout%2F"' in link("about/", COOKIE)
    assert 'href="/__edit/?site=1&amp;back=%2F"' in link("", COOKIE)
    assert ">New entry</a>" in link("terms/slow/", COOKIE)
    assert link("browse/", COOKIE).count("<a ") == 1
    assert 'href="/__edit/?new=&amp;back=%2Fbrowse%2F"' in link("browse/", COOKIE)
    assert link("terms/slow/", {}) == ""


def test_pages_of_the_preview_lead_to_proposing_what_was_saved(browser: Browser) -> None:
    def shown() -> str:
        return browser.editor.on_page(a_request("GET", "/", COOKIE), "browse/").decode()

    browser.post("save", slow(browser, title="Slowly"))
    assert "propose" not in shown(), "it is in no repository"
    keep(browser.root)
    assert 'href="/__edit/?propose=1&amp;back=%2Fbrowse%2F">Propose to others</a>' in shown()
    browser.post("undo", {})
    assert "propose" not in shown()


def test_a_body_that_is_no_data_is_refused(browser: Browser) -> None:
    def said(body: bytes) -> tuple[int, str]:
        headers = {**COOKIE, **SAME, **ORIGIN, **AS_JSON}
        answer = browser.editor.answer(a_request("POST", "/__edit/api/save", headers, body))
        return answer.status, json.loads(answer.body)["error"]

    for body in (b"", b"{", b"\xff", b"[" * 100_000):
        assert said(body) == (400, "The body of the request is no JSON that can be read.")
    assert said(b"[]") == (400, "The body of the request is no object of JSON.")


def test_a_fault_of_the_program_is_told_without_details(
    browser: Browser, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: object) -> None:
        raise ValueError("a secret")

    monkeypatch.setattr("generator.editor.application.READING", {"start": fail})

    assert browser.refused("GET", "start") == (
        500,
        "The program has a fault here, so this was not done. What happened stands on the terminal.",
    )
    assert "ValueError: a secret" in capsys.readouterr().err
    assert Guard(TOKEN).token not in capsys.readouterr().out
