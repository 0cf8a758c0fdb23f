"""A page that was stored is the same page when it is read again."""

from __future__ import annotations

import json
from dataclasses import fields
from functools import partial

from generator.outputs.search.records import record
from generator.site.page import Page
from generator.stages.stored_page import finished, head_of, texts_of
from tests.playbooks import EXAMPLE_PLAYBOOK, on_every_page, reading


@on_every_page
def test_a_page_comes_back_as_it_was(page: Page) -> None:
    by_url = {located.url: located for located in reading(EXAMPLE_PLAYBOOK).graph.entries.values()}
    found = record(page, by_url.get(page.url))
    texts = texts_of(page, b"# Markdown", found)
    head = json.loads(json.dumps(head_of(page)))

    again = finished(head, partial(tuple.__getitem__, texts))

    for field in fields(Page):
        assert getattr(again.page, field.name) == getattr(page, field.name), field.name
    assert again.page.whole() == page.whole() == page
    assert (again.page.anchors, again.page.path) == (page.anchors, page.path)
    assert (again.markdown(), again.record()) == (b"# Markdown", found)
