from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Playbook


def said(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> str:
    monkeypatch.chdir(root)
    main(["check"])
    return capsys.readouterr().out


def test_what_is_wrong_with_redirects_is_said(
    playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    redirects = """\
tells/old: slow-down
tells/older: tells
tell/old: slow-down
tells/Old One: slow-down
tells/: slow-down
practices/slow-down: rep
tells/other: slow-dwon
tells/list: [slow-down]
tells/empty:
"""
    root = playbook({"site_config.yml": CONFIG, **clean_files(), "content/redirects.yml": redirects})
    assert (
        said(root, capsys, monkeypatch)
        == """\
content/redirects.yml:3:1: error[bad-id]: `tell/old` is not the address of an entry
   3 | tell/old: slow-down
     | ^^^^^^^^
   hint: did you mean `tells`?

content/redirects.yml:4:1: error[bad-id]: `Old One` is not a valid id
   4 | tells/Old One: slow-down
     | ^^^^^^^^^^^^^
   hint: use lower-case letters, digits and hyphens: `old-one`

content/redirects.yml:5:1: error[bad-id]: `tells/` is not the address of an entry
   5 | tells/: slow-down
     | ^^^^^^
   hint: write the folder of a kind, a slash and an id: `tells/old-id: new-id`

content/redirects.yml:6:1: error[alias-taken]: `practices/slow-down` is the address of an entry
   6 | practices/slow-down: rep
     | ^^^^^^^^^^^^^^^^^^^
   hint: remove it here
   that entry: content/practices/slow-down.yml:1:1

content/redirects.yml:7:14: error[unknown-reference]: no entry is called `slow-dwon`
   7 | tells/other: slow-dwon
     |              ^^^^^^^^^
   hint: did you mean `slow-down`? (content/practices/slow-down.yml)

content/redirects.yml:8:13: error[wrong-value]: `tells/list` does not redirect to an id
   8 | tells/list: [slow-down]
     |             ^
   hint: write the id of an entry, or the folder of a kind for the list of all its entries

content/redirects.yml:9:13: error[wrong-value]: `tells/empty` does not redirect to an id
   9 | tells/empty:
     |             ^
   hint: write the id of an entry, or the folder of a kind for the list of all its entries

7 errors
"""
    )


def test_a_reference_to_what_was_removed_is_told_its_successor(
    playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    rep = clean_files()["content/audiences/rep.yml"] + "note: See [[old]].\n"
    root = playbook(
        {
            "site_config.yml": CONFIG,
            **clean_files(),
            "content/audiences/rep.yml": rep,
            "content/redirects.yml": "tells/old: slow-down\n",
        }
    )
    assert "no entry is called `old`" in (text := said(root, capsys, monkeypatch))
    assert "hint: it is now called `slow-down`" in text


@pytest.mark.parametrize("text", ["- x\n", "just words\n"])
def test_redirects_consist_of_addresses(
    text: str, playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    root = playbook({"site_config.yml": CONFIG, **clean_files(), "content/redirects.yml": text})
    assert said(root, capsys, monkeypatch).startswith(
        "content/redirects.yml:1:1: error[not-a-mapping]: the file must contain addresses"
    )
