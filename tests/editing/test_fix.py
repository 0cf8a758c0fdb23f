from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.checks.small_playbook import clean_files
from tests.conftest import Small, files_under

PRACTICE = "content/practices/slow-down.yml"


def test_misspelled_names_are_corrected_and_nothing_else(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    clean = clean_files()[PRACTICE]
    spoilt = (
        clean.replace("summary:", "sumary:").replace("\n  goes_with:", "\n  gos_with:").replace("detail:", "'detial':")
    )
    root = small({PRACTICE: spoilt})
    assert main(["check", "--fix"]) == 0
    said = capsys.readouterr()
    assert said.out == "no problems\n"
    lines = spoilt.split("\n")
    places = {
        word: next((at, line.index(word) + 1) for at, line in enumerate(lines, start=1) if word in line)
        for word in ("sumary", "'detial'", "gos_with")
    }
    assert said.err == "".join(
        f"{PRACTICE}:{places[word][0]}:{places[word][1]}: corrected `{name}` to `{meant}`\n"
        for word, name, meant in (
            ("sumary", "sumary", "summary"),
            ("'detial'", "detial", "detail"),
            ("gos_with", "gos_with", "goes_with"),
        )
    )
    assert files_under(root)[PRACTICE] == clean.replace("detail:", "'detail':")


def test_files_are_stored_as_others_are(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    root = small({"content/pages/about.md": "# About\n\nUs.\n\n## More\n\nText."})
    path = root / PRACTICE
    clean = path.read_bytes()
    path.write_bytes(b"\xef\xbb\xbf" + clean.rstrip(b"\n").replace(b"\n", b"\r\n"))
    assert main(["check", "--fix"]) == 0
    assert path.read_bytes() == clean
    assert files_under(root)["content/pages/about.md"] == "# About\n\nUs.\n\n## More\n\nText.\n"
    assert capsys.readouterr().err == (
        "content/pages/about.md: added a line end at the end of the file\n"
        f"{PRACTICE}: removed the byte order mark\n"
        f"{PRACTICE}: changed line ends to LF\n"
        f"{PRACTICE}: added a line end at the end of the file\n"
    )


@pytest.mark.parametrize(
    "change",
    [
        ("minutes:", "zzz:"),  # like nothing
        ("minutes:", "minuts: 3\nminutes:"),  # what is meant is there already
        ("level:", "lvzl:"),  # not like enough
        ("level: personal", "level: persnal"),  # a value, not a name
        ("- to: ", "- to: x-"),  # a reference
    ],
)
def test_what_has_to_be_understood_is_left_alone(change: tuple[str, str], small: Small) -> None:
    text = "minutes: 5\n" + clean_files()[PRACTICE].replace("minutes: 30\n", "")
    text = text.replace(*change, 1)
    root = small({PRACTICE: text})
    before = files_under(root)
    main(["check", "--fix"])
    assert files_under(root) == before


def test_a_name_that_may_mean_either_of_two_is_left_alone(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    text = "title: Either\nsummary: One or the other.\nmeaning: Both.\norigin: own\nmote: Which?\n"
    root = small({"content/terms/either.yml": text})
    before = files_under(root)
    assert main(["check", "--fix"]) == 1
    assert files_under(root) == before
    assert "hint: did you mean `note` or `more`?" in capsys.readouterr().out


def test_only_what_was_asked_about_is_mended(small: Small) -> None:
    root = small({})
    for name in ("content/practices/slow-down.yml", "content/audiences/rep.yml"):
        (root / name).write_bytes(b"\xef\xbb\xbf" + (root / name).read_bytes())
    assert main(["check", "--fix", "content/practices"]) == 0
    assert (root / "content/practices/slow-down.yml").read_bytes()[:3] != b"\xef\xbb\xbf"
    assert (root / "content/audiences/rep.yml").read_bytes()[:3] == b"\xef\xbb\xbf"


def test_what_cannot_be_read_is_left_alone(small: Small) -> None:
    root = small({})
    (root / "content/terms/latin.yml").write_bytes("title: Café".encode("latin-1"))
    (root / "content/terms/away.yml").symlink_to(Path(__file__))
    mine = Path(__file__).read_bytes()
    assert main(["check", "--fix"]) == 1
    assert (root / "content/terms/latin.yml").read_bytes() == "title: Café".encode("latin-1")
    assert Path(__file__).read_bytes() == mine
