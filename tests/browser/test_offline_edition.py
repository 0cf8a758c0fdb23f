"""The offline edition, opened from a disk: everything works as on the hosted site."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, expect
from playwright.sync_api import Page as Tab

from generator import pipeline
from tests.browser import walk
from tests.browser.served import Watched, watched
from tests.offline.named_files import missing
from tests.playbooks import EXAMPLE_PLAYBOOK, built
from tests.sampling import first_of

pytestmark = pytest.mark.browser

PAGE = "practices/ask-before-fixing/"


class OnDisk(Watched):
    """Opens the files of pages, as one does from a folder."""

    def open(self, path: str) -> Tab:
        return super().open(f"{path}index.html")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked archive of the example."""
    _, site = built(EXAMPLE_PLAYBOOK)
    paths = [path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()]
    made = pipeline.archived(site, paths, "offline/the-workshop-book.zip")
    unpacked = tmp_path_factory.mktemp("stick")
    with zipfile.ZipFile(io.BytesIO(made.content)) as archive:
        archive.extractall(unpacked)
    return unpacked / "the-workshop-book"


@pytest.fixture
def reader(browser: Browser, folder: Path) -> Iterator[Watched]:
    with watched(browser, f"{folder.as_uri()}/") as found:
        reader = OnDisk(found.tab, found.address)
        yield reader
    assert reader.complaints == []


TOOLS = (
    *(walk.pack, walk.plan),  # which take texts from other pages
    *(walk.calculator, walk.checklist, walk.browse, walk.text_check, walk.own_plan),
)


@pytest.mark.sampled
@pytest.mark.rehearsal
def test_it_works_from_a_disk_as_on_a_server(reader: Watched) -> None:
    walk.search(reader, PAGE)
    walk.follow_links(reader.tab)
    assert reader.tab.url.endswith("index.html")
    walk.self_check(reader)
    expect(reader.tab.get_by_text("Other files that this browser opens from a disk can read it")).to_be_visible()
    for use in first_of(TOOLS):
        use(reader)


def test_it_has_everything_that_its_pages_name(folder: Path) -> None:
    assert missing(folder) == {}
