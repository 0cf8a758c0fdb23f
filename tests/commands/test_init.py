"""`playbook init`: what it writes is a whole playbook, which passes its own check wherever it lies."""

from __future__ import annotations

import errno
import json
import os
import re
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator import __version__, pipeline
from generator.cli import main
from generator.config.project import Project, read_config
from generator.editing.new_playbook import (
    LEFT_OUT,
    NAME,
    STARTER,
    URL,
    Wishes,
    folder_of_the_generator,
    new_playbook,
    origin_of_the_generator,
)
from generator.kinds import BUILT_IN
from generator.system import change
from tests.conftest import ROOT

LEAD = yaml.safe_load((STARTER / "site_config.yml").read_text("utf-8"))["home"]["lead"]
"""What the starter says about itself."""

Run = Callable[..., tuple[int, str, str]]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Run:
    """Runs the command in an empty folder; gives its exit code, output and complaints."""
    monkeypatch.chdir(tmp_path)

    def call(*arguments: str) -> tuple[int, str, str]:
        code = main(arguments)
        said = capsys.readouterr()
        return code, said.out, said.err

    return call


def _names(root: Path) -> set[str]:
    return {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file()}


def _project(root: Path) -> Project:
    project, problems = read_config(root / "site_config.yml")
    assert project is not None, problems
    return project


class TestWhatIsWritten:
    def test_is_said_with_what_to_do_next(self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("PATH", "")
        assert run("init", "book") == (
            0,
            f"wrote a playbook into book: {len(_names(tmp_path / 'book'))} files, an entry of each kind\n"
            f"To view it: cd book && {Path(sys.executable).with_name('playbook')} serve\n"
            "See README.md there for the next steps.\n"
            "The recipes and other machines need the generator's wheel. To make it:\n"
            f"  {sys.executable} -m pip wheel --no-deps --wheel-dir {tmp_path / 'book' / 'wheels'} {ROOT}\n",
            "",
        )

    def test_where_the_shell_knows_the_command_it_is_called_so(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("PATH", str(Path(sys.executable).parent), prepend=os.pathsep)
        assert "To view it: cd 'our book' && playbook serve\n" in run("init", "our book")[1]

    def test_is_the_starter_with_schemas_and_settings_for_editors(self, run: Run, tmp_path: Path) -> None:
        run("init", "book")
        starter = {name for name in _names(STARTER) if LEFT_OUT.isdisjoint(Path(name).parts)}
        for_editors = {
            ".vscode/settings.json",
            *(f"schemas/{name}.json" for name in ("ids", "names", "rules", "scales", "site_config")),
        }
        for_editors |= {f"schemas/{name}.json" for kind in BUILT_IN for name in (kind.name, f"all-{kind.plural}")}

        assert _names(tmp_path / "book") == starter | for_editors
        for name in starter:
            written = (tmp_path / "book" / name).read_bytes()
            head, _, rest = written.partition(b"\n")
            if head.startswith(b"# yaml-language-server: $schema="):
                written = rest
            assert written == (STARTER / name).read_bytes(), name

    def test_passes_its_own_check_and_builds_from_any_folder(self, run: Run, tmp_path: Path) -> None:
        run("init", "a book/of ours")
        config = ("--config", "a book/of ours/site_config.yml")

        assert run("check", "--strict", *config) == (0, "no problems\n", "")
        code, said, complaints = run("build", "--strict", *config)
        assert (code, complaints) == (0, "")
        assert said.endswith(f" pages in {tmp_path}/a book/of ours/site\n")
        assert run("schema", *config) == (0, "everything is up to date\n", "")

    def test_has_an_entry_of_each_kind_and_none_stands_alone(self, run: Run, tmp_path: Path) -> None:
        run("init", "book")
        graph = pipeline.read(_project(tmp_path / "book")).graph

        assert [kind.name for kind in BUILT_IN if not graph.of_kind(kind.name)] == []
        assert [i for i in graph.entries if not (graph.out(i) or graph.into(i))] == []

    def test_has_the_name_and_the_address_that_are_wanted(self, run: Run, tmp_path: Path) -> None:
        run("init", "book", "--name", 'Front desk: "yes" #1', "--url", "https://desk.example/book/")
        site = _project(tmp_path / "book").site

        assert (site.name, site.url) == ('Front desk: "yes" #1', "https://desk.example/book/")
        assert (tmp_path / "book/README.md").read_text("utf-8").startswith('# Front desk: "yes" #1\n')
        named = [n for n in _names(tmp_path / "book") if NAME in (tmp_path / "book" / n).read_text("utf-8")]
        assert named == []
        assert run("check", "--strict", "--config", "book/site_config.yml") == (0, "no problems\n", "")

    @pytest.mark.parametrize(
        "name", ["Desk", "no", "2026", "Ann’s desk", "- a", "Ärzte & Co.", "null", "a: b", "~", "'"]
    )
    def test_takes_any_name(self, name: str, tmp_path: Path) -> None:
        written = new_playbook(Wishes(name))["site_config.yml"].decode()

        assert yaml.load(written, yaml.BaseLoader)["name"] == name

    def test_says_the_same_wherever_the_generator_came_from(self, run: Run, tmp_path: Path) -> None:
        _, said, _ = run("init", "book", "--generator", "playbook-generator @ https://example.org/g.whl#sha256=0")
        lines = (tmp_path / "book/requirements.txt").read_text("utf-8").splitlines()

        assert lines[-1] == "playbook-generator @ https://example.org/g.whl#sha256=0"
        assert [line for line in lines[:-1] if not line.startswith("#")] == []
        assert said.endswith("there for the next steps.\n")

    def test_leaves_a_repository_that_holds_nothing_else_alone(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / ".git").mkdir()
        (tmp_path / ".git/config").write_text("x", "utf-8")

        assert run("init", ".")[0] == 0
        assert (tmp_path / ".git/config").read_text("utf-8") == "x"
        assert (tmp_path / "site_config.yml").is_file()


class TestWhatIsRefused:
    def test_a_folder_that_is_not_empty(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "book").mkdir()
        (tmp_path / "book/notes.txt").write_text("mine", "utf-8")

        assert run("init", "book") == (
            2,
            "",
            "playbook: book is not empty; name a folder that does not exist yet, or an empty one\n",
        )
        assert _names(tmp_path) == {"book/notes.txt"}

    def test_a_file(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "book").write_text("mine", "utf-8")

        assert run("init", "book") == (
            2,
            "",
            "playbook: book is a file; name a folder that does not exist yet, or an empty one\n",
        )

    def test_a_place_that_leads_through_a_file(self, run: Run, tmp_path: Path) -> None:
        (tmp_path / "book").write_text("mine", "utf-8")

        said = (
            f"playbook: {tmp_path / 'book'} cannot be written: File exists. Something else has this name: rename that, "
            "or use another place. Nothing was changed.\n"
        )
        assert run("init", "book/of/ours") == (2, "", said)

    @pytest.mark.parametrize("url", ["https://desk.example", "desk.example/", "https://a b/", ""])
    def test_an_address_that_is_none(self, url: str, run: Run, tmp_path: Path) -> None:
        assert run("init", "book", "--url", url) == (
            2,
            "",
            f"playbook: `--url {url}`: give the address of the site with a slash at the end, such as "
            "`https://example.org/playbook/`\n",
        )
        assert _names(tmp_path) == set()

    @pytest.mark.parametrize("name", ["", "  ", "a\nb", "a\x1b[0m"])
    def test_a_name_that_is_none(self, name: str, run: Run) -> None:
        message = f"playbook: `--name {name}`: write a text on one line\n"
        assert run("init", "book", "--name", name) == (2, "", message)

    @pytest.mark.parametrize("language", ["English", "en_GB", "fr", ""])
    def test_a_language_without_words(self, language: str, run: Run) -> None:
        message = f"playbook: `--language {language}`: write a language such as `de` or `en`, perhaps with a country, "
        assert run("init", "book", "--language", language) == (2, "", f"{message}as in `en-GB`\n")

    def test_nothing_is_left_of_what_could_not_be_finished(
        self, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        write = change.apply

        def full(step: change.Step) -> None:
            if step.target.startswith(f"{tmp_path}/book/content"):
                raise OSError(28, "No space left on device")
            write(step)

        monkeypatch.setattr(change, "apply", full)

        code, said, complained = run("init", "book")
        assert (code, said) == (2, "")
        assert complained.startswith(f"playbook: {tmp_path}/book/content/")
        assert complained.endswith(
            " cannot be written: No space left on device. Free some space on its disk. Nothing was changed.\n"
        )
        assert _names(tmp_path) == set()


ASKED = [
    "The name of the playbook [The Repair Café Playbook]: ",
    "What it is for, in a sentence []: ",
    "Its language [en-GB]: ",
    "The address of the published site [https://repair.example/]: ",
]


def test_what_could_not_be_deleted_on_the_way_is_no_part_of_it(
    run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink, refused = os.unlink, list[str]()

    def failing_once(path: str, **more: int) -> None:
        if str(path).endswith(".old") and not refused and os.path.lexists(path):
            refused.append(str(path))
            raise OSError(errno.EIO, os.strerror(errno.EIO), path)
        unlink(path, **more)

    monkeypatch.setattr(os, "unlink", failing_once)
    assert run("init", "new")[0] == 0
    assert len(refused) == 1
    assert [name for name in _names(tmp_path) if "/.playbook-" in name] == []


@pytest.mark.parametrize(
    ("arguments", "answers", "asked", "said"),
    [
        (
            (),
            ["The Desk: Ours", "What we do at the desk.", "de-AT", "https://desk.example/book/"],
            ASKED,
            ("The Desk: Ours", "What we do at the desk.", "de-AT", "https://desk.example/book/"),
        ),
        ((), ["", "", "", ""], ASKED, (NAME, LEAD, "en-GB", URL)),
        (
            ("--name", "The Desk", "--url", "https://desk.example/"),
            ["Our desk.", "English", "en"],
            [ASKED[1], ASKED[2], ASKED[2]],
            ("The Desk", "Our desk.", "en", "https://desk.example/"),
        ),
        (("-q",), [], [], (NAME, LEAD, "en-GB", URL)),
    ],
)
def test_a_terminal_is_asked_for_what_the_options_do_not_say(
    arguments: tuple[str, ...],
    answers: list[str],
    asked: list[str],
    said: tuple[str, ...],
    run: Run,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    questions: list[str] = []

    def answer(question: str) -> str:
        questions.append(question)
        return answers[len(questions) - 1]

    monkeypatch.setattr("sys.stdin.isatty", lambda: True)
    monkeypatch.setattr("builtins.input", answer)

    assert run("init", "book", *arguments)[0] == 0
    site = _project(tmp_path / "book").site
    assert questions == asked
    assert (site.name, site.home.lead, site.language, site.url) == said
    assert (site.tagline == site.home.lead) is (site.home.lead != LEAD)


def test_without_a_terminal_it_asks_nothing(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_question: str) -> str:
        raise AssertionError("nobody is there to answer")

    monkeypatch.setattr("sys.stdin.isatty", lambda: False)
    monkeypatch.setattr("builtins.input", fail)
    assert run("init", "book")[0] == 0


class TestTheStarter:
    def test_names_the_version_of_this_generator(self) -> None:
        assert f"\nplaybook-generator=={__version__}\n" in (STARTER / "requirements.txt").read_text("utf-8")

    def test_is_called_what_the_command_says(self) -> None:
        site = _project(STARTER).site

        assert (site.name, site.url) == (NAME, URL)

    def test_has_the_pins_of_this_generator(self) -> None:
        """`make pins` writes both."""
        pins = (ROOT / "constraints.txt").read_text("utf-8").partition("# --- development and tests ---")[0]
        own = (STARTER / "constraints.txt").read_text("utf-8")

        assert own.partition("\n\n")[2].strip() == pins.partition("\n\n")[2].strip()

    def test_nothing_of_its_site_speaks_of_clients(self, tmp_path: Path) -> None:
        """Its subject is another than that of the playbook beside the generator, and its pages show only its own."""
        shutil.copytree(STARTER, tmp_path / "book", ignore=shutil.ignore_patterns(*LEFT_OUT))
        project = _project(tmp_path / "book")
        (tmp_path / "site").mkdir()
        pipeline.write(project, pipeline.build(project, pipeline.read(project)), tmp_path / "site")
        texts = {
            path.relative_to(tmp_path / "site").as_posix(): path.read_text("utf-8")
            for path in (tmp_path / "site").rglob("*")
            if path.suffix in (".html", ".md", ".txt", ".xml", ".json")
            and "search" not in path.relative_to(tmp_path).as_posix()
        }
        words = re.compile(r"client|customer|squid|mineral|account|seller|sales", re.IGNORECASE)

        assert len(texts) > 70
        assert {name: words.findall(text) for name, text in texts.items() if words.search(text)} == {}


Noted = tuple[dict[str, object], str | None, str | None]
NOTED: dict[str, Noted] = {
    "a commit": (
        {"url": "https://example.org/g.git", "vcs_info": {"vcs": "git", "commit_id": "0" * 40}},
        f"playbook-generator @ git+https://example.org/g.git@{'0' * 40}",
        None,
    ),
    "an archive": (
        {"url": "https://example.org/g.whl", "archive_info": {"hash": "sha256=1f", "hashes": {"sha256": "1f"}}},
        "playbook-generator @ https://example.org/g.whl#sha256=1f",
        None,
    ),
    "an archive without its sum": ({"url": "https://example.org/g.whl", "archive_info": {}}, None, None),
    "a file": (
        {"url": "file:///home/ann/g.whl", "archive_info": {"hashes": {"sha256": "1f"}}},
        None,
        "/home/ann/g.whl",
    ),
    "a folder": ({"url": "file:///home/ann/the%20g", "dir_info": {"editable": True}}, None, "/home/ann/the g"),
}


@pytest.mark.parametrize(("noted", "requirement", "folder"), NOTED.values(), ids=NOTED)
def test_where_the_generator_came_from(
    noted: dict[str, object], requirement: str | None, folder: str | None, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Installed:
        def __init__(self, noted: str | None) -> None:
            self.noted = noted

        def read_text(self, name: str) -> str | None:
            assert name == "direct_url.json"
            return self.noted

    # A folder in which a wheel was built looks like one more that is installed.
    monkeypatch.setattr(
        "generator.editing.new_playbook.distributions", lambda name: [Installed(None), Installed(json.dumps(noted))]
    )

    assert origin_of_the_generator() == requirement
    assert folder_of_the_generator() == folder
