"""Markup in every text of the example playbook: Chromium runs none of it, and no file of the site has any."""

from __future__ import annotations

import io
import json
import re
import shutil
from pathlib import Path

import markdown
import pytest
from playwright.sync_api import Browser
from pypdf import PdfReader

from generator import pipeline
from generator.config.project import read_config
from generator.paper import pdf
from generator.paper.documents import documents_of
from generator.paper.downloads import offers
from tests.browser.served import served_folder, watched
from tests.hostile.markup import baited, elements, files_of, found_in
from tests.playbooks import EXAMPLE_PLAYBOOK
from tests.prove.figures import Figures, counted

PAGES = counted(200, small=12)
PDFS = counted(20, small=2)
RUN = "() => { window.ran = []; window.hit = (...all) => window.ran.push(all); window.alert = window.hit; }"
FORBIDDEN = ("/JavaScript", "/JS", "/Launch", "/SubmitForm", "/ImportData", "/GoToR")


@pytest.fixture
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example playbook, with changes for its feed."""
    made = tmp_path_factory.mktemp("markup") / "playbook"
    shutil.copytree(EXAMPLE_PLAYBOOK.parent, made, ignore=shutil.ignore_patterns("themes"))
    change = "{id: first, date: 2026-01-02, title: New, what: It is new., entries: [at-the-counter]}"
    (made / "changes.yml").write_text(f"changes:\n  - {change}\n")
    return made


@pytest.mark.browser
def test_markup_in_every_text(root: Path, tmp_path: Path, browser: Browser, figures: Figures) -> None:
    sound = files_of(root)
    count = baited(root)
    files = files_of(root)
    found = found_in(files, sound)
    for path, raw in files.items():
        if path.endswith((".json", ".webmanifest")):
            json.loads(raw)
        elif path.endswith(".md"):
            found += [f"{path}: {one}" for one in elements(markdown.markdown(raw.decode(), extensions=["tables"]))[1]]
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(raw)

    pages = sorted(path for path in files if path.endswith("index.html"))
    opened = pages[:: max(1, len(pages) // PAGES)][:PAGES]
    with served_folder(tmp_path, "/book/") as address, watched(browser, address) as reader:
        reader.tab.add_init_script(f"({RUN})()")
        for path in opened:
            tab = reader.open(path.removesuffix("index.html"))
            tab.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
            tab.evaluate("document.querySelectorAll('main *').forEach((one) => { one.focus?.(); one.dispatchEvent("
                         "new MouseEvent('mouseover', { bubbles: true })); })")  # fmt: skip
            found += [f"{path}: ran {one}" for one in tab.evaluate("window.ran")]
        found += reader.complaints
    figures(
        f"{count} texts with markup: {len(files)} files, {len(opened)} pages in Chromium, {len(found)} with any of it"
    )
    assert found == []


def test_markup_in_pdfs(root: Path, figures: Figures) -> None:
    baited(root)
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    graph = pipeline.connected(project).graph
    made, found, links = documents_of(graph, project.site, project.theme), list[str](), 0
    wanted = list(offers(graph))
    for offer in wanted[:: max(1, len(wanted) // PDFS)][:PDFS]:
        html = made.document(offer.printable, offer.paper)
        found += [f"{offer.path}: {one}" for one in elements(html)[1]]
        reader = PdfReader(io.BytesIO(pdf.make(html)))
        text = "\n".join(str(reader.get_object(number)) for number in range(1, int(str(reader.trailer["/Size"]))))
        links += text.count("'/URI': '")
        found += [f"{offer.path}: {name}" for name in FORBIDDEN if f"'{name}'" in text]
        found += [f"{offer.path}: {one}" for one in re.findall(r"'/URI': '(?!https?:|mailto:)[^']*'", text)]
    figures(
        f"{min(PDFS, len(wanted))} PDFs with markup in their texts: {links} links, {len(found)} scripts and bad links"
    )
    assert found == []
    assert links
