"""What is switched off or ignored does not count, also with `--strict`; what is made an error stops without it."""

from __future__ import annotations

import pytest

from generator.cli import main
from tests.checks.small_playbook import CONFIG, clean_files
from tests.conftest import Small

PRACTICE = "content/practices/slow-down.yml"
UNFINISHED = clean_files()[PRACTICE].replace("badly: A slow voice", "badly: TODO A slow voice")


@pytest.mark.parametrize(
    ("checks", "more", "codes", "count"),
    [
        ("", "", (0, 1), "1 warning"),
        ("checks: {unfinished-text: off}\n", "", (0, 0), "no problems"),
        ("checks: {unfinished-text: {not_for: [practices]}}\n", "", (0, 0), "no problems"),
        ("", "ignore: {unfinished-text: It waits for the lawyers.}\n", (0, 0), "no problems"),
        ("checks: {unfinished-text: error}\n", "", (1, 1), "1 error"),
        ("checks: {raw-html: off}\n", "", (2, 2), None),
    ],
)
def test_strict_counts_what_is_left(
    checks: str,
    more: str,
    codes: tuple[int, int],
    count: str | None,
    small: Small,
    capsys: pytest.CaptureFixture[str],
) -> None:
    small({"site_config.yml": CONFIG + checks, PRACTICE: UNFINISHED + more})
    assert main(["check"]) == codes[0]
    said = capsys.readouterr().out
    assert main(["check", "--strict"]) == codes[1]
    assert count is None or said.endswith(f"{count}\n")
