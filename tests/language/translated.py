"""The example playbook in another language: its content stays English, the words around it do not."""

from __future__ import annotations

import shutil
from pathlib import Path

from tests.playbooks import EXAMPLE_PLAYBOOK


def example_in(language: str, folder: Path, words: str = "") -> Path:
    """The configuration of the example playbook in `folder`, in a language, with a file of `words` of its own."""
    root = folder / f"example-{language}"
    shutil.copytree(EXAMPLE_PLAYBOOK.parent, root, ignore=shutil.ignore_patterns("themes"))
    config = root / "site_config.yml"
    config.write_text(config.read_text("utf-8").replace("language: en-GB", f"language: {language}"), "utf-8")
    if words:
        (root / "languages").mkdir()
        (root / "languages" / f"{language}.yml").write_text(words, "utf-8")
    return config
