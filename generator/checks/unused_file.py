"""A file that no text shows or links to."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePosixPath

from generator.checks._addresses import addresses
from generator.checks._rule import AllTextsRule
from generator.checks._running_text import Passage
from generator.config.settings import SiteConfig
from generator.content.graph import Graph
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity, Topic
from generator.diagnostics.place import Span

CODE = Code("unused-file", Severity.WARNING, Topic.EDITORIAL)

_IN_PLAIN_TEXT = re.compile(r"\]\((?P<file>files/[^()\s]{1,500})\)")


def check(texts: Iterable[Passage], graph: Graph, site: SiteConfig) -> Iterator[Diagnostic]:
    if not graph.files or not graph.is_whole or graph.asked_about is not None:
        return
    texts = tuple(texts)
    used = {address.target for pictures in (True, False) for address in addresses(texts, pictures=pictures)}
    # A text that shows or links to a file by a wrong address, or in a field of plain text, has an error of its own.
    used |= {found["file"] for passage in texts for found in _IN_PLAIN_TEXT.finditer(passage.text)}
    meant = {PurePosixPath(target).stem for target in used.difference(file.address for file in graph.files.values())}
    for file in graph.files.values():
        if file.address not in used and not file.named and PurePosixPath(file.address).stem not in meant:
            hint = "show it or link to it in a text, or delete it; it is published all the same"
            place = Span(f"{site.content}/{file.address}")
            yield Diagnostic(CODE, f"no text shows `{file.address}` or links to it", place, hint)


RULE = AllTextsRule(
    CODE,
    check,
    explanation="""
what: No text shows a picture or links to a file that is in the folder of pictures and files.
why: It is published, and readers have no way to it. Old versions of files often stay behind like that.
example:
  content/files/old-form.txt: Name and date
message: no text shows `files/old-form.txt` or links to it
repair: >-
  Show a picture with `![what it shows](files/name.png)`, link to another file with `[words](files/name.pdf)`, or delete
  it. If it was published before, `playbook addresses --forget files/name.pdf` gives its address up.
repaired:
  content/files/old-form.txt: Name and date
  content/practices/slow-down.yml: |
    do: Take [the form](files/old-form.txt) with you, and wait. Leave the small talk to them.
""",
)
