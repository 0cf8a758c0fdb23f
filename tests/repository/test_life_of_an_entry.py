"""The whole life of an entry, through the command line as people type it, from an empty folder on."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from tests.loaded_program import LoadedProgram, loaded_program

ENTRY = """\
# yaml-language-server: $schema=../../schemas/practice.json
# Kept by whoever makes the tea.
title: "Offer a chair: first"   # the colon is meant
summary: Let people sit down before anything is unpacked.

level:   personal
origin: own
keywords: [seat, welcome, tea]
asked_as:
  - they stand about and I do not know why
  - 'what do I do with someone''s coat'
do: >-
  Pull out a chair before you ask for the thing.   Then
  say your name.
why: Whoever sits has time.      # and so do you
steps:
    - Pull out the chair on your side of the table.
    - Say your name, and ask for theirs.
say: ["Sit down, it may take a moment."]
badly: A chair is offered in passing and the bag is opened at once.
this_week: Put a second chair on your side.
not_when: Not where somebody prefers to stand.

links:
  next:
    - to: ask-what-it-is-for   # what comes next
      why: Once they sit, this is the first question.
  use:
    - to: before-we-open
      why: Two chairs on the same side stand on this list.
# the end

"""

LINKED = "  goes_with:\n    - to: offer-a-chair\n      why: People who sit tell you more.\n"


class Place:
    """A folder in which the command is called."""

    def __init__(self, root: Path, program: LoadedProgram) -> None:
        self.root = root
        self._program = program

    def playbook(self, *words: str, code: int = 0) -> str:
        """What the command says; it ends with this exit code, and complains only if that is not 0."""
        ended, said, complained = self._program.run(*words, cwd=self.root)
        assert (ended, bool(complained) and not code) == (code, False), said + complained
        return said + complained

    def git(self, *words: str) -> str:
        who = ("-c", "user.name=Test", "-c", "user.email=test@example.org")
        return subprocess.run(["git", *who, *words], cwd=self.root, check=True, capture_output=True, text=True).stdout

    def read(self, name: str) -> str:
        return (self.root / name).read_bytes().decode()

    def write(self, name: str, text: str) -> None:
        (self.root / name).write_bytes(text.encode())

    def content(self) -> Mapping[str, str]:
        names = (path.relative_to(self.root).as_posix() for path in sorted((self.root / "content").rglob("*.*")))
        return {name: self.read(name) for name in names}

    def site(self) -> set[str]:
        return {path.relative_to(self.root / "site").as_posix() for path in (self.root / "site").rglob("*.html")}


@pytest.fixture(scope="module")
def program() -> Iterator[LoadedProgram]:
    with loaded_program() as program:
        yield program


@pytest.mark.slow
@pytest.mark.rehearsal
def test_from_an_empty_folder_to_an_entry_that_is_gone(tmp_path: Path, program: LoadedProgram) -> None:
    Place(tmp_path, program).playbook("init", "book", "--name", "Our Bench", "--url", "https://bench.example/")
    book = Place(tmp_path / "book", program)
    born = book.content()

    # Its history begins with what was written. What a build writes is no part of that.
    book.git("init", "-q")
    book.git("add", ".")
    book.git("commit", "-q", "-m", "A new playbook")
    assert book.playbook("build", "--strict").endswith("pages in " + str(book.root / "site") + "\n")
    assert book.playbook("check", "--strict") == "no problems\n"
    assert book.git("status", "--porcelain") == ""
    before = book.site()

    # A new entry is a skeleton first, and the check says so.
    words = ("--title", "Offer a chair", "--summary", "Let people sit down first.", "--field", "level=personal")
    said = book.playbook("new", "practice", "offer-a-chair", *words)
    assert said.startswith("wrote content/practices/offer-a-chair.yml\nReplace every TODO")
    assert "[unfinished-text]" in book.playbook("check", "--strict", "content/practices/offer-a-chair.yml", code=1)
    assert "Nothing was built" in book.playbook("build", "--strict", code=1)
    assert book.site() == before

    # Without links, it is one that nothing leads to.
    book.write("content/practices/offer-a-chair.yml", ENTRY.partition("\nlinks:")[0] + "\n")
    assert "offer-a-chair" in book.playbook("list", "--orphaned")

    # Filled in, it is shown wherever it leads to.
    book.write("content/practices/offer-a-chair.yml", ENTRY)
    assert book.playbook("check", "content/practices/offer-a-chair.yml") == "no problems\n"
    assert "offer-a-chair" not in book.playbook("list", "--orphaned")

    # Linked from another, it is a page of the site, and so is the way to it.
    asking = born["content/practices/ask-what-it-is-for.yml"]
    book.write("content/practices/ask-what-it-is-for.yml", asking.replace("  goes_with:\n", LINKED, 1))
    assert book.playbook("check", "--strict") == "no problems\n"
    assert "ask-what-it-is-for" in book.playbook("graph", "offer-a-chair")
    book.playbook("build", "--strict")
    assert book.site() - before == {"practices/offer-a-chair/index.html"}
    assert 'href="../../practices/offer-a-chair/"' in book.read("site/practices/ask-what-it-is-for/index.html")

    # Reviewers read what that means.
    told = book.playbook("diff", "HEAD")
    assert "Offer a chair: first" in told
    assert "New pages: 1;" in told

    # Published, its address is kept for good: whoever deletes the file by hand is told what to do.
    recorded = book.playbook("addresses")
    assert recorded.startswith("recorded ")
    assert recorded.endswith(" new addresses in addresses.txt; commit it\n")
    (book.root / "content/practices/offer-a-chair.yml").unlink()
    book.write("content/practices/ask-what-it-is-for.yml", asking)
    said = book.playbook("build", code=1)
    assert "error[lost-address]: `practices/offer-a-chair/` was published, but no longer exists" in said
    assert "playbook addresses --redirect practices/offer-a-chair/" in said
    assert "practices/offer-a-chair/index.html" in book.site()
    book.write("content/practices/offer-a-chair.yml", ENTRY)
    book.write("content/practices/ask-what-it-is-for.yml", asking.replace("  goes_with:\n", LINKED, 1))

    # Renamed, everything names it anew; of its own file nothing changes but the alias, to the byte.
    book.playbook("rename", "offer-a-chair", "chair-first")
    renamed = book.read("content/practices/chair-first.yml")
    kept = [line for line in renamed.splitlines(keepends=True) if "offer-a-chair" not in line]
    assert "".join(line for line in kept if line != "aliases:\n") == ENTRY
    assert renamed.count("offer-a-chair") == 1
    assert book.read("content/practices/ask-what-it-is-for.yml") == asking.replace(
        "  goes_with:\n", LINKED.replace("offer-a-chair", "chair-first"), 1
    )
    assert book.playbook("check", "--strict") == "no problems\n"
    book.playbook("build", "--strict")
    assert book.site() - before == {"practices/chair-first/index.html", "practices/offer-a-chair/index.html"}
    assert "chair-first/" in book.read("site/practices/offer-a-chair/index.html")

    # Removed it cannot be while it is named.
    said = book.playbook("remove", "chair-first", "--to", "ask-what-it-is-for", code=1)
    assert "content/practices/ask-what-it-is-for.yml:" in said
    book.write("content/practices/ask-what-it-is-for.yml", asking)
    book.playbook("remove", "chair-first", "--to", "ask-what-it-is-for")

    # What is left is what was there at first, and every address that was ever published leads somewhere.
    now = dict(book.content())
    assert "chair-first" in now.pop("content/redirects.yml")
    assert now == born
    assert book.playbook("check", "--strict") == "no problems\n"
    book.playbook("build", "--strict")
    assert book.site() - before == {"practices/chair-first/index.html", "practices/offer-a-chair/index.html"}
    for old in ("chair-first", "offer-a-chair"):
        assert 'href="../../practices/ask-what-it-is-for/"' in book.read(f"site/practices/{old}/index.html")
    assert book.playbook("schema") == "everything is up to date\n"
