"""The fourth stage while the fifth is under way: pages are made before it is known what the editorial rules find."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import TypeAlias

from generator.caching.kept import Kept
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Diagnostic, in_order
from generator.parallel import Workers
from generator.stages.connect import Reading

Checking: TypeAlias = Callable[[Reading], Reading]
"""Adds what the rules find to content without it, or to what was selected from that content."""


def NO_RULES(reading: Reading) -> Reading:
    """The content itself: nothing is to be added."""
    return reading


def begun(
    reading: Reading, site: SiteConfig, workers: Workers, kept: Kept, then: Callable[[], object] | None = None
) -> Checking:
    """Begin to apply the rules, in another process if there is one, which calls `then` at the end.

    What is `kept` says which texts are known to be silent.
    """

    def work() -> tuple[tuple[Diagnostic, ...], frozenset[str]]:
        # Imported here because to import all rules takes long: it is done where they are applied.
        from generator.checks import SilentTexts
        from generator.stages.check import check

        silent = SilentTexts(kept)
        done = check(reading, site, workers, silent=silent)
        silent.save()
        if then:
            then()
        return done.diagnostics, done.unsound

    result, before = cache(workers.start(work)), frozenset(reading.diagnostics)

    def with_rules(found: Reading) -> Reading:
        diagnostics, unsound = result()
        own = (one for one in found.diagnostics if one not in before)
        return replace(found, diagnostics=in_order((*diagnostics, *own)), unsound=unsound)

    return with_rules
