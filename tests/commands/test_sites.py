"""Several sites from one content, as the commands make them."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.commands.serve import Builder
from tests.conftest import CONFIG, Playbook

SETTINGS = """\
edit_url: https://git.example/{file}
owners: {desk: {name: The desk}}
review_months: {terms: 6}
sites:
  inside: {url: "https://inside.example/"}
  partners:
    url: https://partners.example/book/
    name: For partners
    lead: What we do together.
    kinds: [terms]
    without: [price-floor]
    editorial: false
    pages: []
"""
TERM = "title: {title}\nsummary: S.\nmeaning: {meaning}\norigin: own\n"
_MENTIONS = "[[margin|what is left]] and [[idea]]"
FILES = {
    "site_config.yml": f"{SETTINGS}{CONFIG}",
    "content/terms/offer.yml": TERM.format(title="Offer", meaning=f"As in [[price-floor]], {_MENTIONS}.")
    + "owner: desk\nreviewed: 2026-03-01\n",
    "content/terms/price-floor.yml": TERM.format(title="Price floor", meaning="M."),
    "content/terms/margin.yml": f"{TERM.format(title='Margin', meaning='M.')}hidden_from: [partners]\n",
    "content/terms/idea.yml": f"{TERM.format(title='Idea', meaning='M.')}draft: true\n",
    "content/terms/promise.yml": f"{TERM.format(title='Promise', meaning='M.')}only_in: [partners]\n",
    "content/figures/ten.yml": "title: Ten\nsummary: S.\nvalue: '10'\ncounts: Days.\nfirmness: rule\norigin: own\n",
    "content/pages/about.md": "# About\n\nA lead.\n",
}


@pytest.fixture
def root(playbook: Playbook, monkeypatch: pytest.MonkeyPatch, no_editorial_rules: None) -> Path:
    root = playbook(FILES)
    monkeypatch.chdir(root)
    return root


def _entries(site: Path) -> set[str]:
    return {entry["id"] for entry in json.loads((site / "api/entries.json").read_text("utf-8"))["entries"]}


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_two_sites_from_one_content(
    root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert main(["build"]) == 0
    inside, partners = root / "site/inside", root / "site/partners"
    assert "pages in site/inside" in capsys.readouterr().out.replace(f"{root}/", "")
    assert _entries(inside) == {"offer", "price-floor", "margin", "ten"}
    assert _entries(partners) == {"offer", "promise"}
    # A site has its own name and address, and its entries, search and pages know nothing of the others.
    home, offer = (partners / "index.html").read_text("utf-8"), (partners / "terms/offer/index.html").read_text("utf-8")
    assert "For partners" in home
    assert "What we do together." in home
    assert "As in Price floor, what is left and Idea." in offer
    assert 'href="https://partners.example/book/terms/offer/"' in offer
    assert 'href="../../terms/margin/"' in (inside / "terms/offer/index.html").read_text("utf-8")
    assert [path for path, file in _files(partners).items() if b"terms/margin" in file or b"Ten" in file] == []
    # What is for those who keep the playbook is on the site for them alone.
    assert b"The desk" in (inside / "terms/offer/index.html").read_bytes()
    assert (inside / "calendars/desk.ics").exists()
    assert [path for path, file in _files(partners).items() if b"The desk" in file or b"git.example" in file] == []
    assert b"1 March 2026" in (inside / "terms/offer/index.html").read_bytes()
    assert "1 March 2026" not in offer  # although the entry refers to a draft as well, and is made without it
    assert not (partners / "needs-a-look").exists()
    assert not (partners / "calendars").exists()
    assert (inside / "about/index.html").exists()
    assert not (partners / "about").exists()
    # The next build of both finds nothing to do; one that changes a single entry makes what a clean one makes.
    monkeypatch.setattr(pipeline, "read", lambda *_, **__: pytest.fail("it read the content"))
    assert main(["build"]) == 0
    monkeypatch.undo()
    monkeypatch.chdir(root)
    (root / "content/terms/margin.yml").write_text(TERM.format(title="Margin", meaning="M."), "utf-8")
    assert main(["build"]) == 0
    assert _entries(partners) == {"offer", "promise", "margin"}
    made = _files(root / "site")
    assert main(["build", "--clean"]) == 0
    assert _files(root / "site") == made


def test_one_of_them_goes_into_a_folder_of_its_own_and_keeps_its_own_addresses(
    root: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["addresses", "--site", "partners"]) == 0
    assert "in addresses-partners.txt; commit it" in capsys.readouterr().out
    assert "terms/offer/" in (root / "addresses-partners.txt").read_text("utf-8")
    assert "terms/margin/" not in (root / "addresses-partners.txt").read_text("utf-8")
    assert main(["build", "--site", "partners", "--site-dir", "out"]) == 0
    assert _entries(root / "out") == {"offer", "promise"}
    assert not (root / "site").exists()
    capsys.readouterr()
    offer = root / "content/terms/offer.yml"
    offer.write_text(f"{offer.read_text('utf-8')}hidden_from: [partners]\n", "utf-8")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "addresses-partners.txt:8:1: error[lost-address]: `terms/offer/` was published, but no longer exists" in said
    assert "`playbook addresses --site partners --forget terms/offer/` gives it up" in said
    assert "hint: content/terms/offer.yml is not on this site now: see `sites:` in the configuration" in said
    offer.write_text(f"{offer.read_text('utf-8').replace('hidden_from: [partners]', 'draft: true')}", "utf-8")
    assert main(["check"]) == 1
    assert "hint: it is a draft now: remove `draft: true` in content/terms/offer.yml; " in capsys.readouterr().out
    (root / "content/archive").mkdir()
    offer.rename(root / "content/archive/offer.yml")
    assert main(["check"]) == 1
    said = capsys.readouterr().out
    assert "hint: content/archive/offer.yml has this name, but is not read: move it into the folder terms/; " in said


def test_without_a_name_the_addresses_of_each_are_recorded(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["addresses"]) == 0
    said = [line.rpartition(" in ")[2] for line in capsys.readouterr().out.splitlines()]
    assert said == ["addresses-inside.txt; commit it", "addresses-partners.txt; commit it"]
    assert not (root / "addresses.txt").exists()
    assert main(["addresses", "--forget", "terms/offer/"]) == 2
    assert "say of which site the address is, with `--site NAME`; the sites are: inside, partners" in (
        capsys.readouterr().err
    )


def test_the_preview_shows_one_of_them_or_everything(root: Path) -> None:
    pages = [set(Builder(root / "site_config.yml", site).build().files or ()) for site in ("", "partners")]
    assert {"terms/margin/index.html", "terms/promise/index.html", "about/index.html"} <= pages[0]
    assert "terms/promise/index.html" in pages[1]
    assert pages[1].isdisjoint({"terms/margin/index.html", "about/index.html"})


def test_the_entries_of_a_site_are_listed(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["list", "--site", "partners"]) == 0
    assert [line.split()[1] for line in capsys.readouterr().out.splitlines()] == ["idea", "offer", "promise"]


def test_a_site_that_there_is_not_is_said(root: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for command in (["build"], ["serve"], ["addresses"], ["print", "--book"]):
        assert main([*command, "--site", "partner"]) == 2
        assert "the configuration has no site `partner`; did you mean `partners`?" in capsys.readouterr().err
