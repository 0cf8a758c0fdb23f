"""What many tests need: a real Chromium, and small playbooks on disk."""

from __future__ import annotations

import fcntl
import gc
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from hashlib import sha256
from importlib import import_module
from pathlib import Path
from tempfile import mkdtemp

import pytest
from hypothesis import settings
from playwright.sync_api import Browser, Page, sync_playwright

from generator import parallel
from tests.browser.profiles import tab_in
from tests.checks import small_playbook
from tests.node.process import Node

EVERY_CASE = "EVERY_CASE"
"""The environment variable that, if it is not empty, makes each sample the whole: see tests/sampling.py."""


def every_case() -> bool:
    """Whether each sample is the whole."""
    return bool(os.environ.get(EVERY_CASE))


def some_of(tries: int) -> int:
    """A fifth of so many tries that are much alike, or all of them."""
    return tries if every_case() else max(1, tries // 5)


# How long an example takes says nothing on a machine that does other things as well.
settings.register_profile("playbook", deadline=None, max_examples=some_of(100))
settings.load_profile("playbook")

ROOT = Path(__file__).parent.parent
GOLDEN = ROOT / "tests" / "golden"

USABLE_CORES = parallel.usable_cores
"""As the program has it."""

OF_THIS_RUN = "PLAYBOOK_TESTS"
"""The environment variable with the folder of what the processes of a run of tests share."""


MEMORY = Path("/dev/shm")
"""A folder of Linux that is kept in memory: tests make many small files, and most of them are gone after a second."""

MEMORY_NEEDED = 4_000_000_000
"""The bytes that have to be free there."""


def pytest_configure(config: pytest.Config) -> None:
    """The folder is made by the process that starts the others, and before them, so that they know it.

    All temporary files of a run are in it, and go with it. `--basetemp FOLDER` keeps those of tests in a folder.
    """
    if not hasattr(config, "workerinput"):
        in_memory = MEMORY.is_dir() and shutil.disk_usage(MEMORY).free > MEMORY_NEEDED
        folder = mkdtemp(prefix="playbook-tests-", dir=MEMORY if in_memory else None)
        os.environ |= {OF_THIS_RUN: folder, "TMPDIR": folder}
        tempfile.tempdir = folder
    # The default of Python looks through all objects too often for processes that keep many.
    gc.set_threshold(200_000, 50, 100)
    # Templates are compiled and typefaces cut once in a run, and no test leaves something in the cache of the user.
    os.environ["XDG_CACHE_HOME"] = os.environ[OF_THIS_RUN]
    parallel.usable_cores = lambda: 1


@pytest.fixture
def all_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    """Commands share their work among processes, as they do for people.

    Otherwise they do it alone: the processes of a run of tests keep all cores busy, and forks of them are dear.
    """
    monkeypatch.setattr(parallel, "usable_cores", USABLE_CORES)


def _is_whole(config: pytest.Config) -> bool:
    """Whether all tests are run, and not those of some files or folders."""
    return config.args_source is pytest.Config.ArgsSource.TESTPATHS


BUILDER = pytest.StashKey["subprocess.Popen[bytes]"]()


def pytest_sessionstart(session: pytest.Session) -> None:
    """While the processes of a whole run collect tests, one more builds the example, which many tests need. It fills
    the cache of the user, too, or else each process would begin with three seconds of compiling and cutting."""
    config = session.config
    if _is_whole(config) and config.getoption("numprocesses", None):
        build = "from tests.playbooks import EXAMPLE_PLAYBOOK, built; built(EXAMPLE_PLAYBOOK)"
        config.stash[BUILDER] = subprocess.Popen([sys.executable, "-c", build], cwd=ROOT)


@pytest.hookimpl(tryfirst=True)
def pytest_collection(session: pytest.Session) -> None:
    """Each process of a whole run first imports its own share of the modules: where none has been compiled before, each
    is compiled by one of them, and found by the others. A module that cannot be imported is reported when it is
    collected."""
    config = session.config
    if not hasattr(config, "workerinput") or not _is_whole(config):
        return
    own, count = int(config.workerinput["workerid"].removeprefix("gw")), int(config.workerinput["workercount"])
    for path in sorted((ROOT / "tests").rglob("test_*.py"))[own::count]:
        with suppress(Exception):
            import_module(".".join(path.relative_to(ROOT).with_suffix("").parts))


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Each process begins with slow tests, so that at the end none works alone on one while the others wait.

    The first gets the first part of all tests, and so on. Slow tests of one file stay together.
    Tests of what is made at random try a sample.
    """
    for item in items:
        if getattr(getattr(item, "obj", None), "is_hypothesis_test", False):
            item.add_marker(pytest.mark.sampled)
    if not hasattr(config, "workerinput"):
        return
    count = int(config.workerinput["workercount"])
    slow = [item for item in items if item.get_closest_marker("slow")]
    quick = [item for item in items if not item.get_closest_marker("slow")]
    files = list(dict.fromkeys(item.path for item in slow))
    items.clear()
    for at in range(count):
        items += [item for item in slow if item.path in files[at::count]]
        items += quick[len(quick) * at // count : len(quick) * (at + 1) // count]


def pytest_collection_finish() -> None:
    """Modules and tests stay, so nothing looks through them again."""
    gc.freeze()


def pytest_unconfigure(config: pytest.Config) -> None:
    if builder := config.stash.get(BUILDER, None):
        builder.kill()
        builder.wait()
    if not hasattr(config, "workerinput"):
        shutil.rmtree(os.environ.pop(OF_THIS_RUN), ignore_errors=True)


def _of_this_run(name: str, file: str) -> Path:
    """A file that the processes of a run share, by what it belongs to."""
    place = Path(os.environ[OF_THIS_RUN]) / sha256(name.encode()).hexdigest()[:16]
    place.mkdir(parents=True, exist_ok=True)
    return place / file


@contextmanager
def one_at_a_time(name: str) -> Iterator[None]:
    """What only one process of a run may do at the same time."""
    with _of_this_run(name, "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def made_once(name: str, make: Callable[[Path], bytes]) -> tuple[bytes, Path]:
    """What `make` makes, which may write into a folder, too: by the first process of a run that asks, for all."""
    kept, folder = _of_this_run(name, "made"), _of_this_run(name, "folder")
    with one_at_a_time(name):
        folder.mkdir(exist_ok=True)
        if not kept.exists():
            kept.write_bytes(make(folder))
    return kept.read_bytes(), folder


DISABLED = [
    # The browser's own buttons and menus as pages, and processes in reserve: they cost as much as a page of a test.
    *("InitialWebUI", "PreloadTopChromeWebUI", "PreloadTopChromeWebUILessNavigations", "SidePanel"),
    *("SpareRendererForSitePerProcess", "TabSearch", "WebUIOmniboxAimPopup", "WebUIOmniboxFullPopup"),
    *("WebUIOmniboxPopup", "WebUIReloadButton", "WebUIToolbar"),
    # What Playwright disables: of this option Chromium takes the last only.
    *("AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades", "LensOverlay"),
    *("HttpsFirstBalancedModeAutoEnable", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning"),
    *("AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "PreconnectToSearch"),
    "AimEnabled",
]
CHROMIUM_ARGS = [
    # Tabs of a profile share a process, which then lasts from one test to the next: see tests/browser/profiles.py.
    "--process-per-site",
    # So that a new tab does not begin with a process of its own.
    "--renderer-process-limit=1",
    # Whatever asks another machine for something fails, as tests then see.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
    # Scripts run once here: what other threads would prepare for later is not worth their time.
    "--js-flags=--single-threaded,--always-sparkplug",
    f"--disable-features={','.join(DISABLED)}",
    # Pages are laid out, and little of them is drawn, because no test looks at pictures of pages.
    "--force-gpu-mem-available-mb=1",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """The Chromium that `make test` found, driven by Playwright."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=os.environ["CHROMIUM"], args=CHROMIUM_ARGS)
        yield browser
        browser.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A page in a browser profile that holds nothing from before."""
    with tab_in(browser) as page:
        yield page


CONFIG = """\
name: A playbook
tagline: For a test.
url: https://playbook.example/
language: en-GB
home:
  lead: A test.
nav:
  - title: All
    kinds: [practices, tells]
"""

Playbook = Callable[[Mapping[str, str]], Path]


@pytest.fixture(autouse=True)
def garbage_is_collected() -> Iterator[None]:
    """Commands turn the garbage collector off, because their process soon ends. That of the tests does not."""
    yield
    gc.enable()


@pytest.fixture
def no_editorial_rules(monkeypatch: pytest.MonkeyPatch) -> None:
    """They have tests of their own."""
    monkeypatch.setattr("generator.stages.check.editorial", lambda *_: ())


@pytest.fixture
def playbook(tmp_path: Path) -> Playbook:
    """Writes a playbook with the given files, by their paths, and gives its folder."""

    def write(files: Mapping[str, str]) -> Path:
        root = tmp_path / "playbook"
        (root / "content").mkdir(parents=True, exist_ok=True)
        if not (root / "themes").exists():
            (root / "themes").symlink_to(ROOT / "themes")
        for name, text in {"site_config.yml": CONFIG, **files}.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return root

    return write


Small = Callable[[Mapping[str, str]], Path]


@pytest.fixture
def small(playbook: Playbook, monkeypatch: pytest.MonkeyPatch) -> Small:
    """The small playbook on disk with some files in place of its own; it is the working folder."""

    def write(files: Mapping[str, str]) -> Path:
        root = playbook({"site_config.yml": small_playbook.CONFIG, **small_playbook.clean_files(), **files})
        monkeypatch.chdir(root)
        return root

    return write


def files_under(root: Path) -> dict[str, str]:
    """Every file of the content as it is written, by its name from the root."""
    return {
        path.relative_to(root).as_posix(): path.read_bytes().decode("utf-8")
        for path in sorted((root / "content").rglob("*"))
        if path.is_file()
    }


def example_content(root: Path) -> Path:
    """Put the content of the example playbook into the folder, in place of what is there."""
    shutil.rmtree(root / "content")
    shutil.copytree(ROOT / "tests/playbook/content", root / "content")
    shutil.copy(ROOT / "tests/playbook/site_config.yml", root)
    return root


def compare(actual: str, golden: Path) -> None:
    """Compare a text with the file that holds what it should be; UPDATE_GOLDEN=1 writes it anew.

    Each file belongs to one test, or else the last of two would decide what it holds.
    """
    owner, test = _of_this_run(f"golden {golden}", "owner"), os.environ["PYTEST_CURRENT_TEST"].rpartition(" ")[0]
    with suppress(FileExistsError), owner.open("x", encoding="utf-8") as file:
        file.write(test)
    assert owner.read_text(encoding="utf-8") in (test, ""), f"two tests compare with {golden}"
    if os.environ.get("UPDATE_GOLDEN"):
        replace_text(golden, actual)
    assert golden.exists(), f"{golden.relative_to(ROOT)} is missing: run the tests with UPDATE_GOLDEN=1 and read it"
    assert actual == golden.read_text(encoding="utf-8")


def replace_text(path: Path, text: str) -> None:
    """Write a file as a whole, so that another process sees the old text or the new one."""
    path.parent.mkdir(parents=True, exist_ok=True)
    written = path.with_name(f".{path.name}.{os.getpid()}")
    written.write_text(text, encoding="utf-8")
    written.replace(path)


@pytest.fixture(scope="session")
def node() -> Iterator[Node]:
    """The theme's modules in Node.js: one process for all tests."""
    with Node() as node:
        yield node
