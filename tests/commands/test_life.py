"""The life of an entry, as the commands show it: a draft, published, due for a review, reviewed."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.conftest import CONFIG, Playbook

SETTINGS = """\
owners: {desk: {name: The people at the desk, email: desk@playbook.example}}
statuses: {tried: {label: Tried, about: Two of us have worked by it., accent: teal}}
review_months: {terms: 6}
"""
SLOW = """\
title: Slow
summary: Without hurry.
meaning: Not fast, as in [[patience]] and [[patience|waiting]].
origin: own
"""
NEW = """\
title: Patience
summary: Waiting well.
meaning: To wait, and be there.
origin: own
owner: desk
status: tried
"""
PAGE, OTHER = "terms/patience/index.html", "terms/slow/index.html"


@pytest.mark.rehearsal
def test_an_entry_from_draft_to_published_to_stale_to_reviewed(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], no_editorial_rules: None
) -> None:
    root = playbook({"site_config.yml": f"{SETTINGS}{CONFIG}", "content/terms/slow.yml": SLOW})
    monkeypatch.chdir(root)
    entry = root / "content" / "terms" / "patience.yml"

    def said(*words: str) -> str:
        assert main(list(words)) == 0
        return capsys.readouterr().out

    def page(path: str) -> str:
        return (root / "site" / path).read_text("utf-8")

    entry.write_text("title: Patience\ndraft: true\n", "utf-8")
    assert [line.split()[1] for line in said("list", "--drafts").splitlines()] == ["patience"]
    assert "1 warning" not in said("check").splitlines()[-1]  # one for each field that is missing
    said("build")
    assert "as in Patience and waiting." in page(OTHER)

    entry.write_text(f"{NEW}draft: true\n", "utf-8")
    assert [line.split()[1] for line in said("list", "--drafts").splitlines()] == ["patience"]
    said("build")
    assert not (root / "site" / PAGE).exists()
    assert "as in Patience and waiting." in page(OTHER)
    assert "terms/patience" not in "".join(path.read_text("utf-8") for path in (root / "site").rglob("*.json"))
    assert not list((root / "site").rglob("*.ics"))

    entry.write_text(f"{NEW}reviewed: 2026-03-01\n", "utf-8")
    assert said("list", "--drafts") == ""
    said("build")
    assert "The people at the desk" in page(PAGE)
    assert '<time datetime="2026-09-01">1 September 2026</time>' in page(PAGE)
    assert 'href="../../terms/patience/"' in page(OTHER)
    assert "Patience" in page("needs-a-look/index.html")
    assert "DTSTART;VALUE=DATE:20260901" in page("calendars/desk.ics")
    assert said("list", "--stale", "--today", "2026-08-31").split()[:2] == ["never", "seen"]  # `slow`, and it alone
    built = _files(root / "site")
    said("build", "--clean")
    assert _files(root / "site") == built  # and no day of the calendar has a part in it

    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1788220800")  # 1 September 2026
    stale = "2026-09-01  desk    term  patience  Patience"
    assert said("list", "--stale", "--owner", "desk").strip() == stale.replace("desk    ", "desk  ")
    assert said("list", "--stale").splitlines()[1] == stale

    entry.write_text(f"{NEW}reviewed: 2026-09-01\n", "utf-8")
    assert said("list", "--stale", "--owner", "desk") == ""
    said("build")
    assert '<time datetime="2027-03-01">1 March 2027</time>' in page(PAGE)
    assert "DTSTART;VALUE=DATE:20270301" in page("calendars/desk.ics")


def _files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["list", "--owner", "dsk"], "the configuration has no owner `dsk`; did you mean `desk`?"),
        (["list", "--status", "x"], "the configuration has no status `x`"),
    ],
)
def test_what_there_is_not_is_said(
    words: list[str],
    said: str,
    playbook: Playbook,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(playbook({"site_config.yml": f"{SETTINGS}{CONFIG}"}))
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_a_day_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["list", "--stale", "--today", "1.3.2026"])
    assert "a day is written as in 2026-03-01, not 1.3.2026" in capsys.readouterr().err


def test_a_time_that_is_none_is_said(
    playbook: Playbook, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(playbook({"site_config.yml": CONFIG}))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "today")
    assert main(["list", "--stale"]) == 2
    assert "SOURCE_DATE_EPOCH is `today`, and not a number of seconds since 1970" in capsys.readouterr().err
