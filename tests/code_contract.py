"""What belongs to a code besides its declaration: an explanation that holds, a test, and documentation."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from pathlib import Path

from generator import pipeline
from generator.caching.memory import Memory
from generator.checks import RULES, explain
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Code, Diagnostic, stops_the_build
from generator.reporting.explain import Explanation
from generator.stages.configure import configured
from tests.checks.small_playbook import CONFIG, clean_files, completed
from tests.conftest import GOLDEN, ROOT

DOCUMENTATION = ROOT / "docs" / "diagnostics.md"

WITHOUT_EXAMPLE = {
    codes.UNREADABLE_FILE,
    codes.FILE_TOO_LARGE,
    codes.NOT_UTF8,
    codes.FORBIDDEN_CHARACTER,
    codes.BYTE_ORDER_MARK,
    codes.YAML_TOO_DEEP,
    codes.YAML_TOO_LARGE,
    codes.UNRECORDED_ADDRESS,
    codes.BLANK_ON_PAPER,
    codes.OFF_THE_PAPER,
    codes.FIELD_WITHOUT_PLACE,
    codes.PAPER_PROBLEM,
    codes.MISSING_WORD,
    codes.UNUSED_TEMPLATE,
    codes.BROKEN_TEMPLATE,
    codes.UNKNOWN_HISTORY,
    codes.REVIEWED_LATER,
}
"""Codes of what no short example could show. tests/reporting/test_explain.py and the goldens provoke them otherwise."""


def missing(code: Code, folder: Path) -> Iterator[str]:
    """What the code lacks, each with the place where it belongs. Examples are tried in `folder`, which is empty."""
    module = code.name.replace("-", "_")
    is_rule = any(rule.code == code for rule in RULES)
    place = f"generator/checks/{module}.py, RULE" if is_rule else f"generator/reporting/explanations.yml, {code}"
    try:
        explanation = explain(code)
    except KeyError:
        yield f"{place}: an explanation"
    except ValueError as error:
        yield f"{place}: the explanation does not fit: {error}"
    else:
        yield from (f"{place}: {what}" for what in _untrue(explanation, folder))
    if is_rule:
        if not (ROOT / f"tests/checks/test_{module}.py").exists():
            yield f"tests/checks/test_{module}.py: what the rule says, and to what it says nothing"
    elif code.name not in _with_golden() and f"[{code}]" not in _text_of_tests():
        yield f"tests/golden/diagnostics/{code}/: what it looks like (UPDATE_GOLDEN=1 writes expected.txt)"
    if code.name not in documented():
        yield f"docs/diagnostics.md: a section `{code}` (`make generate` writes it)"


def _untrue(explanation: Explanation, folder: Path) -> Iterator[str]:
    if not explanation.example:
        if explanation.code not in WITHOUT_EXAMPLE:
            yield "an `example` that provokes it"
        return
    said = said_of(explanation, found_in(folder / "example", _completed(explanation.example)))
    if explanation.message not in said:
        yield f"`message` is {explanation.message!r}; the example provokes {_listed(said)}"
    said = said_of(explanation, found_in(folder / "repaired", _completed(explanation.repaired)))
    if said or not explanation.repaired:
        yield f"`repaired` is to hold the example without the fault; it provokes {_listed(said)}"


def _listed(messages: Iterable[str]) -> str:
    return " and ".join(map(repr, messages)) or "nothing"


def _completed(files: Mapping[str, str]) -> Mapping[str, str]:
    return {path: completed(path, text) for path, text in files.items()}


def found_in(root: Path, files: Mapping[str, str | bytes]) -> tuple[Diagnostic, ...]:
    """Everything that is found in the small playbook, written to `root` with these files added or replaced."""
    for name, text in {"site_config.yml": CONFIG, **clean_files(), **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
    (root / "themes").symlink_to(ROOT / "themes")
    project, problems = configured(root / "site_config.yml")
    if project is None:
        return problems
    reading = pipeline.checked(project, pipeline.connected(project, memory=_REMEMBERED))
    _REMEMBERED.next_round()
    if stops_the_build(reading.diagnostics, strict=False) or not reading.promises:
        return reading.diagnostics
    return reading.diagnostics + pipeline.promised(reading, pipeline.build(project, reading))


_REMEMBERED = Memory()
"""Most files of the small playbook are the same each time, and are read once."""


def said_of(explanation: Explanation, found: tuple[Diagnostic, ...]) -> list[str]:
    """The messages of the diagnostics that have the code of the explanation."""
    return [diagnostic.message for diagnostic in found if diagnostic.code == explanation.code]


@cache
def documented() -> frozenset[str]:
    """The codes that the documentation describes."""
    return frozenset(re.findall(r"^### ([a-z0-9-]+)$", DOCUMENTATION.read_text(encoding="utf-8"), re.MULTILINE))


@cache
def _with_golden() -> frozenset[str]:
    return frozenset(path.name.partition(".")[0] for path in (GOLDEN / "diagnostics").iterdir())


@cache
def _text_of_tests() -> str:
    return "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests").rglob("test_*.py"))
