"""One file with all files of an edition, which is the same for the same files wherever and whenever it is made."""

from __future__ import annotations

import io
import zlib
from collections.abc import Iterable
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from generator.content.ids import slug
from generator.model import addresses
from generator.site.page import Artifact

_WRITTEN = (1980, 1, 1, 0, 0, 0)
"""The date of all files: the first one that an archive can name."""

_UNIX = 3
_RIGHTS = 0o100644 << 16


def archive(files: Iterable[Artifact], folder: str) -> bytes:
    """A ZIP file in which `files` lie in one folder, in their order."""
    content = io.BytesIO()
    with ZipFile(content, "w", ZIP_DEFLATED, compresslevel=zlib.Z_BEST_COMPRESSION) as made:
        for file in files:
            about = ZipInfo(f"{folder}/{file.path}", _WRITTEN)
            about.create_system, about.external_attr, about.compress_type = _UNIX, _RIGHTS, ZIP_DEFLATED
            made.writestr(about, file.content, compresslevel=zlib.Z_BEST_COMPRESSION)
    return content.getvalue()


def archive_of(name: str) -> str:
    """The path in the site of the archive of the playbook called `name`: `offline/the-workshop-book.zip`."""
    return f"{addresses.OFFLINE}{slug(name) or 'playbook'}.zip"
