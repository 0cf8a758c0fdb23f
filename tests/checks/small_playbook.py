"""The entries of the example playbook with a file of their own: one of each kind, without a fault, and ways to spoil them.

A test writes only the fields that it is about. The others are taken from the playbook's own entry of that kind
and stand below them, so that line numbers are those of the text in the test.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath
from typing import TypeAlias

from generator.checks._rule import AllTextsRule, AnyRule, Others, TextRule
from generator.checks._running_text import all_passages, other_passages, passages
from generator.config.settings import SiteConfig
from generator.content.connecting import connect
from generator.content.entries import structure
from generator.content.graph import Graph
from generator.content.located import Located
from generator.diagnostics.diagnostic import Diagnostic, in_order
from generator.kinds import BUILT_IN
from generator.reading.document import Document, parse
from generator.reporting import report

Files: TypeAlias = Mapping[str, str]
"""The text of each file, by its path from the configuration, such as `content/practices/slow-down.yml`."""

_FOLDER = Path(__file__).parent.parent / "playbook"
_FIELD = re.compile(r"^([\w-]+):.*\n(?:(?:[ #-].*)?\n)*", re.MULTILINE)
CONFIG = f"""\
name: A playbook
tagline: For a test.
url: https://playbook.example/
language: en-GB
home:
  lead: A test.
nav:
  - title: All
    kinds: [{", ".join(BUILT_IN.by_plural)}]
scales:
  agreement:
    options:
      - {{value: 0, label: "No"}}
      - {{value: 1, label: A little}}
      - {{value: 2, label: Mostly}}
      - {{value: 3, label: "Yes"}}
  in-part:
    options:
      - {{value: 0, label: "No"}}
      - {{value: 1, label: In part}}
      - {{value: 2, label: "Yes"}}
"""


def _site() -> SiteConfig:
    document, _ = parse(CONFIG, "site_config.yml")
    assert document is not None
    return SiteConfig.model_validate(document.data)


SITE = _site()


@cache
def clean_files() -> Files:
    """The playbook without a fault."""
    paths = sorted(_FOLDER.glob("content/*/*.yml"))
    return {path.relative_to(_FOLDER).as_posix(): path.read_text(encoding="utf-8") for path in paths}


def with_changes(changes: Files) -> Files:
    """The playbook with some fields of some entries written anew, and perhaps with further entries."""
    return {**clean_files(), **{path: completed(path, text) for path, text in changes.items()}}


def completed(path: str, text: str) -> str:
    """`text` and the fields that it lacks. What consists of no fields, or of many entries, is left as it is."""
    written = {field[1] for field in _FIELD.finditer(text)}
    missing = (field for field in _FIELD.finditer(_pattern_for(path)) if field[1] not in written)
    return text + "".join(field[0] for field in missing) if written else text


def _pattern_for(path: str) -> str:
    """A file like the one at `path` in which no field is missing."""
    if path == "site_config.yml":
        return CONFIG
    folder = PurePosixPath(path).parent.as_posix()
    alike = (text for other, text in clean_files().items() if other.startswith(f"{folder}/"))
    return clean_files().get(path) or next(alike, "") if folder != "content" else ""


def graph_of(files: Files) -> Graph:
    """The graph of files that fit their kinds; that every reference leads somewhere is not asked."""
    located: list[Located] = []
    for path, text in files.items():
        document, problems = parse(text, path)
        assert document is not None, problems
        entries, problems = _structured(path, document)
        assert not problems, problems
        located += entries
    return connect(located, BUILT_IN)[0]


def _structured(path: str, document: Document) -> tuple[tuple[Located, ...], tuple[Diagnostic, ...]]:
    pure = PurePosixPath(path)
    if pure.parent.name == "content":
        return structure(document, BUILT_IN.by_plural[pure.stem], None)
    return structure(document, BUILT_IN.by_plural[pure.parent.name], pure.stem)


def found_by(rule: AnyRule, graph: Graph, site: SiteConfig = SITE) -> tuple[Diagnostic, ...]:
    """What `rule` finds, in order."""
    if isinstance(rule, TextRule):
        texts = (*(tuple(passages(located)) for located in graph.looked_at), *other_passages(graph, ()))
        return in_order(found for of_one in texts for found in rule.check(of_one, Others(graph), site))
    if isinstance(rule, AllTextsRule):
        return in_order(rule.check(all_passages(graph, ()), graph, site))
    return in_order(rule.check(graph, site))


def report_of(rule: AnyRule, changes: Files | None = None, site: SiteConfig = SITE) -> str:
    """What `rule` says to the playbook with these changes, as people see it."""
    files = with_changes(changes or {})

    def line(file: str, number: int) -> str | None:
        lines = files[file].splitlines()
        return lines[number - 1] if number <= len(lines) else None

    return report.as_text(found_by(rule, graph_of(files), site), line)
