"""What comes before the stages: read the configuration of a playbook."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from generator.config.project import Project, read_config
from generator.diagnostics.diagnostic import Diagnostic
from generator.reading.document import Document


def configured(path: Path, given: bytes | None = None) -> tuple[Project | None, tuple[Diagnostic, ...]]:
    """The project of the configuration at `path`, and its problems. The project is None if it has errors.

    With `given` bytes the file is not read from the disk.
    """
    return read_config(path, _about_rules, given)


def _about_rules(document: Document) -> Iterable[Diagnostic]:
    if not isinstance(document.data, dict) or "checks" not in document.data:
        return ()
    from generator.checks import problems_of_configuration  # all rules, which most commands do not need

    return problems_of_configuration(document)
