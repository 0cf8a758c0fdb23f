"""What `playbook build` says, how it ends, and what it leaves as it is."""

from __future__ import annotations

import errno
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.command_line import BROKEN, CLEAN, FAULT, WARNED, WARNING, Run, files_of, run

__all__ = ["run"]

pytestmark = pytest.mark.usefixtures("no_editorial_rules")


class TestBuild:
    def test_it_says_one_line_and_writes_the_site_beside_the_configuration(self, run: Run, tmp_path: Path) -> None:
        code, said, complained = run(CLEAN, "build")

        site = tmp_path / "playbook" / "site"
        pages = len(list(site.rglob("*.html")))
        assert (code, said, complained) == (0, f"{pages} pages in {site}\n", "")
        assert (site / "terms" / "slow" / "index.html").is_file()

    def test_warnings_are_shown_apart_and_counted(self, run: Run) -> None:
        code, said, complained = run(WARNED, "build")

        assert (code, complained) == (0, f"{WARNING}\n")
        assert said.endswith(", 1 warning\n")
        assert said.count("\n") == 1

    @pytest.mark.parametrize(("files", "options"), [(BROKEN, ()), (WARNED, ("--strict",))], ids=["errors", "strict"])
    def test_what_is_not_right_is_not_built(
        self, files: Mapping[str, str], options: tuple[str, ...], run: Run, tmp_path: Path
    ) -> None:
        code, said, complained = run(files, "build", *options)

        shown, counted = (FAULT, "1 error") if files is BROKEN else (WARNING, "1 warning")
        assert (code, said, complained) == (1, "", f"{shown}\nNothing was built: {counted}.\n")
        assert not (tmp_path / "playbook" / "site").exists()

    def test_a_build_that_fails_leaves_the_published_site_as_it_was(self, run: Run, tmp_path: Path) -> None:
        run(CLEAN, "build")
        before = files_of(tmp_path / "playbook" / "site")

        assert run(BROKEN, "build")[0] == 1
        assert files_of(tmp_path / "playbook" / "site") == before

    @pytest.mark.parametrize(
        "stage",
        [
            "stages.make_pages.Maker.made",
            "shells.mkdocs.frame",
            "publishing.site_folder.write",
            "publishing.site_folder.publish",
        ],
    )
    def test_a_build_that_breaks_leaves_the_published_site_as_it_was(
        self, stage: str, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def fail(*_: object) -> None:
            raise RuntimeError("out of order")

        run(CLEAN, "build")
        before = files_of(tmp_path / "playbook")
        monkeypatch.setattr(f"generator.{stage}", fail)

        assert run(CLEAN, "build", "--clean")[0] == 3
        assert files_of(tmp_path / "playbook") == before

    def test_a_full_disk_is_named_and_the_published_site_is_as_it_was(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        run(CLEAN, "build")
        book = tmp_path / "playbook"
        before = files_of(book / "site")

        def full(*_: object) -> None:
            raise OSError(errno.ENOSPC, "No space left on device")

        monkeypatch.setattr("generator.publishing.site_folder._write", full)
        code, said, complained = run(CLEAN, "build", "--clean")

        assert (code, said) == (2, "")
        assert complained == (
            f"playbook: {book}/site cannot be written: No space left on device. Check the permissions of {book} "
            "and the free space of its disk, or name another folder with --site-dir.\n"
        )
        assert files_of(book / "site") == before
        assert [path.name for path in book.iterdir() if path.name.startswith(".site")] == []

    def test_the_site_can_go_elsewhere(self, run: Run, tmp_path: Path) -> None:
        code, said, _ = run(CLEAN, "build", "--site-dir", str(tmp_path / "a" / "b"))

        assert code == 0
        assert said.endswith(f" pages in {tmp_path / 'a' / 'b'}\n")
        assert (tmp_path / "a" / "b" / "index.html").is_file()
        assert not (tmp_path / "playbook" / "site").exists()

    def test_a_folder_with_files_of_ones_own_is_never_replaced(self, run: Run, tmp_path: Path) -> None:
        files = {**CLEAN, "site/thesis.txt": "the only copy"}

        code, said, complained = run(files, "build")

        assert (code, said) == (2, "")
        assert complained.startswith(
            f"playbook: {tmp_path / 'playbook' / 'site'} contains files that no playbook build"
        )
        assert files_of(tmp_path / "playbook" / "site") == {"thesis.txt": b"the only copy"}
