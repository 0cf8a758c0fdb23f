"""What `playbook check` says to the mistakes of a careful beginner: the whole of it, for each in mistakes.yml."""

from __future__ import annotations

import os
import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator import pipeline
from generator.caching.memory import Memory
from generator.diagnostics.suggest import shortened
from generator.reporting import report
from generator.stages.configure import configured
from tests.conftest import ROOT
from tests.sampling import covering

MISTAKES = Path(__file__).with_name("mistakes.yml")


@pytest.mark.sampled
@pytest.mark.rehearsal
def test_each_mistake_is_explained(tmp_path: Path) -> None:
    root = tmp_path / "playbook"
    shutil.copytree(ROOT / "generator" / "starter", root)
    written = MISTAKES.read_text(encoding="utf-8")
    memory = Memory()
    assert _said(root, memory) == "", "the playbook without a mistake"
    mistakes = yaml.load(written, Loader=yaml.CSafeLoader)
    assert len({mistake["mistake"] for mistake in mistakes}) == len(mistakes), "each mistake has a name of its own"
    tried = covering(mistakes, _features)
    said = {mistake["mistake"]: _said_to(mistake, root, memory) for mistake in tried}
    if os.environ.get("UPDATE_GOLDEN"):
        MISTAKES.write_text(_with(said, written), encoding="utf-8")
        return
    for mistake in tried:
        assert said[mistake["mistake"]] == mistake["says"], mistake["mistake"]


CODE = re.compile(r"^\S+: \w+\[([\w-]+)\]: ", re.MULTILINE)


def _features(mistake: Mapping[str, Any]) -> Iterator[object]:
    """The codes of what is said, and whether it is repaired. A new one, of which nothing is known, is tried as well."""
    yield from ((code, "repaired" in mistake) for code in CODE.findall(mistake.get("says", "")) or [mistake["mistake"]])


def _said_to(mistake: Mapping[str, Any], root: Path, memory: Memory) -> str:
    """What is said while the playbook has the mistake. Afterwards it is as it was."""
    before = {name: path.read_bytes() if (path := root / name).exists() else None for name in _touched(mistake)}
    for old, new in mistake.get("moved", {}).items():
        (root / new).parent.mkdir(parents=True, exist_ok=True)
        (root / old).rename(root / new)
    for name, text in _texts(mistake, root):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(text.encode(mistake.get("encoding", "utf-8")))
    for name, size in mistake.get("sized", {}).items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"%PDF-1.7\n" + bytes(size))
    said = _said(root, memory)
    if "repaired" in mistake:
        _repair(mistake["repaired"], root)
        assert _said(root, memory) == "", f"repaired as the hint says: {mistake['mistake']}"
    for name, content in before.items():
        if content is None:
            (root / name).unlink(missing_ok=True)
            _remove_empty(root / name, root)
        else:
            (root / name).write_bytes(content)
    return said


def _repair(repaired: Mapping[str, Any], root: Path) -> None:
    """Do what the hint says: replace texts in files, write files anew, or delete them."""
    for name, change in repaired.items():
        if change is None:
            (root / name).unlink()
            continue
        text = change
        if not isinstance(change, str):
            text = (root / name).read_text(encoding="utf-8")
            for old, new in change:
                assert old in text, f"{shortened(old)} is not in {name}"
                text = text.replace(old, new, 1)
        (root / name).write_text(text, encoding="utf-8")


def _touched(mistake: Mapping[str, Any]) -> Iterator[str]:
    yield from (mistake["in"],) if "in" in mistake else ()
    yield from mistake.get("edits", ())
    yield from mistake.get("files", ())
    yield from mistake.get("sized", ())
    yield from mistake.get("repaired", ())
    for old, new in mistake.get("moved", {}).items():
        yield from (old, new)


def _texts(mistake: Mapping[str, Any], root: Path) -> Iterator[tuple[str, str]]:
    """The files that the mistake writes, each with its text."""
    edits = dict(mistake.get("edits", {}))
    if "in" in mistake:
        edits[mistake["in"]] = [[mistake["old"], mistake["new"]]]
    for name, replacements in edits.items():
        text = (root / name).read_text(encoding="utf-8")
        for old, new in replacements:
            assert old in text, f"{shortened(old)} is not in {name}: {mistake['mistake']}"
            text = text.replace(old, new, 1)
        yield name, text
    yield from mistake.get("files", {}).items()


def _remove_empty(path: Path, root: Path) -> None:
    """Remove the folders above a file that has gone, as far as nothing is in them."""
    for folder in path.parents:
        if folder == root or any(folder.iterdir()):
            return
        folder.rmdir()


def _said(root: Path, memory: Memory) -> str:
    project, problems = configured(root / "site_config.yml")
    if project:
        problems = pipeline.checked(project, pipeline.connected(project, memory=memory)).diagnostics
    memory.next_round()
    return report.as_text(problems, report.lines_under(root))


def _with(said: Mapping[str, str], written: str) -> str:
    """The file of mistakes, with what is said to each written anew."""
    parts = re.split(r"^(?=- mistake: )", written, flags=re.MULTILINE)
    return parts[0] + "".join(_part(part, said) for part in parts[1:])


def _part(part: str, said: Mapping[str, str]) -> str:
    head, _, rest = part.partition("\n  says: |\n")
    name = yaml.safe_load(head.split("\n")[0])[0]["mistake"]
    after = re.sub(r"\A(?: {4}.*\n|\n(?= {4}))*", "", rest)
    body = "".join(f"    {line}\n" if line else "\n" for line in said[name].rstrip("\n").split("\n"))
    return f"{head}\n  says: |\n{body}{after}"
