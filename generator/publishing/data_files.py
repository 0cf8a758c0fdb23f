"""The names of the files with data that scripts load.

What they contain is known only when they have been made, in any process. So they get their names when they have been
written; the preview, which makes them when they are asked for, leaves them as they are.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Mapping
from pathlib import Path

from generator.site.release import DATA, DATA_NAMES, LETTERS, data_names
from generator.system.for_all import write_for_all


def name_by_content(root: Path, written: Mapping[str, str]) -> Mapping[str, str]:
    """Add the hash of their content to the names of the data files in `root`, and write these names into a file.

    `written` has the hashes of the files in `root` by their paths; returns the same for the paths that they have now.
    """
    new = {path: _named(path, content) for path, content in written.items() if path.startswith(DATA)}
    for path, now in new.items():
        os.rename(root / path, root / now)
    names = data_names({path.removeprefix(DATA): now.removeprefix(DATA) for path, now in new.items()})
    (root / DATA_NAMES).unlink(missing_ok=True)
    write_for_all(str(root / DATA_NAMES), names)
    files = {new.get(path, path): content for path, content in written.items()}
    return files | {DATA_NAMES: hashlib.sha256(names).hexdigest()}


def _named(path: str, content: str) -> str:
    stem, _, ending = path.rpartition(".")
    return f"{stem}.{content[:LETTERS]}.{ending}"
