"""What `playbook check` says, and how it ends."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator.cli import main
from tests.command_line import BROKEN, CLEAN, FAULT, WARNED, WARNING, Run, files_of, run
from tests.conftest import Playbook

__all__ = ["run"]

pytestmark = pytest.mark.usefixtures("no_editorial_rules")


class TestCheck:
    def test_a_clean_playbook_ends_with_0(self, run: Run) -> None:
        assert run(CLEAN, "check") == (0, "no problems\n", "")

    def test_errors_end_with_1(self, run: Run) -> None:
        assert run(BROKEN, "check") == (1, f"{FAULT}\n1 error\n", "")

    def test_warnings_end_with_0_and_if_one_is_strict_with_1(self, run: Run) -> None:
        assert run(WARNED, "check") == (0, f"{WARNING}\n1 warning\n", "")
        assert run(WARNED, "check", "--strict") == (1, f"{WARNING}\n1 warning\n", "")

    def test_strictness_does_not_mind_a_clean_playbook(self, run: Run) -> None:
        assert run(CLEAN, "check", "--strict")[0] == 0

    @pytest.mark.parametrize(
        "path", ["content/terms/fast.yml", "content/terms", "content", ".", "./content/../content"]
    )
    def test_a_path_shows_what_concerns_it(self, path: str, run: Run) -> None:
        assert run(BROKEN, "check", path) == (1, f"{FAULT}\n1 error\n", "")

    def test_a_path_hides_everything_else_even_if_it_is_an_error(self, run: Run) -> None:
        assert run({**BROKEN, **WARNED}, "check", "content/terms/slow.yml") == (0, "no problems\n", "")
        assert run({**BROKEN, **WARNED}, "check", "content/notes.txt") == (0, f"{WARNING}\n1 warning\n", "")

    def test_several_paths_show_what_concerns_any(self, run: Run) -> None:
        code, said, _ = run({**BROKEN, **WARNED}, "check", "content/notes.txt", "content/terms")

        assert (code, said) == (1, f"{WARNING}\n{FAULT}\n1 error and 1 warning\n")

    def test_a_path_that_is_not_there_is_a_fault_of_the_call(self, run: Run) -> None:
        code, said, complained = run(CLEAN, "check", "content/terms/slw.yml")

        assert (code, said) == (2, "")
        assert complained == (
            "playbook: there is no file or folder content/terms/slw.yml; did you mean content/terms/slow.yml?\n"
        )

    def test_it_can_be_called_from_anywhere(
        self, playbook: Playbook, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        root = playbook(BROKEN)
        monkeypatch.chdir(tmp_path)

        assert main(["check", "--config", str(root / "site_config.yml")]) == 1
        assert capsys.readouterr().out == f"{FAULT}\n1 error\n"
        assert main(["check", "--config", "playbook/site_config.yml", "playbook/content/terms/slow.yml"]) == 0

    def test_it_writes_nothing_but_what_it_remembers(self, run: Run, tmp_path: Path) -> None:
        run(BROKEN, "check")

        written = {p.name for p in (tmp_path / "playbook").iterdir()} - {"content", "site_config.yml", "themes"}
        assert written <= {".cache"}


class TestSixFaults:
    """Six different faults in one file: six diagnostics, each at its line and column, each with a hint."""

    FILE = (
        "title: Slow\n"
        "sumary: Not fast.\n"
        "origin: sorce\n"
        "minutes: ten\n"
        "moments: at-the-counter\n"
        "meaning: >-\n"
        "  Taking one's time.\n"
        "links:\n"
        "  next:\n"
        "    - to: slow-dwon\n"
        "      wy: Because.\n"
    )
    SAID = (
        "content/terms/slow.yml:2:1: error[unknown-field]: a term has no field `sumary`, and `summary` is missing\n"
        "   2 | sumary: Not fast.\n"
        "     | ^^^^^^\n"
        "   hint: did you mean `summary`?\n"
        "\n"
        "content/terms/slow.yml:3:9: error[wrong-choice]: `origin` cannot be `sorce`\n"
        "   3 | origin: sorce\n"
        "     |         ^^^^^\n"
        "   hint: did you mean `source`?\n"
        "\n"
        "content/terms/slow.yml:4:10: error[wrong-type]: `minutes` must be a whole number, not `ten`\n"
        "   4 | minutes: ten\n"
        "     |          ^^^\n"
        "   hint: write digits only, such as `15`\n"
        "\n"
        "content/terms/slow.yml:5:10: error[wrong-type]: `moments` must be a list, not `at-the-counter`\n"
        "   5 | moments: at-the-counter\n"
        "     |          ^^^^^^^^^^^^^^\n"
        "   hint: write `[at-the-counter]`\n"
        "\n"
        "content/terms/slow.yml:10:11: error[unknown-reference]: no entry is called `slow-dwon`\n"
        "  10 |     - to: slow-dwon\n"
        "     |           ^^^^^^^^^\n"
        "   hint: write the id of an entry: the name of its file without `.yml`\n"
        "\n"
        "content/terms/slow.yml:11:7: error[unknown-field]: `links.next[1]` has no field `wy`\n"
        "  11 |       wy: Because.\n"
        "     |       ^^\n"
        "   hint: did you mean `why`?\n"
    )

    def test_all_are_shown_in_one_run_and_the_site_on_disk_is_untouched(self, run: Run, tmp_path: Path) -> None:
        assert run(CLEAN, "build")[0] == 0
        site = tmp_path / "playbook" / "site"
        before = files_of(site)

        assert run({"content/terms/slow.yml": self.FILE}, "check") == (1, f"{self.SAID}\n6 errors\n", "")
        assert run({"content/terms/slow.yml": self.FILE}, "build")[0] == 1
        assert files_of(site) == before
        assert all(count == 6 for count in (self.SAID.count("hint: "), self.SAID.count(": error[")))


def test_a_path_that_is_no_part_of_the_playbook_is_not_clean(run: Run, tmp_path: Path) -> None:
    (tmp_path / "other.yml").write_text("x", encoding="utf-8")
    code, _, complaint = run(BROKEN, "check", "../other.yml")
    assert code == 2
    assert (
        complaint == f"playbook: ../other.yml does not belong to this playbook, which is in {tmp_path / 'playbook'}\n"
    )


def test_a_folder_around_the_playbook_is_checked_with_it(run: Run) -> None:
    assert run(BROKEN, "check", "..")[:2] == (1, f"{FAULT}\n1 error\n")
