"""Who is answered by the editor: no other site, nobody without the token, and nothing that is too long."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from generator.editor.guard import Guard
from generator.publishing.exchange import Request
from tests.editor.browser import AS_JSON, COOKIE, ORIGIN, SAME, TOKEN, a_request, without

GUARD = Guard(TOKEN)
SAVE = a_request("POST", "/__edit/api/save", {**COOKIE, **SAME, **ORIGIN, **AS_JSON}, b"{}")
READ = a_request("GET", "/__edit/api/start", {**COOKIE, **SAME})

NO_TOKEN = "This browser may not edit here. Open the address that `playbook edit` printed, with its token."
OTHER_SITE = "This request comes from another site, so nothing was done. Use the editor's own pages."


def refusal(request: Request) -> tuple[int, str] | None:
    found = GUARD.refusal(request)
    return (found.status, json.loads(found.body)["error"]) if found else None


def with_header(request: Request, name: str, *values: str) -> Request:
    return replace(request, headers={**request.headers, name: values})


def test_the_editor_s_own_pages_are_answered() -> None:
    assert refusal(READ) is None
    assert refusal(SAVE) is None
    assert refusal(with_header(READ, "sec-fetch-site", "none")) is None  # a typed address
    assert refusal(without(READ, "sec-fetch-site")) is None  # an old browser
    assert refusal(without(SAVE, "sec-fetch-site")) is None


@pytest.mark.parametrize("request_", [READ, SAVE], ids=["read", "change"])
@pytest.mark.parametrize(
    "cookies",
    [
        (),
        ("",),
        ("playbook-edit-8000=",),
        ("playbook-edit-8000=other",),
        (f"playbook-edit-8001={TOKEN}",),
        (f"playbook-edit-8000={TOKEN}x",),
        (f"playbook-edit-8000={TOKEN}; playbook-edit-8000=other",),
        (f"playbook-edit-8000={TOKEN}", "playbook-edit-8000=other"),
        ("playbook-edit-8000=\u00e4",),
    ],
)
def test_without_the_token_nothing_is_answered(request_: Request, cookies: tuple[str, ...]) -> None:
    assert refusal(with_header(request_, "cookie", *cookies)) == (403, NO_TOKEN)


@pytest.mark.parametrize("site", ["cross-site", "same-site", "none", "", "same-origin, cross-site"])
def test_a_change_is_asked_for_by_a_page_of_this_server(site: str) -> None:
    assert refusal(with_header(SAVE, "sec-fetch-site", site)) == (403, OTHER_SITE)


@pytest.mark.parametrize(
    "origins",
    [
        (),
        ("null",),
        ("http://evil.example",),
        ("http://127.0.0.1:8001",),
        ("https://127.0.0.1:8000",),
        ("http://localhost:8000",),
        ("http://127.0.0.1:8000.evil.example",),
        ("http://127.0.0.1:8000", "http://127.0.0.1:8000"),
    ],
)
def test_a_change_comes_from_this_origin(origins: tuple[str, ...]) -> None:
    assert refusal(with_header(SAVE, "origin", *origins)) == (403, OTHER_SITE)


def test_another_site_does_not_read_either() -> None:
    assert refusal(with_header(READ, "sec-fetch-site", "cross-site")) == (403, OTHER_SITE)
    assert refusal(with_header(READ, "origin", "http://evil.example")) == (403, OTHER_SITE)


@pytest.mark.parametrize("kind", ["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", ""])
def test_a_form_of_another_page_changes_nothing(kind: str) -> None:
    assert refusal(with_header(SAVE, "content-type", kind)) == (415, "Send the body as application/json.")


def test_too_long_a_body_is_refused_before_it_is_read() -> None:
    def read() -> bytes:
        raise AssertionError("it was read")

    hundred = replace(SAVE, length=100 * 1024 * 1024, read=read)
    assert refusal(hundred) == (
        413,
        "The request has 104,857,600 bytes; at most 4,194,304 are taken. Nothing of it was read.",
    )
    file = replace(with_header(hundred, "content-type", "application/octet-stream"), path="/__edit/api/file")
    assert refusal(file) == (
        413,
        "The request has 104,857,600 bytes; at most 26,214,400 are taken. Nothing of it was read.",
    )
    assert refusal(replace(SAVE, length=None, read=read)) == (
        411,
        "The request does not say how long it is, so it was not read.",
    )
    assert refusal(replace(READ, length=1, read=read)) == (400, "This address is only for reading.")


def test_the_entrance_gives_the_cookie_to_who_knows_the_token() -> None:
    found = GUARD.entered(a_request("GET", GUARD.entrance, {}), "/book/")

    assert (found.status, found.headers) == (
        303,
        {
            "Location": "/book/",
            "Set-Cookie": f"playbook-edit-8000={TOKEN}; Path=/; HttpOnly; SameSite=Strict",
        },
    )
    for wrong in ("?token=", "?token=x", "", f"?token={TOKEN}x", "?token=%C3%A4"):
        answer = GUARD.entered(a_request("GET", f"/__edit/enter{wrong}", {}), "/")
        assert (answer.status, answer.body.decode(), dict(answer.headers)) == (403, f"{NO_TOKEN}\n", {})


def test_every_start_has_another_token() -> None:
    assert len({Guard.new().token for _ in range(9)}) == 9
    assert len(Guard.new().token) >= 43
