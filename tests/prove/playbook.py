"""A playbook as plain data that a test edits and writes to disk, with the builds that are compared."""

from __future__ import annotations

import shutil
from copy import deepcopy
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from generator import pipeline
from generator.caching.kept import Kept
from generator.config.project import read_config
from generator.publishing import linking
from tests.conftest import ROOT

EXAMPLE = ROOT / "tests" / "playbook"
KEPT = Path(".cache") / "site"
SILENT = Path(".cache") / "silent-texts"


@dataclass
class Playbook:
    """The files of a playbook. `kinds` maps folder and id to the data of an entry, `others` paths to texts."""

    config: dict[str, Any]
    kinds: dict[str, dict[str, Any]]
    others: dict[str, str] = field(default_factory=dict)
    split: set[str] = field(default_factory=set)
    """The kinds with one file for each entry; the others have all in one file."""

    @classmethod
    def example(cls) -> Playbook:
        kinds = {path.stem: _data(path) for path in sorted((EXAMPLE / "content").glob("*.yml"))}
        for path in sorted((EXAMPLE / "content").glob("*/*.yml")):
            kinds.setdefault(path.parent.name, {})[path.stem] = _data(path)
        pages = {f"content/pages/{p.name}": p.read_text("utf-8") for p in (EXAMPLE / "content/pages").glob("*.md")}
        return cls(_data(EXAMPLE / "site_config.yml"), kinds, pages, {"practices", "terms", "tells"})

    def copy(self) -> Playbook:
        return deepcopy(self)

    @property
    def entries(self) -> list[tuple[str, str]]:
        """The folder and the id of each entry."""
        return [(plural, entry_id) for plural, entries in sorted(self.kinds.items()) for entry_id in sorted(entries)]

    def files(self) -> dict[str, str]:
        """The text of every file by its path."""
        found = {"site_config.yml": _yaml(self.config)}
        for plural, entries in self.kinds.items():
            if plural in self.split:
                found |= {f"content/{plural}/{entry_id}.yml": _yaml(data) for entry_id, data in entries.items()}
            elif entries:
                found[f"content/{plural}.yml"] = _yaml(entries)
        return found | self.others

    def write(self, root: Path) -> None:
        """Write the files that differ, and delete all others that a playbook has."""
        files = self.files()
        (root / "content").mkdir(parents=True, exist_ok=True)
        for path in [*root.glob("content/**/*"), *root.glob("themes/**/*"), *root.glob("*.yml"), *root.glob("*.txt")]:
            if path.is_file() and path.relative_to(root).as_posix() not in files:
                path.unlink()
        for name, text in files.items():
            path = root / name
            if not path.is_file() or path.read_bytes() != text.encode():
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, "utf-8")
        for folder in sorted(root.glob("content/*"), reverse=True):
            if folder.is_dir() and not any(folder.iterdir()):
                folder.rmdir()


def _data(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), yaml.CBaseLoader)


def _yaml(data: object) -> str:
    return str(yaml.safe_dump(data, sort_keys=False, allow_unicode=True, width=100))


def built(root: Path, target: Path, kept: Kept | None) -> list[str]:
    """Build the playbook at `root` into `target` as `playbook build` does; returns what it says about the content.

    A playbook with errors is not published.
    """
    project, problems = read_config(root / "site_config.yml")
    if project is None:
        return [repr(problem) for problem in problems]
    if kept is None:
        outcome = pipeline.outcome(project, pipeline.read(project))
    else:
        reading = pipeline.connected(project)
        rules = pipeline.checking(project, reading, kept=Kept(root / SILENT))
        outcome = pipeline.outcome(project, reading, kept=kept, disk=kept.disk(), rules=rules)
    if outcome.site is not None and not outcome.stopped:
        known = linking.seen(target) if kept else {}
        keep = partial(pipeline.keep, project, kept, outcome) if kept else bool
        pipeline.publish(project, outcome.site, target, known=lambda: known, then=keep)
    return [repr(problem) for problem in outcome.diagnostics]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file in a folder with its content."""
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def assert_like_a_clean_build(root: Path) -> bool:
    """Build with what earlier builds have left, and without, and compare. Returns whether there are no errors."""
    incremental, clean = root / "site", root / "clean"
    before = tree(incremental) if incremental.exists() else None
    shutil.rmtree(clean, ignore_errors=True)
    assert built(root, incremental, Kept(root / KEPT)) == built(root, clean, None)
    if not clean.exists():
        assert before == (tree(incremental) if incremental.exists() else None)
        return False
    assert tree(incremental) == tree(clean)
    return True
