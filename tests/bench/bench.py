"""Build a synthetic playbook, and the same text with stock Material and with Hugo, in one run, and compare.

    make bench                       1,000 entries, some minutes
    make bench ARGS="--large"        10,000 entries as well
    make bench ARGS="--entries 300"  a smaller one

Last, 40 sheets of this playbook are printed by the program as it is and as it was at the commit before (--before REV).

Prints seconds of wall and of processor time, the peak of resident memory, the weight of the frame, and the ratios; ends
with 1 if one of them misses its mark. The figures are worth something only relative to each other: all are made on the
same machine, and the programs take turns, so that other work on it slows down all of them.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from tests.bench.content import ROOT, write_hugo, write_markdown, write_playbook
from tests.bench.sheets import earlier_version, printing, sheets_in_both

FASTER_THAN_STOCK = 12.0
OF_HUGO_COLD, OF_HUGO_EDIT, OF_HUGO_NOTHING = 2.0, 1.0, 0.5
TEN_TIMES_THE_ENTRIES = 10.5
FRAME_BYTES = 15 * 1024
MEMORY_MB, MEMORY_LARGE_MB = 250, 600
SHEETS_OF_BEFORE = 1.1


@dataclass(frozen=True)
class Run:
    """One build, or the medians of several: seconds of wall and of processor time, and the peak of memory in MB."""

    seconds: float
    processor: float
    memory: float


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--entries", type=int, default=1000)
    parser.add_argument("--large", action="store_true", help="also measure ten times as many entries")
    parser.add_argument("--repeat", type=int, default=3, help="builds of each sort, of which the median counts")
    parser.add_argument("--before", default="HEAD~1", metavar="REV", help="the commit whose PDFs are compared")
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        builds = _compare(Path(folder), arguments.entries, arguments.repeat, large=arguments.large)
        sheets = _compare_sheets(Path(folder), arguments.before, arguments.repeat)
    return 0 if builds and sheets else 1


@dataclass(frozen=True)
class Bench:
    """The folders of the same text for the three programs, and their builds."""

    ours: Path
    stock: Path
    hugo: Path

    @classmethod
    def of(cls, folder: Path, entries: int) -> Bench:
        ours = write_playbook(folder / f"ours-{entries}", entries)
        stock = write_markdown(ours, folder / f"stock-{entries}")
        return cls(ours, stock, write_hugo(stock, folder / f"hugo-{entries}"))

    def cold(self) -> Run:
        """A build from nothing."""
        for name in (".cache", "site"):
            shutil.rmtree(self.ours / name, ignore_errors=True)
        return self.again()

    def again(self) -> Run:
        """A build in a new process, with what the last one has left."""
        config = str(self.ours / "site_config.yml")
        return _timed([sys.executable, "-m", "generator.cli", "build", "--config", config], ROOT)

    def edited(self) -> Run:
        """A build after one word of one entry has changed."""
        path = self.ours / "content" / "practices" / "practice-5.yml"
        text = path.read_text("utf-8")
        number = int(found[1]) if (found := re.search(r"Changed(\d+)", text)) else 0
        text = text.replace(f"Changed{number} ", "", 1)
        path.write_text(text.replace("why: ", f"why: Changed{number + 1} ", 1), "utf-8")
        return self.again()

    def hugo_cold(self) -> Run:
        """A build of Hugo from nothing."""
        for name in ("public", "resources"):
            shutil.rmtree(self.hugo / name, ignore_errors=True)
        return self.hugo_full()

    def hugo_full(self) -> Run:
        """A build of Hugo over an earlier one. It renders everything."""
        return _timed([str(Path(sys.executable).with_name("hugo")), "--quiet", "--source", str(self.hugo)], ROOT)

    def stock_cold(self) -> Run:
        """A build of stock Material."""
        return _timed([sys.executable, "-m", "mkdocs", "build", "--quiet"], self.stock)


def _compare(folder: Path, entries: int, repeat: int, *, large: bool) -> bool:
    bench = Bench.of(folder, entries)
    bench.again(), bench.hugo_full()  # so that programs and texts are in the memory of the system
    runs = _medians(
        {
            "cold": bench.cold,
            "Hugo, cold": bench.hugo_cold,
            "one word changed": bench.edited,
            "Hugo, over an earlier build": bench.hugo_full,
            "nothing changed": bench.again,
        },
        repeat,
    )
    stock = bench.stock_cold()
    _show(f"{entries} entries", {**runs, "stock Material": stock})
    ours, full = runs["cold"], runs["Hugo, over an earlier build"].seconds
    verdicts = [
        _judge("faster than stock Material", stock.seconds / ours.seconds, FASTER_THAN_STOCK, at_least=True),
        _judge("cold, of Hugo's time", ours.seconds / runs["Hugo, cold"].seconds, OF_HUGO_COLD),
        _judge("one word changed, of Hugo's time", runs["one word changed"].seconds / full, OF_HUGO_EDIT),
        _judge("nothing changed, of Hugo's time", runs["nothing changed"].seconds / full, OF_HUGO_NOTHING),
        _judge("the frame of an entry page, KB", _frame(bench.ours / "site") / 1024, FRAME_BYTES / 1024),
        _judge(f"memory for {entries} entries, MB", ours.memory, MEMORY_MB),
    ]
    if large:
        verdicts.append(_compare_large(folder, 10 * entries, ours))
    return all(verdicts)


def _compare_large(folder: Path, entries: int, small: Run) -> bool:
    """Compare ten times as many entries with the run of the others."""
    bench = Bench.of(folder, entries)
    ours = bench.cold()
    _show(f"{entries} entries", {"cold": ours, "one word changed": bench.edited(), "Hugo, cold": bench.hugo_cold()})
    return all(
        [
            _judge("ten times the entries cost", ours.seconds / small.seconds, TEN_TIMES_THE_ENTRIES),
            _judge(f"memory for {entries} entries, MB", ours.memory, MEMORY_LARGE_MB),
        ]
    )


def _compare_sheets(folder: Path, before: str, repeat: int) -> bool:
    """Compare the processor time of PDFs with that of an earlier commit."""
    earlier = earlier_version(before, folder / "before")
    if earlier is None:
        print(f"git has no commit {before} to compare the PDFs with, as in a shallow clone.")
        return True
    sheets = sheets_in_both(ROOT, earlier)

    def made(version: Path) -> Run:
        return _timed([sys.executable, *printing(version, sheets, folder / "sheets.pdf")], version)

    now, then = "by the program as it is", f"by {before}"
    runs = _medians({now: lambda: made(ROOT), then: lambda: made(earlier)}, repeat)
    _show(f"{len(sheets)} sheets", runs)
    return _judge("PDFs, of that commit's time", runs[now].processor / runs[then].processor, SHEETS_OF_BEFORE)


def _medians(builds: dict[str, Callable[[], Run]], repeat: int) -> dict[str, Run]:
    """The medians of so many runs of each build, which take turns; of memory, the most."""
    rounds = [{name: build() for name, build in builds.items()} for _ in range(repeat)]
    return {name: _median([runs[name] for runs in rounds]) for name in builds}


def _median(runs: Sequence[Run]) -> Run:
    seconds, processor = (median(getattr(run, name) for run in runs) for name in ("seconds", "processor"))
    return Run(seconds, processor, max(run.memory for run in runs))


def _show(what: str, runs: dict[str, Run]) -> None:
    print(f"{what:34}{'seconds':>9}{'processor':>11}{'peak MB':>9}")
    for name, run in runs.items():
        print(f"{name:34}{run.seconds:9.2f}{run.processor:11.2f}{run.memory:9.0f}")


def _judge(name: str, value: float, mark: float, *, at_least: bool = False) -> bool:
    good = value >= mark if at_least else value <= mark
    print(f"{name:34}{value:9.2f}   {'at least' if at_least else 'at most'} {mark:g}: {'yes' if good else 'NO'}")
    return good


def _timed(command: list[str], folder: Path) -> Run:
    # As after an ordinary installation, both keep their compiled modules, whatever this shell says.
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    # The program in this folder is the one that runs, if there is one, and otherwise the one here.
    path = os.pathsep.join([str(folder), str(ROOT), os.environ.get("PYTHONPATH", "")])
    environment = {**kept, "CI": "1", "NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": path}
    start = time.perf_counter()
    process = subprocess.Popen(command, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert process.stdout is not None
    said = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    if status:
        raise SystemExit(f"{' '.join(command)} failed:\n{said.decode()}")
    return Run(time.perf_counter() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def _frame(site: Path) -> int:
    """The bytes of the largest entry page's HTML that do not belong to its body."""
    pages = [path.read_text("utf-8") for path in site.glob("practices/*/index.html")]
    return max(len((p[: p.index('<article class="entry')] + p[p.rindex("</article>") :]).encode()) for p in pages)


if __name__ == "__main__":
    sys.exit(main())
