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
                hint = hint or _missing(f"{site.content}/{FOLDER}", has_folder=bool(graph.files), is_picture=pictures)
                yield Diagnostic(CODE, f"there is no file `{address.shown}`", address.place, hint)


def _missing(folder: str, *, has_folder: bool, is_picture: bool) -> str:
    """What to do about a file that is not in the folder."""
    put = f"put the file into {folder}" if has_folder else f"make the folder {folder} and put the file into it"
    without = "delete `![…](…)`" if is_picture else "keep only the words of the link"
    return f"{put}, correct its name here, or {without}"


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
