"""What is wrong with the words that the configuration has for pages written by hand."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.config.project import Project
from generator.content.hand_page import HandPage
from generator.diagnostics.diagnostic import Diagnostic
from generator.reading.document import read_document
from generator.stages.sites import unknown


def page_word_problems(project: Project, pages: Collection[HandPage]) -> Iterator[Diagnostic]:
    """Diagnostics for names under `asked_as` that no page written by hand has."""
    slugs = {page.slug for page in pages}
    missing = [name for name in project.site.asked_as if name not in slugs]
    document = read_document(project.file, project.root, project.name_of(project.file))[0] if missing else None
    if document:
        for name in missing:
            yield unknown(document.key_span(("asked_as", name)), "page written by hand", name, slugs)
