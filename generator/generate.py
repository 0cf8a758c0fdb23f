"""Write the files that are made from others, such as docs/diagnostics.md: `python -m generator.generate`."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping
from pathlib import Path

from generator.diagnostics import Code, Severity
from generator.explain import Explanation, explanations

SECTIONS: Mapping[Code, str] = {
    Code.UNREADABLE_FILE: "The file",
    Code.YAML_SYNTAX: "Its YAML",
    Code.UNKNOWN_FIELD: "Its fields",
    Code.DUPLICATE_ID: "How entries hang together",
    Code.RAW_HTML: "Links and markup in texts",
    Code.ORPHAN_ENTRY: "Editorial rules",
    Code.BAD_CONFIG: "The configuration",
}
"""The headings of docs/diagnostics.md, each with the first code that stands under it."""


def generated() -> Mapping[str, str]:
    """The text of every generated file, by its path from the root of the project."""
    return {"docs/diagnostics.md": "\n".join(_diagnostics()) + "\n"}


def main(root: Path) -> None:
    """Write the generated files under `root`, and say which have changed."""
    for name, text in generated().items():
        path = root / name
        if path.exists() and path.read_text(encoding="utf-8") == text:
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
        print(f"wrote {name}", file=sys.stderr)


def _diagnostics() -> Iterator[str]:
    yield "# Diagnostics"
    yield ""
    yield "<!-- Made by `make generate` from generator/explanations.yml. Changes belong there. -->"
    yield ""
    yield "What `playbook check` may say about the content, and what to do about it. `playbook explain CODE` shows"
    yield "the same. An **error** stops the build, a **warning** stops it with `--strict` only."
    yield ""
    yield "Examples show only the fields that matter."
    for code, explanation in explanations().items():
        if code in SECTIONS:
            yield from ("", f"## {SECTIONS[code]}")
        yield from _one(explanation)


def _one(explanation: Explanation) -> Iterator[str]:
    kind = "Warning" if explanation.severity is Severity.WARNING else "Error"
    yield from ("", f"### {explanation.code.value}", "", f"*{kind}.* {explanation.what}", "", explanation.why)
    yield from _files(explanation.example)
    yield from ("", f"> {explanation.severity.value}[{explanation.code.value}]: {explanation.message}")
    yield from ("", f"**Repair.** {explanation.repair}")
    yield from _files(explanation.repaired)


def _files(files: Mapping[str, str]) -> Iterator[str]:
    for path, text in files.items():
        yield from ("", f"`{path}`", "", "```yaml", text.rstrip("\n"), "```")


if __name__ == "__main__":
    main(Path.cwd())
