"""The fourth stage: apply the editorial rules."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Container
from dataclasses import replace

from generator.caching.program import program
from generator.checks import SilentTexts
from generator.checks import check as editorial
from generator.config.settings import SiteConfig
from generator.content.drafts import without_stopping
from generator.diagnostics.diagnostic import in_order, limited
from generator.parallel import Workers
from generator.stages.connect import Reading


def check(
    reading: Reading,
    site: SiteConfig,
    workers: Workers,
    only: Callable[[str], bool] | None = None,
    until: Callable[[], bool] = lambda: False,
    *,
    ids: Container[str] | None = None,
    silent: SilentTexts | None = None,
) -> Reading:
    """The same content with the diagnostics of the editorial rules, in the order of files and lines.

    `only` selects files by name: problems in other files are not reported; of these, the rules are applied only to the
    entries with these `ids`, or to all. When `until` says so, the rules that are left are not applied. Without `only`,
    rules about texts pass over those that are known to be `silent`.
    """
    graph, pages, found = reading.graph, (*reading.pages, *reading.snippets), reading.diagnostics
    if only is None:
        if silent:
            silent.begin(_decided_by(reading, site))
        found += tuple(editorial(graph, site, pages, workers, until, silent))
    else:
        files = frozenset(file.name for file in reading.files if only(file.name))
        chosen = tuple(page for page in pages if only(page.file))
        found += tuple(editorial(graph.narrowed(files, ids), site, chosen, workers))
        found = tuple(problem for problem in found if only(problem.span.file))
    found, unsound = without_stopping(found, (*graph.entries.values(), *graph.left_out))
    return replace(reading, diagnostics=in_order(limited(found)), unsound=reading.unsound | unsound)


def _decided_by(reading: Reading, site: SiteConfig) -> str:
    """A hash of everything that decides what rules find in the texts of an entry alone, besides the entry."""
    values = (site, reading.graph.kinds.language, reading.definitions)
    return hashlib.sha256(f"{program()}\0{values!r}".encode("utf-8", "surrogatepass")).hexdigest()
