"""Write the parts of the documentation that follow from the code and from other documents.

`make generate` calls it. It writes three files:

- docs/architecture.md, between its two marks: the packages of the generator and what they import;
- docs/decisions/README.md: the list of all decision records;
- docs/templates.md: what the templates of the theme are given.
"""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from graphlib import TopologicalSorter
from pathlib import Path

from tools.template_reference import templates_md

ARCHITECTURE = "docs/architecture.md"
DECISIONS = "docs/decisions"
TEMPLATES = "docs/templates.md"
BEGIN = "<!-- Made by `make generate` from the imports in generator/. Do not edit it by hand. -->"
END = "<!-- The end of what `make generate` made. -->"

Imports = Mapping[str, frozenset[str]]
"""For each package (or module in the root of `generator/`) the others that its files import."""


# ---- the packages and their imports ----


def packages(root: Path) -> Mapping[str, Path]:
    """The file that describes each package and each module in the folder `root`, by its name."""
    modules = {path.stem: path for path in root.glob("*.py") if path.name != "__init__.py"}
    folders = {path.parent.name: path for path in root.glob("*/__init__.py")}
    return dict(sorted({**modules, **folders}.items()))


def imports(root: Path) -> Imports:
    """What each package imports, wherever it is written: inside functions and for types as well."""
    names = packages(root)
    return {
        name: frozenset(
            module
            for file in (file.parent.rglob("*.py") if file.name == "__init__.py" else (file,))
            for module in _imported(file.read_text("utf-8"), root.name)
            if module in names and module != name
        )
        for name, file in names.items()
    }


def _imported(source: str, package: str) -> Iterator[str]:
    """The modules of `package` that the source imports: the first part of each name below it."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
        else:
            continue
        yield from (parts[1] for parts in (name.split(".") for name in names) if parts[0] == package and parts[1:])


def levels(graph: Imports) -> Iterator[tuple[str, ...]]:
    """The packages in levels, highest first; each imports only from levels below its own.

    Raises graphlib.CycleError if packages import each other in a circle.
    """
    # The sorter hands out first what nobody imports, so that each package is placed as high as possible.
    importers: dict[str, set[str]] = {name: set() for name in graph}
    for name, imported in graph.items():
        for other in imported:
            importers[other].add(name)
    sorter = TopologicalSorter(importers)
    sorter.prepare()
    while sorter.is_active():
        level = tuple(sorted(sorter.get_ready()))
        yield level
        sorter.done(*level)


def direct(graph: Imports) -> Imports:
    """The imports that do not follow from others: without `a` to `c` where `a` imports `b`, and `b` `c`."""
    below: dict[str, frozenset[str]] = {}
    for level in reversed(tuple(levels(graph))):
        for name in level:
            below[name] = graph[name].union(*(below[other] for other in graph[name]))
    return {
        name: frozenset(other for other in imported if not any(other in below[between] for between in imported))
        for name, imported in graph.items()
    }


def purpose(file: Path) -> str:
    """The first paragraph of a module's docstring, in one line. Raises ValueError if there is none."""
    text = ast.get_docstring(ast.parse(file.read_text("utf-8")))
    if not text:
        raise ValueError(f"{file} has no docstring")
    return " ".join(text.partition("\n\n")[0].split())


def packages_md(root: Path) -> str:
    """The packages as a drawing and as a table."""
    graph, files = imports(root), packages(root)
    drawn = direct(graph)
    lines = ["```mermaid", "flowchart TD"]
    for level in levels(graph):
        for name in level:
            lines += [f"    {name} --> {' & '.join(sorted(drawn[name]))}" if drawn[name] else f"    {name}"]
    lines += ["```", "", "| Package | What it is for | Imports |", "|---|---|---|"]
    for level in levels(graph):
        for name in level:
            # Modules have an ending, packages a slash.
            shown = f"{name}/" if files[name].name == "__init__.py" else f"{name}.py"
            text = purpose(files[name]).replace("|", "\\|")
            lines.append(f"| `{shown}` | {text} | {', '.join(sorted(graph[name])) or 'none'} |")
    return "\n".join(lines)


def architecture(text: str, root: Path) -> str:
    """The text of docs/architecture.md with the part between its marks made anew. Raises ValueError without marks."""
    before, begin, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"{ARCHITECTURE} has no marks")
    return f"{before}{begin}\n\n{packages_md(root)}\n\n{end}{after}"


# ---- decision records ----

RECORD = re.compile(
    r"# (?P<number>\d+)\. (?P<title>.+)\n\n"
    r"- Status: (?P<status>accepted|superseded by \d+)\n"
    r"- Date: (?P<date>\d{4}-\d\d-\d\d)\n\n"
)
"""How a record begins."""


@dataclass(frozen=True, slots=True)
class Record:
    """A decision: its number, title, status, and the date when it was taken."""

    file: str
    number: int
    title: str
    status: str
    date: str


def record(file: str, text: str) -> Record:
    """Read the beginning of a record. Raises ValueError if it lacks a title, a status or a date."""
    found = RECORD.match(text)
    if not found:
        raise ValueError(f"{DECISIONS}/{file} does not begin with '# NUMBER. TITLE', '- Status: …' and '- Date: …'")
    return Record(file, int(found["number"]), found["title"], found["status"], found["date"])


def decisions_md(records: Iterable[Record]) -> str:
    """The list of all records."""
    lines = [
        "# Decisions",
        "",
        "<!-- Made by `make generate` from the first lines of the records. -->",
        "",
        "Each record says what was decided, why, and what was not chosen, in at most 60 lines. When a later",
        "decision replaces one, the old record stays, and its status becomes `superseded by` with the number of the",
        "new one. A new record takes the next number.",
        "",
        "| | Decision | Status | Date |",
        "|---|---|---|---|",
    ]
    lines += [f"| {r.number} | [{r.title}]({r.file}) | {r.status} | {r.date} |" for r in records]
    return "\n".join(lines) + "\n"


def records(root: Path) -> list[Record]:
    """All records of the project at `root`, in the order of their numbers."""
    files = sorted((root / DECISIONS).glob("[0-9]*.md"))
    return [record(path.name, path.read_text("utf-8")) for path in files]


# ---- writing ----


def documents(root: Path) -> Mapping[str, str]:
    """The text of each file that this module writes, by its path in the project at `root`."""
    return {
        ARCHITECTURE: architecture((root / ARCHITECTURE).read_text("utf-8"), root / "generator"),
        f"{DECISIONS}/README.md": decisions_md(records(root)),
        TEMPLATES: templates_md(root),
    }


def main(root: Path) -> None:
    """Write the files that have changed, and name them."""
    for name, text in documents(root).items():
        path = root / name
        if not path.exists() or path.read_text("utf-8") != text:
            path.write_text(text, encoding="utf-8", newline="\n")
            print(f"wrote {name}", file=sys.stderr)


if __name__ == "__main__":
    main(Path())
