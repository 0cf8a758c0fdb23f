"""Build a synthetic playbook with our generator and the same text with stock Material, in one run, and compare.

    make bench                       all of it, about two minutes
    make bench ARGS="--entries 300"  a smaller one

Prints seconds, the peak of resident memory, the weight of the frame, and the ratios; ends with 1 if one of them
misses its mark. The figures are worth something only relative to each other: both are made on the same machine,
one after the other.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from statistics import median

import yaml

from generator.kinds.practice import Practice
from generator.kinds.story import Story
from generator.kinds.tell import Tell
from generator.model.entry import Link, leaves
from generator.model.values import Line

ROOT = Path(__file__).parent.parent.parent
FASTER_THAN_STOCK = 8.0
TWICE_THE_ENTRIES = 2.3
FRAME_BYTES = 15 * 1024
MEMORY_MB = 250

WORDS = [
    "client",
    "asks",
    "hears",
    "waits",
    "tomorrow",
    "meeting",
    "price",
    "letter",
    "answer",
    "trust",
    "silence",
    "order",
    "promise",
    "colleague",
    "phone",
    "week",
    "table",
    "window",
    "question",
    "morning",
    "budget",
    "visit",
    "reason",
    "story",
    "number",
    "project",
    "friend",
    "team",
    "office",
    "train",
    "coffee",
]


@dataclass(frozen=True)
class Run:
    """One build: seconds of wall time, and the peak of memory in MB."""

    seconds: float
    memory: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--repeat", type=int, default=3, help="builds of ours, of which the median counts")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        return 0 if _compare(Path(folder), arguments.entries, arguments.repeat) else 1


def _compare(folder: Path, entries: int, repeat: int) -> bool:
    once, twice = write_playbook(folder / "once", entries), write_playbook(folder / "twice", 2 * entries)
    ours = _median([_ours(once) for _ in range(repeat)])
    ours_twice = _median([_ours(twice) for _ in range(repeat)])
    stock = _timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], write_markdown(once, folder / "stock"))
    frame = _frame(once / "site")
    print(f"{'':34}{'seconds':>9}{'peak MB':>9}")
    for name, run in (
        (f"ours, {entries} entries", ours),
        (f"ours, {2 * entries} entries", ours_twice),
        (f"stock Material, {entries} pages", stock),
    ):
        print(f"{name:34}{run.seconds:9.2f}{run.memory:9.0f}")
    return all(
        [
            _judge("faster than stock Material", stock.seconds / ours.seconds, FASTER_THAN_STOCK, at_least=True),
            _judge("twice the entries cost", ours_twice.seconds / ours.seconds, TWICE_THE_ENTRIES),
            _judge("the frame of an entry page, KB", frame / 1024, FRAME_BYTES / 1024),
            _judge(f"memory for {entries} entries, MB", ours.memory, MEMORY_MB),
        ]
    )


def _judge(name: str, value: float, mark: float, *, at_least: bool = False) -> bool:
    good = value >= mark if at_least else value <= mark
    print(f"{name:34}{value:9.2f}   {'at least' if at_least else 'at most'} {mark:g}: {'yes' if good else 'NO'}")
    return good


def _median(runs: list[Run]) -> Run:
    return Run(median(run.seconds for run in runs), max(run.memory for run in runs))


def _ours(root: Path) -> Run:
    return _timed([sys.executable, "-m", "generator.cli", "build", "--config", str(root / "site_config.yml")], ROOT)


def _timed(command: list[str], folder: Path) -> Run:
    # As after an ordinary installation, both keep their compiled modules, whatever this shell says.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = {**kept, "CI": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(ROOT)}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode()}")
    return Run(time.perf_counter() - start, usage.ru_maxrss / 1024)


def _frame(site: Path) -> int:
    """The bytes of the largest entry page's HTML that do not belong to its body."""
    pages = [path.read_text("utf-8") for path in site.glob("practices/*/index.html")]
    return max(len((p[: p.index('<article class="entry"')] + p[p.rindex("</article>") :]).encode()) for p in pages)


def write_playbook(root: Path, entries: int) -> Path:
    """A playbook of practices, tells and stories with about 3 KB of text each, linked with each other."""
    shutil.rmtree(root, ignore_errors=True)
    for name, values in _entries(entries).items():
        path = root / "content" / f"{name}.yml"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(yaml.safe_dump(values, sort_keys=False, allow_unicode=True, width=110), "utf-8")
    (root / "themes").symlink_to(ROOT / "themes")
    (root / "site_config.yml").write_text(
        "name: Bench\ntagline: For measuring.\nurl: https://bench.example/\nhome:\n  lead: For measuring.\n"
        "nav:\n  - title: All\n    kinds: [practices, tells, stories]\n",
        "utf-8",
    )
    return root


def _entries(count: int) -> dict[str, dict[str, object]]:
    count -= count % 3  # as many of each kind
    rng = random.Random(count)
    ids = {kind: [f"{kind}-{n}" for n in range(count // 3)] for kind in ("practice", "tell", "story")}

    def line(least: int = 8, most: int = 16) -> str:
        return " ".join(rng.choices(WORDS, k=rng.randint(least, most))).capitalize() + "."

    def prose(lines: int = 5) -> str:
        mention, emphasis = rng.choice(ids["practice"]), rng.choice((*[""] * 9, ", and *wait*"))
        return " ".join(line() for _ in range(lines)) + f" See [[{mention}|{rng.choice(WORDS)}]]{emphasis}."

    def links(kind: str, number: int) -> list[dict[str, str]]:
        return [{"to": to, "why": line()} for to in rng.sample(ids[kind], min(number, len(ids[kind])))]

    def common(title: str) -> dict[str, object]:
        asked_as = [line(4, 6), line(4, 6)]
        return {"title": title, "summary": line(), "origin": "own", "keywords": WORDS[:3], "asked_as": asked_as}

    entries: dict[str, dict[str, object]] = {}
    for number in range(count):
        kind = ("practice", "tell", "story")[number % 3]
        entry_id, other = ids[kind][number // 3], {**common(line(3, 5)[:-1])}
        if kind == "practice":
            other |= {"level": "team", "do": prose(), "why": prose(), "badly": prose(), "this_week": prose(2)}
            other |= {"not_when": prose(2), "steps": [{"do": line(), "detail": line()} for _ in range(4)]}
            other |= {"say": [line() for _ in range(3)], "links": {"next": links("story", 2) + links("tell", 2)}}
        elif kind == "tell":
            other |= {"set": "other", "seen_in": "us", "sign": prose(), "means": prose(), "ask": line()}
            other |= {"check": prose(), "helps": prose(8), "links": {"cured_by": links("practice", 3)}}
        else:
            other |= {
                "group": "seen",
                "form": "case",
                "tell_in": "one minute",
                "situation": prose(),
                "happened": prose(8),
            }
            other |= {"takeaway": prose(), "links": {"illustrates": links("practice", 3)}}
        entries[f"{'stories' if kind == 'story' else kind + 's'}/{entry_id}"] = other
    return entries


MODELS = {"practices": Practice, "tells": Tell, "stories": Story}


def write_markdown(playbook: Path, root: Path) -> Path:
    """The texts of `playbook` as plain Markdown pages for stock Material."""
    shutil.rmtree(root, ignore_errors=True)
    for path in sorted((playbook / "content").glob("*/*.yml")):
        entry = MODELS[path.parent.name].model_validate(yaml.load(path.read_text("utf-8"), Loader=yaml.CBaseLoader))
        lines, field = [f"# {entry.title}", entry.summary], None
        for route, value, _ in leaves(entry):
            if route[0] != field:
                field = route[0]
                lines.append(f"## {field}")
            text = f"[{value.to}](../practices/practice-0.md)" if isinstance(value, Link) else value
            if isinstance(value, Line | Link):
                lines.append(text.replace("[[", "[").replace("]]", "](../practices/practice-0.md)"))
        page = root / "docs" / path.parent.name / f"{path.stem}.md"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text("\n\n".join(lines) + "\n", "utf-8")
    (root / "docs" / "index.md").write_text("# Bench\n", "utf-8")
    (root / "mkdocs.yml").write_text(
        "site_name: Bench\nsite_url: https://bench.example/\ntheme:\n  name: material\n"
        "  features: [navigation.sections, navigation.prune]\n",
        "utf-8",
    )
    return root


if __name__ == "__main__":
    sys.exit(main())
