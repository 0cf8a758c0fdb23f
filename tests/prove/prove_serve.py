"""Edits while the preview runs: it shows each as a clean build would, says what is wrong, and leaves nothing."""

from __future__ import annotations

import http.client
import json
import os
import re
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from generator import pipeline
from generator.config.project import read_config
from generator.diagnostics.diagnostic import stops_the_build
from tests.conftest import ROOT
from tests.prove.figures import Figures, counted
from tests.prove.playbook import Playbook

EDITS = counted(36, small=6)
NOTICED_WITHIN = 120.0
"""Seconds after which an edit counts as lost, on a machine that does other things as well."""

CLIENT = re.compile(rb'<link rel="stylesheet" href="/__preview/preview\.css"><script type="module" [^>]*></script>')
TERM = "title: {0}\nsummary: A thin bar, number {0}.\nmeaning: It keeps the wheel round.\norigin: own\n"
CHANGE = "changes:\n  - {{id: c{0}, date: 2026-01-02, title: New {0}, what: It is new., entries: [at-the-counter]}}\n"


def replaced(path: Path, text: str) -> None:
    """Write a file as many editors do: beside it, and then in its place."""
    beside = path.with_name(f".{path.name}.swp")
    beside.write_text(text, "utf-8")
    beside.replace(path)


def appended(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    replaced(path, (path.read_text("utf-8") if path.exists() else "") + text)


def moved_and_back(root: Path) -> None:
    (root / "content").rename(root / "away")
    time.sleep(0.5)  # long enough to be noticed, or not
    (root / "away").rename(root / "content")


def mended(path: Path, bad: str) -> None:
    before = path.read_text("utf-8")
    path.write_text(before + bad, "utf-8")
    time.sleep(0.5)
    path.write_text(before + "# Mended.\n", "utf-8")


EDIT: tuple[Callable[[Path, int], object], ...] = (
    lambda root, n: (root / f"content/terms/spoke-{n}.yml").write_text(TERM.format(f"Spoke {n}")),
    lambda root, n: appended(root / "content/terms/spoke-0.yml", f"# {n}\n"),
    lambda root, n: replaced(root / "content/terms/spoke-0.yml", TERM.format(f"Nipple {n}")),
    lambda root, n: (root / "content/terms/spoke-0.yml").write_text("title: [\n"),
    lambda root, n: (root / "content/terms/spoke-0.yml").write_text(TERM.format(f"Rim {n}")),
    lambda root, n: replaced(root / "changes.yml", CHANGE.format(n)),
    lambda root, n: replaced(root / "addresses.txt", f"terms/gone-{n}/\n"),
    lambda root, n: (root / "addresses.txt").unlink(),
    lambda root, n: (root / "content/redirects.yml").write_text(f"terms/gone-{n}: at-the-counter\n"),
    lambda root, n: appended(root / "themes/playbook/css/own.css", f"/* {n} */\n"),
    lambda root, n: appended(root / "themes/playbook/js/own.js", f"// {n}\n"),
    lambda root, n: (root / "site_config.yml").write_text(
        re.sub("tagline: .*", f"tagline: Bicycles {n}.", (root / "site_config.yml").read_text("utf-8")), "utf-8"
    ),
    lambda root, n: replaced(root / "content/pages/late.md", f"# Late {n}\n\nA lead.\n"),
    lambda root, n: (root / "content/pages/late.md").unlink(),
    lambda root, n: moved_and_back(root),
    lambda root, n: appended(root / "content/terms/spoke-0.yml", f"# After {n}.\n"),
    lambda root, n: mended(root / "site_config.yml", "nav: [\n"),
    lambda root, n: (root / f"content/terms/spoke-{n // len(EDIT) * len(EDIT)}.yml").write_text(TERM.format("Hub")),
)
"""What is edited in turn, each time with another number."""


@dataclass
class Serving:
    """`playbook serve` in a process of its own."""

    root: Path
    address: str

    def get(self, path: str) -> bytes:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=NOTICED_WITHIN)
        try:
            connection.request("GET", path)
            return CLIENT.sub(b"", connection.getresponse().read())
        finally:
            connection.close()

    @property
    def report(self) -> str:
        connection = http.client.HTTPConnection(urlsplit(self.address).netloc, timeout=NOTICED_WITHIN)
        try:
            connection.request("GET", "/__preview/events")
            line = connection.getresponse().readline()
            return str(json.loads(line.removeprefix(b"data: "))["report"])
        finally:
            connection.close()

    def shows(self, files: Mapping[str, bytes] | None) -> bool:
        """Whether it shows these files; without any, whether it says that the content has errors."""
        if files is None:
            return "error[" in self.report
        below = urlsplit(self.address).path
        return all(self.get(below + path.removesuffix("index.html")) == files[path] for path in files)


@contextmanager
def serving(root: Path, temporary: Path) -> Iterator[tuple[Serving, list[str]]]:
    """The preview of a playbook; at the end it is interrupted, and the list has what it has said."""
    said: list[str] = []
    command = [sys.executable, "-c", "import signal, sys; signal.signal(signal.SIGINT, signal.default_int_handler); "
               "from generator.cli import main; sys.exit(main(sys.argv[1:]))", "serve", "--config"]  # fmt: skip
    log = temporary.with_name("said.txt")
    with log.open("wb") as file:
        process = subprocess.Popen(
            [*command, str(root / "site_config.yml"), "--port", "8700"],
            cwd=ROOT, env={**os.environ, "TMPDIR": str(temporary)}, stderr=file,
        )  # fmt: skip
        try:
            until = time.monotonic() + NOTICED_WITHIN
            while not (found := re.search(r"http://\S+", log.read_text("utf-8"))):
                assert process.poll() is None, log.read_text("utf-8")
                assert time.monotonic() < until
                time.sleep(0.05)
            yield Serving(root, found[0]), said
        finally:
            process.send_signal(signal.SIGINT)
            try:
                said.append(f"exit {process.wait(NOTICED_WITHIN)}")
            finally:
                process.kill()
                said.append(log.read_text("utf-8"))


def clean(root: Path) -> dict[str, bytes] | None:
    """What a clean build gives: some pages of each kind and all data; None if there are errors."""
    project, _ = read_config(root / "site_config.yml")
    if project is None:
        return None
    reading = pipeline.connected(project)
    if stops_the_build(reading.diagnostics, strict=False):
        return None
    files = pipeline.files(project, pipeline.build(project, reading))
    wanted = re.compile(r"[^/]+|terms/.*|about/.*|[^/]+/index\.html|api/.*|assets/.*\.css|practices/[^/]+/index\.html")
    return {file.path: file.content for file in files if wanted.fullmatch(file.path)}


def test_edits_under_serve(tmp_path: Path, figures: Figures) -> None:
    root, temporary = tmp_path / "playbook", tmp_path / "temporary"
    temporary.mkdir()
    Playbook.example().write(root)
    (root / "content/terms").mkdir(exist_ok=True)
    before = {path.relative_to(root) for path in root.rglob("*")}
    lost, worst = [], 0.0
    with serving(root, temporary) as (preview, said):
        for number in range(EDITS):
            EDIT[number % len(EDIT)](root, number)
            start, expected = time.monotonic(), clean(root)
            while not (seen := preview.shows(expected)) and time.monotonic() - start < NOTICED_WITHIN:
                time.sleep(0.1)
            worst = max(worst, time.monotonic() - start)
            lost += [] if seen else [number]
    code, log = said
    faults = log.count("Traceback") + log.count("internal error") + (code != "exit 0")
    edited = {Path("changes.yml"), Path("addresses.txt"), Path("themes"), Path("content/pages"), Path("content/terms")}
    new = {path.relative_to(root) for path in root.rglob("*")} - before
    left = [path for path in new if not any(path.is_relative_to(one) for one in edited)]
    left = [path for path in left if path != Path("content/redirects.yml")] + list(temporary.iterdir())
    figures(
        f"{EDITS} edits under serve: {len(lost)} lost, {faults} faults, {len(left)} left behind ({worst:.1f} s at most)"
    )
    assert (lost, faults, left) == ([], 0, []), log
