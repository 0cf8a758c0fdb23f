"""A few files with accidents; `make prove` tries thousands."""

from __future__ import annotations

import shutil
from pathlib import Path
from random import Random

from generator.caching.memory import Memory
from tests.prove.mutations import mutated
from tests.prove.prove_mutations import EXAMPLE, said_about, spoilt_files

ACCIDENTS = 6


def test_accidents_are_mistakes_of_the_file(tmp_path: Path) -> None:
    root = tmp_path / "playbook"
    shutil.copytree(EXAMPLE, root)
    files, memory, random, noticed = spoilt_files(root), Memory(), Random(1), 0
    for _ in range(ACCIDENTS):
        path = random.choice(files)
        before = path.read_bytes()
        path.write_bytes(mutated(before.decode(), random))
        noticed += bool(said_about(root, memory))
        path.write_bytes(before)
        memory.next_round()
    assert noticed > ACCIDENTS / 2
