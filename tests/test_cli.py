"""The command as people, scripts and CI meet it: what it says, where it says it, and how it ends."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from generator import __version__, pipeline
from generator.cli import COMMANDS, _parsers, main
from tests.command_line import BROKEN, CLEAN, FAULT, TERM, Run, run
from tests.conftest import CONFIG, ROOT, Playbook

__all__ = ["run"]

pytestmark = pytest.mark.usefixtures("no_editorial_rules")


class TestCalls:
    @pytest.mark.parametrize(
        "arguments",
        [
            ("--strict",),
            ("build", "--stri"),
            ("check", "--config"),
            ("check", "--site-dir", "x"),
            ("rename", "slow"),
        ],
    )
    def test_a_call_that_is_not_understood_ends_with_2_and_says_how_to_call(
        self, arguments: tuple[str, ...], run: Run
    ) -> None:
        code, said, complained = run(CLEAN, *arguments)

        assert (code, said) == (2, "")
        assert complained.startswith("usage: playbook ")
        assert "error: " in complained

    def test_without_a_command_all_are_listed(self, run: Run) -> None:
        code, said, complained = run(CLEAN)

        assert (code, complained) == (2, "")
        assert said.startswith("usage: playbook ")
        assert "Report every problem in the content." in said

    @pytest.mark.parametrize(
        ("arguments", "complaint"),
        [
            (("bild",), "playbook: no command is called `bild`; did you mean `build`?\n"),
            (("-q", "chek", "--strict"), "playbook: no command is called `chek`; did you mean `check`?\n"),
            (("publish",), f"playbook: no command is called `publish`; these are known: {', '.join(COMMANDS)}\n"),
            (
                ("build", "--strickt"),
                "build: error: there is no option `--strickt`; did you mean `--strict`?\n",
            ),
            (("build", "--site-dri=x"), "build: error: there is no option `--site-dri`; did you mean `--site-dir`?\n"),
            (
                ("list", "--xyz"),
                "list: error: there is no option `--xyz`; `playbook list --help` lists the options\n",
            ),
            (("build", "content"), "playbook build: error: `content` is one argument too many\n"),
        ],
    )
    def test_a_misspelt_word_gets_the_nearest_known_one(
        self, arguments: tuple[str, ...], complaint: str, run: Run
    ) -> None:
        code, said, complained = run(CLEAN, *arguments)

        assert (code, said) == (2, "")
        assert complained.endswith(complaint)

    @pytest.mark.parametrize("quiet", [("-q", "{}"), ("{}", "-q"), ("{}", "--quiet")])
    def test_quiet_says_only_what_is_wrong(self, quiet: tuple[str, ...], run: Run) -> None:
        def call(command: str) -> tuple[str, ...]:
            return tuple(word.format(command) for word in quiet)

        assert run(CLEAN, *call("check")) == (0, "", "")
        assert run(BROKEN, *call("check")) == (1, f"{FAULT}\n", "")
        assert run(CLEAN, *call("schema")) == (0, "", "")
        assert run(CLEAN, *call("list")) == (0, "term  slow  Slow\n", "")
        assert run(CLEAN, *call("new"), "term", "fast", "--title", "Fast", "--summary", "Not slow.") == (0, "", "")

    def test_the_configuration_is_found_from_the_folders_below_it(
        self, run: Run, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
    ) -> None:
        run(BROKEN, "list")
        monkeypatch.chdir(tmp_path / "playbook" / "content" / "terms")

        assert main(["check", "fast.yml"]) == 1
        assert capsys.readouterr().out == f"{FAULT}\n1 error\n"

    def test_every_command_that_writes_a_file_takes_the_same_option(self) -> None:
        parsers = {name: _parsers(name)[1] for name in COMMANDS}
        options = {
            name: tuple(action.option_strings)
            for name, parser in parsers.items()
            for action in (parser._actions if parser else ())
            if action.dest.startswith("out")
        }
        assert options == {"print": ("-o", "--out"), "session": ("-o", "--out")}

    def test_json_is_short_for_a_format(self, run: Run) -> None:
        assert run(BROKEN, "check", "--json") == run(BROKEN, "check", "--format", "json")

    def test_help_and_version_end_with_0(self, run: Run) -> None:
        assert run(CLEAN, "--version") == (0, f"playbook {__version__}\n", "")
        assert run(CLEAN, "check", "--help")[0] == 0

    def test_help_lists_the_commands_and_what_they_do(self) -> None:
        done = _process(ROOT, "--help")

        assert (done.returncode, done.stderr) == (0, "")
        for command, purpose in {
            "build": "Build the site.",
            "check": "Report every problem in the content.",
            "serve": "Show the site in a browser and rebuild it after each change.",
            "edit": "Change the playbook in a browser: the preview of `serve` with a form for every entry.",
            "explain": "Explain a diagnostic (what, why, correction) or a kind (fields and relations).",
        }.items():
            assert f"{command} {purpose}" in " ".join(done.stdout.split())

    @pytest.mark.parametrize("command", ["build", "check"])
    def test_without_a_configuration_nothing_can_be_done(
        self, command: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(tmp_path)

        assert main([command]) == 2
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err == (
            "playbook: there is no site_config.yml in this folder or above it: go to the folder of your playbook "
            "(`cd FOLDER`), name it with `--config FOLDER/site_config.yml`, or make a new playbook with "
            "`playbook init FOLDER`\n"
        )
        assert list(tmp_path.iterdir()) == []

    @pytest.mark.parametrize("command", ["build", "check"])
    def test_a_configuration_with_faults_ends_with_2(self, command: str, run: Run) -> None:
        code, said, complained = run({**CLEAN, "site_config.yml": f"{CONFIG}shape: round\n"}, command)

        assert (code, said) == (2, "")
        assert complained == (
            "site_config.yml:10:1: error[unknown-field]: the configuration has no field `shape`\n"
            "  10 | shape: round\n"
            "     | ^^^^^\n"
            "   hint: known fields: `name`, `tagline`, `url`" + complained.partition("`name`, `tagline`, `url`")[2]
        )
        assert complained.endswith("\n\n1 error\n")

    def test_programs_read_of_a_faulty_configuration_in_their_own_form(self, run: Run) -> None:
        files = {**CLEAN, "site_config.yml": f"{CONFIG}shape: round\n"}

        code, said, _ = run(files, "check", "--format", "github")
        assert code == 2
        assert said.startswith("::error file=site_config.yml,line=10,")
        code, said, complained = run(files, "check", "--format", "json")
        assert (code, complained) == (2, "")
        (problem,) = json.loads(said)["problems"]
        assert (problem["code"], problem["file"], problem["line"]) == ("unknown-field", "site_config.yml", 10)


class TestOurOwnFaults:
    def _break(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def fail(*_: object, **__: object) -> None:
            raise ZeroDivisionError("nothing left")

        monkeypatch.setattr(pipeline, "read", fail)

    def test_they_end_with_3_and_say_whose_they_are(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self._break(monkeypatch)

        code, said, complained = run(CLEAN, "check")

        assert (code, said) == (3, "")
        assert complained.splitlines() == [
            "playbook: internal error, not a problem in your content: ZeroDivisionError: nothing left",
            "   A published site is whole, as it was before or new. To report the error, run the command again with",
            "   PLAYBOOK_DEBUG=1 and include the output.",
        ]

    def test_whoever_asks_sees_the_traceback(self, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
        self._break(monkeypatch)
        monkeypatch.setenv("PLAYBOOK_DEBUG", "1")

        code, _, complained = run(CLEAN, "check")

        assert code == 3
        assert complained.startswith("Traceback (most recent call last):\n")
        assert "ZeroDivisionError: nothing left" in complained


def _process(folder: Path, *arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "generator.cli", *arguments],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(ROOT), **environment},
        capture_output=True,
        encoding=environment.get("PYTHONIOENCODING", "utf-8"),
        check=False,
    )


@pytest.mark.parametrize("command", ["build", "check"])
def test_into_a_pipe_goes_text_without_escape_codes_or_progress(command: str, playbook: Playbook) -> None:
    done = _process(playbook(BROKEN), command, CI="true", TERM="xterm-256color", FORCE_COLOR="1")

    assert done.returncode == 1
    assert "\x1b" not in done.stdout + done.stderr
    assert "\r" not in done.stdout + done.stderr
    assert "Reading" not in done.stdout + done.stderr


@pytest.mark.parametrize("encoding", ["ascii", "cp1252"])
def test_an_output_that_cannot_show_every_letter_shows_the_others(encoding: str, playbook: Playbook) -> None:
    root = playbook({**CLEAN, "content/terms/fast.yml": "title: Fast\nsummary: S.\nmeanin: 漢字 “M…”\n"})

    done = _process(root, "check", PYTHONIOENCODING=encoding, PYTHONUTF8="0")

    assert (done.returncode, done.stderr) == (1, "")
    assert "error[unknown-field]: a term has no field `meanin`" in done.stdout


def test_whoever_stops_reading_is_not_shouted_at(playbook: Playbook) -> None:
    files = {f"content/terms/t{n}.yml": f"title: T{n}\n" for n in range(300)}
    process = subprocess.Popen(
        [sys.executable, "-m", "generator.cli", "check"],
        cwd=playbook(files),
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert process.stdout is not None
    assert process.stderr is not None
    process.stdout.readline()
    process.stdout.close()

    assert process.stderr.read() == b""
    assert process.wait() == 0


def test_a_name_that_is_no_text_is_shown_as_far_as_it_can_be(playbook: Playbook) -> None:
    root = playbook({})
    (root / "content" / "terms").mkdir()
    (root / "content" / "terms" / os.fsdecode(b"sl\xffw.yml")).write_text(TERM)

    done = _process(root, "check")

    assert (done.returncode, done.stderr) == (1, "")
    assert "content/terms/sl\ufffdw.yml:1:1: error[bad-id]: `sl\ufffdw` is not a valid id\n" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["serve", "--port", "99999"], "argument --port: a port is a number from 0 to 65535, not 99999"),
        (["serve", "--port", "-1"], "argument --port: a port is a number from 0 to 65535, not -1"),
        (["build", "--site-dir", "/"], "/ is the root of the file system. Name a folder in it with --site-dir."),
        (["build", "--site-dir", "a" * 256], f"argument --site-dir: the name is too long: {'a' * 20}…"),
        (["build", "--site-dir", ""], "argument --site-dir: the name is empty"),
        (["check", "é" * 128], f"argument PATH: the name is too long: {'é' * 20}…"),
        (["check", "a/" * 2048], f"argument PATH: the name is too long: {'a/' * 10}…"),
        (["check", "--config", "a" * 5000], f"argument --config: the name is too long: {'a' * 20}…"),
        (["init", "a" * 5000], f"argument DIR: the name is too long: {'a' * 20}…"),
        (["print", "slow", "--out", "a" * 5000], f"argument -o/--out: the name is too long: {'a' * 20}…"),
        (["check", "--config", "."], "error[unreadable-file]: this is not a regular file"),
    ],
)
def test_an_argument_that_no_system_takes_is_a_mistake_of_its_writer(arguments: list[str], said: str, run: Run) -> None:
    code, _, complaint = run(CLEAN, *arguments)
    assert code == 2
    assert said in complaint
