"""Faults in templates of a playbook's own, as diagnostics. The others are faults of the program."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.config.theme import FOLDER
from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.place import Span
from generator.site.templates import BrokenTemplate

HINT = "correct the template; without this file, that of the theme takes its place"


def diagnostic_of(error: BaseException, root: Path) -> Diagnostic | None:
    """The fault behind an error, at the innermost of the templates under `themes/` in the folder `root`."""
    for broken in _causes(error):
        if isinstance(broken, BrokenTemplate):
            for file, line in broken.places:
                path = Path(file)
                if path.is_relative_to(root / FOLDER):
                    span = Span(path.relative_to(root).as_posix(), line)
                    hint = f"{broken.meant} {HINT}" if broken.meant else HINT
                    return Diagnostic(codes.BROKEN_TEMPLATE, broken.message, span, hint)
    return None


def _causes(error: BaseException) -> Iterator[BaseException]:
    at: BaseException | None = error
    while at:
        yield at
        at = at.__cause__ or at.__context__
