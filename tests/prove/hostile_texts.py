"""Texts that are as costly as can be for what reads them, and everything that reads the text of an entry."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import cache
from typing import Any

from pydantic import ValidationError

from generator.checks import RULES
from generator.comparing.formats import escaped
from generator.config.settings import SiteConfig
from generator.content.changes_file import changes_in
from generator.content.connecting import connect
from generator.content.entries import structure
from generator.content.graph import Graph
from generator.content.hand_page_text import parse_page
from generator.content.ids import slug
from generator.formulas.formula import FormulaError
from generator.formulas.formula import parse as parse_formula
from generator.kinds import BUILT_IN
from generator.language.language import english
from generator.outputs.markdown import to_markdown
from generator.outputs.search.records import _plain
from generator.outputs.search.words import words
from generator.permalinks.ledger import parse_ledger
from generator.prose.finishing import Finishing
from generator.prose.terms import finder
from generator.prose.writer import Target, Writer
from generator.reading.document import parse
from generator.site.heading_ids import HeadingIds
from tests.checks.small_playbook import SITE, clean_files, completed, found_by, graph_of

ENTRY = "content/practices/slow-down.yml"

UNITS: tuple[str, ...] = (
    # one sign
    *"*_`[]()!<>&#-.\\~|\"'“{:",
    " ", "\n", "\t", "1", "a", "ä", "—",
    # emphasis and code
    "*a ", "a*", "*a_", "**a*", "_a *b ", "***a", "`a", "``a", "`a``", "\\`", "\\*",
    # links and mentions
    "[a](", "[a](b", "[a](b) ", "[a](<b", "](", "![a](", "[[", "[[a", "[[a|", "[[slow-down]] ", "[a]: b\n",
    "[a]{own}", "[a]{own",
    # addresses, tags, entities
    "<a", "<a ", "<https://", "https://a.b ", "www.a ", "<a@", "&#1", "&amp;", "<!--",
    # sentences and words
    "a. ", "a. A", '."', "“a", "TODO ", "Color ", "computer color ", "stakeholder ", "a—",
    # blocks
    "- a\n", "- a\n\n", "1. a\n", "> a\n\n", "    a\n\n", "## a\n", "---\n", "- - -\n", "a\n---\n", "a\n\n",
    "- a\n    - b\n", "> ## a\n",
    # tables, boxes, code, notes, what is struck out
    "|", "| a ", "| a |\n", "| a | b |\n| - | - |\n", "|a|\n|-|\n|`|\n", "a|", "`|``|",
    "~~", "~~a ", "~~a~~ ", "a~~ ", "~~*a ", "[^1]", "[^1]: a\n", "[^1]: a\n\n[^1] ", "[^", "> [!NOTE]\n",
    "> [!TIP]\n\n", "[!", "```\n", "```a\n", "````\n```\n", "> ```\n", "- ```\n", "```", "  - a\n",
    "- a\n  - b\n    - c\n", "- a\n1. b\n", "- a\nb\n", "1) a\n", "### a\n", "### a {#b}\n", "#### ",
    "• ", "a) b\n", "!!! a\n", "--a ", "a--b ", "--a='", "-a \"",
    # YAML
    "a: ", "a: b\n", "- b\n", "? ", "&a ", "!a ", "# a\n", "a #b\n", "{a: ", "[a, ", "\n* a", "<<: a\n", "''", "'\n",
)  # fmt: skip


def text_of(unit: str, length: int) -> str:
    """A text of at most that many characters that repeats `unit`, and ends with a whole one."""
    return "x " + unit * ((length - 2) // len(unit))


@cache
def _playbook() -> Graph:
    return graph_of(clean_files())


def work(text: str) -> Iterator[tuple[str, Callable[[], Any]]]:
    """Each thing that is done with a text: its name, and what does it."""
    quoted, line = json.dumps(text, ensure_ascii=False), json.dumps(" ".join(text.split()) or "x", ensure_ascii=False)
    written = completed(ENTRY, f"do: {quoted}\nwhy: {line}\ntitle: {line}\nsummary: {line}\nasked_as: [{line}]\n")
    block = "".join(f"  {part}\n" for part in text.split("\n"))
    yield "reading in quotes", lambda: parse(written, ENTRY)
    yield "reading a block", lambda: parse(f"do: |-\n{block}", ENTRY)
    yield "reading as YAML", lambda: parse(text, ENTRY)
    yield "reading as a value", lambda: parse(f"do: {text}\nwhy: b\n", ENTRY)
    yield "reading as a name", lambda: parse(f"{line}: b\n", ENTRY)
    yield "reading a page", lambda: parse_page(f"# T\n\n{text}\n\n## {text}\n\n{text}\n", "x", "x.md")
    yield "reading the ledger", lambda: parse_ledger(text)
    entered = (
        f"changes:\n  - id: a\n    date: 2026-01-01\n    title: {line}\n    what: {quoted}\n    entries: [{line}]\n"
    )
    yield "reading changes", lambda: changes_in(parse(entered, "changes.yml")[0])
    yield "reading the configuration", lambda: _configuration(text)
    yield "making an id", lambda: slug(text)
    yield "escaping for a comparison", lambda: escaped(text)
    yield "reading a formula", lambda: _formula(text)
    document, _ = parse(written, ENTRY)
    if document is None:
        return
    yield "structure", lambda: structure(document, BUILT_IN.by_plural["practices"], "slow-down")
    found, _ = structure(document, BUILT_IN.by_plural["practices"], "slow-down")
    if not found:
        return
    others = tuple(entry for entry in _playbook().entries.values() if entry.id != "slow-down")
    yield "connecting", lambda: connect((*others, *found), BUILT_IN)
    graph = connect((*others, *found), BUILT_IN)[0].narrowed(frozenset([ENTRY]))
    yield from _rules(graph)
    yield from _pages(graph)


def _formula(text: str) -> None:
    with suppress(FormulaError):
        parse_formula(text, ["a", "b"])


def _configuration(text: str) -> None:
    for field in ("name", "tagline", "url", "language", "footer", "home", "nav", "synonyms", "avoided_words", "words"):
        for value in (text, f"https://{text[2:]}/", [text], {text: text}, {text: [text]}, [[text, text]]):
            with suppress(ValidationError):
                SiteConfig.model_validate({"name": "A", "url": "https://example.org/", field: value})


def _rules(graph: Graph) -> Iterator[tuple[str, Callable[[], Any]]]:
    site = SITE.model_copy(update={"avoided_words": {"stakeholder": "the person", "a": "b"}})
    for rule in RULES:
        yield f"rule {rule.code}", lambda rule=rule: found_by(rule, graph, site)  # type: ignore[misc]


class _Targets(dict[str, Target]):
    """Every id leads somewhere."""

    def __missing__(self, entry_id: str) -> Target:
        return Target(entry_id, "practice", "")


def _pages(graph: Graph) -> Iterator[tuple[str, Callable[[], Any]]]:
    entry: Any = graph.entries["slow-down"].entry
    for name in ("do", "why", "title"):
        finishing = Finishing(english().words.texts, HeadingIds().give)
        writer = Writer(_Targets(), lambda entry_id: entry_id, finder(graph), finishing=finishing)
        yield f"HTML of `{name}`", lambda writer=writer, name=name: writer.html(getattr(entry, name))  # type: ignore[misc]
        html = writer.html(getattr(entry, name))
        yield f"Markdown of `{name}`", lambda html=html: to_markdown(f"<div>{html}</div>")  # type: ignore[misc]
        yield f"search in `{name}`", lambda html=html: words(_plain(html))  # type: ignore[misc]
