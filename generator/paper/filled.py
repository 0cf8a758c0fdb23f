"""What people filled in in PDFs of sheets."""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from io import BytesIO
from typing import Any

from generator.kinds.assessment import Assessment
from generator.model.entry import Entry

MOST_BYTES = 64 * 1024 * 1024
"""The longest file that is read."""

_KEY = re.compile(r"([a-z0-9-]+) (\d{1,4}) (\d{1,4}) ([a-z0-9. -]{1,260})")
"""The name of a field for programs (see form_fields.py)."""
_NAME = re.compile(r"([a-z0-9-]+)[ .](\d{1,4})[ .]([a-z0-9. -]{1,260})")
"""Its other name, which may be the only one that a program has kept."""


class UnreadableError(Exception):
    """A file that cannot be read; the message says why, after its name."""


@dataclass(frozen=True, slots=True)
class FilledCopy:
    """A copy of a sheet. `edition` is 0 where the file does not say it; `values` holds what is filled in, by the names
    of the fields on the page."""

    entry: str
    copy: int
    edition: int
    values: Mapping[str, str]


def copies_in(content: bytes) -> tuple[FilledCopy, ...]:
    """The copies of sheets in a PDF on which something is filled in. Raises `UnreadableError`."""
    if len(content) > MOST_BYTES:
        raise UnreadableError("is too large to be read")
    if b"%PDF-" not in content[:1024]:
        raise UnreadableError("is no PDF")
    found: dict[tuple[str, int, int], dict[str, str]] = {}
    some = False
    for entry, copy, edition, name, value in _read(content):
        some = True
        if value:
            found.setdefault((entry, copy, edition), {})[name] = value
    if not some:
        raise UnreadableError("has no fields of a playbook")
    return tuple(FilledCopy(*key, values) for key, values in found.items())


def _read(content: bytes) -> list[tuple[str, int, int, str, str]]:
    """The fields of a PDF: entry, copy, edition, name and value."""
    from pypdf import PdfReader

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)  # it warns of what it mends
    try:
        reader = PdfReader(BytesIO(content))
        if reader.is_encrypted:
            raise UnreadableError("is locked with a password: save it without one")
        root: Any = reader.trailer["/Root"]
        form = root.get("/AcroForm", {})
        return list(_fields([one.get_object() for one in form.get("/Fields", ())]))
    except UnreadableError:
        raise
    except (Exception, RecursionError) as error:  # whatever a damaged file makes the library raise
        raise UnreadableError("is damaged and cannot be read") from error


def _fields(fields: list[Any]) -> Iterator[tuple[str, int, int, str, str]]:
    for field in fields:
        value = _value(field)
        if key := _KEY.fullmatch(str(field.get("/TM", ""))):
            yield key[1], int(key[2]), int(key[3]), key[4], value
        elif name := _NAME.fullmatch(str(field.get("/T", ""))):
            yield name[1], int(name[2]), 0, name[3], value


def _value(field: Any) -> str:
    """What is written or chosen; `yes` for a tick."""
    value = field.get("/V")
    if field.get("/FT") != "/Btn":
        return str(value or "").replace("\r\n", "\n").replace("\r", "\n").strip()
    state = str(value if value is not None else field.get("/AS", "")).removeprefix("/")
    if state in ("", "Off"):
        return ""
    answers = field.get("/Opt")
    if answers is None:
        return "yes"
    return str(answers[int(state)]) if state.isdecimal() and int(state) < len(answers) else state


def migrated(copy: FilledCopy, entry: Entry) -> FilledCopy:
    """A copy in terms of the newest edition: renamed questions have their new names; removed ones go."""
    if not isinstance(entry, Assessment) or not copy.edition:
        return copy
    values = dict(copy.values)
    for change in entry.changes:
        if change.edition > copy.edition:
            kept = {name: value for name, value in values.items() if name not in change.removed}
            values = {change.renamed.get(name, name): value for name, value in kept.items()}
    return FilledCopy(copy.entry, copy.copy, copy.edition, values)


def edition_of(entry: Entry) -> int:
    """The edition of an entry as it is now; 1 for kinds without editions."""
    return int(getattr(entry, "edition", 1))
