"""A hosted site whose service worker keeps it: read without a network, and updated while it is read."""

from __future__ import annotations

import hashlib
import re
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, BrowserContext, expect
from playwright.sync_api import Page as Tab

from generator.offline.service_worker import kept_with_all, service_worker
from tests.browser import walk
from tests.browser.profiles import close
from tests.browser.served import Watched, served_folder
from tests.playbooks import EXAMPLE_PLAYBOOK, built

pytestmark = pytest.mark.browser

PAGE, OTHER, THIRD = "practices/ask-before-fixing/", "checklists/intake-list/", "practices/"

PICTURE, SMALL = "files/plan.png", "assets/pictures/plan.png/0a-400.webp"

READY = """async (pages) => {
  const { active } = await navigator.serviceWorker.ready;
  if (active.state !== "activated") return false;
  const names = (await caches.keys()).filter((name) => !name.endsWith(":settings"));
  const kept = await (await caches.open(names[0])).keys();
  const has = (page) => kept.some(({ url }) => url.endsWith(`/${page}index.html`));
  return names.length === 1 && pages.every(has);
}"""
"""Whether one build is kept, with these pages."""

IDLE = "async () => !(await navigator.serviceWorker.getRegistration()).installing"
"""Whether no other build is being kept."""


def deploy(folder: Path, build: str) -> None:
    """Bring a build of the example into a folder, in place of what is there.

    Its pages and one of its scripts, which all pages load, name the build; scripts lie in a folder of each build.
    """
    _, site = built(EXAMPLE_PLAYBOOK)
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(site, folder)
    (script,) = folder.glob("assets/*/common.js")
    release = script.parent
    script.write_text(f"{script.read_text('utf-8')}\ndocument.documentElement.dataset.script = '{build}';\n", "utf-8")
    (register,) = folder.glob("assets/*/register.js")
    for page in folder.rglob("*.html"):
        up = "../" * (len(page.relative_to(folder).parts) - 1)
        worker = f'<script data-worker="{up}sw.js" defer src="{up}{register.relative_to(folder)}"></script></head>'
        html = page.read_text("utf-8").replace("</head>", worker).replace("<html ", f'<html data-page="{build}" ')
        page.write_text(html.replace(release.name, f"{release.name}{build}"), "utf-8")
    release.rename(release.with_name(f"{release.name}{build}"))
    for path in (PICTURE, SMALL):
        (folder / path).parent.mkdir(parents=True)
        (folder / path).write_text(path, "utf-8")
    files = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*") if path.is_file()}
    hashes = {path: hashlib.sha256(file.read_bytes()).hexdigest() for path, file in files.items()}
    size = sum(files[path].stat().st_size for path in kept_with_all(hashes))
    (folder / "sw.js").write_bytes(service_worker(hashes, size))


@contextmanager
def reading(context: BrowserContext, address: str) -> Iterator[Watched]:
    """A tab in which nothing goes wrong but what needs the network."""
    tab = context.new_page()
    reader = Watched(tab, address)
    yield reader
    assert [said for said in reader.complaints if "Failed to load resource" not in said] == []
    close(tab)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of a build that stays."""
    folder = tmp_path_factory.mktemp("hosted") / "site"
    deploy(folder, "a")
    return folder


@pytest.fixture
def context(browser: Browser) -> Iterator[BrowserContext]:
    context = browser.new_context()
    yield context
    context.close()


def builds(tab: Tab) -> tuple[str, str]:
    """The build of the page that is shown, and that of its script."""
    tab.wait_for_function("() => document.documentElement.dataset.script")
    page, script = tab.evaluate("[document.documentElement.dataset.page, document.documentElement.dataset.script]")
    return page, script


def wait_until(tab: Tab, asked: str, given: Any = None) -> None:
    """Wait for an answer that is true. `wait_for_function` would take the promise of an answer for true."""
    for _ in range(300):
        if tab.evaluate(asked, given):
            return
        tab.wait_for_timeout(100)
    raise AssertionError(f"never true: {asked}")


def wait_for_ready(tab: Tab, *pages: str) -> None:
    wait_until(tab, READY, pages)


@pytest.mark.rehearsal
def test_what_was_opened_works_without_a_network_and_everything_on_demand(context: BrowserContext, site: Path) -> None:
    """A page is read without a network below, and tests/node/test_service_worker.py has what a worker answers."""
    with served_folder(site) as address, reading(context, address) as reader:
        reader.open(PAGE)  # and left before the worker is asked for
        wait_for_ready(reader.open("about/"), PAGE, "about/")
        for path in (OTHER, walk.SHOP, walk.LIST):
            reader.open(path)
        context.set_offline(True)
        walk.search(reader, PAGE)
        walk.self_check(reader)
        walk.checklist(reader)
        tab = reader.open("tells/")
        expect(tab.locator("keep-offline")).to_contain_text("this device does not store the page “Tells”")
        context.set_offline(False)
        tab.get_by_role("link", name="Try again").click()
        expect(tab).to_have_url(f"{address}tells/")
        tab = reader.open("offline/")
        tab.get_by_role("button", name=re.compile("Store the whole playbook on this device")).click()
        expect(tab.get_by_role("status")).to_contain_text("The whole playbook is stored on this device")
        context.set_offline(True)
        walk.pack(reader)
        # Of a picture one size is kept, which stands in for all.
        content = "(address) => fetch(address).then((answer) => answer.text())"
        assert tab.evaluate(content, f"{address}{SMALL}") == PICTURE


@pytest.mark.rehearsal
def test_the_page_waits_for_what_keeps_it_and_erasing_removes_the_stored_pages_too(
    context: BrowserContext, site: Path
) -> None:
    """As the first page it is shown before there is a service worker."""
    with served_folder(site) as address, reading(context, address) as reader:
        tab = reader.open("offline/")
        expect(tab.get_by_role("status")).to_have_text(re.compile("That takes a few seconds|stored on this device"))
        expect(tab.get_by_role("button", name=re.compile("Store the whole playbook"))).to_be_visible(timeout=20_000)
        expect(tab.get_by_role("status")).to_contain_text("stored on this device")

        wait_for_ready(reader.open(PAGE), PAGE)
        reader.open(OTHER)
        context.set_offline(True)
        expect(reader.open(PAGE).get_by_role("heading", level=1)).to_have_text("Ask before you fix")
        missing = reader.open("practices/no-jargon/").locator("keep-offline")
        expect(missing).to_contain_text("this device does not store the page “Speak like a rider”")
        context.set_offline(False)
        tab = reader.open("about/")
        tab.get_by_role("button", name="Erase what is kept here").press("Enter")
        dialog = tab.get_by_role("dialog")
        expect(dialog).to_contain_text(
            "The pages that this device stores for reading without a network are removed, too."
        )
        dialog.get_by_role("button", name="Yes, erase everything").press("Enter")
        expect(dialog.get_by_role("status")).to_contain_text("is erased")
        stored = """async () => (await Promise.all((await caches.keys()).map(async (name) =>
            (await (await caches.open(name)).keys()).map(({ url }) => url)))).flat()"""
        assert not [url for url in tab.evaluate(stored) if PAGE in url or OTHER in url]


def test_without_anything_that_keeps_pages_the_page_says_so(reader: Watched) -> None:
    expect(reader.open("offline/").get_by_role("status")).to_contain_text("This browser stores no pages here.")


@pytest.mark.rehearsal
def test_a_page_never_gets_a_script_of_another_build(context: BrowserContext, tmp_path: Path) -> None:
    site = tmp_path / "site"
    deploy(site, "a")
    update = "async () => (await navigator.serviceWorker.getRegistration()).update().then(() => 'new', () => 'none')"
    with served_folder(site) as address, reading(context, address) as reader:
        tab = reader.open(PAGE)
        wait_for_ready(tab, PAGE)
        assert builds(reader.open(PAGE)) == ("a", "a")

        # In the middle of a deployment: the worker is there, but no page.
        deploy(tmp_path / "next", "b")
        shutil.copyfile(tmp_path / "next/sw.js", site / "sw.js")
        assert tab.evaluate(update) == "new"
        wait_until(tab, IDLE)
        assert not tab.evaluate("async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)")
        context.set_offline(True)
        assert builds(reader.open(PAGE)) == ("a", "a")
        context.set_offline(False)

        # It is complete. The old worker shows new pages with their scripts; without a network, old ones with theirs.
        deploy(site, "b")
        assert builds(reader.open(THIRD)) == ("b", "b")
        walk.search(reader, PAGE)
        assert builds(tab) == ("b", "b")
        tab.wait_for_load_state("networkidle")  # it asks for scripts that the old worker does not have
        wait_until(tab, IDLE)
        context.set_offline(True)
        assert builds(reader.open(PAGE)) == ("a", "a")
        context.set_offline(False)
        assert builds(reader.open(PAGE)) == ("b", "b")
        tab.evaluate(update)
        wait_until(tab, "async () => Boolean((await navigator.serviceWorker.getRegistration()).waiting)")

        # The next tab is the first of the new build: what was read before came along.
        tab.goto("about:blank")
        tab = reader.open(PAGE)
        wait_for_ready(tab, PAGE)
        context.set_offline(True)
        assert builds(reader.open(PAGE)) == ("b", "b")
        assert builds(reader.open("")) == ("b", "b")
