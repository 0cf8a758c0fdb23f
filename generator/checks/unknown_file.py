"""A picture or a link in a text that names a file which is not there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.checks._addresses import addresses
from generator.checks._rule import Others, TextRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.suggest import did_you_mean
from generator.media.attached import FOLDER
from generator.prose.attached import found

CODE = Code("unknown-file", Severity.ERROR, Topic.TEXTS)


def check(texts: Iterable[Passage], others: Others, site: SiteConfig) -> Iterator[Diagnostic]:
    texts = tuple(texts)
    for pictures in (True, False):
        for address in addresses(texts, pictures=pictures):
            if not address.target.startswith(FOLDER):
                continue
            graph = others.graph
            is_broken = f"{site.content}/{address.target}" in graph.broken_files
            if not is_broken and found(graph.files, address.target) is None:
                hint = did_you_mean(address.target, (file.address for file in graph.files.values()))
                hint = hint or f"put the file into {site.content}/{FOLDER}, or correct its name"
                yield Diagnostic(CODE, f"there is no file `{address.shown}`", address.place, hint)


RULE = TextRule(
    CODE,
    check,
    explanation="""
what: A text shows a picture, or links to a file, that is not in the folder of pictures and files.
why: Readers would find nothing there.
example:
  content/practices/slow-down.yml: |
    do: Take [the floor plan](files/floor-plan.pdf) with you, and wait. Leave the small talk to them.
message: there is no file `files/floor-plan.pdf`
repair: Put the file into `content/files/`, or write the name that it has there.
repaired:
  content/practices/slow-down.yml: |
    do: Take the floor plan with you, and wait. Leave the small talk to them.
""",
)
