"""Entries ask whether they helped, if the configuration names an address; a click prepares an email."""

from __future__ import annotations

import re
from email.message import EmailMessage
from html import unescape
from urllib.parse import parse_qs, urlsplit

import pytest
from pydantic import ValidationError

from generator.config.settings import SiteConfig
from tests.playbooks import EXAMPLE_PLAYBOOK, built


def test_the_email_names_the_entry_and_its_address() -> None:
    site, _ = built(EXAMPLE_PLAYBOOK)
    body = next(page.whole().body for page in site.pages if page.url == "practices/slow-down/")
    links = [unescape(link) for link in re.findall(r'href="(mailto:[^"]*)"', body)]
    assert [urlsplit(link).path for link in links] == ["workshop@workshop.example"] * 2
    found = [parse_qs(urlsplit(link).query, strict_parsing=True) for link in links]
    assert [one["subject"] for one in found] == [["It helped: Slow it down"], ["It did not help: Slow it down"]]
    assert all(
        one["body"][0].endswith("?\r\n\r\n\r\nhttps://workshop.example/book/practices/slow-down/") for one in found
    )


@pytest.mark.parametrize(
    "address",
    [
        "x",
        "a@",
        "@b",
        "a b@c.example",
        "a@b.example?bcc=c@d.example",
        "a@b.example,c@d.example",
        "a@b\n.example",
        "<a@b.example>",
    ],
)
def test_what_is_no_address_is_refused(address: str) -> None:
    with pytest.raises(ValidationError):
        _validated(address)


@pytest.mark.parametrize("address", ["a@b.example", "play.book+one@sub.b.example", "a@localhost"])
def test_addresses_are_taken(address: str) -> None:
    assert _validated(address) == address
    message = EmailMessage()
    message["To"] = address
    assert message["To"].addresses[0].addr_spec == address


def _validated(address: str) -> str:
    given = {"name": "A", "tagline": "B", "url": "https://a.example/", "home": {"lead": "C"}, "nav": []}
    return SiteConfig.model_validate({**given, "feedback": address}).feedback
