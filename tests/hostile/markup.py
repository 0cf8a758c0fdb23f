"""Markup in every text of a playbook that may hold any, and what of it has become markup in the files of its site."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from html.parser import HTMLParser
from pathlib import Path
from typing import Any, TypeAlias
from xml.etree import ElementTree

import yaml

from generator import pipeline
from generator.config.project import read_config
from generator.diagnostics.diagnostic import Diagnostic, Severity
from generator.reading.document import parse

Route: TypeAlias = tuple[Any, ...]
Files: TypeAlias = dict[str, str]
Kinds: TypeAlias = frozenset[tuple[str, str]]
"""Elements with the names of their attributes, one by one."""

BAITS = (
    "<img src=x onerror=hit()>",
    '"><script>hit()</script>',
    '" onfocus="hit()" autofocus="',
    "' onmouseover='hit()' x='",
    "[x](javascript:hit%28%29)",
    "<javascript:hit()>",
    "![x](data:text/html,hit)",
    "</script></style></textarea></title><svg onload=hit()>",
    "]]></summary><hit/><![CDATA[",
    "{{ 7 * 7 }}{% include 'hit' %}",
    "<!--hit",
    "&lt;b onclick=hit()&gt;",
    "`<hit>`",
    "&#60;hit&#62;",
)

MARKUP = frozenset({"raw-html", "unsafe-link", "picture-in-text", "unknown-address"})
"""The rules that refuse such texts. Their sites are built nevertheless: pages must be safe without these rules, too."""


class _Elements(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found = set[tuple[str, str]]()
        self.wrong: list[str] = []
        self.script: str | None = None
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.script = (dict(attrs).get("type") or "") if tag == "script" else None
        self.text = ""
        self.found |= {(tag, ""), *((tag, name) for name, _ in attrs)}
        for name, value in attrs:
            if name.startswith("on") or re.match(r"\s*(javascript|vbscript|data:text)", value or "", re.IGNORECASE):
                self.wrong.append(f"<{tag} {name}={value!r}>")

    def handle_endtag(self, tag: str) -> None:
        if self.script == "application/ld+json":
            json.loads(self.text)
        elif self.script is not None and "hit" in self.text:
            self.wrong.append(f"a script with {self.text.strip()[:60]!r}")
        self.script = None

    def handle_data(self, data: str) -> None:
        self.text += data

    def handle_comment(self, data: str) -> None:
        if "hit" in data:
            self.wrong.append(f"a comment with {data.strip()[:60]!r}")


def elements(html: str) -> tuple[Kinds, list[str]]:
    """The elements of a page with their attributes, and what no page may have."""
    found = _Elements()
    found.feed(html)
    found.close()
    return frozenset(found.found), found.wrong


def xml_elements(xml: bytes) -> Kinds:
    """The elements of a file of XML with their attributes."""
    return frozenset((one.tag, name) for one in ElementTree.fromstring(xml).iter() for name in ("", *one.attrib))


def baited(root: Path) -> int:
    """Add markup to each text of a playbook that takes it, in its content and configuration; returns to how many."""
    names = [path.relative_to(root).as_posix() for path in sorted(root.glob("content/**/*.yml"))]
    names += [name for name in ("site_config.yml", "changes.yml") if (root / name).is_file()]
    sound: dict[str, Any] = {name: _data(root / name) for name in names}
    routes = {name: dict.fromkeys(_texts(data)) for name, data in sound.items()}
    while True:
        for at, name in enumerate(names):
            _write(root / name, _with_baits(sound[name], routes[name], at))
        refused = list(_refused(root))
        if not refused:
            return sum(map(len, routes.values()))
        for problem in refused:
            _spare(routes[problem.span.file], root / problem.span.file, problem)


def _data(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)


def _write(path: Path, data: Any) -> None:
    path.write_text(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=10_000), "utf-8")


def _texts(data: Any, route: Route = ()) -> Iterator[Route]:
    if isinstance(data, str):
        yield route
    for key, value in data.items() if isinstance(data, dict) else enumerate(data) if isinstance(data, list) else ():
        yield from _texts(value, (*route, key))


def _with_baits(data: Any, routes: Iterable[Route], turn: int) -> Any:
    chosen = {route: BAITS[(at + turn) % len(BAITS)] for at, route in enumerate(routes)}

    def changed(value: Any, route: Route) -> Any:
        if isinstance(value, dict):
            return {key: changed(one, (*route, key)) for key, one in value.items()}
        if isinstance(value, list):
            return [changed(one, (*route, at)) for at, one in enumerate(value)]
        return f"{value} {chosen[route]}" if route in chosen else value

    return changed(data, ())


def _refused(root: Path) -> Iterator[Diagnostic]:
    """The errors about texts that may not hold markup, such as ids and numbers."""
    project, problems = read_config(root / "site_config.yml")
    found = pipeline.read(project).diagnostics if project else problems
    errors = (problem for problem in found if problem.severity is Severity.ERROR)
    yield from (problem for problem in errors if problem.code.name not in MARKUP)


def _spare(routes: dict[Route, None], path: Path, problem: Diagnostic) -> None:
    """Leave out the texts that an error is about: those on its line, or else all around it."""
    document, _ = parse(path.read_text("utf-8"), problem.span.file)
    assert document is not None
    about = [route for route in routes if document.span(route).line == problem.span.line]
    starts = {route: document.span(route[:1]).line for route in routes}
    nearest = max((line for line in starts.values() if line <= problem.span.line), default=0)
    around = [route for route, line in starts.items() if line == nearest]
    for route in about or around or list(routes):
        routes.pop(route, None)


def files_of(root: Path) -> Mapping[str, bytes]:
    """Every file of the site of a playbook, whatever the editorial rules say."""
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    site = pipeline.build(project, pipeline.connected(project))
    return {file.path: file.content for file in pipeline.files(project, site)}


def found_in(files: Mapping[str, bytes], sound: Mapping[str, bytes]) -> list[str]:
    """What of the baits has become markup: elements and attributes that the same site has not without them."""
    usual = frozenset[tuple[str, str]]().union(*(elements(raw.decode())[0] for raw in _of(sound, ".html")))
    usual_xml = frozenset[tuple[str, str]]().union(*(xml_elements(raw) for raw in _of(sound, ".xml")))
    found = []
    for path, raw in files.items():
        if path.endswith(".html"):
            kinds, wrong = elements(raw.decode())
            found += [f"{path}: {one}" for one in (*wrong, *sorted(kinds - usual - {("code", "")}))]
        elif path.endswith(".xml"):
            found += [f"{path}: {one}" for one in sorted(xml_elements(raw) - usual_xml)]
    return found


def _of(files: Mapping[str, bytes], ending: str) -> Iterator[bytes]:
    return (raw for path, raw in files.items() if path.endswith(ending))
