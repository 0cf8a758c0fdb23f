"""Sources: where they can be read on the web."""

from __future__ import annotations

import pytest

from generator.content.entries import structure
from generator.diagnostics.diagnostic import Diagnostic
from generator.kinds import BUILT_IN
from generator.outputs.markdown import to_markdown
from generator.reading.document import parse
from tests.checks.small_playbook import completed
from tests.playbooks import EXAMPLE_PLAYBOOK, site

FILE = "content/sources/handbook.yml"


def told(text: str) -> list[Diagnostic]:
    document, problems = parse(completed(FILE, text), FILE)
    assert document is not None
    assert not problems
    return list(structure(document, BUILT_IN.by_plural["sources"], "handbook")[1])


def test_a_page_and_its_markdown_lead_to_where_the_source_is_read() -> None:
    (page,) = [page for page in site(EXAMPLE_PLAYBOOK).pages if page.url == "sources/handbook/"]
    link = '<dt>On the web</dt><dd><a class="own-address" href="https://example.org/handbook/">example.org/handbook</a>'
    assert link in page.body
    assert "[example.org/handbook](https://example.org/handbook/)" in to_markdown(page.body)


def test_a_source_without_address_says_nothing_of_one() -> None:
    (page,) = [page for page in site(EXAMPLE_PLAYBOOK).pages if page.url == "sources/shop-manual/"]
    assert "On the web" not in page.body


@pytest.mark.parametrize(
    ("address", "hint"),
    [
        ("example.org/handbook", "write `https://example.org/handbook`"),
        ("on the shelf", "write the whole address, such as `https://example.org/plan`"),
        ("javascript:alert(1)", "write the whole address, such as `https://example.org/plan`"),
    ],
)
def test_what_is_no_web_address_is_refused_with_what_to_write(address: str, hint: str) -> None:
    (problem,) = told(f'url: "{address}"\n')
    assert problem.span.line == 1
    assert "is not a web address" in problem.message
    assert problem.hint == hint
