"""Nothing that can stand in a file breaks the program, slows it down, or touches the published site.

`expected.txt` holds what is said about each case, to the column; EVERY_CASE=1 UPDATE_GOLDEN=1 writes it anew. Read it
then. A sample has cases of every sort; each code of a problem has tests of its own in tests/diagnostics.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from tests.answering_process import AnsweringProcess
from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import ROOT, one_at_a_time, replace_text
from tests.hostile.cases import Files, cases
from tests.sampling import covering

EXPECTED = Path(__file__).parent / "expected.txt"
MOST_SHOWN = 8
"""Of a thousand problems the first few are compared, and how many there are of each code."""

MOST_LINES = 24
"""The same for what is said in words about a configuration."""

LONGEST_SHOWN = 160


@pytest.fixture(scope="module")
def trials() -> Iterator[AnsweringProcess]:
    """The process that tries commands on playbooks."""
    with AnsweringProcess("tests.hostile.trial", PYTHONHASHSEED="0") as process:
        yield process


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The playbook over which each case is laid, with a site that was published before."""
    root = tmp_path_factory.mktemp("hostile") / "playbook"
    for name, text in {"site_config.yml": CONFIG, **clean_files()}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    (root / "themes").symlink_to(ROOT / "themes")
    (root / "site/terms").mkdir(parents=True)
    (root / "site/index.html").write_text("published", encoding="utf-8")
    (root / "site/terms/index.html").write_text("published as well", encoding="utf-8")
    return root


def _laid_over(sound: Path, files: Files) -> None:
    for name, raw in files.items():
        path = sound / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(raw)


def _taken_away(sound: Path, files: Files) -> None:
    was = {"site_config.yml": CONFIG, **clean_files()}
    for name in files:
        if name in was:
            (sound / name).write_text(was[name], encoding="utf-8")
        else:
            (sound / name).unlink()


def _shown(result: Mapping[str, Any]) -> list[str]:
    """What was said, a line for each problem."""
    found = result["found"]
    if not all(isinstance(problem, dict) for problem in found):
        said = [_cut(line) for text in found for line in text.splitlines()]
        return said if len(said) <= MOST_LINES else [*said[:MOST_LINES], f"… {len(said)} lines"]
    lines = [
        _cut(f"{p['file']}:{p['line']}:{p['column']}+{p['length']}: {p['severity']}[{p['code']}]: {p['message']}")
        for p in found
    ]
    if len(lines) > MOST_SHOWN:
        counts = Counter(problem["code"] for problem in found)
        lines = [*lines[:MOST_SHOWN], *(f"… {code}: {count}" for code, count in sorted(counts.items()))]
    return lines or ["no problems"]


def _cut(text: str) -> str:
    text = "".join(c if c.isprintable() else f"\\u{ord(c):04x}" for c in text)
    return text if len(text) <= LONGEST_SHOWN else f"{text[: LONGEST_SHOWN - 1]}…"


def _expected() -> dict[str, list[str]]:
    blocks = EXPECTED.read_text(encoding="utf-8").split("\n\n") if EXPECTED.exists() else []
    return {head: lines for head, *lines in (block.strip("\n").split("\n  ") for block in blocks)}


def _sample() -> tuple[str, ...]:
    """The names of the cases to try. A new case, of which nothing is expected yet, is among them."""
    expected = _expected()

    def features(name: str) -> Iterator[str]:
        yield name.partition(":")[0]
        if name not in expected:
            yield name

    return covering(cases(), features)


def test_there_are_enough_of_them() -> None:
    assert len(cases()) >= 150
    assert os.environ.get("UPDATE_GOLDEN") or _expected().keys() == cases().keys()


@pytest.mark.sampled
@pytest.mark.parametrize("name", _sample())
def test_it_is_told_what_is_wrong_and_nothing_else_happens(name: str, trials: AnsweringProcess, sound: Path) -> None:
    files = cases()[name]
    before = {path: path.read_bytes() for path in sorted((sound / "site").rglob("*.html"))}
    _laid_over(sound, files)
    try:
        result = trials.ask(str(sound))
    finally:
        _taken_away(sound, files)
    shown = _shown(result)
    if os.environ.get("UPDATE_GOLDEN"):
        with one_at_a_time("hostile"):
            known = {**_expected(), name: shown}
            text = "\n\n".join("\n  ".join([each, *known[each]]) for each in cases() if each in known)
            replace_text(EXPECTED, text + "\n")
    assert result["code"] in (0, 1, 2), "\n".join(shown)
    assert shown == _expected()[name]
    assert result["built"] in (None, result["code"])
    assert {path: path.read_bytes() for path in sorted((sound / "site").rglob("*.html"))} == before
