"""`playbook check -`: the standard input, read as a file of the content that need not exist."""

from __future__ import annotations

import io
import json
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main
from generator.reading.text import MAX_BYTES
from tests.conftest import Playbook

TERM = "title: Slow\nsummary: S.\norigin: own\nmeaning: M.\n"
FAULT = """\
content/terms/fast.yml:4:1: error[unknown-field]: a term has no field `meanin`, and `meaning` is missing
   4 | meanin: See [[slow]].
     | ^^^^^^
   hint: did you mean `meaning`?

1 error
"""

pytestmark = pytest.mark.usefixtures("no_editorial_rules")


@pytest.fixture
def check(
    playbook: Playbook, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Callable[..., tuple[int, str, str]]:
    """Checks a text from the standard input in a playbook with one term and another file that is broken."""
    monkeypatch.chdir(playbook({"content/terms/slow.yml": TERM, "content/terms/broken.yml": "title: x\n"}))

    def call(text: str | bytes, *words: str) -> tuple[int, str, str]:
        raw = text.encode() if isinstance(text, str) else text
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(raw)))
        code = main(["check", *words])
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


Check = Callable[..., tuple[int, str, str]]


def test_a_file_that_does_not_exist_yet(check: Check) -> None:
    text = "title: Fast\nsummary: S.\norigin: own\nmeanin: See [[slow]].\n"
    assert check(text, "-", "--as", "content/terms/fast.yml") == (1, FAULT, "")
    assert not Path("content/terms/fast.yml").exists()
    assert check(text.replace("meanin", "meaning"), "-", "--as", "content/terms/fast.yml") == (0, "no problems\n", "")


def test_a_file_that_is_not_saved_yet_with_its_lines(check: Check) -> None:
    code, said, _ = check(f"{TERM}minutes: ten\r\n", "-", "--as", "content/terms/slow.yml")
    assert (code, said.splitlines()[1]) == (1, "   5 | minutes: ten")
    assert Path("content/terms/slow.yml").read_text(encoding="utf-8") == TERM


def test_the_first_entry_of_a_kind(check: Check) -> None:
    code, said, _ = check("title: A queue\n", "-", "--as", "content/moments/queue.yml", "--json")
    problems = json.loads(said)["problems"]
    assert code == 1
    assert {problem["file"] for problem in problems} == {"content/moments/queue.yml"}


def test_a_page(check: Check) -> None:
    code, said, _ = check("# About\n\nSee [[slwo]].\n", "-", "--as", "content/pages/about.md")
    assert (code, said.splitlines()[0]) == (
        1,
        "content/pages/about.md:3:7: error[unknown-reference]: no entry is called `slwo`",
    )


def test_bytes_that_are_no_text(check: Check) -> None:
    code, said, _ = check(b"title: \xff\n", "-", "--as", "content/terms/fast.yml")
    assert code == 1
    assert said.startswith("content/terms/fast.yml:1:8: error[not-utf8]: the byte 0xff is not valid UTF-8\n")


def test_a_place_where_nothing_is_read(check: Check) -> None:
    code, said, _ = check(TERM, "-", "--as", "content/term/fast.yml")
    assert code == 1
    assert said.startswith("content/term:1:1: error[misnamed-file]: no kind is called `term`, so this is ignored\n")
    assert "ignored: content/term/fast.yml:1:1\n" in said


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("-",), "- is the standard input and stands alone; --as names the file as which it is read"),
        (
            ("content", "--as", "content/terms/a.yml"),
            "- is the standard input and stands alone; --as names the file",
        ),
        (("-", "content", "--as", "content/a.yml"), "- is the standard input and stands alone; --as names the file"),
        (("-", "--fix", "--as", "content/terms/a.yml"), "--fix writes into files, and the standard input is none"),
        (("-", "--as", "site_config.yml"), "site_config.yml is no file of the content, which is in "),
        (("-", "--as", "../a.yml"), "../a.yml is no file of the content, which is in "),
        (("-", "--as", "content"), "content is no file of the content, which is in "),
    ],
)
def test_calls_that_mean_nothing(words: tuple[str, ...], said: str, check: Check) -> None:
    code, out, complaint = check(TERM, *words)
    assert (code, out) == (2, "")
    assert complaint.startswith(f"playbook: {said}")


def test_no_more_is_read_than_a_file_may_have(check: Check) -> None:
    said = f"playbook: the standard input has more than {MAX_BYTES:,} bytes, as no file may\n"
    assert check("x" * (MAX_BYTES + 1), "-", "--as", "content/terms/a.yml") == (2, "", said)


@pytest.mark.parametrize(("day", "is_later"), [("2026-03-01", False), ("2026-03-02", False), ("2026-03-03", True)])
def test_a_review_that_is_still_to_come(
    day: str, is_later: bool, check: Check, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1772366400")  # 2026-03-01, at noon in UTC
    code, said, _ = check(f"{TERM}reviewed: {day}\n", "-", "--as", "content/terms/slow.yml")
    line = TERM.count("\n") + 1
    later = (
        f"content/terms/slow.yml:{line}:11: warning[reviewed-later]: the entry was reviewed on {day}, "
        "which is still to come\n"
        f"   {line} | reviewed: {day}\n"
        "     |           ^^^^^^^^^^\n"
        "   hint: write the day on which somebody looked at it, such as `2026-03-01`; "
        "a day by which it is to be looked at stands under `review_by`\n\n"
        "1 warning\n"
    )
    assert (code, said) == (0, later if is_later else "no problems\n")
