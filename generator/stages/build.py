"""The fifth stage: make the site from content without errors."""

from __future__ import annotations

from dataclasses import replace

from generator.config.project import Project
from generator.outputs import files
from generator.outputs._made import Made
from generator.outputs.feed import FEED
from generator.outputs.linked_data import described
from generator.paper.downloads import downloads
from generator.parallel import Lazy, Workers
from generator.permalinks.promises import keeping
from generator.site.page import Site
from generator.site.render import render
from generator.stages.connect import Reading


def build(project: Project, reading: Reading, workers: Workers, *, pdfs: bool = False) -> Site:
    """The site, whose pages link to PDFs if there will be `pdfs`. Its other files are made when they are first used."""
    graph, config, changes = reading.graph, project.site, reading.changes.newest_first
    site = render(graph, config, project.theme, reading.pages, downloads(graph) if pdfs else {}, workers)
    pages, assets = described(site.pages, graph, config), site.artifacts
    artifacts = Lazy(lambda: (*assets, *files(Made(pages, graph, config, changes))))
    site = replace(site, pages=pages, artifacts=artifacts, feed=FEED if changes else "")
    return keeping(site, graph, reading.old_places)
