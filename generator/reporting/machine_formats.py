"""Diagnostics for programs: annotations on GitHub and GitLab, JSON, and SARIF. For people, see `report.py`."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable
from hashlib import sha256
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.diagnostics.diagnostic import Code, Diagnostic, Severity
from generator.diagnostics.place import Span
from generator.reporting.explain import Explanation

Named = Callable[[str], str]
"""Maps a file name of a diagnostic to its path relative to the repository."""

AS_IN_NAMES = "surrogateescape"
"""How Python keeps the bytes of a file name that are not UTF-8."""


def as_json(found: Iterable[Diagnostic]) -> str:
    """The diagnostics as data. Lines and columns count from 1, columns and lengths in characters."""
    problems = [_problem(diagnostic) for diagnostic in found]
    errors = sum(problem["severity"] == Severity.ERROR.value for problem in problems)
    return _text({"errors": errors, "warnings": len(problems) - errors, "problems": problems})


def _problem(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code.name,
        "severity": diagnostic.severity.value,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        **_place(diagnostic.span),
        "related": [{"message": message, **_place(span)} for span, message in diagnostic.related],
    }


def _place(span: Span) -> dict[str, Any]:
    return {"file": span.file, "line": span.line, "column": span.column, "length": span.length}


def as_github(found: Iterable[Diagnostic], named: Named) -> str:
    """The diagnostics as workflow commands of GitHub Actions, which shows each at its line of the pull request."""
    return "\n".join(_command(diagnostic, named) for diagnostic in found)


def as_gitlab(found: Iterable[Diagnostic], named: Named) -> str:
    """The diagnostics as a code quality report of GitLab, which shows each at its line of the merge request."""
    # GitLab finds new problems by their fingerprints: they must be unique and not depend on line numbers.
    seen: Counter[str] = Counter()
    report = []
    for diagnostic in found:
        what = f"{diagnostic.code.name}\n{diagnostic.span.file}\n{diagnostic.message}"
        seen[what] += 1
        report.append(
            {
                "check_name": diagnostic.code.name,
                "description": diagnostic.message + (f" (hint: {diagnostic.hint})" if diagnostic.hint else ""),
                "fingerprint": sha256(f"{what}\n{seen[what]}".encode(errors=AS_IN_NAMES)).hexdigest(),
                "severity": "major" if diagnostic.severity is Severity.ERROR else "minor",
                "location": {"path": named(diagnostic.span.file), "lines": {"begin": diagnostic.span.line}},
            }
        )
    return _text(report)


def _command(diagnostic: Diagnostic, named: Named) -> str:
    span = diagnostic.span
    related = (f"{message}: {named(place.file)}:{place.line}:{place.column}" for place, message in diagnostic.related)
    said = [diagnostic.message, *([f"hint: {diagnostic.hint}"] if diagnostic.hint else []), *related]
    properties = {
        "file": named(span.file),
        "line": str(span.line),
        "endLine": str(span.line),
        "col": str(span.column),
        "endColumn": str(span.column + span.length),
        "title": diagnostic.code.name,
    }
    shown = ",".join(f"{name}={_escaped(value, ':,')}" for name, value in properties.items())
    return f"::{diagnostic.severity.value} {shown}::{_escaped(chr(10).join(said))}"


def _escaped(text: str, also: str = "") -> str:
    """The text with all characters escaped that would end the command or the property."""
    for character in ("%", "\r", "\n", *also):
        text = text.replace(character, f"%{ord(character):02X}")
    return text


SARIF = {"$schema": "https://json.schemastore.org/sarif-2.1.0.json", "version": "2.1.0"}


def as_sarif(found: Iterable[Diagnostic], named: Named, explain: Callable[[Code], Explanation]) -> str:
    """The diagnostics in the Static Analysis Results Interchange Format, with an explanation of each code."""
    results = list(found)
    codes = sorted({diagnostic.code for diagnostic in results}, key=str)
    driver = {
        "name": "playbook",
        "version": __version__,
        "rules": [_rule(explain(code)) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(diagnostic, codes.index(diagnostic.code), named) for diagnostic in results],
    }
    return _text({**SARIF, "runs": [run]})


def _rule(explanation: Explanation) -> dict[str, Any]:
    return {
        "id": explanation.code.name,
        "shortDescription": {"text": explanation.what},
        "fullDescription": {"text": explanation.why},
        "help": {"text": explanation.repair},
        "defaultConfiguration": {"level": explanation.code.severity.value},
    }


def _result(diagnostic: Diagnostic, rule: int, named: Named) -> dict[str, Any]:
    said = diagnostic.message + (f"\n{diagnostic.hint}" if diagnostic.hint else "")
    result: dict[str, Any] = {
        "ruleId": diagnostic.code.name,
        "ruleIndex": rule,
        "level": diagnostic.severity.value,
        "message": {"text": said},
        "locations": [_location(diagnostic.span, named)],
    }
    if diagnostic.related:
        result["relatedLocations"] = [
            {"id": number, "message": {"text": message}, **_location(span, named)}
            for number, (span, message) in enumerate(diagnostic.related, start=1)
        ]
    return result


def _location(span: Span, named: Named) -> dict[str, Any]:
    region = {"startLine": span.line, "startColumn": span.column, "endColumn": span.column + span.length}
    return {
        "physicalLocation": {"artifactLocation": {"uri": quote(named(span.file), errors=AS_IN_NAMES)}, "region": region}
    }


def _text(data: Any) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False)
