"""The logo and the sign of a playbook that its configuration names: pictures in the folder of files."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from generator.diagnostics import codes
from generator.diagnostics.diagnostic import Diagnostic
from generator.diagnostics.suggest import did_you_mean, listed, shortened
from generator.media.attached import FOLDER
from generator.media.formats import PICTURES, ending_of
from generator.reading.document import Document

LOGO, LOGO_ON_DARK, FAVICON = "logo", "logo_on_dark", "favicon"

ENDINGS = {LOGO: PICTURES, LOGO_ON_DARK: PICTURES, FAVICON: frozenset({"svg", "png"})}
"""The formats that each may have. What systems draw icons of is an SVG or PNG."""


def look_problems(root: Path, content: str, document: Document) -> Iterator[Diagnostic]:
    """Diagnostics for pictures that the configuration in `document` names and that are not in the folder of files."""
    data = document.data if isinstance(document.data, dict) else {}
    folder = Path(os.path.normpath(root / content / FOLDER))
    for field, endings in ENDINGS.items():
        named = data.get(field)
        if not isinstance(named, str) or not named:
            continue
        span, shown = document.span((field,)), shortened(named)
        name = named.removeprefix(FOLDER)
        there = [FOLDER + path for path in _pictures(folder) if ending_of(path) in endings]
        if name == named or ending_of(named) not in endings:
            known = listed((f".{ending}" for ending in sorted(endings)), " or ")
            hint = f"write the address of a picture in {content}/{FOLDER}, such as `{FOLDER}{field.split('_')[0]}.svg`"
            hint = hint if name == named else f"its name must end in {known}"
            yield Diagnostic(codes.BAD_CONFIG, f"`{shown}` cannot be the {_called(field)}", span, hint)
        elif named not in there:
            hint = did_you_mean(named, there) or f"put the picture into {content}/{FOLDER}, or correct its name"
            yield Diagnostic(codes.BAD_CONFIG, f"there is no picture `{shown}`", span, hint)


def _called(field: str) -> str:
    return field.replace("_", " ")


def _pictures(folder: Path) -> list[str]:
    """The names of all files under a folder that could be pictures."""
    found = (path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    return sorted(name for name in found if ending_of(name) in PICTURES)
