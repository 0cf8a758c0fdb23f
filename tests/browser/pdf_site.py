"""A playbook as a site that has PDFs. Of these only those are made that somebody asks for."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path

from playwright.sync_api import Page as Tab
from playwright.sync_api import Route

from generator import pipeline
from generator.paper.documents import documents_of
from generator.paper.downloads import offers
from generator.paper.pack_sources import pack_sources
from tests.conftest import made_once
from tests.paper.kept_pdfs import kept_pdf
from tests.playbooks import project, reading


@cache
def built_for_pdfs(config: Path) -> Path:
    """The folder with the pages of the site."""

    def make(folder: Path) -> bytes:
        found = project(config)
        pipeline.write(found, pipeline.build(found, reading(config), pdfs=True), folder)
        return b""

    return made_once(f"{config} with PDFs", make)[1]


@cache
def documents(config: Path) -> Mapping[str, str]:
    """The documents that the PDFs are made from, by their paths."""
    at, graph = project(config), reading(config).graph
    made = documents_of(graph, at.site, at.theme)
    found = {offer.path: made.document(offer.printable, offer.paper) for offer in offers(graph)}
    return found | {path: source.html for path, source in pack_sources(made, graph).items()}


def serve_pdfs(tab: Tab, config: Path) -> None:
    """Make each PDF when the tab asks for it."""

    def answer(route: Route) -> None:
        found = re.search(r"print/.+\.pdf$", route.request.url)
        html = documents(config).get(found[0]) if found else None
        route.fulfill(body=kept_pdf(html)) if html else route.fulfill(status=404)

    tab.route("**/print/**/*.pdf", answer)
    tab.route("**/print/*.pdf", answer)
