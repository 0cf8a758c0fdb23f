"""Commands that are killed or run at the same time, and caches that are damaged."""

from __future__ import annotations

import os
import shutil
import signal
import time
from collections.abc import Callable
from pathlib import Path
from threading import Event, Thread

from tests.prove.commands import Book, Tree, tree
from tests.prove.figures import Figures, counted

KILLS = counted(200, small=9)
DAMAGES = counted(30, small=7)
PAIRS = counted(12, small=1)
CHANGES = counted(30, small=3)
REBUILDS = counted(40, small=3)

SIGNALS = (signal.SIGTERM, signal.SIGHUP, signal.SIGKILL)


def alive(session: int) -> bool:
    """Whether a process of the session still lives."""
    for path in Path("/proc").glob("[0-9]*/stat"):
        try:
            after_name = path.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(after_name[3]) == session and after_name[0] != "Z":
            return True
    return False


def test_kills(book: Book, figures: Figures) -> None:
    faults = lost = left = 0
    (book.root / ".cache").mkdir(exist_ok=True)
    for number in range(KILLS):
        entry = book.some_entry()
        renames = number % 3 > 0
        words = ("rename", entry, f"{entry}-{number}") if renames else ("build", "--pdf", "--clean")
        before = tree(book.root / "content")
        if number % 9 == 0:
            shutil.rmtree(book.root / ".cache")
        process = book.started(*words)
        time.sleep(book.dice.uniform(0.3, 1.6) if renames else book.dice.uniform(0.5, 6))
        process.send_signal(SIGNALS[number % 3 if not renames else (number // 3) % 3])
        complained, _ = process.communicate(timeout=60)
        if "internal error" in complained or "Traceback" in complained:
            faults += 1
            print("fault", words, complained)
        stop = time.monotonic() + 5
        while alive(process.pid) and time.monotonic() < stop:
            time.sleep(0.05)
        left += alive(process.pid)
        code, _ = book.run("check")
        lost += code != 0 or (renames and len(tree(book.root / "content")) != len(before))
        if (book.root / "site").exists():
            lost += not (book.root / "site" / "index.html").read_text("utf-8").rstrip().endswith("</html>")
    book.done("build", "--pdf")
    left += len(book.hidden())
    figures(f"writing: {KILLS} kills: {lost} lost, {left} left behind, {faults} faults of the program")
    assert (lost, left, faults) == (0, 0, 0)


def _swap(path: Path, other: Path) -> None:
    path.write_bytes(other.read_bytes())


def _flip(path: Path) -> None:
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


def _replaced(make: Callable[[Path], object]) -> Callable[[Path, Path], None]:
    def damage(path: Path, _other: Path) -> None:
        path.unlink()
        make(path)

    return damage


HOW: tuple[Callable[[Path, Path], object], ...] = (
    lambda path, _: path.write_bytes(b""),
    lambda path, _: path.write_bytes(path.read_bytes()[:-7]),
    lambda path, _: _flip(path),
    _swap,
    _replaced(lambda path: path.symlink_to("/etc/passwd")),
    _replaced(os.mkfifo),
    _replaced(Path.mkdir),
)


def test_damaged_caches(book: Book, figures: Figures) -> None:
    believed = 0
    book.done("build", "--pdf")
    good, said = tree(book.root / "site"), book.run("check")
    for number in range(DAMAGES):
        files = sorted((book.root / ".cache").rglob("*.kept"))
        path, other = book.dice.sample([file for file in files if file.is_file() and not file.is_symlink()], 2)
        HOW[number % len(HOW)](path, other)
        believed += book.run("check") != said
        book.done("build", "--pdf")
        believed += tree(book.root / "site") != good
    figures(f"writing: {DAMAGES} cache damages: {believed} believed")
    assert believed == 0


def test_pairs_of_builds(book: Book, figures: Figures) -> None:
    config = (book.root / "site_config.yml").read_text("utf-8")
    (book.root / "other.yml").write_text(config.replace("name: The", "name: Our"), "utf-8")
    calls = [("build", "--pdf"), ("build", "--pdf", "--config", "other.yml")]
    results: list[Tree] = []
    for words in calls:
        book.done(*words, "--site-dir", f"good-{len(results)}")
        results.append(tree(book.root / f"good-{len(results)}"))
    failed = wrong = 0
    for number in range(PAIRS):
        shutil.rmtree(book.root / ".cache") if number % 2 else None
        processes = [book.started(*words) for words in calls]
        for process in processes:
            process.communicate(timeout=600)
            failed += process.returncode != 0
        wrong += tree(book.root / "site") not in results
    figures(f"writing: {PAIRS} pairs of builds at once: {failed} failed, {wrong} mixed")
    assert (failed, wrong) == (0, 0)


def test_changes_at_once(book: Book, figures: Figures) -> None:
    """Each of two commands changes files that the other changes too."""
    content = book.root / "content"
    page = content / "pages" / "both.md"
    names = [next((content / kind).glob("*.yml")).stem for kind in ("practices", "worksheets")]
    lost = 0
    for number in range(CHANGES):
        page.write_text(f"# Both\n\n[[{names[0]}]] and [[{names[1]}]]\n", "utf-8")
        new = [f"one-{number}", f"two-{number}"]
        processes = [book.started("rename", *pair) for pair in zip(names, new, strict=True)]
        lost += any([process.communicate(timeout=600) and process.returncode for process in processes])
        lost += page.read_text("utf-8") != f"# Both\n\n[[{new[0]}]] and [[{new[1]}]]\n"
        lost += book.run("check")[0] != 0
        names = new
    left = len(book.hidden())
    figures(f"writing: {CHANGES} pairs of changes at once: {lost} lost, {left} left behind")
    assert (lost, left) == (0, 0)


def test_readers_during_rebuilds(book: Book, figures: Figures) -> None:
    book.done("build")
    ended, reads, broken = Event(), 0, 0

    def read() -> None:
        nonlocal reads, broken
        while not ended.is_set():
            try:
                text = (book.root / "site" / "index.html").read_text("utf-8")
            except OSError:
                text = ""
            reads, broken = reads + 1, broken + (not text.rstrip().endswith("</html>"))
            time.sleep(0.001)

    reader = Thread(target=read)
    reader.start()
    config = book.root / "site_config.yml"
    text = config.read_text("utf-8")
    for number in range(REBUILDS):
        config.write_text(text.replace("name: The", f"name: The {number}"), "utf-8")
        book.done("build")
    ended.set()
    reader.join()
    figures(f"writing: {REBUILDS} rebuilds under a reader: {broken} of {reads} reads broken")
    assert broken == 0
