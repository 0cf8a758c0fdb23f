"""Write the files that are made from others: references in docs/, schemas/ and the settings of editors.

`make generate` calls it.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from itertools import groupby
from pathlib import Path

from generator.checks import ALL_CODES, BY_NAME, explain
from generator.config.project import Project
from generator.diagnostics.diagnostic import Severity
from generator.editing.edits import written_like
from generator.pipeline import Reading, read
from generator.reporting.explain import Explanation
from generator.reporting.report import as_text, lines_under
from generator.schema.editor_settings import SETTINGS, settings
from generator.schema.json_schema import schemas
from generator.schema.reference import kinds_md
from generator.schema.rules import rule_documentation
from generator.stages.configure import configured
from generator.system.files import write_files


def generated(project: Project, reading: Reading | None = None) -> Mapping[str, str]:
    """The text of every generated file, by its path from the root of the project, from what `reading` has found."""
    documentation = {"docs/diagnostics.md": "\n".join(_diagnostics()) + "\n", "docs/kinds.md": kinds_md(project.kinds)}
    return {**documentation, **for_editors(project, reading)}


def for_editors(project: Project, reading: Reading | None = None) -> Mapping[str, str]:
    """The files with which editors complete fields and ids, from the content that `reading` has found."""
    wiring = settings(project.site.content, project.kinds, _text(project.root / SETTINGS))
    return {**schemas((reading or read(project)).graph, project.site), SETTINGS: wiring}


def write(files: Mapping[str, str], root: Path, others: Mapping[Path, bytes] | None = None) -> tuple[str, ...]:
    """Write the files under `root`, and `others` with them. Returns the names of those that have changed."""
    paths = {name: root / name for name in files}
    former = {name: path.read_bytes() if path.exists() else None for name, path in paths.items()}
    wanted = {name: written_like(former[name], text) for name, text in files.items()}
    changed = {paths[name]: content for name, content in wanted.items() if content != former[name]}
    changed |= others or {}
    write_files(changed, root)
    return tuple(path.relative_to(root).as_posix() for path in changed)


def main(config: Path) -> int:
    """Write what is generated for the project of the configuration, and say what has changed."""
    project, problems = configured(config)
    if project is None:
        print(as_text(problems, lines_under(config.resolve().parent)), file=sys.stderr)
        return 2
    for name in write(generated(project), project.root):
        print(f"wrote {name}", file=sys.stderr)
    return 0


def _text(path: Path) -> str | None:
    return path.read_text(encoding="utf-8-sig") if path.exists() else None


def _diagnostics() -> Iterator[str]:
    yield "# Diagnostics"
    yield ""
    yield "<!-- Made by `make generate` from generator/checks/ and generator/reporting/explanations.yml. -->"
    yield ""
    yield "What `playbook check` may say about the content, and what to do about it. `playbook explain CODE` shows"
    yield "the same. An **error** stops the build, a **warning** stops it with `--strict` only."
    yield "Editorial rules can be [set by the playbook](maintaining.md#set-the-rules-of-the-house)."
    yield ""
    yield "Examples show only the fields that matter."
    for topic, found in groupby(ALL_CODES, lambda code: code.topic):
        yield from ("", f"## {topic}")
        for code in found:
            yield from _one(explain(code))


def _one(explanation: Explanation) -> Iterator[str]:
    kind = "Warning" if explanation.code.severity is Severity.WARNING else "Error"
    yield from ("", f"### {explanation.code.name}", "", f"*{kind}.* {explanation.what}", "", explanation.why)
    yield from _files(explanation.example)
    yield from ("", f"> {explanation.code.severity.value}[{explanation.code.name}]: {explanation.message}")
    yield from ("", f"**Repair.** {explanation.repair}")
    yield from _files(explanation.repaired)
    if explanation.code.name in BY_NAME:
        yield from rule_documentation(BY_NAME[explanation.code.name])


def _files(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        yield from ("", f"`{path}`", "", "```yaml", text.rstrip("\n"), "```")


if __name__ == "__main__":
    sys.exit(main(Path("site_config.yml")))
