"""Every problem of the file, its YAML, its shape and its links has a small playbook that provokes it.

`golden/diagnostics/<code>[.<variant>]/` holds the playbook and, in `expected.txt`, all that `playbook check` says
about it. The editorial rules are left out here; they have tests of their own in `checks/`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.diagnostics import codes
from generator.diagnostics.codes import CODES
from generator.diagnostics.diagnostic import Diagnostic, in_order, stops_the_build
from generator.diagnostics.place import Span, span_at
from generator.diagnostics.suggest import nearest
from tests.conftest import GOLDEN, Playbook, compare

CASES = GOLDEN / "diagnostics"
TERM = "title: Slow\nsummary: Not fast.\nmeaning: Taking one's time.\n"


def _not_readable(content: Path) -> None:
    outside = content.parent / "outside"
    outside.mkdir()
    (outside / "secret.yml").write_text("password: hunter2\n", encoding="utf-8")
    terms = content / "terms"
    terms.mkdir()
    (terms / "circle.yml").symlink_to("circle.yml")
    (terms / "dangling.yml").symlink_to("nowhere.yml")
    (terms / "folder.yml").mkdir()
    (terms / "link-out.yml").symlink_to(outside / "secret.yml")
    os.mkfifo(terms / "pipe.yml")
    os.mkfifo(content / "tells.yml")
    (content / "stories").symlink_to(outside)


def _bytes(files: Mapping[str, bytes]) -> Callable[[Path], None]:
    def make(content: Path) -> None:
        for name, raw in files.items():
            path = content / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(raw)

    return make


INVISIBLE = {
    "nul": "title: Sl\0ow\n",
    "bell-and-escape": "title: Slow\nsummary: \x07Ring, \x1b[2Jclear the screen.\n",
    "bullet": "title: Slow\nsummary: \uf0b7 From a list.\n",
    "delete": "title: Slow\x7f\n",
    "c1": "title: Slow\nsummary: A line that\x85breaks.\n",
    "line-separator": "title: Slow\nsummary: A line that\u2028breaks, and a paragraph\u2029too.\n",
    "override": "title: Slow\nsummary: Looks like \u202egnp.exe\u202c to you.\n",
    "isolate": "title: \u2066Slow\u2069\n",
    "mark-inside": "title: Slow\n\ufeffsummary: Not fast.\n",
    "not-a-character": "title: Slow\uffff\n",
    "escaped": 'title: "Sl\\0ow"\nsummary: "Looks like \\u202Egnp.exe to you."\n',
    "many": "title: " + "\x01" * 25 + "\n",
}

MADE: Mapping[str, Callable[[Path], None]] = {
    "unreadable-file": _not_readable,
    "file-too-large": _bytes({"terms/slow.yml": TERM.encode() + b"#" * 1024 * 1024}),
    "not-utf8": _bytes(
        {
            "terms/latin.yml": "title: Slow\nsummary: In a café, not fast.\n".encode("latin-1"),
            "terms/utf-16.yml": TERM.encode("utf-16"),
            "terms/cut-off.yml": "title: Slow…".encode()[:-1],
            "pages/about.md": "# Über uns\n".encode("latin-1"),
        }
    ),
    "forbidden-character": _bytes({f"terms/{name}.yml": text.encode() for name, text in INVISIBLE.items()}),
    "byte-order-mark": _bytes({"terms/slow.yml": b"\xef\xbb\xbf" + TERM.encode()}),
    "yaml-too-large": _bytes({"terms/slow.yml": b"forms: [" + b"a," * 60_000 + b"]\n"}),
}
"""What cannot be kept as text, or would be too long."""


@pytest.mark.parametrize("case", sorted({path.name for path in CASES.iterdir()} | MADE.keys()))
def test_check_says_what_is_wrong_and_what_to_type_instead(
    case: str,
    playbook: Playbook,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    root = playbook({})
    if case in MADE:
        MADE[case](root / "content")
    else:
        shutil.copytree(CASES / case, root, dirs_exist_ok=True, ignore=shutil.ignore_patterns("expected.txt"))
    monkeypatch.chdir(root)
    monkeypatch.setattr("generator.stages.check.editorial", lambda *_: ())

    code = main(["check"])

    said = capsys.readouterr()
    shown = f"{said.out}{said.err}(exit code {code})\n"
    compare(shown, CASES / case / "expected.txt")
    assert f"[{case.partition('.')[0]}]" in shown


def test_the_goldens_hold_only_codes_that_exist() -> None:
    assert {path.name.partition(".")[0] for path in CASES.iterdir()} <= {code.name for code in CODES}


def _at(file: str, line: int = 1, column: int = 1, message: str = "m") -> Diagnostic:
    return Diagnostic(codes.BAD_ID, message, Span(file, line, column))


def test_diagnostics_are_sorted_by_file_line_and_column_and_never_repeated() -> None:
    shuffled = [_at("b", 1), _at("a", 10), _at("a", 9, 8), _at("a", 9, 8), _at("a", 9, 8, "l"), _at("a", 9, 2)]

    assert in_order(shuffled) == (_at("a", 9, 2), _at("a", 9, 8, "l"), _at("a", 9, 8), _at("a", 10), _at("b", 1))


def test_a_warning_stops_the_build_only_if_one_is_strict() -> None:
    warning = Diagnostic(codes.UNEXPECTED_FILE, "m", Span("a"))

    assert not stops_the_build([warning], strict=False)
    assert stops_the_build([warning], strict=True)
    assert stops_the_build([warning, _at("a")], strict=False)
    assert not stops_the_build([], strict=True)


@pytest.mark.parametrize(
    ("index", "span"),
    [
        (0, Span("f", 1, 1, 2)),
        (2, Span("f", 1, 3, 2)),
        (3, Span("f", 2, 1, 2)),
        (5, Span("f", 3, 2, 2)),
        (6, Span("f", 3, 3, 2)),
    ],
)
def test_a_place_in_a_text_is_counted_in_lines_and_columns_from_1(index: int, span: Span) -> None:
    assert span_at("f", "ab\n\näb", index, 2) == span


@pytest.mark.parametrize(
    ("word", "near"),
    [("slow-dwon", "slow-down"), ("SLOW-DOWN", "slow-down"), ("slow", "slow-down"), ("zebra", None), ("", None)],
)
def test_the_nearest_name_is_one_that_could_have_been_meant(word: str, near: str | None) -> None:
    assert nearest(word, {"slow-down", "say-the-date", "hurry"}) == near
