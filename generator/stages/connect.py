"""The third stage: connect entries, pages, redirects and changes, and report references without a target."""

from __future__ import annotations

from dataclasses import dataclass, replace

from generator.content.changes_file import NO_CHANGES, Changes, connected_changes
from generator.content.connecting import connect as connect_entries
from generator.content.drafts import without_stopping
from generator.content.files import ContentFile, unread_names
from generator.content.graph import Graph
from generator.content.hand_page import HandPage
from generator.content.hand_pages import mention_problems
from generator.content.hierarchy import parent_circles
from generator.content.names import NO_NAMES, Definitions
from generator.content.nearby import NOTHING, Nearby
from generator.content.snippets import Snippet
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.model.kind import Kinds
from generator.permalinks.ledger import Ledger
from generator.permalinks.redirects import OldPlace, Redirect, redirected
from generator.stages.structure import Parts


@dataclass(frozen=True, slots=True)
class Reading:
    """The content of a playbook: its entries as a graph, its pages, and all diagnostics."""

    graph: Graph
    pages: tuple[HandPage, ...]
    diagnostics: tuple[Diagnostic, ...]
    redirects: tuple[Redirect, ...] = ()
    changes: Changes = NO_CHANGES
    old_places: tuple[OldPlace, ...] = ()
    ledger: Ledger | None = None
    nearby: Nearby = NOTHING
    files: tuple[ContentFile, ...] = ()
    snippets: tuple[Snippet, ...] = ()
    definitions: Definitions = NO_NAMES
    """What texts name in braces."""
    unsound: frozenset[str] = frozenset()
    """The ids of drafts with errors. A preview that cannot be made with one is made without it."""
    whole: Reading | None = None
    """The content with what was left out of this."""
    editorial: bool = True
    """Whether it contains what is for those who keep the playbook: who looks after entries, and their reviews."""

    @property
    def promises(self) -> bool:
        """Whether there are published addresses to check."""
        return bool(self.ledger or self.redirects or self.old_places)


def connect(parts: Parts, kinds: Kinds, earlier: Graph | None = None) -> Reading:
    """The content with every reference resolved. What has not changed is taken from an `earlier` graph."""
    successors = {redirect.old: redirect.target for redirect in parts.redirects}
    published = parts.published - {redirect.address for redirect in parts.redirects}
    unread = unread_names(parts.diagnostics)
    graph, problems = connect_entries(
        parts.entries,
        kinds,
        parts.broken,
        successors,
        published,
        parts.fragments,
        unread,
        {page.slug: page.file for page in parts.pages},
        earlier,
    )
    circles = tuple(parent_circles(graph))
    mentions = tuple(mention_problems((*parts.pages, *parts.snippets), graph, parts.broken))
    slugs = {page.slug for page in parts.pages}
    graph, redirect_problems = redirected(graph, parts.redirects, parts.broken, slugs)
    changes, change_problems = connected_changes(parts.changes, graph, parts.broken)
    found = (*parts.diagnostics, *problems, *circles, *mentions, *redirect_problems, *change_problems)
    found, unsound = without_stopping(found, (*graph.entries.values(), *graph.left_out))
    return Reading(
        replace(
            graph,
            complete=parts.complete,
            files={file.name: file for file in parts.attached},
            broken_files=frozenset(found.span.file for found in parts.diagnostics if found.severity is Severity.ERROR),
        ),
        parts.pages,
        found,
        parts.redirects,
        changes,
        parts.old_places,
        parts.ledger,
        parts.nearby,
        parts.files,
        parts.snippets,
        parts.definitions,
        unsound=unsound,
    )
