"""Every address that was published goes on working, or the build says what to do. Messages: `golden/diagnostics`."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from generator import pipeline
from generator.cli import main
from generator.config.project import read_config
from generator.permalinks.ledger import HEAD
from generator.permalinks.promises import addresses
from generator.site.page import Page, Section, Site
from tests.checks.small_playbook import clean_files
from tests.conftest import Small, made_once
from tests.media.made import SVG
from tests.playbooks import REAL_PLAYBOOK, built, reading

FILE = "content/terms/alone.yml"
ALONE = "title: Alone\nsummary: An entry that nobody names.\nmeaning: A term.\norigin: own\n"
CHECKLIST = "content/checklists/meeting-checklist.yml"


pytestmark = pytest.mark.usefixtures("no_editorial_rules")


@pytest.fixture
def recorded(small: Small, capsys: pytest.CaptureFixture[str]) -> Path:
    """The small playbook and a term that nobody names, all of it in the ledger."""
    root = small({FILE: ALONE})

    def record(folder: Path) -> bytes:
        assert main(["build"]) == main(["addresses"]) == 0
        capsys.readouterr()
        shutil.copytree(root / ".cache", folder / ".cache")
        return (root / "addresses.txt").read_bytes()

    known, made = made_once("the ledger of the small playbook and a term", record)
    (root / "addresses.txt").write_bytes(known)
    # What a build has left, so that the next one makes few pages.
    shutil.copytree(made / ".cache", root / ".cache", dirs_exist_ok=True)
    return root


def ledger(root: Path) -> str:
    return (root / "addresses.txt").read_text(encoding="utf-8").removeprefix(HEAD)


def page(root: Path, url: str) -> str:
    return (root / "site" / url / "index.html").read_text(encoding="utf-8")


def test_pages_promise_what_they_say_themselves() -> None:
    said, heard = Section("why", "Why", "<p>x</p>"), Section("connections", "On", "<p>x</p>", derived=True)

    def made(url: str, kind: str) -> Page:
        return Page(url, "T", "D", "", kind, "", (said, heard), items=("tick-a",))

    pages = (made("", "home"), made("terms/", "index"), made("about/", "page"), made("404.html", "404"))
    site = Site("N", "T", "https://playbook.example/", "en", pages, (), {}, ())

    assert addresses(site) == ("terms/", "about/", "about/#why", "about/#tick-a")


def test_the_first_call_makes_the_ledger(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({})
    assert main(["build", "--strict"]) == 0
    assert not (root / "addresses.txt").exists()
    capsys.readouterr()

    assert main(["addresses"]) == 0

    lines = ledger(root).splitlines()
    count = sum(len(line.split()) for line in lines)
    assert capsys.readouterr() == (f"recorded {count} new addresses in addresses.txt; commit it\n", "")
    assert lines == sorted(lines)
    assert "checklists/meeting-checklist/ #list #purpose #tick-one-question #tick-time-to-spare" in lines
    assert "assessments/patience-check/ #basis #before #key #leads #question-one-question #question-stayed "
    assert main(["addresses"]) == 0
    assert capsys.readouterr() == (f"addresses.txt is up to date: {count} addresses\n", "")


def test_a_build_never_writes_the_ledger_and_says_what_it_lacks(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ledger(recorded)
    (recorded / "content/terms/new.yml").write_text(ALONE.replace("Alone", "New"), encoding="utf-8")

    assert main(["build"]) == 0

    said = capsys.readouterr().err
    assert "2 addresses are not recorded yet: `terms/new/`, `terms/new/#meaning`\n" in said
    assert "hint: run `playbook addresses` and commit addresses.txt with your change\n" in said
    assert ledger(recorded) == before
    assert main(["build", "--strict"]) == 1
    assert main(["addresses"]) == 0
    assert ledger(recorded) == before.replace("terms/small-talk/", "terms/new/ #meaning\nterms/small-talk/")
    assert main(["build"]) == 0


def test_a_page_that_is_gone_stops_the_build_and_one_command_mends_it(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["build"]) == 0
    published = page(recorded, "terms/alone")
    capsys.readouterr()
    (recorded / FILE).unlink()

    assert main(["build"]) == 1

    line = (recorded / "addresses.txt").read_text(encoding="utf-8").split("\n").index("terms/alone/ #meaning") + 1
    assert capsys.readouterr() == (
        "",
        f"addresses.txt:{line}:1: error[lost-address]: `terms/alone/` was published, but no longer exists\n"
        f"{line:4} | terms/alone/ #meaning\n"
        "     | ^^^^^^^^^^^^\n"
        "   hint: if its file was deleted by mistake, restore it; "
        "`playbook addresses --redirect terms/alone/ ID` redirects it to another entry; "
        "`playbook addresses --forget terms/alone/` gives it up\n\n"
        "Nothing was built: 1 error.\n",
    )
    assert page(recorded, "terms/alone") == published
    assert main(["addresses", "--redirect", "terms/alone/", "small-talk"]) == 0
    assert capsys.readouterr() == ("terms/alone/ now redirects to `small-talk`\n", "")
    assert main(["build", "--strict"]) == 0
    assert 'href="../../terms/small-talk/"' in page(recorded, "terms/alone")


def test_a_page_that_is_gone_can_be_given_up(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (recorded / FILE).unlink()

    assert main(["addresses", "--forget", "https://playbook.example/terms/alone"]) == 0

    assert capsys.readouterr() == ("terms/alone/ is given up\n", "")
    assert "alone" not in ledger(recorded)
    assert main(["build", "--strict"]) == 0


def test_a_file_renamed_by_hand_is_told_its_new_name(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (recorded / FILE).rename(recorded / "content/terms/lonely.yml")

    assert main(["build"]) == 1

    command = re.search(
        r"hint: `playbook (addresses --redirect .*?)` redirects it to `lonely`;", capsys.readouterr().err
    )
    assert command is not None
    assert main(command[1].split()) == 0
    assert capsys.readouterr().out == (
        "terms/alone/ now redirects to `lonely`\nrecorded 2 new addresses in addresses.txt; commit it\n"
    )
    assert main(["build", "--strict"]) == 0
    assert 'href="../../terms/lonely/"' in page(recorded, "terms/alone")


def test_an_alias_written_by_hand_will_do(recorded: Path) -> None:
    (recorded / FILE).rename(recorded / "content/terms/lonely.yml")
    with (recorded / "content/terms/lonely.yml").open("a", encoding="utf-8") as file:
        file.write("aliases: [alone]\n")

    assert main(["build"]) == 0


def test_a_place_that_is_gone_is_kept_alive_by_an_empty_element(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = recorded / CHECKLIST
    path.write_text(path.read_text(encoding="utf-8").replace("id: one-question", "id: question"), encoding="utf-8")
    assert main(["build"]) == 1
    hint = "playbook addresses --redirect checklists/meeting-checklist/#tick-one-question tick-question"
    assert f"hint: `{hint}` redirects it to `#tick-question`;" in capsys.readouterr().err

    assert main(hint.split()[1:]) == 0

    assert (
        (recorded / "content/redirects.yml")
        .read_text(encoding="utf-8")
        .endswith("checklists/meeting-checklist/#tick-one-question: '#tick-question'\n")
    )
    assert main(["build", "--strict"]) == 0
    assert (
        '<div class="tick"><span class="former-place" id="tick-one-question"></span>'
        '<input type="checkbox" id="tick-question"'
    ) in page(recorded, "checklists/meeting-checklist")


CHECK = "content/assessments/patience-check.yml"
WITHOUT_ONE_QUESTION = (
    "  - id: one-question\n    text: I had one question written down\n    recommends:\n"
    "      - to: meeting-checklist\n        why: It has a line for exactly that.\n",
    "",
)


def rewrite(path: Path, *replacements: tuple[str, str]) -> None:
    text = path.read_text(encoding="utf-8")
    for old, new in replacements:
        assert old in text
        text = text.replace(old, new)
    path.write_text(text, encoding="utf-8")


def test_a_question_that_a_self_check_says_it_removed_leads_to_the_others(recorded: Path) -> None:
    edition = "edition: 2\nchanges:\n  - {edition: 2, what: One is gone., removed: [one-question]}\n"
    rewrite(recorded / CHECK, WITHOUT_ONE_QUESTION, ("edition: 1\n", edition))

    assert main(["build", "--strict"]) == 0

    body = page(recorded, "assessments/patience-check")
    assert '<span class="former-place" id="question-one-question"></span><h2 id="questions">' in body


@pytest.mark.rehearsal
def test_a_question_that_a_self_check_renamed_twice_leads_to_where_it_is(recorded: Path) -> None:
    edition = (
        "edition: 3\nchanges:\n  - {edition: 2, what: A., renamed: {waited: paused}}\n"
        "  - {edition: 3, what: B., renamed: {paused: kept-still}}\n"
    )
    rewrite(recorded / CHECK, ("id: waited", "id: kept-still"), ("edition: 1\n", edition))

    assert main(["build"]) == 0

    body = page(recorded, "assessments/patience-check")
    assert 0 < body.index('class="former-place" id="question-waited"') < body.index('id="question-kept-still"')


def test_a_question_that_is_gone_without_a_word_is_told_once(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    rewrite(recorded / CHECK, WITHOUT_ONE_QUESTION)

    assert main(["check"]) == 1

    told = [line for line in capsys.readouterr().out.splitlines() if ": error[" in line]
    assert told == [
        f"{CHECK}:10:10: error[lost-answers]: the question `one-question` was published, "
        "but is missing, and `changes` does not mention it"
    ]


@pytest.mark.rehearsal
def test_places_that_moved_twice_lead_to_where_they_are_now(recorded: Path) -> None:
    lines = "terms/alone/#sense: '#means'\nterms/alone/#means: '#meaning'\n"
    (recorded / "content/redirects.yml").write_text(lines, encoding="utf-8")

    assert main(["build"]) == 0

    span = '<span class="former-place" id="{}"></span>'
    assert f'{span.format("sense")}{span.format("means")}<h2 id="meaning">' in page(recorded, "terms/alone")
    project, _ = read_config(recorded / "site_config.yml")
    assert project is not None
    site = pipeline.build(project, pipeline.read(project))
    assert {"terms/alone/#sense", "terms/alone/#means"} <= set(addresses(site))


@pytest.mark.rehearsal
def test_places_go_along_with_a_page_that_is_renamed(recorded: Path) -> None:
    (recorded / "content/redirects.yml").write_text("terms/alone/#sense: '#meaning'\n", encoding="utf-8")
    assert main(["addresses"]) == 0

    assert main(["rename", "alone", "lonely"]) == 0

    assert "terms/alone/ #meaning #sense\nterms/lonely/ #meaning #sense\n" in ledger(recorded)
    assert main(["build", "--strict"]) == 0
    assert 'id="sense"' in page(recorded, "terms/lonely")


@pytest.mark.rehearsal
def test_rename_and_remove_keep_every_promise(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rename", "alone", "lonely"]) == 0
    assert "wrote addresses.txt\n" in capsys.readouterr().out
    assert main(["build", "--strict"]) == 0
    assert main(["remove", "lonely", "--to", "small-talk"]) == 0
    assert main(["build", "--strict"]) == 0
    assert 'href="../../terms/small-talk/"' in page(recorded, "terms/alone")


@pytest.mark.rehearsal
def test_places_of_a_page_that_is_removed_lead_where_it_leads(recorded: Path) -> None:
    (recorded / "content/redirects.yml").write_text("terms/alone/#sense: '#meaning'\n", encoding="utf-8")
    assert main(["addresses"]) == 0

    assert main(["remove", "alone", "--to", "rep"]) == 0

    assert main(["build", "--strict"]) == 0


@pytest.mark.rehearsal
def test_a_hand_written_page_has_addresses_as_well(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({"content/pages/about.md": "# About\n\nWhat we do.\n\n## How we work\n\nWell.\n"})
    assert main(["addresses"]) == 0
    (root / "content/pages/about.md").rename(root / "content/pages/about-us.md")
    assert main(["build"]) == 1
    assert main(["addresses", "--redirect", "about", "about-us"]) == 0
    assert main(["build", "--strict"]) == 0
    assert 'href="../about-us/"' in page(root, "about")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["--forget", "terms/alnoe/"], "addresses.txt has no address `terms/alnoe/`; did you mean `terms/alone/`?"),
        (["--forget", "terms/alone/"], "`terms/alone/` still exists; only a missing address can be given up"),
        (["--redirect", "terms/alone/", "rep"], "`terms/alone/` still exists, so it cannot be redirected"),
        (["--redirect", "terms/old/", "alnoe"], "no entry and no page is called `alnoe`; did you mean `alone`?"),
        (["--redirect", "terms/old/#a", "b"], "there is no page `terms/old/`"),
        (["--redirect", "terms/alone/#a", "meanin"], "`terms/alone/` has no place `meanin`; did you mean `meaning`?"),
        (
            ["--redirect", "terms/alone/#meaning", "x"],
            "`terms/alone/#meaning` still exists, so it cannot be redirected",
        ),
    ],
)
def test_what_makes_no_sense_is_refused_before_anything_is_written(
    words: list[str], said: str, recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = ledger(recorded)

    assert main(["addresses", *words]) == 2

    assert capsys.readouterr() == ("", f"playbook: {said}\n")
    assert ledger(recorded) == before
    assert not (recorded / "content/redirects.yml").exists()


def test_removing_what_was_deleted_by_hand_is_told_the_command(
    recorded: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (recorded / FILE).unlink()

    assert main(["remove", "alone", "--to", "rep"]) == 2

    assert capsys.readouterr().err == (
        "playbook: no entry is called `alone`; "
        "if it was deleted by hand: `playbook addresses --redirect terms/alone/ rep`\n"
    )


def test_what_is_left_undone_is_said_once_more(recorded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (recorded / FILE).unlink()
    (recorded / "content/terms/brand-new.yml").write_text(ALONE.replace("Alone", "Brand new"), encoding="utf-8")

    assert main(["addresses"]) == 1

    said = capsys.readouterr()
    assert said.out == "recorded 2 new addresses in addresses.txt; commit it\n"
    assert re.match(r"addresses\.txt:\d+:1: error\[lost-address\]: `terms/alone/` was published", said.err)


def test_the_addresses_of_this_playbook_are_recorded() -> None:
    assert pipeline.promised(reading(REAL_PLAYBOOK), built(REAL_PLAYBOOK)[0]) == ()


def test_every_promised_place_is_in_its_page(small: Small) -> None:
    project, _ = read_config(small(clean_files()) / "site_config.yml")
    assert project is not None
    pages = pipeline.build(project, pipeline.read(project)).pages

    missing = {p.url: [a for a in p.anchors if f' id="{a}"' not in p.body] for p in pages}
    assert {url: anchors for url, anchors in missing.items() if anchors} == {}


@pytest.mark.rehearsal
def test_a_file_keeps_its_address_or_hands_it_on(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    page = "# About\n\nA lead.\n\n## What\n\n![A plan of the counter](files/{})\n"
    plan, other = "content/files/plan.svg", "content/files/counter.svg"
    root = small({plan: SVG.format("<rect/>"), "content/pages/about.md": page.format("plan.svg")})
    assert main(["addresses"]) == 0
    assert "\nfiles/plan.svg\n" in ledger(root)

    (root / plan).rename(root / other)
    (root / "content/pages/about.md").write_text(page.format("counter.svg"), "utf-8")
    capsys.readouterr()
    assert main(["build"]) == 1
    said = capsys.readouterr().err
    assert "error[lost-address]: the file `files/plan.svg` was published, but no longer exists" in said
    assert (
        "`playbook addresses --redirect files/plan.svg files/counter.svg` publishes another file in its place" in said
    )

    assert main(["addresses", "--redirect", "files/plan.svg", "files/counter.svg"]) == 0
    assert main(["build"]) == 0
    site = root / "site"
    assert (site / "files/plan.svg").read_bytes() == (site / "files/counter.svg").read_bytes() != b""
    assert (
        'src="../files/counter.svg" alt="A plan of the counter" width="60"' in (site / "about/index.html").read_text()
    )
