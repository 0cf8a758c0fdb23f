"""Office files are archives. The same content always gives the same bytes."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

EPOCH = datetime(2000, 1, 1)
"""The time at which documents say they were made."""


def reproducible(content: bytes) -> bytes:
    """An archive with its files in the order of their names, without the time at which it was made."""
    made = BytesIO()
    with ZipFile(BytesIO(content)) as found, ZipFile(made, "w", ZIP_DEFLATED, compresslevel=6) as target:
        # Readers look for the types of the parts first.
        for name in sorted(found.namelist(), key=lambda one: (one != "[Content_Types].xml", one)):
            info = ZipInfo(name)
            info.compress_type, info.external_attr = ZIP_DEFLATED, 0o600 << 16
            target.writestr(info, found.read(name))
    return made.getvalue()
