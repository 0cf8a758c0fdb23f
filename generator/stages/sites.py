"""What is wrong with the sites of the configuration, as far as only the content tells."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from generator.config.project import Project
from generator.config.sites import belongs_to
from generator.content.graph import Graph
from generator.content.hand_page import HandPage
from generator.content.unknown_reference import meant_by
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.diagnostics.suggest import did_you_mean
from generator.reading.document import read_document


def site_problems(project: Project, graph: Graph, pages: Collection[HandPage]) -> Iterator[Diagnostic]:
    """Diagnostics for entries, audiences and pages that sites name and that there are not, and for empty sites.

    Nothing is said where entries were left out that are not sound.
    """
    if not project.site.sites or not graph.complete:
        return
    name = project.name_of(project.file)
    document = read_document(project.file, project.root, name)[0]
    if document is None:
        return
    entries = graph.known
    audiences = {located.id for located in entries.values() if located.kind.name == "audience"}
    slugs = {page.slug for page in pages}
    for called, site in project.site.sites.items():
        for field, known, what in (
            ("entries", entries, "entry"),
            ("without", entries, "entry"),
            ("audience", audiences, "audience"),
            ("pages", slugs, "page written by hand"),
        ):
            for at, word in enumerate(getattr(site, field) or ()):
                if word not in known:
                    meant = meant_by(word, [graph.entries[one] for one in known if one in graph.entries])
                    yield unknown(document.span(("sites", called, field, at)), what, word, known, meant)
        if not any(belongs_to(located, called, site) for located in graph.entries.values()):
            message = f"no entry is on the site `{called}`"
            hint = "an entry has to fit all that the site asks for; ask for less, or name entries under `entries`"
            yield Diagnostic(codes.BAD_CONFIG, message, document.key_span(("sites", called)), hint)


def unknown(place: Span, what: str, word: str, known: Collection[str], meant: str | None = None) -> Diagnostic:
    """The diagnostic for a name at `place` that is none of the `known`. `meant` says what it means."""
    hint = meant or did_you_mean(word, known) or "remove it, or correct it"
    return Diagnostic(codes.BAD_CONFIG, f"no {what} is called `{word}`", place, hint)
