"""Whatever a merge, an editor or an accident made of `addresses.txt`: `diff` and `check` say so, in either version."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

import pytest

from generator.cli import main
from tests.comparing.repository import Made, Repository, repository
from tests.sampling import first_of

__all__ = ["repository"]

GOOD = "practices/slow-down/\n"
LEDGERS: Mapping[str, tuple[bytes | None, str]] = {
    "garbage": (b"\x01\x02 !!!\n", "the invisible character U+0001 is not allowed"),
    "no addresses": (b"Dear Sir,\nPractices\n", "`Dear` is not the address of a page"),
    "markers of a merge conflict": (
        f"<<<<<<< HEAD\n{GOOD}=======\n{GOOD}>>>>>>> b\n".encode(),
        "`<<<<<<<` is a conflict marker of an unfinished merge",
    ),
    "20 MB": (GOOD.encode() * 1_000_000, "the file has 21,000,000 bytes; the limit is 16,777,216"),
    "a folder": (None, "this is not a regular file"),
    "latin-1": ("practices/größe/\n".encode("latin-1"), "the byte 0xf6 is not valid UTF-8"),
    "UTF-16": (GOOD.encode("utf-16"), "the file is encoded in UTF-16"),
    "NUL": (GOOD.encode() + b"\0" * 100, "the invisible character U+0000 is not allowed"),
}
BOM = (
    "New problems: 1.\n\nNew problems\n------------\n"
    "- addresses.txt:1:1: warning byte-order-mark: the file starts with a byte order mark\n"
)
NOTHING = "Nothing changes for readers.\n"
PASSING: Mapping[str, tuple[Callable[[bytes], bytes], str]] = {
    "Windows line ends": (lambda raw: raw.replace(b"\n", b"\r\n"), NOTHING),
    "a byte order mark": (lambda raw: b"\xef\xbb\xbf" + raw, BOM),
    "lines twice": (lambda raw: raw * 2, NOTHING),
}


def _lay(made: Repository, raw: bytes | None) -> None:
    path = made.root / "addresses.txt"
    if raw is None:
        path.mkdir()
        (path / "x").write_text("x", encoding="utf-8")
    else:
        path.write_bytes(raw)


def _clear(made: Repository) -> None:
    path = made.root / "addresses.txt"
    if path.is_dir():
        (path / "x").unlink()
        path.rmdir()
    else:
        path.unlink()


def _said(text: str) -> str:
    found = re.search(r"^addresses\.txt:.*?: error\[.*?\]: (.*)$", text, re.MULTILINE)
    return found[1] if found else text


@pytest.mark.sampled
@pytest.mark.parametrize("name", first_of(LEDGERS, 3))
def test_a_ledger_that_cannot_be_used_is_told(name: str, repository: Made, capsys: pytest.CaptureFixture[str]) -> None:
    raw, message = LEDGERS[name]
    made = repository()
    _lay(made, raw)

    assert main(["check"]) == 1
    assert _said(capsys.readouterr().out) == message
    assert main(["diff", "HEAD"]) == 1
    said = capsys.readouterr().err
    assert _said(said) == message
    assert "Nothing was compared: the files here cannot be read" in said
    made.commit()
    _clear(made)
    assert main(["diff", "HEAD"]) == 1
    said = capsys.readouterr().err
    assert _said(said) == message
    assert "Nothing was compared: `HEAD` cannot be read" in said


@pytest.mark.sampled
@pytest.mark.parametrize("name", first_of(PASSING))
def test_a_ledger_that_reads_the_same_changes_nothing(
    name: str, repository: Made, capsys: pytest.CaptureFixture[str]
) -> None:
    made, (changed, said) = repository(), PASSING[name]
    assert main(["addresses"]) == 0
    made.commit()
    sound = (made.root / "addresses.txt").read_bytes()
    _lay(made, changed(sound))
    capsys.readouterr()

    assert main(["diff", "HEAD"]) == 0
    assert capsys.readouterr().out == said
    made.commit()
    _lay(made, sound)
    assert main(["diff", "HEAD"]) == 0
    assert capsys.readouterr().out == NOTHING
